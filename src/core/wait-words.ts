// What the engine writes to people who owe something. Internal, as everything it writes (X7).
import { spellTime } from './calendar/spell-time';
import { type Clock, holdersOf } from './clock';
import { mention, type Paragraph, type Piece, text } from './command';
import type { AccountId } from './ids';
import { nameOf } from './people';
import { calendarOf, type Situation } from './situation';

/** Somebody who does not wait for the due time, and why. */
export interface Hurried {
  readonly by: AccountId;
  readonly reason: string;
}

/** Somebody is told of a wait. */
export interface Telling {
  readonly clock: Clock;
  readonly kind: 'new' | 'hand-over' | 'late' | 'escalated';
  /** Who is told; everybody who has it where it is absent. */
  readonly to?: readonly AccountId[];
  /** Who had it before, and did nothing. */
  readonly silent: readonly AccountId[];
  readonly hurried?: Hurried;
}

/** Of a whole role, so many are tagged; all of them see it in their lists. */
const mostTagged = 3;

/** A paragraph for each thing that is owed. */
export const waitWords = (situation: Situation, tellings: readonly Telling[]): Paragraph[] =>
  tellings.map((telling) => [...tags(situation, telling), text(sentence(situation, telling))]);

function tags(situation: Situation, { clock, to = holdersOf(clock) }: Telling): Piece[] {
  const { people } = situation;
  return to.slice(0, mostTagged).flatMap((person): Piece[] => {
    const instead = clock.asked.find((one) => one.person === person)?.standsInFor;
    return [
      mention(person, nameOf(people, person)),
      text(instead === undefined ? ' ' : ` (for ${nameOf(people, instead)}) `),
    ];
  });
}

function sentence(situation: Situation, { clock, kind, silent, hurried }: Telling): string {
  const [holder] = holdersOf(clock);
  const { timeZone } = calendarOf(situation, holder ?? null);
  const due = spellTime(clock.dueAt, timeZone);
  const what = clock.above[clock.rung - 1]?.title ?? clock.title;
  switch (kind) {
    case 'new':
      return `your turn: ${what}. Due by ${due}.`;
    case 'hand-over':
      return `this is yours now: ${what}. Due by ${due}.`;
    case 'late':
      return `${clock.late === true ? 'a reminder: ' : ''}still open: ${what}. It was due by ${due}.`;
    case 'escalated':
      if (hurried !== undefined)
        return `${nameOf(situation.people, hurried.by)} escalates this to you: ${what}. ${hurried.reason}`;
      return `${list(silent.map((person) => nameOf(situation.people, person)))} did not do this in time: ${clock.title}. It was due by ${due}. ${what === clock.title ? 'Please see that it gets done.' : `Please ${what.charAt(0).toLowerCase()}${what.slice(1)}.`}`;
  }
}

const list = (names: readonly string[]): string =>
  names.length === 0
    ? 'Nobody was there and'
    : new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
