import * as v from 'valibot';
import { type Issue } from '../entities';
import { valueOf } from '../fields/of-issue';
import { asList } from '../fields/rules';
import { canSeeRequest, isRequest, requestOf } from '../jsm/access';
import { createRequest } from '../jsm/create-request';
import { formatRequest, statusHistory } from '../jsm/format-request';
import { jsmPage } from '../jsm/paging';
import { type Ask, bodyOf, created, ok, type Operation, under } from '../operation';

const body = v.strictObject({
  serviceDeskId: v.optional(v.string()),
  requestTypeId: v.optional(v.string()),
  requestFieldValues: v.optional(v.record(v.string(), v.unknown())),
  requestParticipants: v.optional(v.array(v.string())),
  raiseOnBehalfOf: v.optional(v.string()),
  isAdfRequest: v.optional(v.boolean()),
  channel: v.optional(v.string()),
  form: v.optional(v.looseObject({})),
});

const expandOf = (ask: Ask): ReadonlySet<string> => new Set(ask.query.list('expand'));

/** JSM: OWNED_REQUESTS, PARTICIPATED_REQUESTS, ORGANIZATION, ALL_ORGANIZATIONS, APPROVER; the first two when absent. */
function isOwned(ask: Ask, issue: Issue): boolean {
  const { accountId } = ask.user;
  const { world } = ask;
  const wanted = ask.query.list('requestOwnership');
  const own = valueOf(issue, 'reporter') === accountId;
  const takesPart = asList(valueOf(issue, world.jsmField('participants').id)).includes(accountId);
  const shared = asList(valueOf(issue, world.jsmField('organizations').id));
  const ofOrganization = ask.query.text('organizationId');
  const member = shared.filter((id) => world.organizations.get(id)?.members.has(accountId));
  const tests: Readonly<Record<string, boolean>> = {
    OWNED_REQUESTS: own,
    PARTICIPATED_REQUESTS: takesPart,
    ORGANIZATION: member.some((id) => ofOrganization === undefined || id === ofOrganization),
    ALL_ORGANIZATIONS: member.length > 0,
    APPROVER: issue.approvals.some(({ decisions }) => decisions.has(accountId)),
    ALL_REQUESTS: true,
  };
  return wanted.length === 0 ? own || takesPart : wanted.some((one) => tests[one] === true);
}

function found(ask: Ask): Issue[] {
  const { query, world } = ask;
  const text = query.text('searchTerm')?.toLowerCase();
  const status = query.text('requestStatus') ?? 'ALL_REQUESTS';
  const desk = query.text('serviceDeskId');
  const type = query.text('requestTypeId');
  return [...world.issues.values()]
    .filter((issue) => isRequest(ask, issue) && canSeeRequest(ask, issue) && isOwned(ask, issue))
    .filter((issue) => {
      const isOpen = world.statuses.get(String(valueOf(issue, 'status')))?.category.key !== 'done';
      return status === 'ALL_REQUESTS' || (status === 'OPEN_REQUESTS') === isOpen;
    })
    .filter((issue) => desk === undefined || issue.project.serviceDeskId === desk)
    .filter(
      (issue) => type === undefined || valueOf(issue, world.jsmField('request-type').id) === type,
    )
    .filter(
      (issue) =>
        text === undefined ||
        String(valueOf(issue, 'summary')).toLowerCase().includes(text) ||
        issue.key.toLowerCase() === text,
    )
    .sort((one, other) => Number(other.id) - Number(one.id));
}

const at = under('/rest/servicedeskapi/request', 'read:servicedesk-request');
const to = under('/rest/servicedeskapi/request', 'write:servicedesk-request');

/** Customers' requests. */
export const requestOperations: readonly Operation[] = [
  at.get('', (ask) => {
    const page = jsmPage(ask, '/request', found(ask), (issue) =>
      formatRequest(ask, issue, expandOf(ask)),
    );
    return ok(page, (page['values'] as unknown[]).length);
  }),
  to.post('', (ask) =>
    created(formatRequest(ask, createRequest(ask, bodyOf(ask, body)), new Set())),
  ),
  at.get('/{issueIdOrKey}', (ask) => ok(formatRequest(ask, requestOf(ask), expandOf(ask)), 1)),
  at.get('/{issueIdOrKey}/status', (ask) => {
    const issue = requestOf(ask);
    return ok(
      jsmPage(ask, `/request/${issue.id}/status`, statusHistory(ask.world, issue), (one) => one),
      1,
    );
  }),
];
