import { onboardingOf } from '../../../src/procedures/hybrid-account/state';
import { isAboard } from '../../../src/procedures/hybrid-account/onboarding';
import { Course } from '../../support/course';
import { HybridStory } from '../../support/hybrid';

const link = 'https://records.example/onboarding/1';

describe('the onboarding of a hybrid account', () => {
  it('starts once for an opportunity (H6)', () => {
    const story = new HybridStory().start();
    expect(onboardingOf(story.ledger)?.tasks).toHaveLength(8);
    expect(story.tagged).toEqual(['ops', 'csm']);
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
    expect(story.last?.refused).toMatchObject({
      clause,
      text: expect.stringContaining(words) as string,
    });
  });

  it('an account that became hybrid later is onboarded only where the settings say so (H5)', () => {
    const step = { kind: 'start', cid: 'GCBK', opportunity: '1', type: 'became-hybrid' } as const;
    expect(new HybridStory().turn(step, 'ops').refused).toBe('H5');
    expect(
      onboardingOf(new HybridStory({ becameHybrid: true }).turn(step, 'ops').ledger)?.type,
    ).toBe('became-hybrid');
  });

  it('the message starts the clock of the other department, which is reminded until it acknowledges (HY-19)', () => {
    const story = new HybridStory().start().tick('inform', 'ops');
    expect(story.tagged).toEqual(['fmc']);
    expect(onboardingOf(story.ledger)).toMatchObject({
      notifiedAt: '2026-03-02T10:00:00.000Z',
      acknowledgeBy: '2026-03-03T10:00:00.000Z',
    });
    expect(story.at('2026-03-03T10:00:00.000Z').tagged).toEqual(['fmc']);
    expect(story.at('2026-03-03T16:00:00.000Z').tagged).toEqual([]);
    expect(story.at('2026-03-05T17:00:00.000Z').tagged).toEqual(['boss']);
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
    expect(story.tick('object', 'csm', { url: link }).refused).toBe('HY-10');
    story.tick(...first);
    expect(onboardingOf(story.ledger)?.joinedAt).toBeNull();
    story.tick(...second);
    expect(onboardingOf(story.ledger)?.joinedAt).toBe(story.now);
    expect(story.tagged).toEqual(['csm', 'fmc']);
    expect(story.tick(...second).refused).toBe('HY-09');
    story.tick('object', 'csm', { url: link });
    expect(story.tick('object', 'csm').refused).toBe('HY-10');
    story.tick('object', 'fmc').tick('channel', 'ops', { url: 'https://chat.example/gate' });
    story.turn({ kind: 'set-meeting', at: '2026-03-04T10:00:00.000Z' }, 'csm');
    story.at('2026-03-04T10:15:00.000Z').tick('sync', 'csm').tick('sync', 'fmc');
    // H1: the empty slots hold nothing up.
    const aboard = onboardingOf(story.ledger);
    expect(aboard === undefined ? null : isAboard(aboard)).toBe(true);
    expect(story.clocks).toEqual([]);
  });

  it('a department does its own tasks only, and nothing before its time', () => {
    const story = new HybridStory().start();
    expect(story.tick('inform', 'fmc').refused).toBe('HY-03');
    expect(story.tick('fmc-call', 'fmc').refused).toBe('HY-09');
    expect(story.tick('cs-call', 'stranger').refused).toBe('HY-03');
  });

  it('a delegate does the tasks of whoever is away', () => {
    const story = new HybridStory().away('csm', 'stand-in').start();
    expect(story.owedBy('stand-in')).toEqual(['task:cs-call:cs']);
    expect(story.tick('cs-call', 'stand-in').refused).toBeNull();
  });
});

describe('what is said to be done has to be there (K9)', () => {
  it.each([
    ['the Onboarding Object', 'object', 'HY-10'],
    ['the channel', 'channel', 'HY-11'],
  ])('%s has a link, which may be given with the tick or before it', (_what, task, clause) => {
    const story = new HybridStory().joined();
    expect(story.tick(task, 'ops').last?.refused).toMatchObject({ clause, field: 'url' });
    expect(story.tick(task, 'ops', { url: 'http://plain.example' }).refused).toBe('H7');
    expect(story.tick(task, 'ops', { url: link }).refused).toBeNull();
    const before = new HybridStory().joined();
    before.turn({ kind: 'set-link', what: task as 'object', url: link }, 'csm');
    expect(before.tick(task, 'ops').refused).toBe(task === 'channel' ? clause : null);
  });

  it('the link to the channel is all that its task asks for (HY-11)', () => {
    const story = new HybridStory().joined();
    story.turn({ kind: 'set-link', what: 'channel', url: link }, 'csm');
    expect(
      onboardingOf(story.ledger)?.tasks.find(({ kind }) => kind === 'channel')?.done,
    ).toMatchObject([{ by: 'csm' }]);
  });

  it('the Onboarding Object keeps when it was updated last (H7), which is not to come', () => {
    const story = new HybridStory().joined();
    expect(
      story.tick('object', 'csm', { url: link, at: '2026-03-09T10:00:00.000Z' }).last?.refused,
    ).toMatchObject({ field: 'at' });
    story.tick('object', 'csm', { url: link, at: '2026-03-02T09:30:00.000Z' });
    expect(onboardingOf(story.ledger)?.object).toMatchObject({
      url: link,
      updatedAt: '2026-03-02T09:30:00.000Z',
    });
  });

  it('a meeting has its time, and cannot be held before it took place', () => {
    const story = new HybridStory().joined();
    expect(story.tick('sync', 'csm').last?.refused).toMatchObject({ clause: 'HY-05', field: 'at' });
    story.turn({ kind: 'set-meeting', at: '2026-03-04T10:00:00.000Z' }, 'csm');
    expect(story.at('2026-03-04T09:59:00.000Z').tick('sync', 'csm').last?.refused).toMatchObject({
      clause: 'HY-05',
      flip: { kind: 'wait-until', at: '2026-03-04T10:00:00.000Z' },
    });
    expect(story.at('2026-03-04T10:00:00.000Z').tick('sync', 'csm').refused).toBeNull();
  });

  it('a meeting that nobody has set can be said to have been held, with its time, after both calls', () => {
    const story = new HybridStory().joined().at('2026-03-03T10:00:00.000Z');
    expect(story.tick('sync', 'fmc', { at: '2026-03-02T09:00:00.000Z' }).refused).toBe('HY-20');
    story.tick('sync', 'fmc', { at: '2026-03-03T09:00:00.000Z' });
    expect(onboardingOf(story.ledger)?.meetingAt).toBe('2026-03-03T09:00:00.000Z');
  });
});

describe('the sync meeting is due within its days after the join (HY-20)', () => {
  const sync = (story: HybridStory) =>
    story.clocks.filter(({ key }) => key.startsWith('task:sync:')).map(({ dueAt }) => dueAt);

  it.each([
    [1, '2026-03-03T17:00:00.000Z'],
    [3, '2026-03-05T17:00:00.000Z'],
  ])('within %i days, for both departments', (withinDays, due) => {
    const meeting = { minutes: 15, title: 'Sync', agenda: 'All.', withinDays };
    const story = new HybridStory({ meeting }).joined();
    expect(sync(story)).toEqual([due, due]);
    expect(story.at(due).tagged).toEqual(expect.arrayContaining(['csm', 'fmc']));
  });

  const sets = (story: HybridStory, at: string, by: string) =>
    story.turn({ kind: 'set-meeting', at }, by);
  const later = '2026-03-12T10:00:00.000Z';
  const allowed = '2026-03-05T17:00:00.000Z';

  it('a later time is told to both, and counts once the other department has set it as well', () => {
    const story = sets(new HybridStory().joined(), later, 'ops');
    expect(story.tagged).toEqual(['csm', 'fmc']);
    expect(sync(story)).toEqual([allowed, allowed]);
    const titles = () => story.clocks.filter(({ key }) => key === 'task:sync:fmc');
    expect(titles()).toMatchObject([{ title: expect.stringContaining('Agree on the time') }]);
    sets(story, later, 'fmc');
    expect(sync(story)).toEqual([later, later]);
    expect(titles()).toMatchObject([{ title: expect.not.stringContaining('Agree') }]);
  });

  it('one department cannot put it off again and again: what both agreed on last stands', () => {
    const story = sets(sets(new HybridStory().joined(), later, 'csm'), later, 'fmc');
    for (const day of ['20', '27', '31']) {
      sets(story, `2026-03-${day}T10:00:00.000Z`, 'csm');
      expect(sync(story)).toEqual([later, later]);
    }
    const { words } = new Course(story).until('2026-03-31T10:00:00.000Z');
    expect(words.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/still open: .*sync meeting/iu),
    );
  });

  it('nobody has more time than until the meeting that is set', () => {
    const story = sets(sets(new HybridStory().joined(), later, 'csm'), later, 'fmc');
    sets(story, '2026-03-10T10:00:00.000Z', 'fmc');
    expect(sync(story)).toEqual(['2026-03-10T10:00:00.000Z', '2026-03-10T10:00:00.000Z']);
  });
});
