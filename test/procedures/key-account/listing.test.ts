import { listKeyAccount, setRhythm } from '../../../src/procedures/key-account/effects';
import { gates, KeyStory, proposal } from '../../support/key-account';
import { anas, aPerson } from '../../support/sop';

function desk(change = {}): KeyStory {
  const story = new KeyStory({ account: anas, ...change });
  story.named = [anas, gates];
  return story;
}

it('27: asked, accepted, listed: dated and attributed', () => {
  const story = desk();
  expect(story.step(proposal).refused).toBeNull();
  expect(story.tagged).toEqual(['keeper']);
  expect(story.counted).toEqual([]);
  story.step({ kind: 'decide-listing', accept: true, note: null }, 'keeper');
  expect(story.last?.effects.map(({ command }) => command)).toContainEqual(
    listKeyAccount.command({ cid: 'GCBK', change: 'add', from: '2026-03-02' }),
  );
  expect(story.part.designation?.decided).toMatchObject({ how: 'accepted', by: 'keeper' });
  // Whoever asked hears of it, and Operations owes the document.
  expect(story.tagged).toEqual(['agent', 'olga']);
  expect(story.counted).toEqual(['added']);
});

it.each(['add', 'remove'] as const)(
  'KA-05: at each accepted change Operations is told, and owes that the document says so: %s',
  (change) => {
    const story = desk();
    story.step(change === 'add' ? proposal : { ...proposal, cid: 'MSBK', change });
    expect(story.refusal({ kind: 'document-updated', note: null }, 'olga')).toContain(
      'No change of the list was accepted',
    );
    story.step({ kind: 'decide-listing', accept: true, note: null }, 'keeper');
    expect(story.tagged).toContain('olga');
    const open = () => (story.ledger.clocks ?? []).map(({ key }) => key);
    expect(open()).toContain('listing:document');
    expect(story.refusal({ kind: 'document-updated', note: null }, 'keeper')).toContain(
      'Operations Management',
    );
    story.step({ kind: 'document-updated', note: 'Version 12.' }, 'olga');
    expect(open()).not.toContain('listing:document');
    expect(story.counted.at(-1)).toBe('document-updated');
    expect(story.refusal({ kind: 'document-updated', note: null }, 'olga')).toContain('already');
  },
);

it('KA-05: a declined change owes nobody anything', () => {
  const story = desk();
  story.step(proposal);
  story.step({ kind: 'decide-listing', accept: false, note: 'Not yet.' }, 'keeper');
  expect(story.ledger.clocks).toEqual([]);
});

it('K10: when the account runs production is asked when it is listed, and of the keeper where nobody said it', () => {
  const said = desk();
  said.step({ ...proposal, rhythm: { kind: 'daily' } });
  said.step({ kind: 'decide-listing', accept: true, note: null }, 'keeper');
  expect(said.effects.map(({ command }) => command)).toContainEqual(
    setRhythm.command({ cid: 'GCBK', rhythm: { kind: 'daily' }, from: '2026-03-02' }),
  );
  expect(said.ledger.clocks?.map(({ key }) => key)).toEqual(['listing:document']);
  const unsaid = desk();
  unsaid.step(proposal);
  unsaid.step({ kind: 'decide-listing', accept: true, note: null }, 'keeper');
  expect(unsaid.ledger.clocks?.map(({ key }) => key)).toEqual(['listing:document', 'rhythm']);
  unsaid.step({ kind: 'set-rhythm', rhythm: { kind: 'daily' } }, 'keeper');
  expect(unsaid.ledger.clocks?.map(({ key }) => key)).toEqual(['listing:document']);
});

it('A14: whoever stands in for the keeper decides', () => {
  const story = desk();
  story.people = {
    ...story.people,
    keeper: aPerson('keeper', {
      delegation: {
        delegate: 'peer',
        from: '2026-03-01T00:00:00.000Z',
        until: '2026-03-09T00:00:00.000Z',
      },
    }),
  };
  story.step(proposal);
  expect(story.tagged).toEqual(['peer']);
  expect(
    story.step({ kind: 'decide-listing', accept: true, note: null }, 'peer').refused,
  ).toBeNull();
});

it('KA-14: declined with a reason, the list stays as it is', () => {
  const story = desk();
  story.step(proposal);
  expect(story.refusal({ kind: 'decide-listing', accept: false, note: null }, 'keeper')).toContain(
    'Say why',
  );
  story.step({ kind: 'decide-listing', accept: false, note: 'Not yet.' }, 'keeper');
  expect(
    story.effects.some(
      ({ command }) => command.kind === 'own' && command.effect === listKeyAccount.name,
    ),
  ).toBe(false);
  expect(story.refusal({ kind: 'decide-listing', accept: true, note: null }, 'keeper')).toContain(
    'decided by keeper',
  );
});

it('KA-14: removal keeps the first day and names the last', () => {
  const story = desk();
  story.step({ ...proposal, cid: 'MSBK', change: 'remove', effective: '2026-03-31' });
  story.step({ kind: 'decide-listing', accept: true, note: null }, 'keeper');
  expect(story.effects.map(({ command }) => command)).toContainEqual(
    listKeyAccount.command({ cid: 'MSBK', change: 'remove', until: '2026-03-31' }),
  );
});

it('K3: where a notice is enough, it counts at once', () => {
  const story = desk({ policy: { listing: { requestTypes: [], decision: 'notice-only' } } });
  story.step({ ...proposal, effective: null });
  expect(story.effects.map(({ command }) => command)).toContainEqual(
    listKeyAccount.command({ cid: 'GCBK', change: 'add', from: null }),
  );
});

it.each<[string, Partial<typeof proposal>, string, string]>([
  ['an account nobody knows', { cid: 'NOPE' }, 'agent', 'No account has the CID'],
  ['no reason', { note: 'x' }, 'agent', 'Say why'],
  ['an account that is listed', { cid: 'MSBK' }, 'agent', 'on the list already'],
  ['taking off what is not listed', { change: 'remove' }, 'agent', 'not on the list'],
  [
    'taking off without a day',
    { cid: 'MSBK', change: 'remove', effective: null },
    'agent',
    'last day',
  ],
  [
    'taking off before it came on',
    { cid: 'MSBK', change: 'remove', effective: '2026-01-01' },
    'agent',
    'cannot be before',
  ],
  ['a customer who asks', {}, 'customer', 'The team asks'],
])('refused: %s', (_what, change, by, says) => {
  expect(desk().refusal({ ...proposal, ...change }, by)).toContain(says);
});

it('K3: only who keeps the list decides', () => {
  const story = desk();
  story.step(proposal);
  expect(story.refusal({ kind: 'decide-listing', accept: true, note: null }, 'agent')).toContain(
    'keeper of the key-account list',
  );
  expect(story.refusal(proposal)).toContain('such a request already');
});
