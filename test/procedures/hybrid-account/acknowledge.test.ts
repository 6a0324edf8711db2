import { onboardingOf } from '../../../src/procedures/hybrid-account/state';
import { HybridStory } from '../../support/hybrid';

describe('whoever has to know acknowledges it themselves (HY-18)', () => {
  type Who = readonly [name: string, shares: string, knows: string, colleague: string];
  const both: Who[] = [
    ['the CSM of the account', 'fmc', 'csm', 'colleague'],
    ['the team lead of the other department', 'csm', 'fmc', 'second'],
  ];
  const story = (): HybridStory =>
    new HybridStory(
      {},
      {
        csm: ['csm', 'colleague'],
        'cs-ops': ['ops'],
        'fmc-team-lead': ['fmc', 'second'],
        operations: ['boss'],
      },
    );

  it.each(both)(
    '%s: a colleague’s click does not stand for theirs',
    (_who, shares, knows, colleague) => {
      const told = story().share(shares);
      const before = told.gaps();
      expect(told.see(colleague).last?.refused).toMatchObject({
        clause: 'HY-18',
        text: `${knows} has to acknowledge this; nobody else can do it for them.`,
      });
      expect([told.gaps(), told.see(knows).gaps()]).toEqual([before, [0, 0]]);
    },
  );

  it.each(both)(
    '%s: while they are away their delegate is told, and may',
    (_who, shares, knows) => {
      const told = story().away(knows, 'stand-in').share(shares);
      expect([told.tagged, told.owedBy('stand-in').length]).toEqual([['stand-in'], 1]);
      expect(told.see('stand-in').gaps()).toEqual([0, 0]);
    },
  );

  it.each(both)(
    '%s: back from their absence both may, the delegate who was asked as well',
    (_who, shares, knows) => {
      const told = story().away(knows, 'stand-in', 3).share(shares).at('2026-03-09T10:00:00.000Z');
      expect(told.see('stand-in').gaps()).toEqual([0, 0]);
    },
  );

  it.each(both)(
    '%s: what they acknowledged stays so when somebody else takes their place',
    (_who, shares, knows) => {
      const told = story().share(shares).see(knows);
      told.csms['GCBK'] = 'other-csm';
      told.policy = story().policy;
      expect([told.turn().gaps(), told.owedBy('other-csm')]).toEqual([[0, 0], []]);
      told.share(shares, 'More.');
      expect(told.owedBy(shares === 'fmc' ? 'other-csm' : 'fmc')).toHaveLength(1);
    },
  );

  it('the message about a new account is acknowledged by the team lead, not by a colleague (HY-08)', () => {
    const told = story().start().tick('inform', 'ops');
    expect(told.turn({ kind: 'acknowledge-onboarding' }, 'second').refused).toBe('HY-08');
    told.turn({ kind: 'acknowledge-onboarding' }, 'fmc');
    expect(onboardingOf(told.ledger)?.acknowledged?.by).toBe('fmc');
  });

  it('where nobody of the role is there any more, whoever leads is asked, and may', () => {
    const told = story();
    for (const name of ['fmc', 'second'])
      told.people[name] = { accountId: name, name, active: false, kind: 'person' };
    told.share('csm');
    expect([told.tagged, told.owedBy('James Lee')]).toEqual([['James Lee'], ['ack:fmc']]);
    expect(told.see('James Lee').gaps()).toEqual([0, 0]);
  });
});
