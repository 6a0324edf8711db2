import { paths } from '../routing/paths';

const looksLikeKey = /^[A-Z][A-Z0-9]+-\d+$/i;
const looksLikeJql = /[=~<>]|\b(is|in|was|changed|order by)\b/i;

/** The place that what was typed leads to: a ticket by its key, else a search by JQL or by words. */
export function searchPath(typed: string): string {
  const text = typed.trim();
  if (looksLikeKey.test(text)) return paths.ticket(text.toUpperCase());
  if (looksLikeJql.test(text)) return paths.search(text);
  return paths.search(`text ~ "${text.replace(/["\\]/g, '\\$&')}" ORDER BY updated DESC`);
}
