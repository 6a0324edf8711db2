// A client nobody on this project wrote drives the local Jira over HTTP; it checks every answer against its own schemas
// and throws at the first that does not fit. Started by jira-js.test.ts, because jira.js is an ES module.
import assert from 'node:assert/strict';
import { createCloudClient, createServiceDeskClient } from 'jira.js';

const host = process.argv[2];
const as = (name) => ({
  host,
  auth: { type: 'basic', email: `${name}@relay.example`, apiToken: 'any' },
  onSchemaMismatch: 'throw',
});
const jira = createCloudClient(as('ben.ito'));
const desk = createServiceDeskClient(as('ben.ito'));
const customer = createServiceDeskClient(as('nora.quist'));
const done = [];
const step = async (name, act) => {
  const value = await act();
  done.push(name);
  return value;
};

const me = await step('who am I', () => jira.myself.getCurrentUser());
const { values: desks } = await step('service desks', () => desk.servicedesk.getServiceDesks());
const ebh = desks.find(({ projectKey }) => projectKey === 'EBH');
const { values: types } = await step('request types', () =>
  desk.servicedesk.getRequestTypes({ serviceDeskId: ebh.id }),
);

const request = await step('a customer raises a request', () =>
  customer.request.createCustomerRequest({
    serviceDeskId: ebh.id,
    requestTypeId: types.find(({ name }) => name === 'Benefits question').id,
    requestFieldValues: { summary: 'Raised by a client', description: 'Which plan is it?' },
  }),
);
const key = request.issueKey;

await step('an internal comment', () =>
  jira.issueComments.addComment({
    issueIdOrKey: key,
    body: {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'For us only.' }] }],
    },
    properties: [{ key: 'sd.public.comment', value: { internal: true } }],
  }),
);
await step('a public comment', () =>
  desk.request.createRequestComment({ issueIdOrKey: key, body: 'For everybody.', public: true }),
);
const seen = await step('what the customer reads', () =>
  customer.request.getRequestComments({ issueIdOrKey: key }),
);
assert.deepEqual(
  seen.values.map(({ body }) => body),
  ['For everybody.'],
);

const { transitions } = await step('transitions', () =>
  jira.issues.getTransitions({ issueIdOrKey: key }),
);
const waiting = transitions.find(({ to }) => to.name === 'Waiting for Customer');
await step('a transition', () =>
  jira.issues.doTransition({ issueIdOrKey: key, transition: { id: waiting.id } }),
);
await step('an edit', () =>
  jira.issues.editIssue({
    issueIdOrKey: key,
    fields: { summary: 'Edited by a client', priority: { name: 'High' } },
  }),
);
await step('a property', () =>
  jira.issueProperties.setIssueProperty({
    issueIdOrKey: key,
    propertyKey: 'client',
    body: { stage: 'two' },
  }),
);
const property = await step('the property again', () =>
  jira.issueProperties.getIssueProperty({ issueIdOrKey: key, propertyKey: 'client' }),
);
assert.deepEqual(property.value, { stage: 'two' });
await step('a watcher', () =>
  jira.issueWatchers.addWatcher({ issueIdOrKey: key, accountId: me.accountId }),
);
const watchers = await step('watchers', () =>
  jira.issueWatchers.getIssueWatchers({ issueIdOrKey: key }),
);
assert.ok(watchers.watchers.some(({ accountId }) => accountId === me.accountId));
await step('a link', () =>
  jira.issueLinks.linkIssues({
    type: { name: 'Relates' },
    inwardIssue: { key },
    outwardIssue: { key: 'EBH-1' },
  }),
);

const issue = await step('the issue with everything', () =>
  jira.issues.getIssue({
    issueIdOrKey: key,
    fields: ['*all'],
    expand: 'changelog,transitions,names,schema',
  }),
);
assert.equal(issue.fields.summary, 'Edited by a client');
assert.equal(issue.fields.status.name, 'Waiting for Customer');
await step('its history', () => jira.issues.getChangeLogs({ issueIdOrKey: key }));

let found = 0;
let nextPageToken;
do {
  const page = await step('a page of a search', () =>
    jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({
      jql: 'project = EBH ORDER BY key',
      fields: ['summary', 'status'],
      maxResults: 2,
      ...(nextPageToken ? { nextPageToken } : {}),
    }),
  );
  found += page.issues.length;
  nextPageToken = page.nextPageToken;
} while (nextPageToken);
const { count } = await step('a count', () =>
  jira.issueSearch.countIssues({ jql: 'project = EBH' }),
);
assert.equal(found, count);

await step('participants', () => desk.request.getRequestParticipants({ issueIdOrKey: key }));
await step('organizations', () => desk.organization.getOrganizations());
const { values: queues } = await step('queues', () =>
  desk.servicedesk.getQueues({ serviceDeskId: ebh.id }),
);
await step('issues of a queue', () =>
  desk.servicedesk.getIssuesInQueue({ serviceDeskId: ebh.id, queueId: Number(queues[0].id) }),
);
console.log(JSON.stringify({ key, steps: done.length }));
