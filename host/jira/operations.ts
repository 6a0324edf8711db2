import { type Operation } from './operation';
import { commentOperations } from './routes/issue-comment';
import { issueOperations } from './routes/issue';
import { issuePropertyOperations } from './routes/issue-property';
import { searchOperations } from './routes/search';
import { userOperations } from './routes/user';
import { watcherOperations } from './routes/watcher';

/** Everything this Jira answers: one table that serves, guards with scopes and prices every request. */
export const operations: readonly Operation[] = [
  ...issueOperations,
  ...commentOperations,
  ...issuePropertyOperations,
  ...watcherOperations,
  ...searchOperations,
  ...userOperations,
];
