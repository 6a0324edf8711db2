import { asksOf } from '../../../src/procedures/account-manager/asks';
import type { CustomerAccount } from '../../../src/core/account';
import { anas, Story } from '../../support/sop';

const known = (account: CustomerAccount) => ({ kind: 'known', account, chosen: false }) as const;
const dueAt = '2026-03-02T14:00:00.000Z';

const asked = (account = anas): Story => {
  const story = new Story({ account: known(account) });
  story.request();
  return story.at('2026-03-02T11:00:00.000Z');
};

describe('AM-06: an account moves to another manager while somebody is asked', () => {
  it('the new account manager takes over with the same due time, both fields follow, and is told what was asked', () => {
    const story = asked();
    story.account = known({ ...anas, accountManager: 'Rita' });
    story.turn();
    expect(asksOf(story.ledger).ask).toMatchObject({
      holder: 'Rita',
      accountManager: 'Rita',
      rung: 0,
      dueAt,
      asked: ['Rita'],
    });
    expect(story.tagged).toEqual(['Rita']);
    expect(story.ticket.accountManager?.accountId).toBe('Rita');
    expect(story.ticket.regionalManager?.accountId).toBe('Paige');
    expect(story.status).toBe('wfam');
    const [comment] = story.last?.effects ?? [];
    expect(JSON.stringify(comment)).toContain('Is the contract signed?');
    expect(story.clauses.at(-1)).toBe('AM-06');
  });

  it('happens once, however often the rules look', () => {
    const story = asked();
    story.account = known({ ...anas, accountManager: 'Rita' });
    story.turn();
    expect(story.turn()).toMatchObject({ changed: false, effects: [] });
  });

  it('AM-09: computes again who is above, when the new manager is both', () => {
    const story = asked();
    story.account = known({ ...anas, accountManager: 'Paige' });
    story.turn();
    expect(asksOf(story.ledger).ask).toMatchObject({ holder: 'Paige' });
    expect(story.ticket.regionalManager?.accountId).toBe('James Lee');
    story.at(dueAt).turn();
    expect(story.tagged).toEqual(['James Lee']);
  });

  it('the answer of the one before counts no more, that of the new one does', () => {
    const story = asked();
    story.account = known({ ...anas, accountManager: 'Rita' });
    story.turn();
    story.comment('Ana').turn();
    expect(asksOf(story.ledger).ask).not.toBeNull();
    story.comment('Rita').turn();
    expect(asksOf(story.ledger).closed).toMatchObject([{ how: 'answered', by: 'Rita' }]);
  });

  it('an escalated ask goes to the new regional manager, not to the new account manager', () => {
    const story = asked();
    story.at(dueAt).turn();
    expect(asksOf(story.ledger).ask).toMatchObject({ holder: 'Paige', rung: 1 });
    const due = asksOf(story.ledger).ask?.dueAt;
    story.account = known({ ...anas, accountManager: 'Rita', regionalManager: 'Davies' });
    story.at('2026-03-02T14:30:00.000Z').turn();
    expect(asksOf(story.ledger).ask).toMatchObject({
      holder: 'Davies',
      rung: 1,
      dueAt: due,
      management: ['Davies'],
    });
    expect(story.status).toBe('wfm');
  });

  it('another regional manager only: the field follows, and nobody is asked anew', () => {
    const story = asked();
    story.account = known({ ...anas, regionalManager: 'Davies' });
    story.turn();
    expect(story.kinds).toEqual(['edit']);
    expect(asksOf(story.ledger).ask).toMatchObject({ holder: 'Ana', regionalManager: 'Davies' });
    story.at(dueAt).turn();
    expect(story.tagged).toEqual(['Davies']);
  });

  it('A14: a new manager who is away is stood in for', () => {
    const story = asked();
    story.people = {
      ...story.people,
      Rita: {
        accountId: 'Rita',
        name: 'Rita',
        active: true,
        kind: 'person',
        delegation: {
          delegate: 'delegate',
          from: '2026-03-01T00:00:00.000Z',
          until: '2026-03-09T00:00:00.000Z',
        },
      },
    };
    story.account = known({ ...anas, accountManager: 'Rita' });
    story.turn();
    expect(asksOf(story.ledger).ask).toMatchObject({
      holder: 'delegate',
      standsInFor: 'Rita',
      dueAt,
    });
    expect(story.turn().effects).toEqual([]);
  });

  it('an answer given before the move still counts', () => {
    const story = asked();
    story.comment('Ana');
    story.account = known({ ...anas, accountManager: 'Rita' });
    story.turn();
    expect(asksOf(story.ledger).closed).toMatchObject([{ how: 'answered', by: 'Ana' }]);
  });
});
