import { type Belief, believed, confirmed } from '../belief';

const docs = 'https://developer.atlassian.com/platform/forge/';
const npm = 'https://www.npmjs.com/package/';

const functions: readonly Belief[] = [
  confirmed(
    'warm-instances',
    'State of modules survives from one invocation of an instance to the next.',
    `${docs}runtime-reference/`,
  ),
  confirmed(
    'function-limits',
    'Resolvers and triggers may run 25 s; web triggers, consumers and schedules 55 s; consumers and schedules up to 900 s where the manifest says so.',
    `${docs}limits-invocation/`,
  ),
  confirmed(
    'sdk-globals',
    'The SDK reaches the platform through __forge_fetch__ and __forge_runtime__, and reads fetch and the storage client while it is loaded.',
    `${npm}@forge/api`,
  ),
  confirmed(
    'egress-declared',
    'A function reaches only the hosts of permissions.external.fetch.backend; others throw REQUEST_EGRESS_ALLOWLIST_ERR.',
    `${docs}runtime-reference/fetch-api.basic/`,
  ),
  confirmed(
    'impersonation-declared',
    'asUser(accountId) without that person in the session needs scopes with allowImpersonation: true.',
    `${docs}apis-reference/fetch-api-product.requestjira/`,
  ),
  believed(
    'impersonation-own-session',
    'asUser(accountId) of the person in whose session the function runs needs no allowImpersonation.',
    `${docs}apis-reference/fetch-api-product.requestjira/`,
  ),
  believed(
    'time-in-functions',
    'Unless it is told to (latency), the host lets no virtual time pass while a function runs; its time limit is then taken in real time, at most half a minute.',
    `${docs}limits-invocation/`,
  ),
  believed(
    'believed-times',
    'Atlassian publishes no times. With latency a request to Jira takes 200 ms, one to storage 15 ms, a push to a queue 50 ms, and what is around a function 30 ms, always; what was asked for happens at once, and the answer takes the time.',
    `${docs}monitor-invocation-metrics/`,
  ),
  confirmed(
    'bundle-per-file',
    'A handler names a file in src, in a folder or not, and its export; each file makes a bundle of its own (getEntryPoints of @forge/bundler 7.3.0, functionHandlerValidation of @forge/manifest 13.7.0).',
    `${npm}@forge/bundler`,
  ),
  believed(
    'cold-after-cut-off',
    'A function that was cut off takes its instance with it: the next invocation starts a new one.',
    `${docs}runtime-reference/`,
  ),
  believed(
    'nothing-after-return',
    'What a function did not wait for before it returned never gets further.',
    `${docs}runtime-reference/`,
  ),
  believed(
    'cut-off-silence',
    'What a function asked for before it was cut off has happened; what it asks for afterwards never does.',
    `${docs}limits-invocation/`,
  ),
];

const pages: readonly Belief[] = [
  confirmed(
    'context-from-platform',
    "A resolver's context is made by the platform; nothing of it comes from the page.",
    `${docs}app-context-security/`,
  ),
  confirmed(
    'answers-are-json',
    'Results of resolvers are JSON: undefined members vanish and dates become texts.',
    `${npm}@forge/resolver`,
  ),
  confirmed(
    'unlicensed-access',
    'Customers get a module only where unlicensedAccess says customer.',
    `${docs}access-to-forge-apps-for-unlicensed-jsm-users/`,
  ),
  confirmed(
    'page-sizes',
    'A page sends at most 500 KB to its resolver and gets at most 5 MB back.',
    `${docs}limits-invocation/`,
  ),
  confirmed(
    'admin-page-admins',
    'Only administrators of Jira reach an admin page.',
    `${docs}manifest-reference/modules/jira-admin-page/`,
  ),
  believed(
    'page-needs-browse',
    'Nobody reaches the resolver of an issue module for an issue they may not see.',
    `${docs}app-context-security/`,
  ),
  confirmed(
    'status-without-person',
    'dynamicProperties gets {cloudId, extension} and answers {status}.',
    `${docs}manifest-reference/modules/jira-issue-context/`,
  ),
  confirmed(
    'portal-context',
    'A portal module gets portal.id, request.key and request.typeId.',
    `${docs}manifest-reference/modules/jira-service-management-portal-request-detail-panel/`,
  ),
];

const events: readonly Belief[] = [
  confirmed(
    'ignore-self',
    'ignoreSelf drops events caused by calls of the app.',
    `${docs}events-reference/product_events/`,
  ),
  believed(
    'ignore-self-as-user',
    'Calls the app makes as a person count as its own.',
    `${docs}events-reference/product_events/`,
  ),
  confirmed(
    'filter-errors',
    'A filter that fails, or is neither true nor false, drops the event unless onError is RECEIVE or RECEIVE_AND_LOG.',
    `${docs}events-reference/product_events/`,
  ),
  confirmed(
    'trigger-delay',
    'Events come up to three minutes late.',
    `${docs}manifest-reference/modules/trigger/`,
  ),
  believed(
    'trigger-order',
    'Events may come twice, out of order, or never; nothing is promised.',
    `${docs}events-reference/product_events/`,
  ),
  confirmed(
    'trigger-retry-asked',
    'An InvocationError that a trigger returns is followed by another try, at most four times, at most 900 s later.',
    `${docs}events-reference/product_events/`,
  ),
  believed(
    'trigger-throw-is-lost',
    'An exception that a trigger throws is not tried again.',
    `${docs}events-reference/product_events/`,
  ),
  believed(
    'trigger-platform-retry',
    'What the platform cut off is tried again after ten seconds, at most four times in all.',
    `${docs}events-reference/product_events/`,
  ),
];

const queues: readonly Belief[] = [
  confirmed(
    'queue-limits',
    'A push has at most 50 events and 200 KB, an event at most 15 minutes of delay, an installation 500 events a minute.',
    `${docs}limits-async-events/`,
  ),
  confirmed(
    'queue-long-events',
    'Events for functions that may run longer than 55 s have at most 100 KB each.',
    `${docs}limits-async-events/`,
  ),
  confirmed(
    'queue-cyclic',
    'At most 1,000 pushes follow from one first invocation, all handlers together.',
    `${docs}limits-async-events/`,
  ),
  confirmed(
    'queue-at-least-once',
    'An event is delivered at least once within 24 hours, without any promise of order.',
    `${docs}runtime-reference/async-events-api/`,
  ),
  confirmed(
    'queue-back-off',
    'A consumer that throws or is cut off is tried again, with pauses that grow to 15 minutes.',
    `${docs}runtime-reference/async-events-api/`,
  ),
  believed(
    'queue-first-pause',
    'The first such pause is five seconds, and each is twice the one before.',
    `${docs}runtime-reference/async-events-api/`,
  ),
  confirmed(
    'queue-concurrency',
    'concurrency {key, limit} holds for an installation, over all queues, and is not first in, first out.',
    `${docs}runtime-reference/async-events-api/`,
  ),
  believed(
    'queue-cancel-waiting',
    'Cancelling a job drops its events that have not started.',
    `${docs}runtime-reference/async-events-api/`,
  ),
];

const schedules: readonly Belief[] = [
  confirmed(
    'schedule-first-run',
    'A schedule runs about five minutes after the install first, then at its interval.',
    `${docs}manifest-reference/modules/scheduled-trigger/`,
  ),
  believed(
    'schedule-answer',
    'A run should answer a statusCode: one page says that it is recorded as 424 otherwise, another that answers are ignored.',
    `${docs}events-reference/scheduled-trigger/`,
  ),
  confirmed(
    'schedule-no-retry',
    'A run that fails is not tried again.',
    `${docs}manifest-reference/modules/scheduled-trigger/`,
  ),
  confirmed(
    'web-trigger-500',
    'A web trigger whose result is no answer gives 500.',
    `${docs}runtime-reference/web-trigger/`,
  ),
  confirmed(
    'web-trigger-static',
    'A static web trigger answers one of the outputs of its manifest and nothing else.',
    `${docs}manifest-reference/modules/web-trigger/`,
  ),
];

const storage: readonly Belief[] = [
  confirmed(
    'kvs-missing-key',
    'A key that is not there answers with code KEY_NOT_FOUND, which the SDK turns into undefined.',
    `${npm}@forge/kvs`,
  ),
  confirmed(
    'kvs-limits',
    'Keys have 500 characters, values 240 KiB and 31 levels, transactions 25 operations and 4 MB, pages 100 values.',
    `${docs}limits-kvs-ce/`,
  ),
  confirmed(
    'kvs-query-lag',
    'Gets see every write; queries may be behind.',
    `${docs}runtime-reference/storage-api/`,
  ),
  confirmed(
    'kvs-filters-after-page',
    'Filters run after a page is read: a page may be empty and have a cursor.',
    `${docs}runtime-reference/storage-api-query-complex/`,
  ),
  confirmed(
    'kvs-expired-rows',
    'Values whose time is over may still be given out for 48 hours; their expireTime tells.',
    `${docs}storage-reference/kvs-api/`,
  ),
  believed(
    'kvs-expired-blocks',
    'While it is still given out, an expired value counts as existing for FAIL_IF_EXISTS and for conditions.',
    `${docs}storage-reference/kvs-api/`,
  ),
  believed(
    'kvs-condition-conflict',
    'A condition that does not hold fails the whole transaction with a 4xx; which code is not documented (here 409 TRANSACTION_CONFLICT).',
    `${docs}storage-reference/transactions-entities/`,
  ),
  believed(
    'kvs-exists-conflict',
    'FAIL_IF_EXISTS on a key that is there answers a 4xx (here 409 KEY_ALREADY_EXISTS).',
    `${docs}storage-reference/kvs-api/`,
  ),
  believed(
    'kvs-by-key',
    'Every entity has the index by-key, whose range is the key, without declaring it.',
    `${docs}runtime-reference/custom-entities/`,
  ),
  believed(
    'kvs-undeclared-attribute',
    'A value of an entity with an attribute the manifest does not declare is refused.',
    `${docs}runtime-reference/custom-entities/`,
  ),
  believed(
    'kvs-needs-scope',
    'Storage refuses an app without the scope storage:app.',
    `${docs}storage-reference/kvs-api/`,
  ),
  confirmed(
    'kvs-rates',
    'An installation has 1,000 requests a second, and 4,000 reads and 4,000 writes of 10 KB a minute; with storageRates the host holds the app to them.',
    `${docs}limits-kvs-ce/`,
  ),
  confirmed(
    'kvs-units',
    'Request sizes are rounded up to the nearest 10 KB: a request with 65 KB counts as 7.',
    `${docs}limits-kvs-ce/`,
  ),
  believed(
    'kvs-unit-of-many',
    'A transaction, a batch and a page of a query are one request each, by their size as a whole: what is sent for a write, what is answered for a read; 10 KB are 10,000 bytes, and the minute is any 60 seconds.',
    `${docs}limits-kvs-ce/`,
  ),
];

/** Every limit and every behaviour one could doubt, each with its source. Tests name the one they lean on. */
export const beliefs: readonly Belief[] = [
  ...functions,
  ...pages,
  ...events,
  ...queues,
  ...schedules,
  ...storage,
];
