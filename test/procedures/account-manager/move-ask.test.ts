// An open ask moves: the organization was corrected, the field names somebody else, the account was chosen wrongly.
import { asksOf } from '../../../src/procedures/account-manager/asks';
import type { OpenAsk } from '../../../src/procedures/account-manager/ask';
import { radar } from '../../../src/procedures/account-manager/radar';
import { defaultReadings } from '../../../src/procedures/account-manager/settings/reading-choices';
import type { CustomerAccount } from '../../../src/core/account';
import { anas, aPerson, aPolicy, aQueue, chads, Story } from '../../support/sop';

const known = (account: CustomerAccount) => ({ kind: 'known', account, chosen: false }) as const;
const askOf = (story: Story): OpenAsk => asksOf(story.ledger).ask as OpenAsk;
const dueAt = '2026-03-02T14:00:00.000Z';

const asked = (change: ConstructorParameters<typeof Story>[0] = {}): Story => {
  const story = new Story({ account: known(anas), ...change });
  story.request();
  return story.at('2026-03-02T11:00:00.000Z');
};
const codes = (story: Story): string[] =>
  radar.flatMap(({ code, find }) => (find(story.ledger, story.situation) === null ? [] : [code]));

let ids = 2000;
function fieldNames(story: Story, to: string, kind: 'person' | 'customer' = 'person'): Story {
  ids += 1;
  const person = aPerson(to, { kind });
  story.ticket = {
    ...story.ticket,
    accountManager: person,
    changes: [
      ...story.ticket.changes,
      {
        id: ids,
        at: story.now,
        by: aPerson('agent'),
        field: 'account-manager',
        from: 'Ana',
        fromName: 'Ana',
        to,
        ours: false,
      },
    ],
  };
  return story;
}

describe('AM-06: the organization is corrected while somebody is asked', () => {
  const corrected = (): Story => {
    const story = asked();
    story.organizationAccount = chads;
    story.turn();
    return story;
  };

  it('asks nobody else by itself; the ticket says so', () => {
    const story = corrected();
    expect(askOf(story)).toMatchObject({ holder: 'Ana', dueAt });
    expect(codes(story)).toContain('account-differs');
  });

  it('one click moves it: clock kept, fields follow, both are told', () => {
    const story = corrected();
    story.turn({ kind: 'move', to: 'account' });
    expect(askOf(story)).toMatchObject({ holder: 'Chad', cid: 'MSBK', dueAt, rung: 0 });
    expect(story.tagged).toEqual(['Chad', 'Ana']);
    expect(story.ticket.accountManager?.accountId).toBe('Chad');
    expect(story.ticket.regionalManager?.accountId).toBe('James Lee');
    story.account = known(chads);
    expect(codes(story)).not.toContain('account-differs');
    expect(story.turn()).toMatchObject({ changed: false, effects: [] });
    story.at(dueAt).turn();
    expect(story.tagged).toEqual(['James Lee']);
  });

  it('leaves at least the grace', () => {
    const story = corrected().at('2026-03-02T13:59:00.000Z');
    story.turn({ kind: 'move', to: 'account' });
    expect(askOf(story).dueAt).toBe('2026-03-02T14:29:00.000Z');
  });

  it('an agent may leave it, and is not asked again', () => {
    const story = corrected();
    story.turn({ kind: 'move', to: 'stay' });
    expect(askOf(story).holder).toBe('Ana');
    expect(codes(story)).not.toContain('account-differs');
  });

  it('only agents move it, and only where there is somewhere to move to', () => {
    const story = corrected();
    expect(
      story.turn({ kind: 'move', to: 'account' }, { accountId: 'Chad', mayTransition: false })
        .refused,
    ).not.toBeNull();
    expect(asked().turn({ kind: 'move', to: 'account' }).refused).toMatchObject({ clause: 'A17' });
    expect(story.turn({ kind: 'move', to: 'field' }).refused).toMatchObject({ field: 'to' });
  });
});

describe('A17: the Account Manager field names somebody else while somebody is asked', () => {
  it('AM-17: the ticket says so and offers it; nothing moves by itself', () => {
    const story = fieldNames(asked(), 'Rita');
    story.turn();
    expect(askOf(story)).toMatchObject({ holder: 'Ana', dueAt });
    expect(story.clauses).toContain('A17');
    expect(codes(story)).toContain('field-differs');
  });

  it('one click moves it to them; the field stays, and so does who is asked afterwards', () => {
    const story = fieldNames(asked(), 'Rita');
    story.turn();
    story.turn({ kind: 'move', to: 'field' });
    expect(askOf(story)).toMatchObject({ holder: 'Rita', dueAt, asked: ['Rita'] });
    expect(story.tagged).toEqual(['Rita', 'Ana']);
    expect(story.ticket.accountManager?.accountId).toBe('Rita');
    expect(codes(story)).not.toContain('field-differs');
    expect(story.turn()).toMatchObject({ changed: false, effects: [] });
    story.at(dueAt).turn();
    expect(askOf(story)).toMatchObject({ holder: 'Paige', rung: 1 });
  });

  it('until the account itself gets another manager', () => {
    const story = fieldNames(asked(), 'Rita');
    story.turn();
    story.turn({ kind: 'move', to: 'field' });
    story.account = known({ ...anas, accountManager: 'Joe' });
    story.turn();
    expect(askOf(story).holder).toBe('Joe');
    expect(story.ticket.accountManager?.accountId).toBe('Joe');
  });

  it('at once, where the settings read it so', () => {
    const policy = aPolicy(aQueue({ readings: { ...defaultReadings, fieldChanged: 'at-once' } }));
    const story = fieldNames(asked({ policy }), 'Rita');
    story.turn();
    expect(askOf(story)).toMatchObject({ holder: 'Rita', dueAt });
    expect(story.tagged).toEqual(['Rita', 'Ana']);
  });

  it('never to a customer', () => {
    const policy = aPolicy(aQueue({ readings: { ...defaultReadings, fieldChanged: 'at-once' } }));
    const story = fieldNames(asked({ policy }), 'customer', 'customer');
    story.turn();
    expect(askOf(story).holder).toBe('Ana');
  });
});

describe('A12: the account was chosen wrongly, and somebody is asked', () => {
  const chosenWrongly = (): Story => {
    const story = asked({ account: { kind: 'known', account: anas, chosen: true } });
    story.namedAccounts = [chads];
    return story;
  };

  it('the agent says whether the request moves', () => {
    const refused = chosenWrongly().turn({ kind: 'choose-account', cid: 'MSBK' }).refused;
    expect(refused).toMatchObject({ clause: 'A12', field: 'ask' });
    const moved = chosenWrongly();
    moved.turn({ kind: 'choose-account', cid: 'MSBK', ask: 'moves' });
    expect(askOf(moved)).toMatchObject({ holder: 'Chad', cid: 'MSBK', dueAt });
    expect(moved.tagged).toEqual(['Chad', 'Ana']);
    expect(moved.ledger.chosen).toBe('MSBK');
    const stays = chosenWrongly();
    stays.turn({ kind: 'choose-account', cid: 'MSBK', ask: 'stays' });
    expect(askOf(stays)).toMatchObject({ holder: 'Ana', cid: 'GCBK' });
    expect(stays.ledger.chosen).toBe('MSBK');
  });

  it('not against what the organization says', () => {
    const story = chosenWrongly();
    story.organizationAccount = anas;
    expect(story.turn({ kind: 'choose-account', cid: 'MSBK', ask: 'moves' }).refused).toMatchObject(
      { clause: 'A12' },
    );
  });
});
