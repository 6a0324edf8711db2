// Whoever has a wait may do what it names, whatever their role (A14).
import { isAsked } from '../../src/core/asked';
import { delegateWait } from '../../src/core/wait-acts';
import { aPerson } from '../support/sop';
import { Desk, wait } from '../support/wait-desk';

const named = { procedure: 'chores', wait: 'approve' };
const approve = { procedure: 'chores', act: 'approve' };

/** Everybody of the desk who may approve now. */
const mayApprove = ({ ledger }: Desk, act = approve): string[] =>
  ['Ana', 'Rita', 'Joe', 'Davies', 'Paige', 'agent'].filter((one) => isAsked(ledger, one, act));

const hand = (desk: Desk, from: string, to: string) =>
  desk.doing(
    {
      procedure: 'wait',
      perform: (c, actor) => delegateWait(c, actor, { ...named, to: aPerson(to) }),
    },
    { accountId: from, mayTransition: false },
  );

describe('an act that a wait names is for', () => {
  it('whoever has it, and nobody else', () => {
    expect(mayApprove(new Desk().owes(wait()))).toEqual(['Ana']);
  });

  it('who stands in, and still the one in whose place they stand', () => {
    expect(mayApprove(new Desk().away('Ana', 'Rita').owes(wait()))).toEqual(['Ana', 'Rita']);
  });

  it('whom it was handed to, and who handed it on', () => {
    const desk = new Desk().owes(wait());
    hand(desk, 'Ana', 'Rita');
    expect(mayApprove(desk)).toEqual(['Ana', 'Rita']);
  });

  it('whoever the fallback list found where the role is vacant', () => {
    const desk = new Desk({ roles: {}, fallback: ['Joe'] }).owes(wait());
    expect(mayApprove(desk)).toEqual(['Joe']);
  });

  it('who was asked before, and those above who have it by now', () => {
    const desk = new Desk().owes(wait()).until('2026-03-02T15:00:00.000Z');
    expect(mayApprove(desk)).toEqual(['Ana', 'Paige']);
  });

  it('not those above of whom something else is asked', () => {
    const above = [{ to: 'team-lead', after: { days: 0 }, title: 'Call the vendor' } as const];
    const desk = new Desk().owes(wait({ above })).until('2026-03-02T15:00:00.000Z');
    expect(desk.clock?.rung).toBe(1);
    expect(mayApprove(desk)).toEqual(['Ana']);
  });

  it('never somebody whom it must not be asked of, however they came to it', () => {
    const desk = new Desk().owes(wait());
    hand(desk, 'Ana', 'Rita');
    desk.owes(wait({ not: ['Rita'] }));
    expect(mayApprove(desk)).toEqual(['Ana']);
    hand(desk, 'Ana', 'Rita');
    expect(desk.last?.refused?.text).toBe('Rita cannot do this: it must be somebody else.');
  });

  it('as long as it is owed, as that act, of that procedure, about that', () => {
    const desk = new Desk().owes(wait());
    expect(mayApprove(desk, { ...approve, act: 'decline' })).toEqual([]);
    expect(mayApprove(desk, { ...approve, procedure: 'others' })).toEqual([]);
    const about = (key: string) =>
      isAsked(desk.ledger, 'Ana', { ...approve, about: (of) => of === key });
    expect([about('approve'), about('another')]).toEqual([true, false]);
    expect(mayApprove(desk.owes())).toEqual([]);
  });
});
