import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actsDocument } from '../../bench/documents/acts';
import { procedureActs } from '../../src/procedures/acts';
import { everyMethod } from './resolvers';

const root = join(__dirname, '..', '..');
const written = readFileSync(join(root, 'docs', 'acts.md'), 'utf8');
const names = Object.entries(procedureActs).flatMap(([procedure, acts]) =>
  Object.keys(acts).map((name) => `${procedure}.${name}`),
);

describe('docs/acts.md', () => {
  it('is current; `npm run docs:acts` writes it', () => {
    expect(written).toBe(actsDocument());
  });

  it('has every act that a page answers', () => {
    const procedures = Object.keys(procedureActs);
    const answered = everyMethod()
      .map(({ call }) => call)
      .filter((call) => procedures.includes(call.split('.')[0] ?? ''));
    expect(answered.filter((call) => !written.includes(`### \`${call}\``))).toEqual([]);
  });

  it('the panel in every ticket answers every act', () => {
    const panel = everyMethod()
      .filter(({ module }) => module === 'ticket-panel')
      .map(({ call }) => call);
    expect(names.filter((name) => !panel.includes(name))).toEqual([]);
  });

  it.each(names)('says of %s what it does, who may, and under which clause', (name) => {
    const [procedure = '', act = ''] = name.split('.');
    const { title, what, who, clause } = procedureActs[procedure]?.[act] ?? {};
    expect(act).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
    expect(clause).toMatch(/^[A-Z]{1,2}-?\d{1,2}$/u);
    for (const sentence of [what, who]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect(title).toMatch(/^\p{Lu}/u);
  });
});
