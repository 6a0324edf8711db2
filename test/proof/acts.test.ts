import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actsDocument, procedureActs } from '../../bench/documents/acts';
import { everyMethod } from './resolvers';

const root = join(__dirname, '..', '..');
const written = readFileSync(join(root, 'docs', 'acts.md'), 'utf8');

describe('docs/acts.md', () => {
  it('is current; `npm run docs:acts` writes it', async () => {
    expect(written).toBe(await actsDocument());
  });

  it('has every act that a page answers', async () => {
    const ids = Object.keys(await procedureActs());
    const answered = everyMethod()
      .map(({ call }) => call)
      .filter((call) => ids.includes(call.split('.')[0] ?? ''));
    expect(answered.length).toBeGreaterThan(100);
    expect(answered.filter((call) => !written.includes(`### \`${call}\``))).toEqual([]);
  });

  it('the panel in every ticket answers every act', async () => {
    const panel = everyMethod()
      .filter(({ module }) => module === 'ticket-panel')
      .map(({ call }) => call);
    const names = Object.entries(await procedureActs()).flatMap(([procedure, acts]) =>
      Object.keys(acts).map((name) => `${procedure}.${name}`),
    );
    expect(names.filter((name) => !panel.includes(name))).toEqual([]);
  });

  it('says of each act what it does, who may, and under which clause', async () => {
    for (const acts of Object.values(await procedureActs()))
      for (const [name, { title, what, who, clause }] of Object.entries(acts)) {
        expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
        expect(clause).toMatch(/^[A-Z]{1,2}-?\d{1,2}$/u);
        for (const sentence of [what, who]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
        expect(title).toMatch(/^\p{Lu}/u);
      }
  });
});
