import { onboardingOf } from '../../../src/procedures/hybrid-account/state';
import {
  endInFavourOf,
  secondOpportunity,
} from '../../../src/procedures/hybrid-account/crossroads';
import { decide } from '../../../src/core/decide';
import { HybridStory } from '../../support/hybrid';

const lapsed = (): HybridStory => {
  const story = new HybridStory().joined();
  story.products = ['LMS'];
  return story.turn();
};

/** Another opportunity of the account is won. */
const second = (): HybridStory => {
  const story = new HybridStory().joined();
  story.last = decide(story.ledger, story.situation, {
    act: {
      procedure: 'hybrid-account',
      perform: (c) =>
        secondOpportunity(c, { opportunity: '006B', issueId: '200', key: 'OPS-2' }, 'ops'),
    },
    actor: { accountId: 'ops', mayTransition: true },
  });
  story.ledger = story.last.ledger;
  return story;
};
const votes = (
  story: HybridStory,
  question: string,
  choice: 'go-on' | 'end' | 'join',
  by: string,
) => story.turn({ kind: 'decide-onboarding', question, choice }, by);
const decisions = (story: HybridStory): string[] =>
  story.clocks.map(({ key }) => key).filter((key) => key.startsWith('decide:'));

describe('both departments decide what becomes of an onboarding (HY-22)', () => {
  it.each([
    ['an account that stops being hybrid', lapsed, 'not-hybrid'],
    ['a second opportunity', second, 'opportunity:006B'],
  ])('%s is told to both, once, and each owes a word', (_what, begun, question) => {
    const story = begun();
    expect(decisions(story)).toEqual([`decide:${question}:cs`, `decide:${question}:fmc`]);
    const told = story.last?.effects.flatMap(({ command }) =>
      command.kind === 'comment' ? [command] : [],
    );
    expect(told).toHaveLength(1);
    expect(story.turn().last?.effects).toEqual([]);
    expect(votes(story, question, 'go-on', 'agent').refused).toBe('HY-03');
  });

  it.each([
    ['an account that stops being hybrid', lapsed, 'not-hybrid'],
    ['a second opportunity', second, 'opportunity:006B'],
  ])('%s: what both want is done; until then the other is told', (_what, begun, question) => {
    const story = votes(begun(), question, 'end', 'csm');
    expect([story.tagged, decisions(story)]).toEqual([['fmc'], [`decide:${question}:fmc`]]);
    votes(story, question, 'go-on', 'fmc');
    expect([story.tagged, decisions(story)]).toEqual([
      ['csm'],
      [`decide:${question}:cs`, `decide:${question}:fmc`],
    ]);
    votes(story, question, 'end', 'fmc');
    expect(onboardingOf(story.ledger)?.ended).not.toBeNull();
    expect(story.last?.effects.map(({ command }) => command.kind)).toContain('transition'); // X14
    expect([story.clocks, story.tick('channel', 'ops').refused]).toEqual([[], 'HY-22']);
  });

  it('an onboarding that goes on is asked after no more, unless the account lapses again', () => {
    const story = votes(
      votes(lapsed(), 'not-hybrid', 'go-on', 'csm'),
      'not-hybrid',
      'go-on',
      'fmc',
    );
    expect(decisions(story.turn())).toEqual([]);
    story.products = ['LMS', 'CRED SERV'];
    story.turn();
    story.products = ['LMS'];
    expect(decisions(story.turn())).toHaveLength(2);
  });

  it('an account that is hybrid again leaves nothing to decide', () => {
    const story = lapsed();
    story.products = ['LMS', 'CRED SERV'];
    expect(decisions(story.turn())).toEqual([]);
  });

  it('what both opportunities share: this onboarding covers the other, which ends', () => {
    const story = votes(second(), 'opportunity:006B', 'join', 'csm');
    votes(story, 'opportunity:006B', 'join', 'fmc');
    expect(story.last?.effects.map(({ command }) => command)).toEqual([
      expect.objectContaining({
        kind: 'own',
        effect: 'end-other',
        input: { issueId: '200', opportunity: '006B', inFavourOf: 'EBH-1' },
      }),
    ]);
    expect(onboardingOf(story.ledger)?.ended ?? null).toBeNull();
    const other = new HybridStory().start('006B');
    other.ledger = decide(other.ledger, other.situation, {
      act: { procedure: 'hybrid-account', perform: (c) => endInFavourOf(c, '006B', 'OPS-1') },
      actor: { accountId: 'relay', mayTransition: true },
    }).ledger;
    expect(onboardingOf(other.ledger)?.ended?.why).toContain('OPS-1');
  });

  it('an account that is not hybrid has nothing to join with', () => {
    expect(votes(lapsed(), 'not-hybrid', 'join', 'csm').last?.refused).toMatchObject({
      clause: 'HY-22',
      field: 'choice',
    });
  });

  it('an onboarding that is closed or done is nobody’s question any more (X11)', () => {
    const story = new HybridStory().joined();
    story.moved('done', 'ops', true);
    story.products = ['LMS'];
    expect([story.turn().last?.effects, story.clocks]).toEqual([[], []]);
  });
});
