import type { ActCalls } from '../../../contract/acts';
import type { keyAccountsPageActs } from '../pages/page-acts';
import type { KeyAccountsReads, KeyAccountsView } from './overview';

/** What the page "Key accounts" of a project may call: its reads, and what is done on it. */
export type KeyAccountsApi = KeyAccountsReads &
  ActCalls<'key-account', typeof keyAccountsPageActs, KeyAccountsView>;
