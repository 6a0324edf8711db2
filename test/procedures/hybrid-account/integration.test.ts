import { integrationOf, knowledgeOf } from '../../../src/procedures/hybrid-account/state';
import { foundResolved } from '../../../src/procedures/hybrid-account/follow-integration';
import { hybridSettingsOf } from '../../../src/procedures/hybrid-account/settings/policy';
import { openRows } from '../../../src/procedures/hybrid-account/lists';
import { decide } from '../../../src/core/decide';
import { HybridStory } from '../../support/hybrid';

const cause = 'There is an error or an issue with the integration.';
const raise = (checked: string[] = [], summary = 'Gate: users appear duplicated') => ({
  kind: 'raise-integration' as const,
  symptom: 'duplicated-users',
  summary,
  description: 'Twice.',
  checked,
});
/** The ticket for the integrations team is in Jira. */
const raised = (story: HybridStory): HybridStory => {
  story.ledger = {
    ...story.ledger,
    raised: [
      {
        issueId: '300',
        key: 'OPS-9',
        summary: 'Gate: users appear duplicated',
        at: story.now,
      },
    ],
  };
  return story.turn();
};

describe('the integration guide (HY-13 … HY-15)', () => {
  it('a symptom becomes a ticket for the integrations team', () => {
    const story = new HybridStory().turn(raise(), 'csm');
    expect(story.last?.effects.map(({ command }) => command.kind)).toContain('raise-request');
    expect(story.turn({ ...raise(), symptom: 'unheard-of' }, 'csm').refused).toBe('HY-13');
  });

  it('which causes were checked is written down, by whom and when, with or without a ticket (HY-14)', () => {
    const story = new HybridStory().turn(
      { kind: 'check-causes', symptom: 'duplicated-users', checked: [cause] },
      'fmc',
    );
    expect(integrationOf(story.ledger).checked).toEqual([
      { symptom: 'duplicated-users', cause, by: 'fmc', at: story.now },
    ]);
    story.turn(raise([cause]), 'csm');
    expect(integrationOf(story.ledger).checked).toMatchObject([{ cause, by: 'csm' }]);
    expect(
      story.last?.effects.find(({ command }) => command.kind === 'raise-request'),
    ).toMatchObject({ command: { description: `Twice.\n\nChecked before:\n- ${cause}` } });
    expect(story.turn(raise(['The moon']), 'csm').last?.refused).toMatchObject({
      clause: 'HY-14',
      field: 'checked',
    });
    expect(
      story.turn({ kind: 'check-causes', symptom: 'duplicated-users', checked: [cause] }, 'agent')
        .refused,
    ).toBe('HY-03');
  });

  it('the CSM follows it until it is resolved, and says so, or Jira does (HY-15)', () => {
    const story = raised(new HybridStory().turn(raise(), 'fmc'));
    expect(story.owedBy('csm')).toContain('integration:1');
    expect(openRows(story.ledger)).toMatchObject([
      { who: 'open', doc: { tickets: [{ id: 1, issueId: '300' }] } },
    ]);
    expect(story.turn({ kind: 'resolve-integration', ticket: 1 }, 'fmc').refused).toBe('HY-15');
    story.turn({ kind: 'resolve-integration', ticket: 1 }, 'csm');
    expect([story.owedBy('csm').includes('integration:1'), openRows(story.ledger)]).toEqual([
      false,
      [],
    ]);
  });

  it('that it is resolved in Jira is news for both departments (HY-21)', () => {
    const story = raised(new HybridStory().turn(raise(), 'csm')).see('fmc');
    const policy = hybridSettingsOf(story.policy);
    if (policy === undefined) throw new Error('Hybrid accounts are not set up.');
    story.ledger = decide(story.ledger, story.situation, {
      act: { procedure: 'hybrid-account', perform: (c) => foundResolved(c, policy, [1]) },
      actor: { accountId: 'relay', mayTransition: true },
    }).ledger;
    expect(story.gaps()).toEqual([1, 1]);
    expect(knowledgeOf(story.ledger)?.updates.at(-1)?.text).toContain('Resolved: OPS-9');
    expect(story.clocks.some(({ key }) => key.startsWith('integration:'))).toBe(false);
  });

  it('so many may be open from one ticket, and the refusal says what to do (R1)', () => {
    const story = new HybridStory();
    for (let one = 0; one < 20; one += 1) story.turn(raise([], `Number ${one}`), 'csm');
    expect(story.turn(raise(), 'csm').last?.refused).toMatchObject({
      clause: 'HY-15',
      text: expect.stringContaining('resolved first') as string,
    });
    story.turn({ kind: 'resolve-integration', ticket: 3 }, 'csm');
    expect(story.turn(raise(), 'csm').refused).toBeNull();
  });
});
