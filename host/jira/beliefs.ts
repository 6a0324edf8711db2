import { type Belief, believed, confirmed } from '../belief';

const rest = 'https://developer.atlassian.com/cloud/jira/platform/rest/v3/';
const service = 'https://developer.atlassian.com/cloud/jira/service-desk/rest/';
const rates = 'https://developer.atlassian.com/cloud/jira/platform/rate-limiting/';
const events = 'https://developer.atlassian.com/platform/forge/events-reference/jira/';
const searching = 'https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile/';
const support = 'https://support.atlassian.com/jira-service-management-cloud/docs/';

/** Every limit and every behaviour one could doubt, each with its source. Tests name the one they lean on. */
export const beliefs: readonly Belief[] = [
  confirmed(
    'hidden-is-missing',
    'An issue one may not see answers 404, with the message of one that does not exist.',
    `${rest}api-group-issues/`,
  ),
  confirmed(
    'edit-follows-screens',
    'Editing a field that is not on the edit screen answers 400 naming the field.',
    `${rest}api-group-issues/`,
  ),
  confirmed(
    'edit-needs-permission-400',
    'Editing an issue without Edit issues answers 400.',
    `${rest}api-group-issues/`,
  ),
  believed(
    'field-not-on-screen-words',
    "Jira's words are \"Field 'x' cannot be set. It is not on the appropriate screen, or unknown.\"",
    'https://community.atlassian.com/',
  ),
  confirmed(
    'transition-in-one-request',
    'A transition takes fields, update, properties and historyMetadata in the same request and answers 204.',
    `${rest}api-group-issues/`,
  ),
  confirmed(
    'transition-screen-only',
    "A field that is not on the transition's screen answers 400; so does a transition one may not take.",
    `${rest}api-group-issues/`,
  ),
  believed(
    'transition-comment-needs-screen',
    'A comment goes with a transition only when the transition has a screen.',
    `${rest}api-group-issues/`,
  ),
  confirmed(
    'transition-id-integer',
    'A transition id that is no whole number answers 400 "\'transition\' identifier must be an integer".',
    'https://github.com/mozilla/jira-bugzilla-integration/issues/303',
  ),
  believed(
    'transition-unknown-words',
    'An id the workflow does not have answers "Transition id \'n\' is not valid for this issue."',
    `${rest}api-group-issues/`,
  ),
  confirmed(
    'attachment-token',
    'Attaching a file needs the header X-Atlassian-Token: no-check.',
    `${rest}api-group-issue-attachments/`,
  ),
  believed(
    'attachment-name',
    'A form without a part called file attaches nothing, and answers 200 with an empty list.',
    'https://community.atlassian.com/',
  ),
  believed(
    'attachment-internal',
    'In a service project a file attached in Jira stays with the team; customers see those of the portal and of public comments.',
    `${service}api-group-request/`,
  ),
  believed(
    'collaborators-attach',
    'Somebody without an agent licence may attach files and delete their own.',
    `${support}overview-of-jira-cloud-products/`,
  ),
  confirmed(
    'rule-stops-transition',
    'A validator that is not true keeps the issue where it is; a text it gives is the message, else the one of its module.',
    'https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/',
  ),
  believed(
    'rule-answers-400',
    'A transition that a validator stops answers 400, with the message in errorMessages.',
    `${rest}api-group-issues/`,
  ),
  confirmed(
    'rule-without-app',
    'A validator whose app is uninstalled stops the transition until it is taken out of the workflow.',
    'https://developer.atlassian.com/cloud/jira/platform/modules/workflow-validator/',
  ),
  believed(
    'rule-stored-properties',
    'A validator sees entity properties as stored before the request that takes the transition.',
    'https://developer.atlassian.com/cloud/jira/software/jira-expressions/',
  ),
  believed(
    'rule-for-automation',
    'Rules of a workflow stop automations and the portal as they stop people.',
    `${support}when-if-and-then-statements/`,
  ),
  confirmed(
    'silence-needs-admin',
    'notifyUsers=false is for administrators of Jira or of the project.',
    `${rest}api-group-issues/`,
  ),
  confirmed(
    'internal-comment-property',
    'A comment with the property sd.public.comment {internal: true} is hidden from customers; jsdPublic tells which it is.',
    `${service}api-group-request/`,
  ),
  confirmed(
    'comments-are-public',
    'In a service project a comment is public unless it says otherwise.',
    `${service}api-group-request/`,
  ),
  believed(
    'collaborators-comment-internally',
    'A comment by somebody without an agent licence comes out internal, whatever it asks for.',
    `${support}overview-of-jira-cloud-products/`,
  ),
  believed(
    'internal-in-transition',
    'update.comment[].add takes properties too, and with them makes an internal comment.',
    `${rest}api-group-issue-comments/`,
  ),
  confirmed(
    'customer-reply-moves',
    'A service project has a rule that moves a request to support when its customer comments.',
    `${support}when-if-and-then-statements/`,
  ),
  believed(
    'customer-reply-actor',
    'The author of that status change is "Automation for Jira", and the change follows at once.',
    `${support}when-if-and-then-statements/`,
  ),
  confirmed(
    'team-reply-moves',
    'The same preset rule moves a request to waiting for the customer when the team comments, in the projects that have it.',
    'https://confluence.atlassian.com/servicedeskcloud/automating-your-service-desk-732528900.html',
  ),
  believed(
    'team-reply-later',
    'It comes after the comment, in whatever status the request is by then, as "Automation for Jira".',
    `${support}when-if-and-then-statements/`,
  ),
  believed(
    'customer-reply-not-when-done',
    'The rule leaves resolved and closed requests alone unless the project says otherwise.',
    `${support}when-if-and-then-statements/`,
  ),
  confirmed(
    'property-limit',
    'The value of an entity property has at most 32,768 characters, its key at most 255.',
    'https://developer.atlassian.com/cloud/jira/platform/jira-entity-properties/',
  ),
  believed(
    'property-is-silent',
    'Writing a property makes no history, no event and leaves `updated` as it is.',
    'https://developer.atlassian.com/cloud/jira/platform/jira-entity-properties/',
  ),
  confirmed(
    'search-bounded',
    'The enhanced search refuses a query without a restriction, gives no total, and by default ids only.',
    `${rest}api-group-issue-search/`,
  ),
  confirmed(
    'search-removed',
    'GET and POST /rest/api/3/search answer 410.',
    'https://developer.atlassian.com/changelog/#CHANGE-2046',
  ),
  believed(
    'search-page-with-fields',
    'A page has at most 100 issues when more than ids or keys are asked for.',
    `${rest}api-group-issue-search/`,
  ),
  believed(
    'search-page-is-a-snapshot',
    'The pages of a search are of the moment of its first page; a token is good for seven days.',
    `${rest}api-group-issue-search/`,
  ),
  confirmed(
    'search-lags',
    'The search index follows with a delay; reconcileIssues (at most 50) reads those issues as they are.',
    searching,
  ),
  believed(
    'jql-not-equals-skips-empty',
    '!=, NOT IN and NOT do not match issues whose field is empty.',
    `${support}advanced-search-reference-jql-operators/`,
  ),
  believed(
    'jql-empty-last',
    'Issues whose field is empty are sorted last; among equals the newest comes first.',
    `${support}advanced-search-reference-jql-operators/`,
  ),
  confirmed(
    'bulk-fetch',
    'Bulk fetch takes 100 issues, answers them by ascending id, and names those that could not be fetched.',
    `${rest}api-group-issues/`,
  ),
  believed(
    'bulk-fetch-histories',
    'An issue in a bulk fetch carries at most 40 histories.',
    `${rest}api-group-issues/`,
  ),
  confirmed(
    'histories-newest-first',
    'The changelog in an issue is newest first; the resource of its own is oldest first.',
    `${rest}api-group-issues/`,
  ),
  confirmed(
    'event-fields',
    'The issue in an event has summary, issuetype, creator, created, project, reporter, assignee, updated and status only.',
    events,
  ),
  confirmed(
    'event-commented',
    'One event, avi:jira:commented:issue, tells of comments made and edited.',
    events,
  ),
  confirmed(
    'event-no-cascade',
    'Deleting an issue tells of the issue only, not of its comments.',
    events,
  ),
  believed(
    'event-comment-not-updated',
    'A comment alone does not tell avi:jira:updated:issue.',
    events,
  ),
  believed(
    'event-statuses',
    'associatedStatuses is a list: the former status, then the present one.',
    events,
  ),
  believed('event-jsd-public', 'The comment in an event says jsdPublic.', events),
  confirmed(
    'points',
    'A request costs 1 point, each core object a read returns 1 more; reads of people, groups and permissions 2; 65,000 an hour of UTC.',
    rates,
  ),
  believed(
    'points-of-people',
    'The page says 2 points for people, groups and permissions: of a request, or, read carefully, of each that is returned. With carefulPoints the host takes the latter, as apps have met it (community.developer.atlassian.com/t/2026-point-based-rate-limits/97828).',
    rates,
  ),
  confirmed(
    'burst',
    'Each endpoint takes 100 GET or POST and 50 PUT or DELETE a second, with exceptions.',
    rates,
  ),
  confirmed(
    'writes-per-issue',
    'One issue takes 20 writes in 2 seconds and 100 in 30 seconds.',
    rates,
  ),
  confirmed('retry-after', '429 says in Retry-After and RateLimit-Reason how long and why.', rates),
  believed(
    'missing-scope',
    'A request of an app without the scope answers 401 "Unauthorized; scope does not match".',
    'https://developer.atlassian.com/platform/forge/manifest-reference/permissions/',
  ),
  confirmed(
    'approver-answers',
    'Only its approvers answer an approval.',
    `${service}api-group-request/`,
  ),
  believed(
    'organization-shared',
    'A new request is shared with the organization of its reporter when there is exactly one.',
    `${support}manage-how-your-customers-share-their-requests/`,
  ),
  believed(
    'jsm-page-limit',
    'A page of JSM has 50 rows, and at most 100.',
    `${service}intro/#pagination`,
  ),
  believed(
    'customers-know-nobody',
    'A customer reads no accounts but their own.',
    `${rest}api-group-user-search/`,
  ),
  believed(
    'dates-in-utc',
    'Instants are printed with +0000. Jira prints them in the time zone of who asks, with its offset.',
    `${rest}intro/`,
  ),
  believed(
    'mail',
    'Jira mails assignee and watchers, whom a comment mentions, and customers what is public; never the actor.',
    `${support}manage-customer-notifications/`,
  ),
];
