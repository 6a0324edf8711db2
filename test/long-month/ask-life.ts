// The same for a response that somebody was asked for, whose ladder is in business minutes and stands in the entry of the SOP.
import { addBusinessMinutes, nextWorkingDay } from '../../src/core/calendar/business-time';
import type { Instant } from '../../src/core/instant';
import { minutesFor } from '../../src/core/policy';
import { calendarOf } from '../../src/core/situation';
import type { OpenAsk } from '../../src/procedures/account-manager/ask';
import { asksOf } from '../../src/procedures/account-manager/asks';
import { type Course, newWords, type Word } from '../support/course';
import type { Silence } from './lives';

export interface AskSaid extends Word {
  readonly kind: 'turn' | 'escalated' | 'reminder' | 'nobody-above';
  readonly rung: number;
}

export interface AskLife {
  ask: OpenAsk;
  readonly opened: Instant;
  readonly rung: number;
  closed: Instant | null;
  readonly said: AskSaid[];
  /** All the words of each comment, by its number. */
  readonly comments: Map<number, string>;
}

const kindOf = (text: string): AskSaid['kind'] | null =>
  text.includes('is now escalated to you')
    ? 'escalated'
    : text.includes(': a reminder.')
      ? 'reminder'
      : text.includes('a response is needed here')
        ? 'turn'
        : text.includes('nobody stands above')
          ? 'nobody-above'
          : null;

export class AskLives {
  readonly all: AskLife[] = [];
  readonly #fresh: () => readonly Word[];

  constructor(readonly course: Course) {
    this.#fresh = newWords(course);
    this.look();
  }

  look(): void {
    const { course } = this;
    const fresh = this.#fresh();
    const { ask } = asksOf(course.ledger);
    const open = this.all.findLast(({ closed }) => closed === null);
    if (open !== undefined && open.ask.id !== ask?.id) open.closed = course.now;
    if (ask === null) return;
    const life = open?.ask.id === ask.id ? open : this.#born(ask);
    life.ask = ask;
    for (const word of fresh) {
      const { comment, text } = word;
      life.comments.set(comment, `${life.comments.get(comment) ?? ''}\n${text}`);
      const kind = kindOf(text);
      if (kind !== null) life.said.push({ ...word, kind, rung: ask.rung });
    }
  }

  #born(ask: OpenAsk): AskLife {
    const life = {
      ask,
      opened: ask.since,
      rung: ask.rung,
      closed: null,
      said: [],
      comments: new Map<number, string>(),
    };
    this.all.push(life);
    return life;
  }
}

/** Every silence about an answer, in order. */
export function askSilences(course: Course, life: AskLife, until: Instant): readonly Silence[] {
  const { ask, said, opened, closed, rung: first } = life;
  const { queue } = course.situation;
  const ladder = queue.entries.find(({ id }) => id === ask.entryId)?.ladder ?? [];
  const calendar = calendarOf(course.situation, null);
  const dueOn = (rung: number, from: Instant): Instant => {
    const step = ladder[rung];
    return step === undefined
      ? from
      : addBusinessMinutes(calendar, from, minutesFor(step, ask.priority));
  };
  const nextAfter = ({ kind, rung, at }: Pick<AskSaid, 'kind' | 'rung' | 'at'>): Instant => {
    if (kind === 'reminder' || kind === 'nobody-above') return nextWorkingDay(calendar, at);
    const due = dueOn(rung, at);
    // A15: nobody is above the last, who is reminded from the next morning on.
    return rung >= ladder.length - 1 ? nextWorkingDay(calendar, due) : due;
  };
  const all = [
    { kind: 'turn', rung: first, at: opened } as const,
    ...said.filter(({ at, kind }) => kind !== 'turn' || at > opened),
  ];
  return all.map((one, place) => ({
    from: one.at,
    until: all[place + 1]?.at ?? closed ?? until,
    allowed: nextAfter(one),
  }));
}
