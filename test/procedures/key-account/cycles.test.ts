import {
  countedCycles,
  nextRun,
  type Rhythm,
  runsOn,
} from '../../../src/procedures/key-account/cycles';
import { keyPolicy, KeyStory } from '../../support/key-account';

it.each<[string, Rhythm | null, string, string | null]>([
  ['every day', { kind: 'daily' }, '2026-02-28', '2026-03-01'],
  ['every Friday', { kind: 'weekly', weekday: 5 }, '2026-03-06', '2026-03-13'],
  ['on the 31st, in a shorter month', { kind: 'monthly', day: 31 }, '2026-02-01', '2026-02-28'],
  ['on the 15th', { kind: 'monthly', day: 15 }, '2026-03-15', '2026-04-15'],
  [
    'on dates of its own',
    { kind: 'dates', dates: ['2026-03-20', '2026-06-20'] },
    '2026-03-20',
    '2026-06-20',
  ],
  ['on dates that are over', { kind: 'dates', dates: ['2026-03-20'] }, '2026-03-20', null],
  ['an account without a rhythm', null, '2026-03-20', null],
])('K10: production %s', (_what, rhythm, after, next) => {
  expect(nextRun(rhythm, after)).toBe(next);
  if (next !== null) expect(runsOn(rhythm, next)).toBe(true);
});

const monitored = (onFailure: 'restart' | 'go-on' = 'restart'): KeyStory => {
  const story = new KeyStory({
    policy: { release: { ...keyPolicy.release, cycles: { needed: 3, onFailure } } },
  }).signedOff();
  story.step({ kind: 'set-processing', value: true });
  return story.at('2026-04-30T18:00:00.000Z');
};

const cycle = (date: string, passed = true) => ({
  kind: 'record-cycle' as const,
  date,
  passed,
  note: passed ? '' : 'Two files were rejected.',
});

it("KA-11: three cycles by the account's rhythm, then it may finish", () => {
  const story = monitored();
  for (const date of ['2026-03-06', '2026-03-13']) story.step(cycle(date));
  expect(story.refusal({ kind: 'finish-release' })).toContain('2 of 3 production cycles');
  story.step(cycle('2026-03-20'));
  expect(story.refusal({ kind: 'finish-release' })).toBeNull();
  expect(story.release.nextCycle).toBeNull();
});

it('31: a failed cycle is an escalation, the count restarts, and the release stays open', () => {
  const story = monitored();
  story.step(cycle('2026-03-06'));
  story.step(cycle('2026-03-13', false));
  expect(countedCycles(story.release.cycles, { needed: 3, onFailure: 'restart' })).toBe(0);
  expect(story.part.escalations).toHaveLength(1);
  expect(story.counted.slice(-2)).toEqual(['cycle', 'escalated']);
  expect(story.refusal({ kind: 'finish-release' })).toContain('0 of 3');
});

it('31: a failure while an escalation is open counts to it, and whoever answers for it is told', () => {
  const story = monitored();
  story.step(cycle('2026-03-06', false));
  const [open] = story.part.escalations;
  story.step(cycle('2026-03-13', false));
  expect(story.part.escalations).toEqual([open]);
  expect(story.tagged[0]).toBe(open?.person);
  expect(story.ledger.journal.map(({ because }) => because)).toContainEqual(
    expect.objectContaining({
      clause: 'KA-13',
      values: expect.objectContaining({ escalation: '1' }),
    }),
  );
});

it('K10: where the count goes on, a failure costs only itself', () => {
  const story = monitored('go-on');
  story.step(cycle('2026-03-06'));
  story.step(cycle('2026-03-13', false));
  story.step(cycle('2026-03-20'));
  expect(countedCycles(story.release.cycles, { needed: 3, onFailure: 'go-on' })).toBe(2);
});

it.each([
  ['in the future', '2026-05-01', 'lies in the future'],
  ['before the release', '2026-02-27', 'before the release was deployed'],
  ['recorded already', '2026-03-06', 'recorded already'],
  ['on a day without production', '2026-03-12', 'every Friday'],
])('refused: a cycle %s', (_what, date, says) => {
  const story = monitored();
  story.step(cycle('2026-03-06'));
  expect(story.refusal(cycle(date))).toContain(says);
});

it('refused: cycles of a release that is not processing-related, and a failure without words', () => {
  const story = new KeyStory().signedOff();
  expect(story.refusal(cycle('2026-03-02'))).toContain('First say whether');
  story.step({ kind: 'set-processing', value: false });
  expect(story.refusal(cycle('2026-03-02'))).toContain('not processing-related');
  expect(monitored().refusal({ ...cycle('2026-03-06', false), note: '' })).toContain(
    'Say what failed',
  );
});

it('KA-11: a production day that nobody recorded is asked for, once a working day', () => {
  const story = new KeyStory().signedOff();
  story.step({ kind: 'set-processing', value: true });
  expect(story.release).toMatchObject({
    nextCycle: '2026-03-06',
    askAt: '2026-03-09T10:00:00.000Z',
  });
  story.at('2026-03-09T10:00:00.000Z').turn();
  expect(story.tagged).toEqual(['agent']);
  story.at('2026-03-09T12:00:00.000Z').turn();
  expect(story.tagged).toEqual([]);
  story.at('2026-03-10T09:00:00.000Z').turn();
  expect(story.tagged).toEqual(['agent']);
});
