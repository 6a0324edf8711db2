// Somebody who only reads the lists of what waits for people, and presses the first act of the first line.
import type { Act, Actor } from '../../src/core/act';
import { wakeAt } from '../../src/core/decide';
import { type Instant, later, plusMs } from '../../src/core/instant';
import { inform } from '../../src/core/wait-acts';
import { type WaitRow, waitingList, waitRows } from '../../src/core/wait-rows';
import type { Course } from './course';

/** A line of somebody's list. */
export interface Line extends WaitRow {
  readonly who: string;
}

/**
 * What somebody who knows their work gives an act of a line; null where the line itself says that it is not time for it, or
 * that it is not what is missing.
 */
export type ValidInput = (line: Line, course: Course, by: string) => Act | null;

/** How the work of a procedure is done. */
export interface Work {
  /** By call, such as `change-request.approve`. */
  readonly inputs: Readonly<Record<string, ValidInput>>;
  /** What customers and the outside do once nobody of us has anything to do: false where there is nothing either. */
  readonly outside?: (course: Course) => boolean;
  /** Follows what an act does beyond the ticket, such as the issue on which it goes on. */
  readonly beyond?: (course: Course) => void;
}

/** One line of what was done. */
export interface Pressed {
  readonly at: Instant;
  readonly by: string;
  readonly wait: string;
  readonly act: string;
  /** On which level: 0 for whoever owes it. */
  readonly rung: number;
}

/** The acts of the engine, which every wait has. */
export const ofEngine: Work['inputs'] = {
  'wait.inform': ({ procedure, wait }) => ({
    procedure,
    perform: (c, actor) => inform(c, actor, { procedure, wait, text: 'It is as it should be.' }),
  }),
};

/** Everything that stands in the lists of people because of this ticket, the first due first. */
export const linesOf = ({ ledger }: Course): readonly Line[] =>
  waitRows(ledger)
    .filter(({ list }) => list === waitingList)
    .map(({ who, doc }): Line => ({ ...(doc as WaitRow), who }))
    .sort((one, other) => one.dueAt.localeCompare(other.dueAt));

/** Those who work in the project may move its tickets. */
const agents = ['agent', 'other agent'];
export const actorFor = (accountId: string): Actor => ({
  accountId,
  mayTransition: agents.includes(accountId),
  side: accountId.includes('customer') ? 'customer' : 'team',
});

const hourMs = 60 * 60_000;

export class ListRobot {
  readonly pressed: Pressed[] = [];
  /** How often customers and the outside have done something. */
  outside = 0;
  /** Lines of those above whoever owes it, who may not do it in their place: they only see that it gets done. */
  readonly #cannot = new Set<string>();

  constructor(
    readonly course: Course,
    readonly work: Work,
    /** People who do nothing. */
    readonly silent: ReadonlySet<string> = new Set(),
  ) {}

  /**
   * Works until that moment, one thing an hour; stops earlier where nothing is left to wait for.
   * @param most so many things at most
   */
  until(end: Instant, most = Infinity): this {
    const { course } = this;
    while (course.now < end && this.pressed.length + this.outside < most) {
      if (this.#press() || this.#outside()) {
        this.#pass(plusMs(course.now, hourMs), end);
        continue;
      }
      const next = wakeAt(course.situation.procedures, course.ledger);
      const due = linesOf(course)
        .map(({ dueAt }) => dueAt)
        .find((at) => at > course.now);
      const then = [next, due].filter((at) => at != null).sort()[0];
      if (then === undefined) return this;
      this.#pass(later(then, plusMs(course.now, 1000)), end);
    }
    return this;
  }

  #pass(to: Instant, end: Instant): void {
    this.course.until(to < end ? to : end);
    this.course.look();
  }

  /** The first act of the first line that somebody has who works. */
  #press(): boolean {
    const { course, work } = this;
    for (const line of linesOf(course)) {
      const { who, holders, wait, procedure, acts } = line;
      const rung = rungOf(course, line);
      if (this.silent.has(who) || !holders.includes(who)) continue;
      if (this.#cannot.has(`${procedure}:${wait}:${who}`)) continue;
      if (acts.length === 0) throw new Error(`${who} can do nothing about "${line.title}".`);
      for (const call of acts) {
        const input = { ...ofEngine, ...work.inputs }[call];
        if (input === undefined) throw new Error(`Nobody knows what ${call} takes (${wait}).`);
        const act = input(line, course, who);
        if (act === null) continue;
        const { refused } = course.look({ act, actor: actorFor(who) });
        if (refused !== null && rung > 0) {
          this.#cannot.add(`${procedure}:${wait}:${who}`);
          break;
        }
        if (refused !== null)
          throw new Error(`${who}, ${line.title} (${wait}), ${call}: ${refused.text}`);
        this.pressed.push({
          at: course.now,
          by: who,
          wait: `${procedure}:${wait}`,
          act: call,
          rung,
        });
        if (this.pressed.length > mostPressed)
          throw new Error(`It never ends: ${this.pressed.map((one) => one.wait).join(', ')}`);
        work.beyond?.(course);
        return true;
      }
    }
    return false;
  }

  /** What the ticket owes meanwhile names somebody of ours, who sees to it. */
  #outside(): boolean {
    const { course, work, silent } = this;
    const before = linesOf(course);
    if (silent.has('customer') || work.outside?.(course) !== true) return false;
    if (before.length === 0)
      throw new Error('The outside is waited for, and nobody of us sees to it.');
    this.outside += 1;
    course.look();
    return true;
  }
}

const mostPressed = 300;

function rungOf({ ledger }: Course, { procedure, wait }: WaitRow): number {
  return ledger.clocks?.find((one) => one.procedure === procedure && one.key === wait)?.rung ?? 0;
}
