// A comment without what is not its author's: quotes, code, links, addresses, and the names of who is tagged.

/** What mail programs put over the mail that is answered. */
const quotedMail =
  /^(?:-{2,} ?(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|wiadomość oryginalna)|(?:on|am|le|el|em|il|op|w dniu) .{4,120}(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|napisał(?:\(a\)|a)?) ?:)/iu;

const inQuotes =
  /"[^"\n]*"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|「[^」\n]*」|『[^』\n]*』|(?<![\p{L}\p{N}])'[^'\n]{12,}'(?![\p{L}\p{N}])/gu;

/** @param text as people typed it, lines kept */
export function ownWords(text: string): string {
  const lines: string[] = [];
  for (const line of text.replace(/```[\s\S]*?(?:```|$)/gu, ' ').split(/\r?\n/u)) {
    if (quotedMail.test(line.trim())) break;
    if (!/^\s*>/u.test(line)) lines.push(line);
  }
  return lines
    .join('\n')
    .replace(/`[^`\n]*`/gu, ' ')
    .replace(/\b(?:https?|ftp):\/\/\S+|\bwww\.\S+/giu, ' ')
    .replace(/[^\s@<>]+@[^\s@<>]+\.[\p{L}]{2,}/gu, ' ')
    .replace(/\[~accountid:[^\]]+\]|(?<!\S)@\S+/gu, ' ')
    .replace(inQuotes, ' ');
}

/** A sentence, and whether it ends as a question does. */
export interface Sentence {
  readonly text: string;
  readonly isQuestion: boolean;
}

/** Question marks: Latin, full-width, Arabic, Armenian, Ethiopic, Vai, reversed, and the pairs. */
const marks = '?？؟՞፧꘏⸮⁇⁈⁉‽';
/** With the one that opens a question. */
const asks = new RegExp(`[${marks}¿]`, 'u');

/** Where Greek is written, a semicolon is the question mark. */
const greekMark = (text: string): string =>
  /\p{Script=Greek}/u.test(text) ? text.replace(/[;\u037e]/gu, '?') : text;

/** The sentences of somebody's own words. */
export function sentencesIn(text: string): Sentence[] {
  const found = greekMark(text).match(
    new RegExp(
      `[^.!${marks}。！\\n]*(?:[.!](?=\\S)[^.!${marks}。！\\n]*)*[.!${marks}。！\\n]*`,
      'gu',
    ),
  );
  return (found ?? []).flatMap((part) => {
    const said = part.replace(/^[\s¡*•–-]+/u, '').trim();
    return said === '' ? [] : [{ text: said, isQuestion: asks.test(said) }];
  });
}
