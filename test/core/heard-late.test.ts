// Events come late, or not at all: what made something owed counts from when it happened, with who did it (X10, X11).
import type { Procedure } from '../../src/core/procedure';
import { chores, Desk, owed, wait } from '../support/wait-desk';

/** Every comment makes something owed; one that says "done" ends it. */
const hearing: Procedure = {
  ...chores,
  onComment: (c, { at, text }) => owed.set(c, text === 'done' ? [] : [wait({ since: at })]),
};
const heardLate = (author: string, ...texts: string[]): Desk => {
  const desk = new Desk();
  desk.procedures = [hearing];
  for (const text of texts) desk.comment(author, { text });
  desk.at('2026-03-02T12:00:00.000Z').turn();
  return desk;
};

describe('what is heard two hours late', () => {
  it('is owed since it happened', () => {
    expect(heardLate('agent', 'ask').clock).toMatchObject({
      opened: '2026-03-02T10:00:00.000Z',
      since: '2026-03-02T10:00:00.000Z',
    });
  });

  it('is known to whoever made it their own turn', () => {
    const desk = heardLate('Ana', 'ask');
    expect(desk.said).toEqual([]);
    expect(desk.clock?.dueAt).toBe('2026-03-02T14:00:00.000Z');
  });

  it('and was over before it was heard tells nobody', () => {
    const desk = heardLate('agent', 'ask', 'done');
    expect(desk.said).toEqual([]);
    expect(desk.ledger.clocks).toEqual([]);
  });
});

describe('settings that are published while nothing is owed', () => {
  it('take nothing from what happens after that: whoever owes it is told', () => {
    const desk = new Desk().owes(wait());
    // What is owed on a ticket that is open ends with it, and is owed again once it is opened again.
    desk.procedures = [{ ...chores, waits: ({ ticket }) => (ticket.status.done ? [] : [wait()]) }];
    desk.moves('done').turn();
    expect(desk.ledger.clocks).toEqual([]);
    desk.policy = { ...desk.policy, version: desk.policy.version + 1 };
    desk.at('2026-03-03T10:00:00.000Z').turn();
    desk.at('2026-03-04T10:00:00.000Z').moves('wfs').turn();
    expect(desk.clock?.adopted).toBeUndefined();
    expect(desk.said.at(-1)?.words).toContain('your turn: Approve the cost');
    expect(desk.said).toHaveLength(2);
  });
});
