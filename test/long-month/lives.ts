// What was said about everything that was owed, from its beginning to its end, and whether that was in time: judged by what
// people read in the ticket, and by the ladder as the wait has it, not by what the engine keeps of its clocks.
import { isAskKey } from '../../src/procedures/account-manager/asks';
import { nextWorkingDay } from '../../src/core/calendar/business-time';
import { type Clock, isOf } from '../../src/core/clock';
import { end, graceIn } from '../../src/core/due';
import { type Instant, later, msOf, plusMs } from '../../src/core/instant';
import { calendarOf } from '../../src/core/situation';
import type { Allowance, Party } from '../../src/core/wait';
import { type Course, newWords, type Word } from '../support/course';

/** What somebody is told of a wait, by the words of it. */
export type Told = 'turn' | 'late' | 'escalated' | 'reminder';

export interface Said extends Word {
  readonly kind: Told;
  /** To which level; 0 for whoever owes it. */
  readonly rung: number;
  readonly due: string;
}

/** A wait from when it was owed until it was not any more, or began anew. */
export interface Life {
  readonly procedure: string;
  readonly clock: Clock;
  readonly titles: Set<string>;
  readonly opened: Instant;
  closed: Instant | null;
  readonly said: Said[];
  /** Whoever did what made it owed, whom the procedure's own words tagged then, and whoever was told before. */
  readonly knew: readonly string[];
  /** Since when they have known. */
  readonly since: Instant;
}

const shape =
  /(?<how>your turn|this is yours now|a reminder: still open|still open|did not do this in time|says that this is not theirs|nobody else can be asked for this): (?<what>.+?)\.?(?: The reason: .+)? (?:Due|It was due|It is due) by (?<due>[^.]+)\.(?: Please .*)?$/su;
const kinds: Readonly<Record<string, Told>> = {
  'your turn': 'turn',
  'this is yours now': 'turn',
  'still open': 'late',
  'a reminder: still open': 'reminder',
  'did not do this in time': 'escalated',
  'says that this is not theirs': 'escalated',
  'nobody else can be asked for this': 'escalated',
};

/** Follows everything that is owed on a ticket while its course goes on. */
export class Lives {
  readonly all: Life[] = [];
  readonly #fresh: () => readonly Word[];
  #looks = 0;
  #actor: string | null = null;

  constructor(readonly course: Course) {
    this.#fresh = newWords(course);
    this.look();
  }

  look(): void {
    const { course } = this;
    const fresh = this.#fresh();
    // The account manager's request speaks its SOP's own words, and is judged by them.
    const clocks = (course.ledger.clocks ?? []).filter(({ key }) => !isAskKey(key));
    this.#actor =
      course.journal.findLast(({ at, by }) => at === course.now && by !== null)?.by ?? null;
    for (const clock of clocks) {
      const known = this.#openOf(clock);
      if (known === undefined) this.all.push(this.#born(clock, fresh));
      else known.titles.add(bare(clock.title));
    }
    for (const word of fresh) this.#hear(word);
    for (const life of this.all)
      if (life.closed === null && !clocks.some((clock) => isSame(life.clock, clock)))
        life.closed = course.now;
    this.#looks += 1;
  }

  #openOf = (clock: Clock): Life | undefined =>
    this.all.find((life) => life.closed === null && isSame(life.clock, clock));

  #born(clock: Clock, fresh: readonly Word[]): Life {
    const tagged = clock.tell === 'said' ? fresh.flatMap(({ to }) => to) : [];
    // Who was told before this began anew, or before anybody followed it, is taken from what was kept.
    const { now } = this.course;
    const before = clock.asked.filter(
      ({ toldAt }) => toldAt !== null && (this.#looks === 0 || toldAt < now),
    );
    return {
      procedure: clock.procedure,
      clock,
      titles: new Set([bare(clock.title)]),
      opened: this.course.now,
      closed: null,
      said: [],
      knew: [
        ...tagged,
        ...(this.#actor === null ? [] : [this.#actor]),
        ...(clock.tell === 'list' ? clock.asked.map(({ person }) => person) : []),
        ...before.map(({ person }) => person),
      ],
      since:
        before
          .map(({ toldAt }) => toldAt ?? '')
          .sort()
          .at(-1) ?? this.course.now,
    };
  }

  #hear(word: Word): void {
    const { how = '', what = '', due = '' } = shape.exec(word.text)?.groups ?? {};
    const kind = kinds[how];
    if (kind === undefined) return;
    // Two may owe the same, such as both departments: then it is whose name stands there, or who was not told just now.
    const about = this.all.filter(
      ({ titles, clock, closed, said }) =>
        closed === null &&
        (titles.has(what) ||
          clock.above.some(({ title }) => title !== undefined && bare(title) === what)) &&
        said.at(-1)?.at !== word.at &&
        this.#isWith(clock, word, silentIn(word)),
    );
    const last = about.at(-1);
    if (last === undefined) throw new Error(`About nothing that is owed: ${word.text}`);
    // The same reminder of two things is said once.
    for (const life of kind === 'reminder' ? about : [last]) {
      const before = life.said.at(-1)?.rung ?? 0;
      const rung = kind === 'escalated' ? this.#levelOf(life, word, before) : before;
      life.said.push({ ...word, kind, rung, due });
    }
  }

  #isWith(clock: Clock, { to }: Word, silent: readonly string[]): boolean {
    const now = this.course.ledger.clocks?.find(isOf(clock.procedure, clock.key)) ?? clock;
    const asked = now.asked.map(({ person }) => person);
    return (
      to.some((person) => asked.includes(person)) && silent.every((one) => asked.includes(one))
    );
  }

  /** The level whose people are tagged, by the settings. */
  #levelOf({ clock }: Life, { to, text }: Word, before: number): number {
    const level = clock.above.findIndex(
      (step, place) =>
        place >= before &&
        to.every((person) => meantBy(this.course, step.to, clock).includes(person)),
    );
    if (level < 0) throw new Error(`Somebody else than those above: ${text}`);
    return level + 1;
  }
}

/** A title as it stands within a sentence. */
const bare = (title: string): string => title.replace(/\.$/u, '');

/** Who is named as silent in what those above are told. */
export function silentIn({ to, text }: Pick<Word, 'to' | 'text'>): readonly string[] {
  const [names, then] = to
    .reduce((left, person) => left.replace(`@${person}`, ''), text)
    .split(' did not do this');
  return then === undefined
    ? []
    : (names ?? '').split(/, (?:and )?| and /u).map((name) => name.trim());
}

/** Of the same thing, owed since the same moment and until the same date. */
const isSame = (one: Clock, other: Clock): boolean =>
  one.procedure === other.procedure &&
  one.key === other.key &&
  one.since === other.since &&
  one.notBefore === other.notBefore &&
  one.question?.at === other.question?.at;

/** Who is meant, by the settings, the account and the ticket alone. */
export function meantBy(
  { situation: { policy, account, named = [], ticket } }: Course,
  of: Party,
  { cid }: Pick<Clock, 'cid'>,
): readonly string[] {
  if (typeof of !== 'string') return 'people' in of ? of.people : of.oneOf;
  if (of === 'assignee') return ticket.assignee === null ? [] : [ticket.assignee.accountId];
  const own = account.kind === 'known' ? account.account : undefined;
  const held = (typeof cid === 'object' ? cid : [cid]).flatMap((which) => {
    const customer =
      which === undefined || own?.cid === which ? own : named.find((one) => one.cid === which);
    const csm = of === 'csm' ? customer?.customerSuccessManager : undefined;
    return csm === undefined ? (policy.roles?.[of] ?? []) : [csm];
  });
  // Where nobody holds a role, whoever the settings name for that is asked.
  return held.length > 0 ? held : policy.fallback;
}

/** A time during which nothing was said, and until when it may last by the ladder. */
export interface Silence {
  readonly from: Instant;
  readonly until: Instant;
  readonly allowed: Instant;
}

/** At most so long somebody waits for a tag who has just had another one on the same ticket. */
const pauseMs = 60 * 60_000;

/** Every silence about something that was owed, in order; `until` the end of the month where it still is. */
export function silences({ situation }: Course, life: Life, until: Instant): readonly Silence[] {
  const { clock, said, opened, closed, knew, since } = life;
  const calendar = calendarOf(situation, null);
  const at = (allowance: Allowance, from: Instant): Instant => end(calendar, allowance, from);
  const grace = (from: Instant): Instant => at(graceIn(situation.queue), from);
  const dueFrom = (told: Instant): Instant =>
    later(
      at(clock.within, later(clock.since, told)),
      ...(clock.notBefore === undefined ? [] : [clock.notBefore]),
    );
  const knows = clock.tell !== 'tag' || clock.asked.some(({ person }) => knew.includes(person));
  const told = said.find(({ kind }) => kind === 'turn')?.at ?? since;
  const nextAfter = ({ kind, rung, at: when }: Said): Instant => {
    switch (kind) {
      case 'turn':
        return dueFrom(when);
      case 'late':
        return at(clock.above[0]?.after ?? { days: 1 }, dueFrom(told));
      case 'escalated':
        return later(at(clock.above[rung]?.after ?? { days: 1 }, when), grace(when));
      case 'reminder':
        return nextWorkingDay(calendar, when);
    }
  };
  // While a question is open it stands still: that question is a wait of its own.
  if (clock.question !== undefined)
    return [{ from: opened, until: closed ?? until, allowed: closed ?? until }];
  const from = [opened, ...said.map((one) => one.at)];
  const allowed = [
    knows ? dueFrom(since) : plusMs(opened, pauseMs),
    ...said.map((one) => nextAfter(one)),
  ];
  const ends = [...from.slice(1), closed ?? until];
  return from.map((start, place) => ({
    from: start,
    until: ends[place] ?? until,
    allowed: allowed[place] ?? until,
  }));
}

export const hoursOf = ({ from, until }: Pick<Silence, 'from' | 'until'>): number =>
  (msOf(until) - msOf(from)) / 3_600_000;
