import type { TicketAccount } from '../../../src/core/account';
import { type KeyPeriod, withKeyAccount } from '../../../src/procedures/key-account/account';
import type { KeyStep } from '../../support/acts';
import { gates, KeyStory } from '../../support/key-account';

const listed = (periods: readonly KeyPeriod[]): TicketAccount => ({
  kind: 'known',
  account: withKeyAccount(gates, { periods }),
  chosen: false,
});

/** Opened in February, and the account came onto the list on the first of March. */
const older = (change: object = {}): KeyStory =>
  new KeyStory({
    account: withKeyAccount(gates, { periods: [{ from: '2026-03-01', until: null }] }),
    ticket: { createdAt: '2026-02-10T10:00:00.000Z', ...change },
  });

it('KA-15: nothing about an older ticket changes by itself', () => {
  const story = older({ requestType: 'Quality issue' });
  story.turn();
  expect(story.effects).toEqual([]);
  expect(story.part.of).toBeNull();
  expect(story.part.escalations).toEqual([]);
});

const done: readonly (readonly [string, KeyStep, string])[] = [
  ['a release is deployed', { kind: 'start-release', cid: null, authors: ['dev'] }, 'medium'],
  [
    'a quality issue is found',
    { kind: 'escalate', aspect: 'accuracy', what: 'Deductions are wrong for 40 people.' },
    'highest',
  ],
  ['the priority is asked for', { kind: 'ask-priority' }, 'high'],
];

it.each(done)('KA-15: in an older open ticket it counts when %s', (_what, step, priority) => {
  const story = older();
  expect(story.step(step).refused).toBeNull();
  expect(story.part.of).toEqual({ cid: 'MSBK', from: '2026-03-01' });
  expect(story.ticket.priority?.id).toBe(priority);
  story.at('2026-03-03T10:00:00.000Z').turn();
  expect(story.part.of).not.toBeNull();
  expect(story.ticket.priority?.id).toBe(priority);
});

it.each(done)('KA-15: and not while the account is none when %s', (_what, step) => {
  for (const periods of [
    [{ from: '2026-03-03', until: null }],
    [{ from: '2026-01-01', until: '2026-01-31' }],
    [],
  ]) {
    const story = older();
    story.account = listed(periods);
    expect(story.refusal(step)).toMatch(/^KA-(?:08|12|13)/u);
  }
});

it.each(done)('KA-15: nor in a ticket that is closed when %s', (_what, step) => {
  expect(older({ status: { id: 'done', name: 'Done', done: true } }).refusal(step)).toMatch(
    /^KA-(?:08|12|13)/u,
  );
});

it('KA-15: the priority of an older ticket with a release may still be asked for, once', () => {
  const story = older();
  story.step({ kind: 'start-release', cid: null, authors: ['dev'] });
  story.step({ kind: 'ask-priority' });
  expect(story.ticket.priority?.id).toBe('high');
  expect(story.refusal({ kind: 'ask-priority' })).toContain('already');
  expect(new KeyStory().refusal({ kind: 'ask-priority' })).toContain('already');
});

it('KA-15: what an older ticket was taken up for stays when the account leaves the list', () => {
  const story = older();
  story.step({ kind: 'ask-priority' });
  story.account = listed([{ from: '2026-03-01', until: '2026-03-05' }]);
  story.at('2026-03-20T10:00:00.000Z').turn();
  expect(story.part.of).toMatchObject({ cid: 'MSBK' });
});
