import type { Instant } from './why';

/** What others have told in one ticket, and the viewer's side has not acknowledged. */
export interface NewsRow {
  readonly issueId: string;
  readonly key: string;
  readonly count: number;
  readonly since: Instant;
  readonly accounts: readonly { readonly cid: string; readonly name: string }[];
  /** The department that told it. */
  readonly from: string;
}
