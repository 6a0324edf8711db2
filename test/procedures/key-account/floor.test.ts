import { withKeyAccount } from '../../../src/procedures/key-account/account';
import { gates, KeyStory } from '../../support/key-account';
import { urgent } from '../../support/sop';

const named = (id: string) => ({ id, name: id });

it.each([
  ['low', 'high'],
  ['medium', 'high'],
  ['high', 'high'],
  ['highest', 'highest'],
])('KA-12: a ticket at %s stands at %s', (before, after) => {
  const story = new KeyStory({ ticket: { priority: named(before) } });
  story.turn();
  expect(story.ticket.priority?.id).toBe(after);
});

it('KA-12: a ticket without a priority gets the floor', () => {
  const story = new KeyStory({ ticket: { priority: null } });
  story.turn();
  expect(story.ticket.priority?.id).toBe('high');
});

it.each([
  ['2026-02-01', '2026-02-01T00:30:00.000Z', true],
  ['2026-02-01', '2026-01-31T23:30:00.000Z', false],
  [null, '2019-01-01T10:00:00.000Z', true],
])(
  "KA-15, K13: on the list from %s, a ticket of %s is the key account's: %s",
  (from, createdAt, is) => {
    const story = new KeyStory({
      account: withKeyAccount(gates, { periods: [{ from, until: null }] }),
      ticket: { createdAt },
    });
    story.turn();
    expect(story.part.of !== null).toBe(is);
    expect(story.ticket.priority?.id).toBe(is ? 'high' : 'medium');
  },
);

it('KA-14: after its last day an account is none any more, and on it it still is', () => {
  const until = (day: string) =>
    new KeyStory({ account: withKeyAccount(gates, { periods: [{ from: null, until: day }] }) });
  for (const [day, is] of [
    ['2026-03-02', true],
    ['2026-03-01', false],
  ] as const) {
    const story = until(day);
    story.turn();
    expect(story.part.of !== null).toBe(is);
  }
});

it("X3: the SOP's own priority keeps the maximum of both, and the journal names both", () => {
  const story = new KeyStory({ ticket: { priority: named('highest') } });
  story.policy = {
    ...story.policy,
    queues: {
      '1': {
        ...story.situation.queue,
        readings: { ...story.situation.queue.readings, priority: 'force' },
        entries: [{ ...urgent, priority: 'low' }],
      },
    },
  };
  story.request();
  expect(story.ticket.priority?.id).toBe('high');
  const entry = story.ledger.journal.find(({ because }) => because?.clause === 'KA-12');
  expect(entry?.because?.values).toEqual({
    "the SOP's priority": 'Low',
    'floor for key accounts': 'High',
  });
});

it('K12: the ticket is marked for searching and sorting, once', () => {
  const story = new KeyStory();
  story.turn();
  expect(story.ledger.projected).toMatchObject({ key: 'yes', account: 'MSBK', state: null });
  story.turn();
  expect(story.last?.effects).toEqual([]);
});

it('KA-12: what a person sets back is raised again, but not in a loop', () => {
  const story = new KeyStory();
  story.turn();
  story.ticket = { ...story.ticket, priority: named('low') };
  story.turn();
  expect(story.ticket.priority?.id).toBe('low');
  story.at('2026-03-02T11:30:00.000Z').turn();
  expect(story.ticket.priority?.id).toBe('high');
});

it('KA-12: closed tickets are left alone, and queues without a floor', () => {
  const closed = new KeyStory({ ticket: { status: { id: 'done', name: 'Done', done: true } } });
  closed.turn();
  expect(closed.ticket.priority?.id).toBe('medium');
  const free = new KeyStory({ policy: { floor: null } });
  free.turn();
  expect(free.ticket.priority?.id).toBe('medium');
});
