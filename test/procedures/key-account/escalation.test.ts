import { everyRule } from '../../support/procedures';
import type { Actor } from '../../../src/core/act';
import type { Case } from '../../../src/core/case';
import { aboutKeyAccounts } from '../../../src/procedures/key-account/about';
import { beginMonthEnd } from '../../../src/procedures/key-account/month-end-steps';
import { wakeAt } from '../../../src/core/decide';
import { KeyStory, keyPolicy } from '../../support/key-account';
import { keyTicketOf } from '../../../src/procedures/key-account/key-ticket';
import { anas } from '../../support/sop';

const raise = {
  kind: 'escalate' as const,
  aspect: 'accuracy' as const,
  what: 'Deductions of 40 employees are wrong.',
};

it('29: highest priority, label, linked record, and sixty business minutes', () => {
  const story = new KeyStory();
  story.step(raise);
  expect(story.ticket.priority?.id).toBe('highest');
  expect(story.tagged).toEqual(['senior', 'second senior']);
  const [, edit, record] = story.effects.map(({ command }) => command);
  expect(edit).toMatchObject({ kind: 'edit', labels: ['Escalation'], priority: { id: 'highest' } });
  expect(record).toMatchObject({
    kind: 'raise-request',
    requestType: 'Escalation',
    summary: 'Escalation 1 of EBH-1: Deductions of 40 employees are wrong.',
    standing: { labels: ['Escalation'], linkType: 'Relates' },
  });
  expect(story.part.escalations[0]?.respondBy).toBe('2026-03-02T11:00:00.000Z');
  expect(wakeAt(everyRule, story.ledger)).toBe('2026-03-02T11:00:00.000Z');
});

it('KA-13: silence goes up the ladder once, and the last is asked again every working day', () => {
  const story = new KeyStory();
  story.step(raise);
  story.at('2026-03-02T11:00:00.000Z').turn();
  expect(story.tagged).toEqual(['boss']);
  story.turn();
  expect(story.tagged).toEqual([]);
  story.at('2026-03-02T12:00:00.000Z').turn();
  expect(story.tagged).toEqual([]);
  for (const at of ['2026-03-03T17:00:00.000Z', '2026-03-04T09:00:00.000Z']) {
    story.at(at).turn();
    expect(story.tagged).toEqual(['boss']);
  }
});

it.each([
  ['2026-03-02T10:59:00.000Z', true],
  ['2026-03-02T11:01:00.000Z', false],
])('KA-13: answered at %s is in time: %s', (at, inTime) => {
  const story = new KeyStory();
  story.step(raise);
  story.at(at).step({ kind: 'answer-escalation' }, 'boss');
  expect(story.part.escalations[0]?.answered?.inTime).toBe(inTime);
  expect(story.ledger.clocks).toMatchObject([{ key: 'escalation:1:resolve' }]);
});

it('KA-13: one at a time, by the team, on open tickets of key accounts', () => {
  expect(new KeyStory({ account: anas }).refusal(raise)).toContain(
    'Only quality issues of key accounts',
  );
  expect(new KeyStory().refusal(raise, 'customer')).toContain('Agents and engineers');
  expect(
    new KeyStory({ ticket: { status: { id: 'done', name: 'Done', done: true } } }).refusal(raise),
  ).toContain('reopen it');
  const story = new KeyStory();
  expect(story.refusal({ ...raise, what: 'bad' })).toContain('Say what is wrong');
  story.step(raise);
  expect(story.refusal({ kind: 'answer-escalation' }, 'dev')).toContain('escalation ladder');
  story.step({ kind: 'resolve-escalation', how: 'Files corrected and sent.' });
  // Who resolves it has answered it.
  expect(story.counted).toEqual(['escalated', 'escalation-answered', 'escalation-resolved']);
  expect(story.refusal(raise)).toBeNull();
});

it('KA-13: one more quality issue joins the escalation that is open: its words are kept and told', () => {
  const story = new KeyStory();
  story.step(raise, 'agent');
  const more = { ...raise, aspect: 'timing' as const, what: 'And the file came a day late.' };
  expect(story.refusal(more, 'customer')).toContain('Agents and engineers');
  story.at('2026-03-02T10:10:00.000Z');
  expect(story.step(more, 'dev').refused).toBeNull();
  const at = story.now;
  expect(story.part.escalations).toMatchObject([
    { number: 1, what: raise.what, more: [{ what: more.what, by: 'dev', aspect: 'timing', at }] },
  ]);
  expect(story.tagged).toEqual(['senior', 'second senior']);
  expect(JSON.stringify(story.effects.at(-1)?.command)).toContain(more.what);
  // It has the time of the first; nobody is asked twice.
  expect(story.ledger.clocks).toMatchObject([
    { key: 'escalation:1:answer', dueAt: '2026-03-02T11:00:00.000Z', askers: ['agent', 'dev'] },
  ]);
  story.step({ kind: 'resolve-escalation', how: 'Files corrected and sent.' }, 'senior');
  expect(story.tagged).toEqual(['agent', 'dev']);
  story.step(more, 'dev');
  expect(story.part.escalations).toHaveLength(2);
});

it('KA-13: whoever answers for it reports more without being tagged, and a flood is refused by name', () => {
  const story = new KeyStory();
  story.step(raise, 'agent');
  for (let one = 1; one <= 20; one += 1) story.step({ ...raise, what: `${raise.what} ${one}` });
  expect(story.refusal(raise)).toContain('Comment on the ticket, or open a new one.');
  expect(story.part.escalations[0]?.more).toHaveLength(20);
  const other = new KeyStory();
  other.step(raise, 'agent');
  other.step({ ...raise, what: 'The sums are wrong as well.' }, 'senior');
  expect(other.tagged).toEqual(['second senior']);
});

it('KA-13: a request type that is a quality issue by rule escalates by itself, once', () => {
  const story = new KeyStory({ ticket: { requestType: 'Quality issue' } });
  story.turn();
  expect(story.part.escalations).toMatchObject([{ by: null, aspect: 'code-quality' }]);
  story.step({ kind: 'resolve-escalation', how: 'Fixed at once.' });
  story.turn();
  expect(story.part.escalations).toHaveLength(1);
});

it('KA-13: "I am on it" is not the end: it is resolved, or those above hear of it', () => {
  const story = new KeyStory();
  story.step(raise);
  story.at('2026-03-02T10:30:00.000Z').step({ kind: 'answer-escalation' }, 'senior');
  expect(story.ledger.clocks).toMatchObject([
    { key: 'escalation:1:resolve', dueAt: '2026-03-03T17:00:00.000Z' },
  ]);
  story.at('2026-03-03T17:00:00.000Z').turn();
  expect(story.tagged).toEqual(['senior']);
  story.at('2026-03-04T17:00:00.000Z').turn();
  expect(story.tagged).toEqual(['boss']);
  story.at('2026-03-05T10:00:00.000Z');
  story.step({ kind: 'resolve-escalation', how: 'Files corrected and sent.' });
  expect(story.part.escalations[0]?.resolved).toMatchObject({ inTime: false });
  expect(story.ledger.clocks).toEqual([]);
});

it.each([
  ['2026-03-04T16:59:00.000Z', true],
  ['2026-03-04T17:01:00.000Z', false],
])(
  'K11: answered on the second day, resolved at %s: in time as the list said, and as the month tells: %s',
  (at, inTime) => {
    const story = new KeyStory();
    story.step(raise);
    story.at('2026-03-03T10:00:00.000Z').step({ kind: 'answer-escalation' }, 'boss');
    expect(story.ledger.clocks).toMatchObject([
      { key: 'escalation:1:resolve', dueAt: '2026-03-04T17:00:00.000Z' },
    ]);
    story.at(at).step({ kind: 'resolve-escalation', how: 'Files corrected and sent.' }, 'boss');
    expect(story.part.escalations[0]?.resolved?.inTime).toBe(inTime);
  },
);

it.each([true, false])(
  'KA-13: closing the ticket does not end it: how it was resolved is asked (answered before: %s)',
  (answered) => {
    const story = new KeyStory();
    story.step(raise);
    if (answered)
      story.at('2026-03-02T10:30:00.000Z').step({ kind: 'answer-escalation' }, 'senior');
    story.at('2026-03-02T13:00:00.000Z').moves('done').turn();
    expect(story.ledger.clocks).toMatchObject([{ key: 'escalation:1:say-resolved' }]);
    expect(story.tagged).toContain('senior');
    expect(keyTicketOf(story.ledger)).toMatchObject({ escalated: true });
    story.step({ kind: 'resolve-escalation', how: 'Files corrected and sent.' });
    expect(story.ledger.clocks).toEqual([]);
    expect(keyTicketOf(story.ledger)).toBeNull();
  },
);

it('K11: times and ladders are settings, and a running escalation keeps those it began with', () => {
  const story = new KeyStory({ policy: { waits: { resolve: 3 } } });
  story.step(raise);
  story.at('2026-03-02T10:30:00.000Z').step({ kind: 'answer-escalation' }, 'senior');
  expect(story.ledger.clocks?.[0]?.within).toEqual({ days: 3 });
  const { queue } = story.situation;
  story.policy = {
    ...story.policy,
    version: 9,
    queues: {
      '1': { ...queue, procedures: { 'key-account': { ...keyPolicy, waits: { resolve: 1 } } } },
    },
  };
  story.at('2026-03-02T11:30:00.000Z').turn();
  expect(story.ledger.clocks?.[0]?.within).toEqual({ days: 3 });
});

it('KA-07: what a quality issue by rule is about is a setting', () => {
  const story = new KeyStory({
    policy: { escalation: { ...keyPolicy.escalation, ruleAspect: 'timing' } },
    ticket: { requestType: 'Quality issue' },
  });
  story.turn();
  expect(story.part.escalations).toMatchObject([{ by: null, aspect: 'timing' }]);
});

it('K11: a vacant rung is passed over, and a ladder without people still escalates', () => {
  const passed = new KeyStory();
  passed.policy = { ...passed.policy, roles: { 'engineering-manager': ['boss'] } };
  passed.step(raise);
  expect(passed.tagged).toEqual(['boss']);
  const nobody = new KeyStory();
  nobody.policy = { ...nobody.policy, roles: {} };
  nobody.step(raise);
  expect(nobody.ticket.priority?.id).toBe('highest');
  // The fallback of the settings, where nobody holds any role of the ladder.
  expect(nobody.tagged).toEqual(['James Lee']);
});

it('K11: without a record and a label the ticket itself is flagged', () => {
  const story = new KeyStory({
    policy: { escalation: { ...keyPolicy.escalation, record: null, label: null } },
  });
  story.step(raise);
  expect(story.effects.map(({ command }) => command.kind)).toEqual(['comment', 'edit', 'own']);
});

it('KA-05: the month-end task is opened once, confirmed by Operations, and asked for until then', () => {
  const story = new KeyStory({ account: anas });
  const begin = {
    procedure: 'key-account',
    perform: (c: Case, actor: Actor) => aboutKeyAccounts(beginMonthEnd)(c, actor, '2026-02'),
  };
  story.doing(begin, { accountId: 'relay' });
  expect(story.tagged).toEqual(['olga']);
  story.doing(begin, { accountId: 'relay' });
  expect(story.tagged).toEqual([]);
  expect(story.part.monthEnd?.dueAt).toBe('2026-03-05T17:00:00.000Z');
  story.at('2026-03-05T17:00:00.000Z').turn();
  expect(story.tagged).toEqual(['olga']);
  expect(story.refusal({ kind: 'confirm-month-end', note: null }, 'agent')).toContain(
    'Operations Management',
  );
  story.step({ kind: 'confirm-month-end', note: 'Version 12.' }, 'olga');
  expect(wakeAt(everyRule, story.ledger)).toBeNull();
  expect(story.counted).toEqual(['month-confirmed']);
});
