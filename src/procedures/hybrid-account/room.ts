// R1: what a ticket makes known is bounded in bytes, so that nothing of it ever fills the ticket's row.
import { type Knowledge, lackedBy, type Question, type Update } from './knowledge';

/** What everybody has acknowledged is kept up to this; what is older stands among the ticket's comments. */
const historyBytes = 16_000;
/** Long texts that somebody still has to acknowledge are shortened above this; the comment has them whole. */
const roomyBytes = 20_000;
/** No more than this may wait for people. */
export const openBytes = 40_000;
/** Each open question is a wait of its own, and takes its room beside this. */
export const mostQuestions = 30;
/** People of one ticket who may be asked to acknowledge at once: each is a wait of its own. */
export const mostPeople = 40;
/** What a text is shortened to. */
const excerpt = 140;

export const bytesOf = (value: unknown): number =>
  new TextEncoder().encode(JSON.stringify(value)).length;

/** Text for people, cut where it gets long. */
export const clipped = (text: string, longest = excerpt): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;

const isOpenQuestion = ({ answered }: Question): boolean => answered === null;

/** The bytes of what waits for people. */
export const openIn = (knowledge: Knowledge): number =>
  bytesOf([
    knowledge.updates.filter((update) => lackedBy(knowledge, update).length > 0),
    knowledge.questions.filter(isOpenQuestion),
  ]);

/** True when half of the room for what waits for people is taken (it is on the radar long before it is full). */
export const isFilling = (knowledge: Knowledge): boolean =>
  openIn(knowledge) > openBytes / 2 ||
  knowledge.questions.filter(isOpenQuestion).length > mostQuestions / 2;
export const isFull = (knowledge: Knowledge): boolean => openIn(knowledge) > openBytes;
export const asksEnough = ({ questions }: Knowledge): boolean =>
  questions.filter(isOpenQuestion).length >= mostQuestions;

/** The newest of what is over, as far as they fit. */
function newest<T>(over: readonly T[], bytes: number): ReadonlySet<T> {
  let left = bytes;
  const kept = new Set<T>();
  for (const one of over.toReversed()) {
    left -= bytesOf(one);
    if (left < 0) break;
    kept.add(one);
  }
  return kept;
}

/** Shortens the texts of what waits, the oldest first, until it is roomy again. */
function shortened(knowledge: Knowledge): Knowledge {
  let over = openIn(knowledge) - roomyBytes;
  if (over <= 0) return knowledge;
  const shorter = <T extends Update | Question>(one: T, waits: boolean): T => {
    if (over <= 0 || !waits || one.text.length <= excerpt) return one;
    const cut = { ...one, text: clipped(one.text) };
    over -= bytesOf(one) - bytesOf(cut);
    return cut;
  };
  return {
    ...knowledge,
    updates: knowledge.updates.map((one) => shorter(one, lackedBy(knowledge, one).length > 0)),
    questions: knowledge.questions.map((one) => shorter(one, isOpenQuestion(one))),
  };
}

/** What is known, within its bounds: nothing that waits for somebody is ever left out. */
export function compact(knowledge: Knowledge): Knowledge {
  const { updates, questions } = knowledge;
  const seen = updates.filter((update) => lackedBy(knowledge, update).length === 0);
  const answered = questions.filter((question) => !isOpenQuestion(question));
  const kept = newest<Update | Question>(
    [...seen, ...answered].sort((one, two) => (one.at < two.at ? -1 : one.at > two.at ? 1 : 0)),
    historyBytes,
  );
  const gone = {
    updates: seen.filter((one) => !kept.has(one)).length,
    questions: answered.filter((one) => !kept.has(one)).length,
  };
  const { older = { updates: 0, questions: 0 } } = knowledge;
  return shortened(
    gone.updates + gone.questions === 0
      ? knowledge
      : {
          ...knowledge,
          updates: updates.filter((one) => kept.has(one) || !seen.includes(one)),
          questions: questions.filter((one) => kept.has(one) || isOpenQuestion(one)),
          older: {
            updates: older.updates + gone.updates,
            questions: older.questions + gone.questions,
          },
        },
  );
}
