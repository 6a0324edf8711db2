import { type Clock } from '../clock';
import { type Issue, type IssueState } from './entities';
import { type FaultBox } from '../faults';

interface Former {
  readonly state: IssueState;
  readonly until: number;
}

/**
 * What search sees: every issue as it was `searchLagSeconds` ago. Jira: "eventual consistency"
 * (https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile/).
 */
export class SearchIndex {
  readonly #clock: Clock;
  readonly #faults: FaultBox;
  /** Former states, oldest first, kept only while the index lags. */
  readonly #former = new Map<string, Former[]>();
  /** When issues were created, as long as that may still be unseen. */
  readonly #born = new Map<string, number>();

  constructor(clock: Clock, faults: FaultBox) {
    this.#clock = clock;
    this.#faults = faults;
  }

  get #lagMs(): number {
    return this.#faults.current.searchLagSeconds * 1_000;
  }

  /** Called before an issue changes. */
  replacing(issue: Issue): void {
    if (this.#lagMs === 0) {
      this.#former.delete(issue.id);
      return;
    }
    const now = this.#clock.now();
    const kept = (this.#former.get(issue.id) ?? []).filter(
      ({ until }) => until > now - this.#lagMs,
    );
    kept.push({ state: issue.state, until: now });
    this.#former.set(issue.id, kept);
  }

  created(issue: Issue): void {
    if (this.#lagMs > 0) this.#born.set(issue.id, this.#clock.now());
  }

  forget(issue: Issue): void {
    this.#former.delete(issue.id);
    this.#born.delete(issue.id);
  }

  /** The issue as search sees it now; null while it does not know of it. */
  seen(issue: Issue): IssueState | null {
    const lag = this.#lagMs;
    if (lag === 0) return issue.state;
    const horizon = this.#clock.now() - lag;
    const born = this.#born.get(issue.id);
    if (born !== undefined && born > horizon) return null;
    return this.#former.get(issue.id)?.find(({ until }) => until > horizon)?.state ?? issue.state;
  }
}
