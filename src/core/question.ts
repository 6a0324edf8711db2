// What is owed because of another wait: the answer to a question of whoever has that, and that somebody escalates it.
import type { Clock } from './clock';
import type { AccountId } from './ids';
import type { Instant } from './instant';
import type { Allowance, Wait } from './wait';

export interface Question {
  readonly by: AccountId;
  readonly at: Instant;
  readonly text: string;
  /** Who can answer it. */
  readonly of: readonly AccountId[];
}

/** The wait for the answer, beside the wait that it holds up. */
export const questionKey = (key: string): string => `question:${key}`;

/** The act that answers it. */
const answers = 'wait.inform';

/** Is it the answer to a question that is owed? */
export const isQuestion = ({ acts }: Pick<Wait, 'acts'>): boolean => acts.includes(answers);

/** The wait for somebody to escalate another wait, which does not climb by itself (A7). */
export const escalationKey = (key: string): string => `escalate:${key}`;

/** Whoever escalates by hand is asked to at once, and reminded on the days after. */
export const escalationsIn = (clocks: readonly Clock[], within: Allowance): readonly Wait[] =>
  clocks.flatMap(({ key, title, held, byHand }) =>
    held === undefined || byHand?.how !== 'prompt'
      ? []
      : [
          {
            key: escalationKey(key),
            clause: 'A7',
            title: `Escalate, because it is late: ${title}`,
            of: byHand.of,
            since: held.since,
            within,
            above: [],
            tell: 'tag' as const,
            acts: ['wait.escalate'],
          },
        ],
  );

/** What is owed because somebody needs information; whoever hears of the wait being late hears of this one as well. */
export const questionsIn = (clocks: readonly Clock[], within: Allowance): readonly Wait[] =>
  clocks.flatMap(({ key, clause, title, question, above }) =>
    question === undefined
      ? []
      : [
          {
            key: questionKey(key),
            clause,
            title: `Answer the question about "${title}": ${question.text}`,
            of: { people: question.of },
            since: question.at,
            within,
            above,
            tell: 'tag' as const,
            acts: [answers],
            askers: [question.by],
          },
        ],
  );
