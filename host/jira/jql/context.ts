import { type Issue, type IssueState, type User } from '../entities';
import { type World } from '../world';

/** Who searches, and when. */
export interface SearchContext {
  readonly world: World;
  readonly user: User;
  readonly now: number;
}

/** An issue as the index has it. */
export interface Seen {
  readonly issue: Issue;
  readonly state: IssueState;
}

/** Does this issue match? */
export type Test = (seen: Seen) => boolean;
