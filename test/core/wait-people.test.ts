// Who is told of what is owed, and who is named as silent, when people hand things on, decline and ask back (X10, X11).
import type { Act } from '../../src/core/act';
import { wakeAt } from '../../src/core/decide';
import { nextSteps } from '../../src/core/next-steps';
import { onRadar } from '../../src/core/radar';
import { askBack, declineWait, delegateWait, inform, promiseWait } from '../../src/core/wait-acts';
import { waitingList } from '../../src/core/wait-rows';
import { anas, aPerson } from '../support/sop';
import { chores, Desk, listOf, owing, roles, wait } from '../support/wait-desk';

const named = { procedure: 'chores', wait: 'approve' };
const does = (desk: Desk, who: string, perform: Act['perform'], mayTransition = false) =>
  desk.doing({ procedure: 'wait', perform }, { accountId: who, mayTransition }).refused;
const askingBack = (desk: Desk, who = 'Ana') =>
  does(desk, who, (c, a) => askBack(c, a, { ...named, text: 'Which cost?' }));
const handsTo = (desk: Desk, who: string, to: string) =>
  does(desk, who, (c, a) => delegateWait(c, a, { ...named, to: aPerson(to) }));
const saidTo = (desk: Desk, who: string) => desk.said.filter(({ to }) => to.includes(who));

describe('handed to somebody who cannot take it', () => {
  const desks: [string, () => Desk][] = [
    ['is away', () => new Desk().away('Rita', 'Davies').owes(wait())],
    ['cannot see the ticket', () => new Desk().change('Rita', { cannotSee: ['1'] }).owes(wait())],
  ];
  it.each(desks)('who %s, it is refused by name', (_why, desk) => {
    const story = desk();
    const refused = handsTo(story, 'Ana', 'Rita');
    expect(refused?.field).toBe('to');
    expect(refused?.text).toMatch(
      /^Rita (is away|cannot see this ticket)\. Choose somebody else\.$/u,
    );
  });
  it('who has said that it is not theirs, it is refused by name', () => {
    const story = new Desk({ roles: { ...roles, 'cr-approver': ['Ana', 'Rita'] } }).owes(wait());
    does(story, 'Ana', (c, a) => declineWait(c, a, { ...named, reason: 'Not my area.' }));
    expect(handsTo(story, 'Rita', 'Ana')?.text).toContain('Ana has said that it is not theirs');
  });
  it('who was silent on the level below, it is refused by name', () => {
    const story = new Desk().owes(wait()).until('2026-03-02T14:00:00.000Z');
    expect(handsTo(story, 'Paige', 'Ana')?.text).toContain('Ana was asked before');
  });
});

describe('what not everybody can do', () => {
  const only = ['cr-approver', 'qa'] as const;
  const skilled = wait({ only });

  it('is handed to nobody who cannot do it: it is refused at once, and says who can', () => {
    const story = new Desk().owes(skilled);
    const refused = handsTo(story, 'Ana', 'Paige');
    expect(refused?.field).toBe('to');
    expect(refused?.text).toBe(
      'Paige cannot do this: it takes an approver of change requests or a QA. Choose Joe, Rita or Davies.',
    );
    expect(handsTo(story, 'Ana', 'Rita')).toBeNull();
  });
  it('keeps with whom it is where nobody else can', () => {
    const story = new Desk().owes(wait({ only: [{ people: ['Ana'] }] }));
    expect(handsTo(story, 'Ana', 'Rita')?.text).toBe(
      'Rita cannot do this: it takes Ana. Nobody else who can is there: keep it, or set a date.',
    );
  });
  it('is asked of no delegate and nobody of the fallback list who cannot do it', () => {
    const asked = (story: Desk) => story.clock?.asked.map(({ person }) => person);
    const away = (...more: [] | [typeof skilled]) =>
      new Desk({ fallback: ['Paige'] })
        .away('Ana', 'Paige')
        .owes(...(more.length === 0 ? [wait()] : more));
    expect(asked(away())).toEqual(['Paige']);
    expect(asked(away(skilled))).toEqual(['Ana']);
    expect(asked(new Desk({ fallback: ['Paige'] }).away('Ana', 'Rita').owes(skilled))).toEqual([
      'Rita',
    ]);
  });
  it('leaves whoever cannot do it any more', () => {
    const story = new Desk().owes(skilled);
    expect(handsTo(story, 'Ana', 'Rita')).toBeNull();
    story.policy = { ...story.policy, roles: { ...roles, qa: ['Joe'] } };
    story.turn();
    expect(story.clock?.asked.map(({ person }) => person)).toEqual(['Ana']);
  });
  it('climbs all the same: those above see that it gets done', () => {
    const story = new Desk().owes(skilled).until('2026-03-02T15:00:00.000Z');
    expect(saidTo(story, 'Paige')).toHaveLength(1);
    expect(handsTo(story, 'Paige', 'agent')?.text).toMatch(/^agent cannot do this: it takes/u);
  });
});

describe('nothing is called late before its due time', () => {
  it('after a hand-over that came to nothing', () => {
    const story = new Desk().away('Rita', 'Davies').owes(wait());
    expect(handsTo(story, 'Ana', 'Rita')).not.toBeNull();
    // It is 10:00; due at 14:00.
    expect(story.said.map(({ words }) => words).join()).not.toContain('It was due by');
    expect(story.ledger.journal.map(({ text }) => text)).not.toContain('Late: Approve the cost');
  });
  it('after the only one has said "not mine"; and those above read the reason', () => {
    const story = new Desk().owes(wait());
    does(story, 'Ana', (c, a) => declineWait(c, a, { ...named, reason: 'Ask the vendor.' }));
    expect(story.said.at(-1)?.words).toBe(
      '@Paige Ana says that this is not theirs: Approve the cost. The reason: Ask the vendor. It is due by Mon 2 Mar 2026, 14:00 (UTC). Please see that it gets done.',
    );
  });
  it('where the role is vacant', () => {
    const story = new Desk({ roles: { 'team-lead': ['Paige'] } }).owes(wait());
    expect(story.said.at(-1)?.words).toContain(
      'nobody else can be asked for this: Approve the cost. It is due by',
    );
  });
});

describe('nobody is named as silent who was not told', () => {
  it('the others of a role where one of them made it their turn', () => {
    const story = new Desk();
    story.doing(owing(wait({ of: 'qa' })), { accountId: 'Joe' });
    story.until('2026-03-02T14:00:00.000Z');
    const words = story.said.at(-1)?.words ?? '';
    expect(saidTo(story, 'Rita')).toEqual([]);
    expect(words).not.toContain('Rita');
  });
  it('somebody who came into the role a minute before the due time', () => {
    const story = new Desk().owes(wait());
    story.until('2026-03-02T13:59:00.000Z');
    story.policy = { ...story.policy, roles: { ...roles, 'cr-approver': ['Ana', 'Rita'] } };
    story.turn();
    story.until('2026-03-02T14:00:00.000Z');
    expect(saidTo(story, 'Rita')).toEqual([]);
    expect(story.said.at(-1)?.words).not.toContain('Rita');
  });
  it('the fourth of a role, whom no comment has tagged', () => {
    const story = new Desk().owes(wait({ of: 'qa' })).until('2026-03-02T14:00:00.000Z');
    expect(saidTo(story, 'Chad')).toEqual([]);
    expect(story.said.at(-1)?.words).not.toContain('Chad');
  });
  it('a lead who has asked back, and is answered: what was left to them is left', () => {
    const story = new Desk()
      .owes(
        wait({
          above: [
            { to: 'team-lead', after: { days: 0 } },
            { to: 'engineering-manager', after: { days: 2 } },
          ],
        }),
      )
      .until('2026-03-02T14:30:00.000Z');
    askingBack(story, 'Paige');
    story.until('2026-03-04T11:00:00.000Z');
    does(story, 'agent', (c, a) => inform(c, a, { ...named, text: 'This one.' }), true);
    // In the very same turn in which they were answered they are named silent.
    expect(saidTo(story, 'Joe')).toEqual([]);
  });
});

describe('a date that is set after it was escalated', () => {
  it('takes it back to whoever set it: those above hear that the date was not kept', () => {
    const story = new Desk().owes(wait()).until('2026-03-02T14:00:00.000Z');
    does(story, 'Ana', (c, a) => promiseWait(c, a, { ...named, by: '2026-03-04T12:00:00.000Z' }));
    expect(saidTo(story, 'Paige')).toHaveLength(1);
    story.until('2026-03-04T12:00:00.000Z');
    expect(saidTo(story, 'Paige')).toHaveLength(2);
    expect(saidTo(story, 'Paige').at(-1)?.words).toContain('Ana did not do this in time');
  });
});

describe('what is found late', () => {
  it('is nobody’s silence', () => {
    const story = new Desk();
    story.at('2026-03-05T10:00:00.000Z').owes(wait({ tell: 'list' }));
    expect(story.said).toEqual([]);
    expect(story.clock?.dueAt).toBe('2026-03-05T14:00:00.000Z');
  });

  it('no time at all is a grace all the same', () => {
    const none = { minutes: 0 };
    const story = new Desk().owes(
      wait({ within: none, above: [{ to: 'team-lead', after: none }] }),
    );
    story.until('2026-03-02T10:29:59.000Z');
    expect(saidTo(story, 'Paige')).toEqual([]);
    story.until('2026-03-02T10:30:00.000Z');
    expect(saidTo(story, 'Paige')).toHaveLength(1);
  });
});

describe('settings are published, and then something happens', () => {
  it('what becomes owed by that is told as if they had not been', () => {
    const story = new Desk().owes(wait());
    story.at('2026-03-02T11:00:00.000Z');
    story.policy = { ...story.policy, version: 4, publishedAt: story.now };
    story.at('2026-03-02T12:00:00.000Z');
    // Owed by the passing of time: nothing but the clock has moved.
    story.procedures = [
      { ...chores, waits: () => [wait(), wait({ key: 'cycle', of: 'qa', since: story.now })] },
    ];
    story.turn();
    expect(saidTo(story, 'Joe')).toHaveLength(1);
  });
});

describe('while a question is open', () => {
  const still: [string, (desk: Desk) => void][] = [
    [
      'a date is set meanwhile',
      (desk) =>
        void does(desk, 'Ana', (c, a) =>
          promiseWait(c, a, { ...named, by: '2026-03-04T12:00:00.000Z' }),
        ),
    ],
    ['it is handed on meanwhile', (desk) => void handsTo(desk, 'Ana', 'Rita')],
    [
      'it is owed anew meanwhile',
      (desk) => void desk.owes(wait({ since: '2026-03-02T10:30:00.000Z' })),
    ],
  ];
  it.each(still)(
    'nothing wakes the ticket for nothing, and the strip goes on: %s',
    (_what, act) => {
      const story = new Desk().owes(wait());
      askingBack(story);
      story.at('2026-03-02T10:30:00.000Z');
      act(story);
      story.at('2026-03-05T10:00:00.000Z').turn();
      story.turn();
      const wake = wakeAt(story.procedures, story.ledger);
      expect(wake === null || wake > story.now).toBe(true);
      // The strip ends at that moment, although the lead is reminded every morning.
      expect(nextSteps(story.ledger, story.situation).length).toBeGreaterThan(0);
    },
  );
  it('whoever it was handed to meanwhile is told', () => {
    const story = new Desk().owes(wait());
    askingBack(story);
    handsTo(story, 'Ana', 'Rita');
    story.at('2026-03-02T17:00:00.000Z').turn();
    expect(saidTo(story, 'Rita')).toHaveLength(1);
  });
});

describe('the last above says "not mine"', () => {
  it('whoever owes it goes on being reminded, and the radar does not say that nobody can be asked', () => {
    const story = new Desk().owes(wait()).until('2026-03-02T14:00:00.000Z');
    does(story, 'Paige', (c, a) => declineWait(c, a, { ...named, reason: 'Ana does that.' }));
    const before = story.said.length;
    story.until('2026-04-02T12:00:00.000Z');
    expect(story.said.length).toBeGreaterThan(before);
    const codes = onRadar(story.ledger, story.situation).map(({ code }) => code);
    expect(codes).not.toContain('owed-by-nobody');
  });
});

describe('apps and customers are never asked', () => {
  it.each(['bot', 'customer'])('%s', (who) => {
    const story = new Desk().owes(wait({ of: { people: [who] } }));
    story.until('2026-03-03T17:00:00.000Z');
    expect(saidTo(story, who)).toEqual([]);
    expect(story.said.map(({ words }) => words).join()).not.toContain(`${who} did not do this`);
  });
});

describe('words', () => {
  it('a question ends with one mark', () => {
    const story = new Desk().owes(wait());
    askingBack(story);
    expect(story.said.at(-1)?.words).not.toContain('?.');
  });
});

describe('it is with those above, and whoever owes it changes', () => {
  const csm = (manager: string) =>
    ({
      kind: 'known',
      chosen: false,
      account: { ...anas, customerSuccessManager: manager },
    }) as const;

  it('the new one has it in their list and is told, once; the one before has not', () => {
    const story = new Desk();
    story.account = csm('Ana');
    story.owes(wait({ of: 'csm' })).until('2026-03-02T14:00:00.000Z');
    expect(saidTo(story, 'Paige')).toHaveLength(1);
    story.account = csm('Rita');
    story.at('2026-03-02T15:00:00.000Z').turn();
    story.turn();
    expect(saidTo(story, 'Rita').map(({ words }) => words)).toEqual([
      '@Rita this is yours now: Approve the cost. It was due by Mon 2 Mar 2026, 14:00 (UTC).',
    ]);
    expect(listOf(story, waitingList, 'Rita')).toHaveLength(1);
    expect(listOf(story, waitingList, 'Ana')).toEqual([]);
    expect(listOf(story, waitingList, 'Paige')).toHaveLength(1);
  });
});
