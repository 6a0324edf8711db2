// What kind of reply a comment is: one that a machine wrote, or one that only says that somebody will see to it.
import { languages } from './languages';
import { anyOf, folded } from './lexicon';
import { ownWords, sentencesIn } from './own-words';

const read = languages.map(({ unspaced, ...lexicon }) => ({
  automatic: anyOf(lexicon.automatic, unspaced),
  away: anyOf(lexicon.away, unspaced),
  meanwhile: anyOf(lexicon.meanwhile, unspaced),
  promises: anyOf(lexicon.promises, unspaced),
  informs: anyOf(lexicon.informs, unspaced),
}));

/** Long mails are read at their beginning: what is quoted further down is somebody else's. */
const head = 600;
/** A head such as "Automatic reply" stands in the first words. */
const headLine = 160;

const clausesIn = (text: string): string[] =>
  text
    .split(/[.!?。！](?=\s|$)|[。！]|[,;:：\n、]/u)
    .map(folded)
    .filter((clause) => clause !== '');

/** At the beginning of a clause, perhaps in a bracket: further on, somebody speaks of an automatic reply. */
const opens = (phrases: RegExp | null, clause: string): boolean => {
  const at = phrases?.exec(clause)?.index;
  return at !== undefined && at <= 1;
};

/** A3: out-of-office notes and other replies that no person wrote: never the answer. */
export function isAutomaticReply(text: string): boolean {
  const own = ownWords(text).trim();
  const said = folded(own).slice(0, head);
  const first = clausesIn(own.slice(0, headLine));
  const all = clausesIn(own.slice(0, head));
  return read.some(({ automatic, away, meanwhile, informs }) => {
    if (first.some((clause) => opens(automatic, clause))) return true;
    if (away === null || meanwhile === null) return false;
    const isAway = all.some((clause) => away.test(clause));
    if (isAway && meanwhile.test(said)) return true;
    // Whoever says only that they are away has not answered, whether a machine or they wrote it.
    return (
      isAway && all.every((clause) => [away, meanwhile, informs].some((one) => one?.test(clause)))
    );
  });
}

/**
 * A19: does the comment only say that its author will see to it?
 * @param longest characters up to which it can be that and no more
 */
export function isShortPromise(text: string, longest: number): boolean {
  const own = ownWords(text).trim();
  if (own.length > longest) return false;
  const sentences = sentencesIn(own);
  const says = (kind: 'promises' | 'informs', sentence: string): boolean =>
    read.some((lexicon) => lexicon[kind]?.test(folded(sentence)) === true);
  const promised = sentences.filter(
    ({ text: sentence, isQuestion }) => !isQuestion && says('promises', sentence),
  );
  return (
    promised.length > 0 &&
    sentences.every(
      (sentence) =>
        promised.includes(sentence) || (!sentence.isQuestion && says('informs', sentence.text)),
    )
  );
}
