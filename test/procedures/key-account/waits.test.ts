// X10: nothing open waits for nobody. What is owed about key accounts, who hears of it when nobody acts, and that whoever only
// reads the list brings everything to its end.
import fc from 'fast-check';
import type { Actor } from '../../../src/core/act';
import type { Case } from '../../../src/core/case';
import { holdersOf } from '../../../src/core/clock';
import { onRadar } from '../../../src/core/radar';
import { aboutKeyAccounts } from '../../../src/procedures/key-account/about';
import { openEscalation } from '../../../src/procedures/key-account/escalation';
import { beginMonthEnd } from '../../../src/procedures/key-account/month-end-steps';
import { emptyKeyPart, keyPartOf } from '../../../src/procedures/key-account/key-part';
import type { KeyStep } from '../../support/acts';
import { Course } from '../../support/course';
import { gates, keyPolicy, KeyStory, proposal } from '../../support/key-account';
import { ListRobot } from '../../support/list-robot';
import { workOf } from '../../support/list-work';
import { anas } from '../../support/sop';

const beginMonth = {
  procedure: 'key-account',
  perform: (c: Case, actor: Actor) => aboutKeyAccounts(beginMonthEnd)(c, actor, '2026-02'),
};
const escalate: KeyStep = {
  kind: 'escalate',
  aspect: 'accuracy',
  what: 'Deductions of 40 employees are wrong.',
};

function listing(): KeyStory {
  const story = new KeyStory({ account: anas });
  story.named = [anas, gates];
  story.step(proposal);
  return story;
}

/** Lets time pass to a moment, and looks whenever a look is due; who was tagged at which moment. */
const idle = (course: Course, until: string): (readonly [string, string])[] =>
  course
    .until(until)
    .words.flatMap(({ at, to }) => to.map((who) => [at.slice(0, 16), who] as const));

/** The first time each person is tagged. */
const firsts = (told: readonly (readonly [string, string])[]): string[] =>
  told
    .filter(([, who], place) => told.findIndex(([, one]) => one === who) === place)
    .map(([when, who]) => `${when} ${who}`);

describe('nobody acts for a month: who hears of it, and when', () => {
  const cases: readonly (readonly [string, () => KeyStory, readonly string[]])[] = [
    [
      'a change of the list to be decided',
      listing,
      ['2026-03-04T17:00 keeper', '2026-03-05T17:00 boss'],
    ],
    [
      'an accepted change: the document and the rhythm',
      () => {
        const story = listing();
        story.step({ kind: 'decide-listing', accept: true, note: null }, 'keeper');
        return story;
      },
      ['2026-03-04T17:00 keeper', '2026-03-05T17:00 olga', '2026-03-05T17:00 boss'],
    ],
    [
      'the document of the month',
      () => {
        const story = new KeyStory({ account: anas });
        story.doing(beginMonth, { accountId: 'relay' });
        return story;
      },
      ['2026-03-05T17:00 olga', '2026-03-06T17:00 boss'],
    ],
    [
      'a release of which nothing is documented',
      () => {
        const story = new KeyStory({ ticket: { requestType: 'Release' } });
        story.turn();
        return story;
      },
      ['2026-03-03T17:00 agent', '2026-03-04T17:00 boss'],
    ],
    [
      'a release that is to be reviewed and witnessed',
      () => {
        const story = new KeyStory();
        story.step({ kind: 'start-release', cid: null, authors: ['dev'] });
        story.step({ kind: 'set-facts', facts: { commit: 'a1b2c3d4' } });
        story.step({ kind: 'tick', item: 'diff', done: true, evidence: 'seen' });
        story.step({ kind: 'set-processing', value: false });
        return story;
      },
      [
        '2026-03-02T11:00 senior',
        '2026-03-02T11:00 second senior',
        '2026-03-03T10:00 peer',
        '2026-03-03T17:00 boss',
      ],
    ],
    [
      'production cycles of a release',
      () => {
        const story = new KeyStory().signedOff();
        story.step({ kind: 'set-processing', value: true });
        return story;
      },
      ['2026-03-09T10:00 agent', '2026-03-10T17:00 boss'],
    ],
    [
      'an escalation to be answered',
      () => {
        const story = new KeyStory();
        story.step(escalate);
        return story;
      },
      ['2026-03-02T11:00 boss'],
    ],
    [
      'an escalation to be resolved',
      () => {
        const story = new KeyStory();
        story.step(escalate);
        story.step({ kind: 'answer-escalation' }, 'senior');
        return story;
      },
      ['2026-03-03T17:00 senior', '2026-03-04T17:00 boss'],
    ],
    [
      'an escalation in a ticket that is closed',
      () => {
        const story = new KeyStory();
        story.step(escalate);
        story.moves('done').turn();
        return story;
      },
      ['2026-03-03T17:00 senior', '2026-03-03T17:00 second senior', '2026-03-04T17:00 boss'],
    ],
  ];

  it.each(cases)('%s', (_what, begin, expected) => {
    const course = new Course(begin());
    const told = idle(course, '2026-04-02T10:00:00.000Z');
    expect(firsts(told)).toEqual(expected);
    // It never falls silent: somebody is reminded on the last working day, and the radar names it.
    expect(told.some(([when]) => when.startsWith('2026-04-0'))).toBe(true);
    expect(onRadar(course.ledger, course.situation).map(({ code }) => code)).toContain(
      'late-with-everybody',
    );
  });
});

/** Is anything of it open, by what the SOP says and not by what the app makes of it? */
function isOpen({ ledger, ticket }: Pick<KeyStory, 'ledger' | 'ticket'>): boolean {
  const part = keyPartOf(ledger) ?? emptyKeyPart;
  const { designation, release, escalations, monthEnd } = part;
  const releaseTicket =
    ticket.requestType === 'Release' && release === null && part.noRelease == null;
  return (
    (designation !== null &&
      (designation.decided === null ||
        (designation.decided.how !== 'declined' && designation.document?.updated == null))) ||
    (release !== null && release.finished === null) ||
    openEscalation(escalations) !== null ||
    (monthEnd !== null && monthEnd.confirmed === null) ||
    releaseTicket
  );
}

const people = ['agent', 'dev', 'peer', 'senior', 'second senior', 'boss', 'keeper', 'olga'];
const fact = (facts: (KeyStep & { kind: 'set-facts' })['facts']): KeyStep => ({
  kind: 'set-facts',
  facts,
});
const anyStep: fc.Arbitrary<KeyStep> = fc.oneof(
  fc.constantFrom<KeyStep>(
    { kind: 'start-release', cid: null, authors: ['dev'] },
    { kind: 'start-release', cid: null, authors: [] },
    { kind: 'no-release', reason: 'For another customer.' },
    fact({ authors: ['dev'] }),
    fact({ authors: ['senior'] }),
    fact({ commit: 'a1b2c3d4' }),
    fact({ commit: 'ffffffff' }),
    fact({ commit: null }),
    fact({ deployer: 'agent', build: '1', environment: 'Production' }),
    fact({ deployer: 'boss' }),
    fact({ deployedAt: '2026-03-02T09:00:00.000Z' }),
    fact({ results: 'All green.' }),
  ),
  fc
    .constantFrom('diff', 'plan', 'smoke')
    .chain((item) =>
      fc.boolean().map((done): KeyStep => ({ kind: 'tick', item, done, evidence: 'seen' })),
    ),
  fc
    .constantFrom('peer' as const, 'senior' as const)
    .map((as): KeyStep => ({ kind: 'review', as, reason: 'Late, for a test.' })),
  fc
    .constantFrom('commit' as const, 'release' as const, 'post-release' as const)
    .map((step): KeyStep => ({ kind: 'witness', step, reason: 'Late, for a test.' })),
  fc.constantFrom<KeyStep>(
    { kind: 'hand-over-witness', to: 'second senior', reason: 'Cannot go on.' },
    { kind: 'set-processing', value: true },
    { kind: 'set-processing', value: false, reason: 'Only a report.' },
    { kind: 'decide-monitoring', end: true, note: null },
    { kind: 'finish-release' },
    { kind: 'client-review', reason: 'Late, for a test.' },
    escalate,
    { kind: 'answer-escalation' },
    { kind: 'resolve-escalation', how: 'Corrected and sent.' },
    { kind: 'set-rhythm', rhythm: { kind: 'daily' } },
  ),
  fc.constantFrom('2026-03-06', '2026-03-13', '2026-03-20', '2026-03-27').chain((date) =>
    fc.boolean().map((passed): KeyStep => ({
      kind: 'record-cycle',
      date,
      passed,
      note: 'Looked at it.',
      aspect: 'timing',
    })),
  ),
);

it('whatever anybody does, what is open has a wait, and each wait somebody who is there and may', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Release', 'Incident'),
      fc.array(fc.tuple(anyStep, fc.constantFrom(...people), fc.nat(4)), { maxLength: 40 }),
      (requestType, steps) => {
        const story = new KeyStory({ ticket: { requestType } });
        story.turn();
        let hours = Date.parse(story.now);
        for (const [step, by, later] of steps) {
          hours += later * 6 * 3_600_000;
          story.at(new Date(hours).toISOString());
          story.step(step, by);
          if (later === 4) story.moves(story.ticket.status.done ? 'wfs' : 'done').turn();
          const clocks = story.ledger.clocks ?? [];
          expect(clocks.length > 0).toBe(isOpen(story));
          for (const clock of clocks) {
            expect(holdersOf(clock)).not.toEqual([]);
            expect(clock.nextAt).not.toBeNull();
            for (const person of holdersOf(clock)) expect(clock.not ?? []).not.toContain(person);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

/** Presses, for whoever holds it, the first act of the first thing that is owed. */
function robot(story: KeyStory): { course: Course; pressed: string[] } {
  const course = new Course(story);
  const { pressed } = new ListRobot(course, (workOf['key-account'] ?? fail)()).until(
    '2026-06-01T00:00:00.000Z',
  );
  return { course, pressed: pressed.map(({ by, wait }) => `${by}: ${wait}`) };
}

it('the list is enough: a release comes to its end by what stands in the lists of those who owe it', () => {
  const story = new KeyStory({ ticket: { requestType: 'Release' } });
  story.turn();
  const { course, pressed } = robot(story);
  const release = keyPartOf(course.ledger)?.release;
  expect(release?.finished).not.toBeNull();
  expect(release?.cycles).toHaveLength(keyPolicy.release.cycles.needed);
  expect(pressed[0]).toBe('agent: key-account:release:start');
});

it.each([
  ['a change of the list', listing],
  [
    'the document of the month',
    () => {
      const story = new KeyStory({ account: anas });
      story.doing(beginMonth, { accountId: 'relay' });
      return story;
    },
  ],
  [
    'an escalation',
    () => {
      const story = new KeyStory();
      story.step(escalate);
      return story;
    },
  ],
] as const)('the list is enough: %s', (_what, begin) => {
  const { course, pressed } = robot(begin());
  expect(pressed.length).toBeGreaterThan(0);
  expect(isOpen(course)).toBe(false);
  expect(course.ledger.clocks).toEqual([]);
});

describe('KA-08: a release ticket without documentation', () => {
  const release = (): KeyStory => {
    const story = new KeyStory({ ticket: { requestType: 'Release' } });
    story.turn();
    return story;
  };

  it('does not close in silence', () => {
    const story = release();
    expect(story.ledger.clocks).toMatchObject([{ key: 'release:start' }]);
    story.moves('done').turn();
    expect(story.clauses).toContain('KA-08');
    expect(story.ledger.clocks).toMatchObject([{ key: 'release:start:closed' }]);
    story.step({ kind: 'start-release', cid: null, authors: ['dev'] });
    expect(story.part.undocumented).toBe(false);
  });

  it('is put back where the settings say so', () => {
    const story = new KeyStory({
      policy: { release: { ...keyPolicy.release, closedEarly: 'put-back' } },
      ticket: { requestType: 'Release' },
    });
    story.turn();
    story.moves('done').turn();
    expect(story.status).toBe('wfs');
  });

  it('may be said to be none, with a reason', () => {
    const story = release();
    expect(story.refusal({ kind: 'no-release', reason: 'x' })).toContain('Say why');
    story.step({ kind: 'no-release', reason: 'It is for another customer.' });
    expect(story.ledger.clocks).toEqual([]);
    story.moves('done').turn();
    expect(story.ledger.clocks).toEqual([]);
  });

  it('X11: one that was closed before anybody asked stays closed', () => {
    const story = new KeyStory({
      ticket: { requestType: 'Release', status: { id: 'done', name: 'Done', done: true } },
    });
    story.turn();
    expect(story.ledger.clocks ?? []).toEqual([]);
  });

  it('of an account that is no key account is none of this', () => {
    const story = new KeyStory({ account: anas, ticket: { requestType: 'Release' } });
    story.turn();
    expect(story.ledger.clocks ?? []).toEqual([]);
  });
});

it('X11: what an earlier edition decided and confirmed owes nobody anything', () => {
  const story = listing();
  story.step({ kind: 'decide-listing', accept: true, note: null }, 'keeper');
  const { document: _document, rhythm: _rhythm, ...old } = story.part.designation ?? fail();
  story.ledger = {
    ...story.ledger,
    clocks: [],
    parts: { 'key-account': { v: 1, state: { ...story.part, designation: old } } },
  };
  story.at('2026-03-03T10:00:00.000Z').turn();
  expect(story.ledger.clocks).toEqual([]);
});

function fail(): never {
  throw new Error('Nothing is asked here.');
}
