// What the words of one language give away. Phrases are written folded (small letters, no accents); `~` stands for any
// ending, `..` for up to four words between, and the rest is a regular expression.
export interface Lexicon {
  /** Asks for something, wherever in a clause it stands. */
  readonly requests: readonly string[];
  /** A question without its mark, at the beginning of a sentence. */
  readonly openers: readonly string[];
  /** Says that nothing is needed: "no action required". */
  readonly nothing: readonly string[];
  /** Looks like a request and is none: "please note", "ignore my comment". */
  readonly aside: readonly string[];
  /** Informs or thanks. */
  readonly informs: readonly string[];
  /** Heads of automatic replies. */
  readonly automatic: readonly string[];
  /** Says that the writer is away; with one of `meanwhile` it is an automatic reply. */
  readonly away: readonly string[];
  readonly meanwhile: readonly string[];
  /** Says only that the writer will see to it. */
  readonly promises: readonly string[];
  /** True where words are not set apart by spaces. */
  readonly unspaced?: true;
}

/** Small letters without accents, so that hurried spelling is read as well; Japanese voicing marks stay. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u0652\u0640]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u00b4`]/gu, "'")
    .replace(/ł/gu, 'l')
    .replace(/[أإآ]/gu, 'ا')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();

/** One expression that finds any of these phrases as whole words; null where there are none. */
export function anyOf(phrases: readonly string[], unspaced = false): RegExp | null {
  if (phrases.length === 0) return null;
  const sources = phrases.map((phrase) =>
    phrase
      .replace(/ \.\. /gu, '(?: [^ ]+){0,4} ')
      .replace(/~/gu, unspaced ? '' : "[\\p{L}\\p{M}']*"),
  );
  const all = sources.join('|');
  return unspaced
    ? new RegExp(all, 'u')
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${all})(?![\\p{L}\\p{N}])`, 'u');
}
