// Does a comment ask for something? The words decide, both ways (A11, AM-13); where they do not, people are asked.
import { languages } from './languages';
import { anyOf, folded } from './lexicon';
import { ownWords, type Sentence, sentencesIn } from './own-words';
import { isAutomaticReply } from './reply-words';

export type Verdict = 'asks' | 'does-not-ask' | 'unclear';

const read = languages.map(({ unspaced, ...lexicon }) => ({
  requests: anyOf(lexicon.requests, unspaced),
  openers:
    lexicon.openers.length === 0 ? null : new RegExp(`^(?:${lexicon.openers.join('|')})`, 'u'),
  nothing: anyOf(lexicon.nothing, unspaced),
  aside: anyOf(lexicon.aside, unspaced),
  informs: anyOf(lexicon.informs, unspaced),
}));

type Kind = keyof (typeof read)[number];

const has = (kind: Kind, text: string): boolean =>
  read.some((lexicon) => lexicon[kind]?.test(text) === true);

/** Japanese asks with a last syllable, too. */
const asksAtTheEnd = /か[。.]?$/u;

/** What one sentence says of whether something is wanted. */
type Said = 'asks' | 'asks-by-phrase' | 'nothing-needed' | 'informs' | 'states';

function saidBy({ text, isQuestion }: Sentence, own: RegExp | null): Said {
  const sentence = folded(text);
  const clauses = sentence
    .split(/[,，、;:：–—]| - |\((?=\S)/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const voided = clauses.filter((clause) => has('nothing', clause) || has('aside', clause));
  const open = clauses.filter((clause) => !voided.includes(clause));
  // A question is one whatever stands before it, unless nothing else is in it ("Any questions?", "No action needed?").
  if ((isQuestion || asksAtTheEnd.test(sentence)) && open.length > 0 && /\p{L}/u.test(sentence))
    return 'asks';
  if (voided.length === 0 && has('openers', sentence)) return 'asks-by-phrase';
  const joined = voided.length === 0 ? [sentence, ...open] : open;
  if (joined.some((clause) => has('requests', clause) || own?.test(clause) === true))
    return 'asks-by-phrase';
  if (has('nothing', sentence)) return 'nothing-needed';
  return voided.length > 0 || has('informs', sentence) ? 'informs' : 'states';
}

/**
 * What the words of a comment ask for.
 * @param more words that ask as well, by the settings of the queue
 */
export function requestIn(text: string, more: readonly string[] = []): Verdict {
  if (isAutomaticReply(text)) return 'does-not-ask';
  const own = anyOf(more.map((word) => escaped(folded(word))).filter((word) => word !== ''));
  const said = sentencesIn(ownWords(text)).map((sentence) => saidBy(sentence, own));
  if (said.includes('asks')) return 'asks';
  if (said.includes('asks-by-phrase')) return said.includes('nothing-needed') ? 'unclear' : 'asks';
  return said.includes('nothing-needed') || said.includes('informs') ? 'does-not-ask' : 'unclear';
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
