// A month in which somebody does nothing: what is owed, who hears of it when, and how long nobody said anything about it.
import { spellTime } from '../../src/core/calendar/spell-time';
import { end, graceIn } from '../../src/core/due';
import { type Instant, later, msOf, plusMs } from '../../src/core/instant';
import { calendarOf } from '../../src/core/situation';
import { seededRandom } from '../../host/random';
import { Course, type Scene } from '../support/course';
import { linesOf, ListRobot } from '../support/list-robot';
import { workOf } from '../support/list-work';
import { type AskLife, AskLives, askSilences } from './ask-life';
import { isOpen } from './is-open';
import { hoursOf, type Life, Lives, meantBy, type Silence, silences, silentIn } from './lives';

/** One thing that was owed while somebody did nothing. */
export interface MonthRow {
  readonly procedure: string;
  readonly name: string;
  /** Who does nothing. */
  readonly silent: string;
  readonly owed: string;
  /** Who was told when, the first time and on each level. */
  readonly told: readonly string[];
  /** The longest time during which nobody said anything about it, and how long the ladder lets it be, in hours. */
  readonly longest: number;
  readonly allowed: number;
  readonly met: boolean;
  /** What is not as it has to be, in words. */
  readonly faults: readonly string[];
}

const monthMs = 31 * 24 * 60 * 60_000;

/** What one case was like in that month. */
export interface Month {
  readonly rows: readonly MonthRow[];
  /** Who did something. */
  readonly worked: ReadonlySet<string>;
  readonly faults: readonly string[];
}

interface Played {
  readonly procedure: string;
  readonly name: string;
  readonly begin: () => Scene;
}

/** Everybody works but these; from the beginning of the case to a month later. */
export function monthWithout(
  { procedure, name, begin }: Played,
  silent: ReadonlySet<string> | 'everybody',
  before = 0,
): Month {
  const course = new Course(begin());
  const work = (workOf[procedure] ?? none)();
  if (before > 0) new ListRobot(course, work).until(plusMs(course.now, monthMs), before);
  const from = course.now;
  const lives = new Lives(course);
  const asks = new AskLives(course);
  const faults = new Set<string>();
  course.onLook = () => {
    lives.look();
    asks.look();
    if (isOpen(course) && linesOf(course).length === 0) faults.add('It is open and in no list.');
  };
  course.look();
  const until = plusMs(from, monthMs);
  const robot = new ListRobot(course, work, silent === 'everybody' ? new Set() : silent);
  if (silent === 'everybody') course.until(until);
  else robot.until(until);
  course.now = until;
  const who = silent === 'everybody' ? 'everybody' : [...silent].join(', ');
  const row = (owed: string, judged: Judged): MonthRow => ({
    procedure,
    name,
    silent: who,
    owed,
    ...judged,
  });
  const concerns = (people: readonly string[]): boolean =>
    silent === 'everybody' || people.some((person) => silent.has(person));
  return {
    rows: [
      ...lives.all
        .filter(({ clock }) => concerns(clock.asked.map(({ person }) => person)))
        .map((life) => row(life.clock.title, judge(course, life, until))),
      ...asks.all
        .filter(({ ask }) => concerns(ask.asked))
        .map((life) => row('Answer the request', judgeAsk(course, life, until))),
    ],
    worked: new Set(robot.pressed.map(({ by }) => by)),
    faults: [...faults],
  };
}

const none = (): never => {
  throw new Error('Nobody knows how its work is done.');
};

type Judged = Pick<MonthRow, 'told' | 'longest' | 'allowed' | 'met' | 'faults'>;

const short = (at: Instant): string => at.slice(5, 16).replace('T', ' ');

function bounds(all: readonly Silence[]): Pick<MonthRow, 'longest' | 'allowed' | 'met'> {
  const late = all.find(({ until, allowed }) => until > allowed);
  const longest = late ?? [...all].sort((one, other) => hoursOf(other) - hoursOf(one))[0];
  return longest === undefined
    ? { longest: 0, allowed: 0, met: true }
    : {
        longest: hoursOf(longest),
        allowed: hoursOf({ from: longest.from, until: longest.allowed }),
        met: late === undefined,
      };
}

/** Once for each level, and then the reminders as they come. */
function toldOf(
  said: readonly {
    readonly at: Instant;
    readonly to: readonly string[];
    readonly kind: string;
  }[],
): string[] {
  const reminders = said.filter(({ kind }) => kind === 'reminder');
  const [first] = reminders;
  return [
    ...said.flatMap(({ at, to, kind }) =>
      kind === 'reminder' ? [] : [`${short(at)} ${to.join(' and ')} (${kind})`],
    ),
    ...(first === undefined
      ? []
      : [`${short(first.at)} ${first.to.join(' and ')} (${reminders.length} reminders)`]),
  ];
}

/** How whoever owes it knew from the beginning, where no word of the engine has told them. */
function beginningOf({ clock, knew, since, said }: Life): string[] {
  const people = clock.asked.flatMap(({ person, rung }) =>
    rung === 0 && knew.includes(person) ? [person] : [],
  );
  const how = { tag: 'turn', said: 'said', list: 'in the list' }[clock.tell];
  return people.length === 0 || said[0]?.kind === 'turn'
    ? []
    : [`${short(since)} ${people.join(' and ')} (${how})`];
}

function judge(course: Course, life: Life, until: Instant): Judged {
  const all = silences(course, life, until);
  return {
    told: [...beginningOf(life), ...toldOf(life.said)],
    ...bounds(all),
    faults: [
      ...late(all),
      ...twice(life.said),
      ...again(life),
      ...wrongPeople(course, life),
      ...wrongDue(course, life),
      ...unfair(course, life),
    ],
  };
}

function judgeAsk(course: Course, life: AskLife, until: Instant): Judged {
  const all = askSilences(course, life, until);
  const { said, ask, comments } = life;
  return {
    told: toldOf(said),
    ...bounds(all),
    faults: [
      ...late(all),
      ...twice(said),
      ...said.flatMap(({ kind, comment, text }) => {
        const words = comments.get(comment) ?? '';
        const says = kind === 'nobody-above' || /(?:answer by|due by) \S/u.test(words);
        const asks = kind !== 'turn' || ask.note === null || words.includes(ask.note);
        return says && asks ? [] : [`Does not say what or until when: ${text}`];
      }),
    ],
  };
}

const late = (all: readonly Silence[]): string[] =>
  all.flatMap(({ from, until, allowed }) =>
    until > allowed ? [`Silent from ${from} to ${until}, and at most to ${allowed}.`] : [],
  );

/** Nobody is told the same twice, but for the reminders of the last. */
function twice(
  said: readonly { readonly kind: string; readonly rung: number; readonly to: readonly string[] }[],
): string[] {
  const each = said.flatMap(({ kind, rung, to }) =>
    kind === 'reminder' ? [] : to.map((person) => `${person}, ${kind}, level ${rung}`),
  );
  return [...new Set(each.filter((one, place) => each.indexOf(one) !== place))].map(
    (one) => `Told twice: ${one}`,
  );
}

/** Who knew from the beginning, by what they did or by the procedure's own words, is not told that it is their turn. */
const again = ({ said, knew }: Life): string[] =>
  said.flatMap(({ kind, to, text }) =>
    kind === 'turn' && to.some((person) => knew.includes(person)) ? [`Told again: ${text}`] : [],
  );

/** Whoever is meant by the settings is told, and nobody else while they are there. */
function wrongPeople(course: Course, { said, clock }: Life): string[] {
  const { people } = course.situation;
  return said.flatMap(({ to, rung, text }) => {
    const of = rung === 0 ? clock.of : (clock.above[rung - 1]?.to ?? clock.of);
    const meant = meantBy(course, of, clock).filter(
      (person) => people[person]?.active !== false && clock.not?.includes(person) !== true,
    );
    const right = meant.length === 0 || to.every((person) => meant.includes(person));
    return right && to.length > 0 ? [] : [`Not for ${to.join(' and ')}: ${text}`];
  });
}

/** What is written as the due time is the due time. */
function wrongDue(course: Course, { said, clock }: Life): string[] {
  const calendar = calendarOf(course.situation, null);
  return said.flatMap(({ kind, at, due, text }) => {
    if (kind !== 'turn') return [];
    const dueAt = later(
      end(calendar, clock.within, later(clock.since, at)),
      ...(clock.notBefore === undefined ? [] : [clock.notBefore]),
    );
    return due === spellTime(dueAt, calendar.timeZone) ? [] : [`Not due then: ${text}`];
  });
}

/** Nobody is called silent who was not told, a while before. */
function unfair(course: Course, { said, knew, opened }: Life): string[] {
  const calendar = calendarOf(course.situation, null);
  const grace = graceIn(course.situation.queue);
  return said.flatMap(({ kind, at, to, text }, place) => {
    if (kind !== 'escalated') return [];
    return silentIn({ to, text }).flatMap((person) => {
      const told =
        said.slice(0, place).find((one) => one.to.includes(person))?.at ??
        (knew.includes(person) ? opened : null);
      return told !== null && msOf(end(calendar, grace, told)) <= msOf(at)
        ? []
        : [`${person} is called silent and was not told: ${text}`];
    });
  });
}

/** How many things were done before everybody stops, by chance; the same for the same seed. */
export function seeded(seed: number): (most: number) => number {
  const random = seededRandom(seed);
  return (most) => random.int(0, most);
}
