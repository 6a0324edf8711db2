// Every search that docs/searching.md shows is run as it stands there, by somebody who would.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from './desk';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'searching.md'), 'utf8');
const examples = new Map(
  [...page.matchAll(/^### (?<name>.+)\n\n```jql\n(?<jql>.+)\n```/gmu)].map(({ groups = {} }) => [
    groups['name'] ?? '',
    groups['jql'] ?? '',
  ]),
);

type Role = 'silent' | 'waiting' | 'replied' | 'answered' | 'nobodyAsked';

/** Who searches, and which of the tickets they then see, in that order. */
const expected: Readonly<Record<string, { readonly by: string; readonly finds: readonly Role[] }>> =
  {
    'Everything that waits for an answer': {
      by: 'ben.ito',
      finds: ['silent', 'waiting', 'replied'],
    },
    'My tickets that wait for an account manager': { by: 'ben.ito', finds: ['waiting', 'replied'] },
    'Customers who replied and wait for us': { by: 'ben.ito', finds: ['replied'] },
    'Answered, and now mine to go on': { by: 'ben.ito', finds: ['answered'] },
    'Waiting for me': { by: 'maya.ortiz', finds: ['waiting', 'replied'] },
    'Waiting for me, and due today': { by: 'maya.ortiz', finds: ['waiting', 'replied'] },
    'Open requests of one account': { by: 'maya.ortiz', finds: ['waiting', 'replied'] },
    Escalated: { by: 'victor.hale', finds: ['silent'] },
    'Past its due time': { by: 'victor.hale', finds: ['silent'] },
    'Open tickets of key accounts': { by: 'alex.kim', finds: [] },
    'Releases whose documentation is still open': { by: 'alex.kim', finds: [] },
    "Change requests that wait for the customer's approval": { by: 'alex.kim', finds: [] },
    'Stuck: nobody above, or a workflow that refuses': { by: 'alex.kim', finds: [] },
  };

describe('the searches of docs/searching.md', () => {
  let desk: Desk;
  const keys = {} as Record<Role, string>;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.ticket({ organizations: ['Alder Bank'], reporter: 'paul.weber' });
    keys.silent = desk.key;
    await desk.request();
    await desk.host.advance('P4D');
    for (const role of ['waiting', 'replied', 'answered', 'nobodyAsked'] as const) {
      await desk.ticket();
      keys[role] = desk.key;
      if (role !== 'nobodyAsked') await desk.request();
      await desk.host.advance('PT1M');
    }
    desk.key = keys.replied;
    await desk.as('nora.quist').reply(desk.key, 'Any news?');
    await desk.host.settled();
    desk.key = keys.answered;
    await desk.as('maya.ortiz').comment(desk.key, 'It is signed.');
    await desk.host.settled();
  });
  afterAll(() => desk.invariants());

  it('are all told here', () => {
    expect([...examples.keys()].sort()).toEqual(Object.keys(expected).sort());
  });

  it.each([...examples])('%s', async (name, jql) => {
    const { by, finds } = expected[name] ?? { by: '', finds: [] };
    const ours = Object.values(keys);
    const found = (await desk.as(by).search(jql))
      .map(({ key }) => key)
      .filter((key) => ours.includes(key));
    const roles = found.map((key) =>
      (Object.keys(keys) as Role[]).find((role) => keys[role] === key),
    );
    expect(jql.includes('ORDER BY') ? roles : roles.sort()).toEqual(
      jql.includes('ORDER BY') ? finds : [...finds].sort(),
    );
  });

  it('finds a status that the workflow refuses', async () => {
    await desk.ticket();
    desk.host.faults.set({
      missingTransitions: [{ project: 'EBH', to: 'Waiting for Account Manager' }],
    });
    await desk.request();
    await desk.host.advance('PT2H');
    const jql = examples.get('Stuck: nobody above, or a workflow that refuses') ?? '';
    expect((await desk.as('alex.kim').search(jql)).map(({ key }) => key)).toEqual([desk.key]);
  });

  it('uses every word that the manifest declares, and the page explains each', () => {
    const manifest = readFileSync(join(__dirname, '..', '..', 'manifest.yml'), 'utf8');
    const words = [...manifest.matchAll(/searchAlias: (?<word>\w+)/gu)].map(
      ({ groups }) => groups?.['word'] ?? '',
    );
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) {
      expect(page).toContain(`| \`${word}\` |`);
      // Whose list that is, no example can know: test/sixth-procedure searches for it.
      if (word === 'relayStanding') continue;
      expect([...examples.values()].some((jql) => jql.includes(word))).toBe(true);
    }
  });
});
