/** What the local Jira does of an operation. */
export interface Coverage {
  /** Such as `GET /rest/api/3/issue/{issueIdOrKey}`. */
  readonly operation: string;
  readonly support: 'supported' | 'partial';
  /** What is missing; empty when nothing a client would notice is. */
  readonly note: string;
}

const supported = (prefix: string, ...operations: readonly string[]): Coverage[] =>
  operations.map((operation) => ({
    operation: operation.replace(' ', ` ${prefix}`),
    support: 'supported',
    note: '',
  }));

const partial = (operation: string, note: string): Coverage => ({
  operation,
  support: 'partial',
  note,
});

const issue = '/rest/api/3/issue/{issueIdOrKey}';
const request = '/rest/servicedeskapi/request/{issueIdOrKey}';
const desk = '/rest/servicedeskapi/servicedesk/{serviceDeskId}';
const organization = '/rest/servicedeskapi/organization/{organizationId}';

/** Every operation this Jira answers; every other one of Jira answers a named 501. */
export const coverage: readonly Coverage[] = [
  partial(
    'POST /rest/api/3/issue',
    'No sub-tasks, parents, components, versions, attachments, worklogs or security levels.',
  ),
  partial(
    `GET ${issue}`,
    'Sub-tasks, votes and worklogs are always empty; no versionedRepresentations.',
  ),
  partial(
    `PUT ${issue}`,
    'overrideScreenSecurity and overrideEditableFlag are ignored; worklogs answer 501.',
  ),
  partial(
    `POST ${issue}/transitions`,
    'Workflow rules: screens, resolutions and expression validators of apps; worklogs answer 501.',
  ),
  partial(
    `POST ${issue}/notify`,
    'restrict is accepted and ignored: everyone who gets it sees the issue anyway.',
  ),
  ...supported(
    issue,
    'DELETE ',
    'PUT /assignee',
    'GET /transitions',
    'GET /editmeta',
    'GET /changelog',
    'POST /changelog/list',
  ),
  ...supported(issue, 'GET /watchers', 'POST /watchers', 'DELETE /watchers'),
  ...supported(
    `${issue}/properties`,
    'GET ',
    'GET /{propertyKey}',
    'PUT /{propertyKey}',
    'DELETE /{propertyKey}',
  ),
  partial(`POST ${issue}/attachments`, 'No limit on size, no thumbnails.'),
  ...supported('/rest/api/3/attachment', 'GET /{id}', 'DELETE /{id}'),
  partial(
    'GET /rest/api/3/attachment/content/{id}',
    'Answers the file itself, whatever redirect says; no ranges.',
  ),
  partial(`POST ${issue}/comment`, 'A visibility (role or group) answers 501.'),
  partial(
    `PUT ${issue}/comment/{id}`,
    'A visibility (role or group) answers 501; notifyUsers is ignored.',
  ),
  ...supported(`${issue}/comment`, 'GET ', 'GET /{id}', 'DELETE /{id}'),
  ...supported(
    '/rest/api/3/comment',
    'POST /list',
    'GET /{commentId}/properties',
    'GET /{commentId}/properties/{propertyKey}',
  ),
  ...supported(
    '/rest/api/3/comment',
    'PUT /{commentId}/properties/{propertyKey}',
    'DELETE /{commentId}/properties/{propertyKey}',
  ),
  ...supported(
    '/rest/api/3/issue',
    'POST /bulkfetch',
    'GET /createmeta/{projectIdOrKey}/issuetypes',
    'GET /createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}',
  ),
  ...supported('/rest/api/3/changelog', 'POST /bulkfetch'),
  partial('GET /rest/api/3/search/jql', 'Fields and functions of things left out answer 501.'),
  partial('POST /rest/api/3/search/jql', 'Fields and functions of things left out answer 501.'),
  ...supported('/rest/api/3/search', 'POST /approximate-count', 'GET ', 'POST '),
  ...supported('/rest/api/3/jql', 'POST /match', 'POST /parse'),
  ...supported('/rest/api/3/issueLink', 'POST ', 'GET /{linkId}', 'DELETE /{linkId}'),
  ...supported('/rest/api/3/issueLinkType', 'GET ', 'GET /{issueLinkTypeId}'),
  partial('GET /rest/api/3/myself', 'No application roles.'),
  partial('GET /rest/api/3/user', 'No application roles; username and key are gone from Jira too.'),
  partial('GET /rest/api/3/user/search', 'property is ignored.'),
  ...supported('/rest/api/3/user', 'GET /assignable/search', 'GET /bulk', 'GET /groups'),
  ...supported('/rest/api/3/users', 'GET ', 'GET /search'),
  partial(
    'GET /rest/api/3/group/member',
    'Inactive members are shown whatever includeInactiveUsers says.',
  ),
  partial('GET /rest/api/3/project', 'expand is ignored.'),
  partial(
    'GET /rest/api/3/project/search',
    'orderBy, categoryId, action, expand, status and property queries are ignored.',
  ),
  partial('GET /rest/api/3/project/{projectIdOrKey}', 'No roles, components or versions.'),
  ...supported(
    '/rest/api/3/project/{projectIdOrKey}',
    'GET /statuses',
    'GET /properties',
    'GET /properties/{propertyKey}',
  ),
  ...supported(
    '/rest/api/3/project/{projectIdOrKey}',
    'PUT /properties/{propertyKey}',
    'DELETE /properties/{propertyKey}',
  ),
  ...supported('/rest/api/3/priority', 'GET ', 'GET /search', 'GET /{id}'),
  ...supported('/rest/api/3/status', 'GET ', 'GET /{idOrName}'),
  ...supported('/rest/api/3/statuscategory', 'GET '),
  ...supported('/rest/api/3/statuses', 'GET ', 'GET /search'),
  ...supported('/rest/api/3/issuetype', 'GET ', 'GET /project', 'GET /{id}'),
  ...supported('/rest/api/3/resolution', 'GET '),
  ...supported('/rest/api/3/field', 'GET '),
  partial('GET /rest/api/3/field/search', 'expand, orderBy and projectIds are ignored.'),
  partial(
    'POST /rest/api/3/field',
    'Ten types of fields; the new field is on every screen at once.',
  ),
  partial('POST /rest/api/3/field/{id}/trash', 'Nothing comes back out of the trash.'),
  partial('GET /rest/api/3/mypermissions', 'Roles decide, not permission schemes.'),
  partial('POST /rest/api/3/permissions/check', 'Roles decide, not permission schemes.'),
  ...supported('/rest/api/3/permissions', 'GET '),
  partial('GET /rest/api/3/workflow/search', 'No rules, screens or layouts.'),
  ...supported('/rest/api/3', 'GET /serverInfo'),
  partial(
    'GET /rest/api/3/universal_avatar/view/type/{type}/avatar/{id}',
    'Initials, as SVG; also of users, whose pictures Jira keeps elsewhere.',
  ),
  partial('POST /rest/api/2/issue', 'Wiki markup is taken as plain text.'),
  partial('PUT /rest/api/2/issue/{issueIdOrKey}', 'Wiki markup is taken as plain text.'),
  partial('POST /rest/api/2/issue/{issueIdOrKey}/comment', 'Wiki markup is taken as plain text.'),
  ...supported(
    '/rest/servicedeskapi',
    'GET /info',
    'GET /servicedesk',
    'GET /requesttype',
    'POST /customer',
  ),
  partial('GET /rest/servicedeskapi/request', 'approvalStatus is ignored.'),
  partial(
    'POST /rest/servicedeskapi/request',
    'Forms are ignored; the channel is always the portal.',
  ),
  partial(`POST ${request}/attachment`, 'The comment names the files as text.'),
  ...supported(request, 'GET /attachment', 'GET /attachment/{attachmentId}'),
  partial(
    `POST ${desk}/attachTemporaryFile`,
    'No limit on size or number; what is sent ahead never expires.',
  ),
  ...supported(
    request,
    'GET ',
    'GET /status',
    'GET /comment',
    'POST /comment',
    'GET /comment/{commentId}',
  ),
  ...supported(
    request,
    'GET /participant',
    'POST /participant',
    'DELETE /participant',
    'GET /transition',
    'POST /transition',
  ),
  ...supported(
    request,
    'GET /approval',
    'GET /approval/{approvalId}',
    'POST /approval/{approvalId}',
  ),
  partial(`GET ${request}/sla`, 'One cycle, running day and night, never paused.'),
  partial(`GET ${request}/sla/{slaMetricId}`, 'One cycle, running day and night, never paused.'),
  ...supported(
    desk,
    'GET ',
    'GET /requesttype',
    'GET /requesttype/{requestTypeId}',
    'GET /requesttype/{requestTypeId}/field',
  ),
  ...supported(
    desk,
    'GET /customer',
    'POST /customer',
    'DELETE /customer',
    'GET /organization',
    'POST /organization',
    'DELETE /organization',
  ),
  ...supported(desk, 'GET /queue', 'GET /queue/{queueId}', 'GET /queue/{queueId}/issue'),
  ...supported('/rest/servicedeskapi/organization', 'GET ', 'POST '),
  ...supported(organization, 'GET ', 'DELETE ', 'GET /user', 'POST /user', 'DELETE /user'),
  ...supported(
    organization,
    'GET /property',
    'GET /property/{propertyKey}',
    'PUT /property/{propertyKey}',
    'DELETE /property/{propertyKey}',
  ),
];
