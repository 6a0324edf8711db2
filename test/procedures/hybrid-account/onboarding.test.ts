import { onboardingOf } from '../../../src/procedures/hybrid-account/state';
import { isAboard } from '../../../src/procedures/hybrid-account/onboarding';
import { HybridStory } from '../../support/hybrid';

describe('the onboarding of a hybrid account', () => {
  it('starts once for an opportunity (H6)', () => {
    const story = new HybridStory().start();
    expect(onboardingOf(story.ledger)?.tasks).toHaveLength(7);
    expect(story.tagged).toEqual(['ops']);
    expect(story.start().refused).toBe('H6');
  });

  it.each([
    [
      'an account that is not hybrid',
      { products: ['LMS'] },
      {},
      { clause: 'HY-01', words: 'is not hybrid' },
    ],
    [
      'products in unknown spelling',
      { products: ['LMS', 'CREDD SERV'] },
      {},
      { clause: 'HY-01', words: '"CREDD SERV"' },
    ],
    [
      'self-managed credentialing',
      { products: ['LMS', 'CRED SOFT'] },
      {},
      { clause: 'HY-01', words: 'is not hybrid' },
    ],
    [
      'a department with nobody in it',
      {},
      { csm: ['csm'], 'cs-ops': ['ops'] },
      { clause: 'X6', words: 'team lead of Fully-Managed Credentialing' },
    ],
  ])('does not start for %s', (_what, change, roles, { clause, words }) => {
    const story = Object.assign(
      new HybridStory(
        {},
        Object.keys(roles).length === 0 ? undefined : (roles as Record<string, string[]>),
      ),
      change,
    ).start();
    expect(story.last?.refused).toMatchObject({ clause, text: expect.stringContaining(words) });
  });

  it('an account that became hybrid later is onboarded only where the settings say so (H5)', () => {
    const step = { kind: 'start', cid: 'GCBK', opportunity: '1', type: 'became-hybrid' } as const;
    expect(new HybridStory().turn(step, 'ops').refused).toBe('H5');
    expect(
      onboardingOf(new HybridStory({ becameHybrid: true }).turn(step, 'ops').ledger)?.type,
    ).toBe('became-hybrid');
  });

  it('the message starts the clock of the other department, which is reminded daily until it acknowledges (HY-19)', () => {
    const story = new HybridStory().start().tick('inform', 'ops');
    expect(story.tagged).toEqual(['fmc']);
    expect(onboardingOf(story.ledger)).toMatchObject({
      notifiedAt: '2026-03-02T10:00:00.000Z',
      acknowledgeBy: '2026-03-03T10:00:00.000Z',
    });
    expect(story.at('2026-03-03T10:00:00.000Z').tagged).toEqual(['fmc']);
    expect(story.at('2026-03-03T16:00:00.000Z').tagged).toEqual([]);
    expect(story.at('2026-03-04T09:00:00.000Z').tagged).toEqual(['fmc']);
    expect(story.turn({ kind: 'acknowledge-onboarding' }, 'csm').refused).toBe('HY-08');
    story.turn({ kind: 'acknowledge-onboarding' }, 'fmc');
    expect(onboardingOf(story.ledger)?.acknowledged).not.toBeNull();
    expect(story.at('2026-03-06T09:00:00.000Z').tagged).toEqual([]);
  });

  type Call = [task: string, by: string];
  it.each<[string, Call, Call]>([
    ['the CSM first', ['cs-call', 'csm'], ['fmc-call', 'fmc']],
    ['the other department first', ['fmc-call', 'fmc'], ['cs-call', 'csm']],
  ])('both calls join it once, %s (HY-10)', (_order, first, second) => {
    const story = new HybridStory()
      .start()
      .tick('inform', 'ops')
      .turn({ kind: 'acknowledge-onboarding' }, 'fmc');
    expect(story.tick('object', 'csm').refused).toBe('HY-10');
    story.tick(...first);
    expect(onboardingOf(story.ledger)?.joinedAt).toBeNull();
    story.tick(...second);
    expect(onboardingOf(story.ledger)?.joinedAt).toBe(story.now);
    expect(story.tagged).toEqual(['csm', 'fmc']);
    expect(story.tick(...second).refused).toBe('HY-09');
    story.tick('object', 'csm');
    expect(story.tick('object', 'csm').refused).toBe('HY-10');
    story.tick('object', 'fmc').tick('sync', 'csm').tick('sync', 'fmc');
    // H1: the empty slots hold nothing up.
    const aboard = onboardingOf(story.ledger);
    expect(aboard === undefined ? null : isAboard(aboard)).toBe(true);
  });

  it('a department does its own tasks only, and nothing before its time', () => {
    const story = new HybridStory().start();
    expect(story.tick('inform', 'fmc').refused).toBe('HY-03');
    expect(story.tick('fmc-call', 'fmc').refused).toBe('HY-09');
    expect(story.tick('cs-call', 'stranger').refused).toBe('HY-03');
  });
});
