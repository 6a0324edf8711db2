// What the engine writes to people who owe something. Internal, as everything it writes (X7).
import { spellTime } from './calendar/spell-time';
import { behindBulkhead } from './bulkhead';
import { type Clock, levelOf, tagged } from './clock';
import { mention, type Paragraph, type Piece, text } from './command';
import type { AccountId } from './ids';
import type { Ledger } from './ledger';
import { nameOf } from './people';
import { calendarOf, type Situation } from './situation';
import { type Saying, stillToSay, type Told } from './wait-event';

/**
 * A paragraph for each thing that is still owed, from how it stands in the ledger; the same words to the same people are said
 * once. None where nothing is left to say.
 * @throws Failure when a procedure that has words of its own throws
 */
export function waitWords(
  situation: Situation,
  ledger: Ledger,
  tells: readonly Told[],
): Paragraph[] {
  const all = tells.flatMap((told): readonly Paragraph[] => {
    const saying = stillToSay(ledger, told);
    if (saying === null) return [];
    const own = situation.procedures.find(({ id }) => id === told.procedure);
    const words =
      own?.sayWait === undefined
        ? null
        : behindBulkhead(own, () => own.sayWait?.(situation, ledger, saying) ?? null);
    return words ?? [[...tags(situation, saying), text(sentence(situation, saying))]];
  });
  return [...new Map(all.map((paragraph) => [JSON.stringify(paragraph), paragraph])).values()];
}

function tags(situation: Situation, { clock, to }: Saying): Piece[] {
  const { people } = situation;
  return tagged(to).flatMap((person): Piece[] => {
    const instead = clock.asked.find((one) => one.person === person)?.standsInFor;
    return [
      mention(person, nameOf(people, person)),
      text(instead === undefined ? ' ' : ` (for ${nameOf(people, instead)}) `),
    ];
  });
}

function sentence(situation: Situation, saying: Saying): string {
  const {
    clock,
    kind,
    silent,
    hurried,
    to: [holder],
  } = saying;
  const { timeZone } = calendarOf(situation, holder ?? null);
  const due = spellTime(clock.dueAt, timeZone);
  const rung = clock.asked.find(({ person }) => person === holder)?.rung ?? clock.rung;
  const what = levelOf(clock, rung).title;
  const is = clock.dueAt <= situation.now ? 'was' : 'is';
  switch (kind) {
    case 'new':
      return `your turn: ${ended(what)} Due by ${due}.`;
    case 'passed-on':
    case 'changes-hands':
      return `this is yours now: ${ended(what)} ${is === 'was' ? 'It was due' : 'Due'} by ${due}.`;
    case 'soon':
      return `a reminder: ${ended(what)} ${is === 'was' ? 'It was due' : 'Due'} by ${due}.`;
    case 'sooner':
      return `this is needed sooner: ${ended(what)} Due by ${due}.`;
    case 'again':
      return `still open: ${ended(what)} Due by ${due}; after that it is escalated.`;
    case 'held':
    case 'more-time':
    case 'taken-back':
    case 'late':
      return `${clock.late === true ? 'a reminder: ' : ''}still open: ${ended(what)} It ${is} due by ${due}.`;
    case 'escalated': {
      if (hurried !== undefined)
        return `${nameOf(situation.people, hurried.by)} escalates this to you: ${ended(what)} ${hurried.reason}`;
      const request =
        what === clock.title
          ? 'Please see that it gets done.'
          : `Please ${what.charAt(0).toLowerCase()}${ended(what.slice(1))}`;
      return `${whyYou(situation, clock, silent)} It ${is} due by ${due}. ${request}`;
    }
  }
}

/** Why those above hear of it: somebody was silent, said that it is not theirs, or nobody is there. */
function whyYou(
  { people }: Situation,
  { title, declined }: Clock,
  silent: readonly AccountId[],
): string {
  const what = ended(title);
  if (silent.length > 0)
    return `${list(silent.map((person) => nameOf(people, person)))} did not do this in time: ${what}`;
  const no = declined?.at(-1);
  return no === undefined
    ? `nobody else can be asked for this: ${what}`
    : `${nameOf(people, no.by)} says that this is not theirs: ${what} The reason: ${ended(no.reason)}`;
}

/** As a sentence ends; a question ends with its own mark. */
const ended = (words: string): string => (/[.!?…]$/u.test(words) ? words : `${words}.`);

const list = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
