import { managersOf } from '../../../src/procedures/account-manager/managers';
import { wouldAsk } from '../../../src/procedures/account-manager/would-ask';
import { anas, aPerson, aPolicy, aQueue, chads, everybody, Story } from '../../support/sop';

const james = {
  cid: 'JL',
  name: 'James’s own',
  organizations: [],
  accountManager: 'James Lee',
  regionalManager: 'James Lee',
};

describe('AM-09: who stands in the Regional Manager field', () => {
  it('AM-07: the regional manager, where the two are different people', () => {
    expect(managersOf(new Story().situation, anas)).toMatchObject({
      accountManager: 'Ana',
      regionalManager: 'Paige',
      because: { clause: 'AM-07' },
    });
  });

  it.each(['Paige', 'Davies', 'Chad', 'Joe'])('AM-10: James Lee, where %s is both', (name) => {
    const account = { ...chads, accountManager: name, regionalManager: name };
    expect(managersOf(new Story().situation, account)).toMatchObject({
      accountManager: name,
      regionalManager: 'James Lee',
      because: { clause: 'AM-09' },
    });
  });

  it('A10: goes by the account ids and not by the list of four', () => {
    // Paige is among the four, but she is Ana's regional manager here.
    expect(managersOf(new Story().situation, anas).regionalManager).toBe('Paige');
  });

  it('A10: the next on the list, where James Lee himself is both', () => {
    expect(managersOf(new Story().situation, james).regionalManager).toBe('Second Fallback');
  });

  it('A10: nobody, and says so, where the list ends', () => {
    const story = new Story({ policy: aPolicy(aQueue(), { fallback: ['James Lee'] }) });
    expect(managersOf(story.situation, james)).toMatchObject({
      regionalManager: null,
      because: { clause: 'A10' },
    });
  });

  it('A10: passes over somebody on the list who is deactivated', () => {
    const people = { ...everybody, 'James Lee': aPerson('James Lee', { active: false }) };
    expect(managersOf(new Story({ people }).situation, chads).regionalManager).toBe(
      'Second Fallback',
    );
  });
});

describe('A14: who is asked when somebody is away', () => {
  const away = {
    delegate: 'delegate',
    from: '2026-03-01T00:00:00.000Z',
    until: '2026-03-09T00:00:00.000Z',
  };

  it('the person, while they are there', () => {
    expect(wouldAsk(new Story().situation, 'Chad')).toBe('Chad');
  });

  it('the delegate, during the absence and not after it', () => {
    const people = { ...everybody, Chad: aPerson('Chad', { delegation: away }) };
    expect(wouldAsk(new Story({ people }).situation, 'Chad')).toBe('delegate');
    expect(wouldAsk(new Story({ people }).at('2026-03-10T10:00:00.000Z').situation, 'Chad')).toBe(
      'Chad',
    );
  });

  it('the regional manager, when the account is deactivated and no delegate is named', () => {
    const people = { ...everybody, Ana: aPerson('Ana', { active: false }) };
    const story = new Story({ people, account: { kind: 'known', account: anas, chosen: false } });
    expect(wouldAsk(story.situation, 'Ana')).toBe('Paige');
  });

  it('the fallback, when the regional manager is gone too', () => {
    const people = {
      ...everybody,
      Ana: aPerson('Ana', { active: false }),
      Paige: aPerson('Paige', { active: false }),
    };
    const story = new Story({ people, account: { kind: 'known', account: anas, chosen: false } });
    expect(wouldAsk(story.situation, 'Ana')).toBe('James Lee');
  });
});
