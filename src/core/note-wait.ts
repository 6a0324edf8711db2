// What is written down of a wait, in the name of its procedure.
import { because } from './because';
import type { Case } from './case';
import type { Clock } from './clock';
import type { AccountId } from './ids';
import { nameOf } from './people';

/** What became of a wait, why, and by whom; by itself where nobody is named. */
export interface Noted {
  readonly text: string;
  readonly why: string;
  readonly by?: AccountId;
}

/** Writes down what became of a wait. */
export const note = (c: Case, clock: Clock, { text, why, by }: Noted): void =>
  c.as(clock.procedure, () =>
    c.done(
      c.now,
      by ?? null,
      text,
      because(clock.clause, why, { since: clock.since, 'due at': clock.dueAt }),
    ),
  );

export const names = (c: Case, people: readonly AccountId[]): string =>
  people.map((person) => nameOf(c.people, person)).join(', ');
