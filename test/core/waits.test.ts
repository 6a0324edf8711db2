import { holdersOf } from '../../src/core/clock';
import { decide, wakeAt } from '../../src/core/decide';
import type { Procedure } from '../../src/core/procedure';
import { onRadar } from '../../src/core/radar';
import { askedForList, waitingList, waitRows } from '../../src/core/wait-rows';
import { chores, Desk, listOf, owed, owing, roles, wait } from '../support/wait-desk';

describe('something that somebody owes', () => {
  it('is told to whoever owes it, once, with what to do and until when', () => {
    const desk = new Desk().owes(wait());
    expect(desk.said).toEqual([
      {
        to: ['Ana'],
        words: '@Ana your turn: Approve the cost. Due by Mon 2 Mar 2026, 14:00 (UTC).',
      },
    ]);
    desk.turn();
    desk.turn();
    expect(desk.said).toHaveLength(1);
  });

  it('is not told to whoever has just done what made it theirs', () => {
    const desk = new Desk();
    desk.doing(owing(wait()), { accountId: 'Ana' });
    expect(desk.said).toEqual([]);
    expect(desk.clock?.dueAt).toBe('2026-03-02T14:00:00.000Z');
  });

  it('is one comment where a person owes several things at once', () => {
    const desk = new Desk().owes(wait(), wait({ key: 'read', title: 'Read the document' }));
    expect(desk.said).toHaveLength(1);
    expect(desk.said[0]?.words).toMatch(/Approve the cost.*Read the document/u);
  });

  it('tags at most three of a role, and stands in the lists of all', () => {
    const desk = new Desk().owes(wait({ of: 'qa' }));
    expect(desk.said[0]?.to).toEqual(['Joe', 'Rita', 'Davies']);
    for (const person of ['Joe', 'Rita', 'Davies', 'Chad'])
      expect(listOf(desk, waitingList, person)).toHaveLength(1);
  });

  it('waits with a further tag of the same person for an hour', () => {
    const desk = new Desk().owes(wait());
    desk.at('2026-03-02T10:20:00.000Z').owes(wait({ key: 'read', title: 'Read the document' }));
    expect(desk.said).toHaveLength(1);
    desk.until('2026-03-02T11:00:00.000Z');
    expect(desk.said.map(({ words }) => words)[1]).toContain('Read the document');
    // Nobody is late before they were told.
    expect(desk.clock?.dueAt).toBe('2026-03-02T15:00:00.000Z');
  });

  it('is not tagged where it only stands in the list', () => {
    const desk = new Desk().owes(wait({ tell: 'list' }));
    expect(desk.said).toEqual([]);
    desk.until('2026-03-02T14:00:00.000Z');
    expect(desk.said[0]?.to).toContain('Paige');
  });

  it('is not tagged again whom the words of the procedure have tagged in the same turn', () => {
    const desk = new Desk().says('Ana', wait({ tell: 'said' }));
    expect(desk.said.map(({ words }) => words)).toEqual(['@Ana please approve the cost.']);
    desk.until('2026-03-02T14:00:00.000Z');
    expect(desk.said.at(-1)?.words).toMatch(/^@Paige Ana did not do this in time/u);
  });

  it('is tagged whom those words have not tagged, and has the whole time from then', () => {
    const desk = new Desk().away('Ana', 'Davies').says('Ana', wait({ tell: 'said' }));
    expect(desk.said.map(({ words }) => words)).toEqual([
      '@Ana please approve the cost.',
      '@Davies (for Ana) your turn: Approve the cost. Due by Mon 2 Mar 2026, 14:00 (UTC).',
    ]);
    desk.at('2026-03-02T12:00:00.000Z').owes(wait({ key: 'read', tell: 'said' }));
    expect(desk.said.at(-1)?.words).toMatch(/^@Davies \(for Ana\) your turn/u);
    expect(desk.ledger.clocks?.at(-1)?.dueAt).toBe('2026-03-02T16:00:00.000Z');
  });

  it('ends when it is not owed any more, and nothing is said', () => {
    const desk = new Desk().owes(wait()).owes();
    expect(desk.ledger.clocks).toEqual([]);
    desk.until('2026-04-02T10:00:00.000Z');
    expect(desk.said).toHaveLength(1);
    expect(waitRows(desk.ledger)).toEqual([]);
  });

  it('is found by those who wait for it', () => {
    const desk = new Desk().owes(wait({ askers: ['agent'] }));
    expect(listOf(desk, askedForList, 'agent')).toMatchObject([
      { doc: { title: 'Approve the cost', holders: ['Ana'] } },
    ]);
  });
});

describe('when nobody acts', () => {
  it('those above hear of it in order: who was silent, what, and until when', () => {
    const desk = new Desk().owes(
      wait({
        above: [
          { to: 'team-lead', after: { minutes: 60 } },
          {
            to: 'engineering-manager',
            after: { days: 1 },
            title: 'Decide in the place of the approver',
          },
        ],
      }),
    );
    desk.until('2026-03-02T14:00:00.000Z');
    expect(desk.said.at(-1)).toEqual({
      to: ['Ana'],
      words: '@Ana still open: Approve the cost. It was due by Mon 2 Mar 2026, 14:00 (UTC).',
    });
    desk.until('2026-03-02T15:00:00.000Z');
    expect(desk.said.at(-1)).toEqual({
      to: ['Paige'],
      words:
        '@Paige Ana did not do this in time: Approve the cost. It was due by Mon 2 Mar 2026, 14:00 (UTC). Please see that it gets done.',
    });
    desk.until('2026-03-03T17:00:00.000Z');
    expect(desk.said.at(-1)?.to).toEqual(['Joe']);
    expect(desk.said.at(-1)?.words).toContain('Please decide in the place of the approver.');
    // What somebody missed stays theirs, and they may still do it.
    for (const person of ['Ana', 'Paige', 'Joe'])
      expect(listOf(desk, waitingList, person)).toHaveLength(1);
  });

  it('the last is reminded each working day for ever, and the radar says so', () => {
    const desk = new Desk().owes(wait()).until('2026-03-16T12:00:00.000Z');
    const reminders = desk.said.filter(({ words }) => words.includes('still open'));
    expect(reminders.length).toBeGreaterThanOrEqual(8);
    expect(reminders.every(({ to }) => to.includes('Paige'))).toBe(true);
    expect(onRadar(desk.ledger, desk.situation)).toMatchObject([{ code: 'late-with-everybody' }]);
  });

  it('nobody is asked twice: a level whose people were asked already is passed over', () => {
    const desk = new Desk().owes(
      wait({
        of: 'qa',
        above: [
          { to: 'engineering-manager', after: { days: 0 } },
          { to: 'team-lead', after: { days: 0 } },
        ],
      }),
    );
    desk.until('2026-03-02T14:00:00.000Z');
    expect(desk.said.at(-1)?.to).toEqual(['Paige']);
  });

  it('the fallback of the settings takes nothing over from people who were asked already', () => {
    const desk = new Desk({ fallback: ['James Lee'] }).owes(wait({ of: 'team-lead' }));
    desk.until('2026-03-04T12:00:00.000Z');
    expect(desk.said.some(({ to }) => to.includes('James Lee'))).toBe(false);
    expect(desk.said.at(-1)?.to).toEqual(['Paige']);
  });

  it('a date that was agreed is waited for', () => {
    const desk = new Desk().owes(wait({ notBefore: '2026-03-05T10:00:00.000Z' }));
    desk.until('2026-03-05T09:59:59.000Z');
    expect(desk.said).toHaveLength(1);
    desk.until('2026-03-05T10:00:00.000Z');
    expect(desk.said).toHaveLength(2);
  });

  it('what made it owed anew starts the time again, quietly', () => {
    const desk = new Desk().owes(wait());
    desk.at('2026-03-02T13:00:00.000Z').owes(wait({ since: '2026-03-02T13:00:00.000Z' }));
    expect(desk.clock?.dueAt).toBe('2026-03-02T17:00:00.000Z');
    expect(desk.said).toHaveLength(1);
  });
});

describe('people who are away or have left', () => {
  it('are never asked: their delegate is', () => {
    const desk = new Desk().away('Ana', 'delegate').owes(wait());
    expect(desk.said[0]).toMatchObject({ to: ['delegate'] });
    expect(desk.said[0]?.words).toContain('(for Ana)');
    // Both see it.
    expect(listOf(desk, waitingList, 'Ana')).toHaveLength(1);
  });

  it('hand over: the one in their place is told, the due time stays, and a while is left', () => {
    const desk = new Desk().owes(wait());
    desk.at('2026-03-02T13:50:00.000Z').away('Ana', 'delegate').turn();
    expect(desk.said.at(-1)?.to).toEqual(['delegate']);
    expect(desk.clock?.dueAt).toBe('2026-03-02T14:20:00.000Z');
  });

  it('find it still with their stand-in when they come back', () => {
    const desk = new Desk().away('Ana', 'delegate', '2026-03-02T12:00:00.000Z').owes(wait());
    desk.at('2026-03-02T12:30:00.000Z').turn();
    expect(holdersOf(desk.clock ?? { asked: [], rung: 0 })).toEqual(['delegate', 'Ana']);
    expect(desk.said).toHaveLength(1);
  });

  it('are not escalated to either, nor is somebody who was asked below', () => {
    const desk = new Desk({ roles: { ...roles, 'team-lead': ['Paige', 'Rita'] } });
    desk.away('Paige', 'Ana').owes(wait());
    desk.until('2026-03-02T14:00:00.000Z');
    expect(desk.said.at(-1)?.to).toEqual(['Rita']);
  });

  it('in a role that nobody holds: those above are told at once, and the radar names it', () => {
    const desk = new Desk({ roles: { 'team-lead': ['Paige'] } }).owes(wait());
    expect(desk.said.at(-1)?.to).toEqual(['Paige']);
    const nobody = new Desk({ roles: {} }).owes(wait());
    expect(onRadar(nobody.ledger, nobody.situation)).toMatchObject([{ code: 'owed-by-nobody' }]);
    nobody.until('2026-03-20T10:00:00.000Z');
    nobody.policy = { ...nobody.policy, roles };
    nobody.until('2026-03-22T10:00:00.000Z');
    expect(nobody.said.at(-1)?.to).toEqual(['Ana']);
  });

  it('are never those who must not do it', () => {
    const desk = new Desk().owes(wait({ of: 'qa', not: ['Joe'] }));
    expect(desk.said[0]?.to).toEqual(['Rita', 'Davies', 'Chad']);
  });
});

describe('the past is judged by the past', () => {
  it('what a publication makes owed is listed at once, and tags nobody before its first reminder', () => {
    const desk = new Desk().owes(wait());
    desk.at('2026-03-03T09:00:00.000Z');
    desk.policy = { ...desk.policy, version: 4, publishedAt: desk.now };
    const more = wait({ key: 'read', title: 'Read the document', of: 'qa' });
    desk.procedures = [{ ...chores, waits: () => [wait(), more] }];
    desk.turn();
    expect(listOf(desk, waitingList, 'Joe')).toHaveLength(1);
    expect(desk.said.some(({ to }) => to.includes('Joe'))).toBe(false);
    desk.until('2026-03-03T13:00:00.000Z');
    expect(desk.said.some(({ to }) => to.includes('Joe'))).toBe(true);
    expect(desk.said.some(({ words }) => words.includes('Joe, Rita'))).toBe(false);
  });

  it('other times in the settings change nothing about what was asked', () => {
    const desk = new Desk().owes(wait());
    desk.policy = { ...desk.policy, version: 4, publishedAt: desk.now };
    desk.procedures = [{ ...chores, waits: () => [wait({ within: { minutes: 1 }, above: [] })] }];
    desk.until('2026-03-02T13:59:59.000Z');
    expect(desk.said).toHaveLength(1);
    desk.until('2026-03-02T14:00:00.000Z');
    expect(desk.said.at(-1)?.to).toEqual(['Paige']);
  });

  it('what cannot be told is not "not owed": the clock stands still and goes on', () => {
    const desk = new Desk().owes(wait());
    desk.procedures = [{ ...chores, waits: () => null }];
    desk.at('2026-03-02T14:00:00.000Z').turn();
    expect(desk.ledger.clocks).toHaveLength(1);
    expect(desk.said).toHaveLength(1);
    desk.procedures = [chores];
    desk.turn();
    expect(desk.said.at(-1)?.to).toEqual(['Paige']);
  });

  it('what stands still is on the radar, is looked at once a day, and goes on with what was left', () => {
    const desk = new Desk().owes(wait());
    desk.procedures = [{ ...chores, waits: () => null }];
    desk.at('2026-03-02T13:00:00.000Z').turn();
    expect(onRadar(desk.ledger, desk.situation)).toMatchObject([
      { code: 'stands-still', since: '2026-03-02T13:00:00.000Z' },
    ]);
    expect(wakeAt(desk.procedures, desk.ledger)).toBe('2026-03-03T13:00:00.000Z');
    desk.until('2026-03-09T12:00:00.000Z');
    expect(desk.said).toHaveLength(1);
    desk.procedures = [chores];
    desk.turn();
    // An hour was left, and nobody could do it meanwhile.
    expect(desk.clock?.dueAt).toBe('2026-03-09T13:00:00.000Z');
    expect(desk.ledger.journal.at(-1)?.text).toBe('Goes on: Approve the cost');
    expect(onRadar(desk.ledger, desk.situation)).toEqual([]);
    desk.until('2026-03-09T12:59:59.000Z');
    expect(desk.said).toHaveLength(1);
    desk.until('2026-03-09T13:00:00.000Z');
    expect(desk.said.at(-1)?.to).toEqual(['Paige']);
  });

  it('a tag and its answer that arrive together lose nothing and tell nobody', () => {
    const both: Procedure = {
      ...chores,
      onComment: (c, comment) =>
        owed.set(c, comment.text === 'ask' ? [wait({ since: comment.at })] : []),
    };
    const desk = new Desk();
    desk.procedures = [both];
    desk.comment('agent', { text: 'ask' }).comment('Ana', { text: 'answer' });
    desk.turn();
    expect(desk.ledger.clocks).toEqual([]);
    expect(desk.said).toEqual([]);
  });
});

it('stops with its own procedure alone when a calendar has no hours', () => {
  const desk = new Desk({
    calendars: { office: { name: 'Never', timeZone: 'UTC', week: [], holidays: [] } },
  });
  const decision = decide(desk.ledger, desk.situation, {
    act: owing(wait()),
    actor: { accountId: 'agent', mayTransition: true },
  });
  expect(decision.failures.map(({ procedure }) => procedure)).toEqual(['chores']);
});
