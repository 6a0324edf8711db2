const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/**
 * Does any of these texts contain what `~` asks for? All words in any order, `*` as the end of a word standing for
 * the rest of it, and a phrase where the query puts quotes inside the quotes.
 */
export function matchesText(texts: readonly string[], query: string): boolean {
  const phrase = /^"(.*)"$/s.exec(query.trim())?.[1];
  if (phrase !== undefined) {
    const wanted = wordsOf(phrase).join(' ');
    return texts.some((text) => ` ${wordsOf(text).join(' ')} `.includes(` ${wanted} `));
  }
  const wanted = query.toLowerCase().match(/[\p{L}\p{N}_]+\*?/gu) ?? [];
  if (wanted.length === 0) return false;
  return texts.some((text) => {
    const words = new Set(wordsOf(text));
    return wanted.every((word) =>
      word.endsWith('*')
        ? [...words].some((one) => one.startsWith(word.slice(0, -1)))
        : words.has(word),
    );
  });
}
