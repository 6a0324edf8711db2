// Whoever has a wait may do what it names, whatever their role (A14).
import { askedOf, isAsked } from '../../src/core/asked';
import { delegateWait } from '../../src/core/wait-acts';
import { aPerson } from '../support/sop';
import { Desk, wait } from '../support/wait-desk';

const named = { procedure: 'chores', wait: 'approve' };

/** Everybody of the desk who may approve now. */
const mayApprove = ({ ledger }: Desk, of = named): string[] =>
  ['Ana', 'Rita', 'Joe', 'Davies', 'Paige', 'agent'].filter((one) => isAsked(ledger, of, one));

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

  it('who was asked before, and not those above: they see that it gets done', () => {
    const desk = new Desk().owes(wait()).until('2026-03-02T15:00:00.000Z');
    expect(desk.clock?.rung).toBe(1);
    expect(mayApprove(desk)).toEqual(['Ana']);
  });

  it('those above who have it by now, where the wait says that they may', () => {
    const desk = new Desk().owes(wait({ aboveMay: true }));
    expect(mayApprove(desk)).toEqual(['Ana']);
    expect(mayApprove(desk.until('2026-03-02T15:00:00.000Z'))).toEqual(['Ana', 'Paige']);
  });

  it('never those above of whom something else is asked', () => {
    const above = [{ to: 'team-lead', after: { days: 0 }, title: 'Call the vendor' } as const];
    const desk = new Desk().owes(wait({ above, aboveMay: true })).until('2026-03-02T15:00:00.000Z');
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

  it('as long as it is owed, of that procedure, and for nothing else', () => {
    const desk = new Desk().owes(wait(), wait({ key: 'test', of: 'qa' }));
    expect(mayApprove(desk)).toEqual(['Ana']);
    expect(mayApprove(desk, { ...named, procedure: 'others' })).toEqual([]);
    expect(askedOf(desk.ledger, 'chores', 'Joe').map(({ key }) => key)).toEqual(['test']);
    expect(mayApprove(desk.owes())).toEqual([]);
  });
});
