import { badRequest } from '../errors';
import { requestLimits } from '../limits';

const tokenMs = requestLimits.search.tokenDays * 86_400_000;
const mostKept = 1_000;

/** What is left of searches whose next page was not fetched yet; a token is good for seven days. */
export class SearchPages {
  readonly #kept = new Map<
    string,
    { readonly ids: readonly string[]; readonly jql: string; readonly until: number }
  >();
  #last = 0;

  /** A token for the ids that are left, null when none are. */
  keep(ids: readonly string[], jql: string, now: number): string | null {
    if (ids.length === 0) return null;
    if (this.#kept.size >= mostKept) this.#kept.delete(this.#kept.keys().next().value as string);
    const token = Buffer.from(`page:${(this.#last += 1)}`).toString('base64url');
    this.#kept.set(token, { ids, jql, until: now + tokenMs });
    return token;
  }

  /** @throws JiraError 400 when the token is unknown, too old, or of another query */
  resume(token: string, jql: string, now: number): readonly string[] {
    const kept = this.#kept.get(token);
    if (!kept || kept.until < now || kept.jql !== jql)
      throw badRequest('The provided next page token is invalid or has expired.');
    return kept.ids;
  }
}
