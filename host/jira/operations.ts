import { type Operation } from './operation';
import { attachmentOperations } from './routes/attachment';
import { bulkIssueOperations } from './routes/bulk-issue';
import { changelogOperations } from './routes/changelog';
import { fieldOperations } from './routes/field';
import { jqlOperations } from './routes/jql';
import { linkOperations } from './routes/link';
import { permissionOperations } from './routes/permission';
import { projectOperations } from './routes/project';
import { schemeOperations } from './routes/scheme';
import { serverOperations } from './routes/server';
import { versionTwoOperations } from './routes/version-two';
import { workflowOperations } from './routes/workflow';
import { organizationOperations } from './routes/organization';
import { queueOperations } from './routes/queue';
import { requestOperations } from './routes/request';
import { requestAttachmentOperations } from './routes/request-attachment';
import { requestCommentOperations } from './routes/request-comment';
import { requestPartOperations } from './routes/request-part';
import { serviceDeskOperations } from './routes/service-desk';
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
  ...bulkIssueOperations,
  ...changelogOperations,
  ...linkOperations,
  ...projectOperations,
  ...schemeOperations,
  ...fieldOperations,
  ...permissionOperations,
  ...jqlOperations,
  ...workflowOperations,
  ...serverOperations,
  ...versionTwoOperations,
  ...requestOperations,
  ...requestCommentOperations,
  ...attachmentOperations,
  ...requestAttachmentOperations,
  ...requestPartOperations,
  ...serviceDeskOperations,
  ...queueOperations,
  ...organizationOperations,
];
