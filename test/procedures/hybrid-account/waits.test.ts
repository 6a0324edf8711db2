import fc from 'fast-check';
import { workOpen } from '../../../src/procedures/hybrid-account/open-work';
import { both, gapOf } from '../../../src/procedures/hybrid-account/knowledge';
import { openCrossroads } from '../../../src/procedures/hybrid-account/crossroads';
import { isRunning } from '../../../src/procedures/hybrid-account/onboarding';
import { holdersOf } from '../../../src/core/clock';
import {
  integrationOf,
  knowledgeOf,
  onboardingOf,
} from '../../../src/procedures/hybrid-account/state';
import { plusMs } from '../../../src/core/instant';
import { day } from '../../support/change-request';
import { Course } from '../../support/course';
import { HybridStory } from '../../support/hybrid';
import { ListRobot } from '../../support/list-robot';
import { workOf } from '../../support/list-work';

const link = 'https://records.example/1';
type Step = readonly [name: string, does: (story: HybridStory, by: string) => HybridStory];
const steps: Step[] = [
  ['start', (story) => story.start()],
  ...['inform', 'channel', 'cs-call', 'fmc-call', 'object', 'sync'].map((task): Step => [
    task,
    (story, by) =>
      story.tick(task, by, task === 'object' || task === 'channel' ? { url: link } : {}),
  ]),
  ['acknowledge', (story, by) => story.turn({ kind: 'acknowledge-onboarding' }, by)],
  [
    'meet',
    (story, by) =>
      story.turn(
        { kind: 'set-meeting', at: new Date(Date.parse(story.now) + 86_400_000).toISOString() },
        by,
      ),
  ],
  ['share', (story, by) => story.share(by)],
  ['see', (story, by) => story.see(by)],
  ['ask', (story, by) => story.turn({ kind: 'ask-question', text: 'When?' }, by)],
  [
    'answer',
    (story, by) =>
      story.turn(
        {
          kind: 'answer-question',
          question:
            knowledgeOf(story.ledger)?.questions.find(({ answered }) => answered === null)?.id ?? 0,
          text: 'Now.',
        },
        by,
      ),
  ],
  [
    'raise',
    (story, by) =>
      story.turn(
        {
          kind: 'raise-integration',
          symptom: 'places',
          summary: 'Wrong',
          description: '',
          checked: [],
        },
        by,
      ),
  ],
  ['resolve', (story, by) => story.turn({ kind: 'resolve-integration', ticket: 1 }, by)],
  [
    'lapse',
    (story) => {
      story.products = story.products.length === 1 ? ['LMS', 'CRED SERV'] : ['LMS'];
      return story.turn();
    },
  ],
  [
    'decide',
    (story, by) =>
      story.turn({ kind: 'decide-onboarding', question: 'not-hybrid', choice: 'go-on' }, by),
  ],
  ['status', (story, by) => story.moved(story.ticket.status.id === 'wfs' ? 'wfc' : 'wfs', by)],
  ['comment', (story, by) => story.said(by, 'Done.')],
  ['time', (story) => story.at(new Date(Date.parse(story.now) + 26 * 3_600_000).toISOString())],
];
const walk = fc.array(
  fc.tuple(fc.constantFrom(...steps), fc.constantFrom('csm', 'fmc', 'ops', 'agent')),
  { maxLength: 40 },
);
const played = (taken: readonly (readonly [Step, string])[]): HybridStory =>
  taken.reduce((story, [[, does], by]) => does(story, by), new HybridStory());

describe('nothing open waits for nobody (X10)', () => {
  it('every open onboarding, gap, question, decision and ticket has a wait, each with somebody who is there', () => {
    fc.assert(
      fc.property(walk, (taken) => {
        const story = played(taken);
        const keys = story.clocks.map(({ key }) => key);
        const has = (start: string) => keys.some((key) => key.startsWith(start));
        const onboarding = onboardingOf(story.ledger);
        const knowledge = knowledgeOf(story.ledger);
        expect(story.clocks.length > 0).toBe(workOpen(story.ledger));
        if (isRunning(onboarding)) {
          expect(has('task:') || has('acknowledge') || has('decide:')).toBe(true);
          expect(has('decide:')).toBe(openCrossroads(onboarding).length > 0);
        }
        if (knowledge !== undefined) {
          for (const side of both)
            expect(has(`ack:${side}`)).toBe(gapOf(knowledge, side).length > 0);
          expect(keys.filter((key) => key.startsWith('question:'))).toHaveLength(
            knowledge.questions.filter(({ answered }) => answered === null).length,
          );
        }
        expect(keys.filter((key) => key.startsWith('integration:'))).toHaveLength(
          integrationOf(story.ledger).tickets.filter(({ resolved }) => resolved === null).length,
        );
        for (const clock of story.clocks) {
          expect(holdersOf(clock)).not.toEqual([]);
          expect(clock.nextAt).not.toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('doing nothing is never silent: within three working days of its due time somebody is told, for ever', () => {
    fc.assert(
      fc.property(walk, (taken) => {
        const story = played(taken);
        if (story.clocks.length === 0) return;
        const end = plusMs(story.now, 40 * day);
        const told = new Course(story).until(end).words;
        const late = plusMs(end, -7 * day);
        expect(told.length).toBeGreaterThan(0);
        expect(told.at(-1)?.at.localeCompare(late)).toBe(1);
        for (const { to } of told) expect(to).not.toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('whoever reads their list alone brings an onboarding to its end', () => {
    const course = new Course(new HybridStory().start());
    new ListRobot(course, (workOf['hybrid-account'] ?? fail)()).until('2026-06-01T00:00:00.000Z');
    expect(course.ledger.clocks).toEqual([]);
    expect(isRunning(onboardingOf(course.ledger))).toBe(false);
  });
});

/** Who is told what, when, as a table. */
const table = (story: HybridStory, days: number): string[] =>
  new Course(story).until(plusMs(story.now, days * day)).words.map(({ at, to, text }) => {
    const words = to.reduce((left, person) => left.replace(`@${person}`, ''), text).trim();
    return `${at.slice(5, 16)} ${to.join(', ')}: ${words}`.replace(/ It was due by.*$/u, '');
  });

describe('nobody acts for thirty days (W4)', () => {
  it('an onboarding: CS Operations, then the CSM for her call, then management', () => {
    const lines = table(new HybridStory().start(), 30);
    expect(lines.slice(0, 6)).toMatchInlineSnapshot(`
      [
        "03-03T17:00 ops: still open: Inform the other department about the new account.",
        "03-05T17:00 boss: ops did not do this in time: Inform the other department about the new account.",
        "03-06T17:00 boss: a reminder: still open: Inform the other department about the new account.",
        "03-09T09:00 boss: a reminder: still open: Inform the other department about the new account.",
        "03-10T09:00 boss: a reminder: still open: Inform the other department about the new account.",
        "03-11T09:00 boss: a reminder: still open: Inform the other department about the new account.",
      ]
    `);
    expect(lines.length).toBeGreaterThan(20);
  });

  it('after the acknowledgement: both calls and the channel', () => {
    const story = new HybridStory()
      .start()
      .tick('inform', 'ops')
      .turn({ kind: 'acknowledge-onboarding' }, 'fmc');
    expect(table(story, 30).slice(0, 8)).toMatchInlineSnapshot(`
      [
        "03-09T17:00 ops: still open: Create the channel for issues of this account.",
        "03-11T17:00 boss: ops did not do this in time: Create the channel for issues of this account.",
        "03-12T17:00 boss: a reminder: still open: Create the channel for issues of this account.",
        "03-13T09:00 boss: a reminder: still open: Create the channel for issues of this account.",
        "03-16T09:00 boss: a reminder: still open: Create the channel for issues of this account.",
        "03-16T17:00 csm: still open: Onboarding call of the CSM.",
        "03-16T17:00 fmc: still open: Onboarding call of Fully-Managed Credentialing.",
        "03-17T09:00 boss: a reminder: still open: Create the channel for issues of this account.",
      ]
    `);
  });

  it('after both calls: the Onboarding Object and the sync meeting', () => {
    const lines = table(new HybridStory().joined(), 30);
    expect(lines.slice(0, 10)).toMatchInlineSnapshot(`
      [
        "03-05T17:00 csm: still open: Set the time of the sync meeting, and hold it.",
        "03-05T17:00 fmc: still open: Set the time of the sync meeting, and hold it.",
        "03-09T17:00 ops: still open: Create the channel for issues of this account.",
        "03-09T17:00 csm: still open: Update the Onboarding Object.",
        "03-09T17:00 fmc: still open: Update the Onboarding Object.",
        "03-09T17:00 boss: csm did not do this in time: Set the time of the sync meeting, and hold it.",
        "03-09T17:00 boss: fmc did not do this in time: Set the time of the sync meeting, and hold it.",
        "03-10T17:00 boss: a reminder: still open: Set the time of the sync meeting, and hold it.",
        "03-11T09:00 boss: a reminder: still open: Set the time of the sync meeting, and hold it.",
        "03-11T17:00 boss: ops did not do this in time: Create the channel for issues of this account.",
      ]
    `);
  });
});

describe('times are those of the settings, and of when it was agreed (X11)', () => {
  it('a running onboarding keeps the days of its tasks, and a question its time, whatever is published', () => {
    const story = new HybridStory().start().turn({ kind: 'ask-question', text: 'When?' }, 'csm');
    const due = () => story.clocks.map(({ key, dueAt }) => `${key} ${dueAt}`);
    const before = due();
    const other = new HybridStory({
      questionMinutes: 15,
      updateDays: 9,
      acknowledgeMinutes: 15,
      above: [],
      tasks: [],
    });
    story.policy = { ...other.policy, version: 9 };
    story.turn();
    expect(due()).toEqual(before);
  });

  it('what was kept before seats, waits and crossroads is read as it was meant', () => {
    const story = new HybridStory().share('csm');
    const part = story.ledger.parts['hybrid-account'];
    story.ledger = {
      ...story.ledger,
      clocks: [],
      parts: {
        'hybrid-account': {
          v: part?.v ?? 1,
          state: {
            knowledge: {
              class: 'bug',
              accounts: ['GCBK'],
              forAdmins: null,
              updates: [
                ...[1, 2].map((id) => ({
                  id,
                  from: 'cs',
                  by: 'csm',
                  at: story.now,
                  class: 'bug',
                  text: `${id}`,
                  comment: null,
                })),
                {
                  id: 3,
                  from: 'fmc',
                  by: 'fmc',
                  at: story.now,
                  class: 'bug',
                  text: '3',
                  comment: null,
                },
              ],
              seen: { cs: 3, fmc: 1 },
              gaps: { cs: null, fmc: { step: -1, since: story.now, nextAt: null } },
              questions: [],
            },
          },
        },
      },
    };
    expect(story.turn().gaps()).toEqual([0, 1]);
    expect(story.see('fmc').share('fmc').gaps()).toEqual([1, 0]);
    expect(knowledgeOf(story.ledger)?.updates.at(-1)?.id).toBe(4);
  });
});

function fail(): never {
  throw new Error('Nobody knows how its work is done.');
}
