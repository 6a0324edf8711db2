import * as v from 'valibot';
import { documentOf } from '../adf/document';
import { type Issue, type User } from '../entities';
import { badRequest, forbidden, notFound } from '../errors';
import { valueOf } from '../fields/of-issue';
import { asList } from '../fields/rules';
import { formatJsmUser } from '../format/people';
import { approvalOf, decide } from '../issues/approval';
import { addComment } from '../issues/comment';
import { applyAndTell, moveIssue } from '../issues/move';
import { checkRules } from '../issues/validate';
import { checkAgent, requestOf } from '../jsm/access';
import { formatApproval } from '../jsm/format-request';
import { jsmPage } from '../jsm/paging';
import { formatSla } from '../jsm/sla';
import { type Ask, bodyOf, noContent, ok, type Operation, param, under } from '../operation';
import { isAgent, isCustomerOf } from '../permissions';
import { availableTransitions } from '../workflow';

const accounts = v.looseObject({ accountIds: v.optional(v.array(v.string()), []) });

function participantsOf(ask: Ask, issue: Issue): User[] {
  return asList(valueOf(issue, ask.world.jsmField('participants').id)).flatMap(
    (id) => ask.world.users.get(id) ?? [],
  );
}

function participantPage(ask: Ask, issue: Issue): Record<string, unknown> {
  return jsmPage(ask, `/request/${issue.id}/participant`, participantsOf(ask, issue), (user) =>
    formatJsmUser(ask.world, user),
  );
}

function changeParticipants(
  ask: Ask,
  change: (before: readonly string[], sent: readonly string[]) => readonly string[],
): Record<string, unknown> {
  const issue = requestOf(ask);
  if (!isAgent(ask.world, ask.user, issue.project) && !isCustomerOf(ask.world, ask.user, issue))
    throw forbidden('You do not have permission to change the participants of this request.');
  const { accountIds } = bodyOf(ask, accounts);
  const unknown = accountIds.find((id) => !ask.world.users.has(id));
  if (unknown !== undefined) throw badRequest(`The user '${unknown}' does not exist.`);
  const field = ask.world.jsmField('participants').id;
  applyAndTell(ask.act, issue, {
    values: { [field]: change(asList(valueOf(issue, field)), accountIds) },
  });
  return participantPage(ask, issue);
}

const at = under('/rest/servicedeskapi/request/{issueIdOrKey}', 'read:servicedesk-request');
const to = under('/rest/servicedeskapi/request/{issueIdOrKey}', 'write:servicedesk-request');
const agents = under('/rest/servicedeskapi/request/{issueIdOrKey}', 'read:jira-work');

const transitionsOf = (ask: Ask, issue: Issue): ReturnType<typeof availableTransitions> =>
  availableTransitions(ask.world, issue).filter(({ customerName }) => customerName !== null);

/** Participants, customer transitions, approvals and SLAs of requests. */
export const requestPartOperations: readonly Operation[] = [
  at.get('/participant', (ask) => ok(participantPage(ask, requestOf(ask)), 1)),
  to.post('/participant', (ask) =>
    ok(changeParticipants(ask, (before, sent) => [...new Set([...before, ...sent])])),
  ),
  to.del('/participant', (ask) =>
    ok(changeParticipants(ask, (before, sent) => before.filter((id) => !sent.includes(id)))),
  ),
  at.get('/transition', (ask) => {
    const issue = requestOf(ask);
    return ok(
      jsmPage(
        ask,
        `/request/${issue.id}/transition`,
        transitionsOf(ask, issue),
        ({ id, customerName }) => ({ id, name: customerName }),
      ),
      1,
    );
  }),
  to.post('/transition', (ask) => {
    const issue = requestOf(ask);
    const sent = bodyOf(
      ask,
      v.strictObject({
        id: v.string(),
        additionalComment: v.optional(v.strictObject({ body: v.optional(v.string(), '') })),
      }),
    );
    const transition = transitionsOf(ask, issue).find(({ id }) => id === sent.id);
    if (!transition)
      throw badRequest(
        `The transition with id '${sent.id}' is not available to customers of this request.`,
      );
    checkRules(ask.act, issue, transition);
    const text = sent.additionalComment?.body.trim() ?? '';
    if (text !== '') addComment(ask.act, issue, { body: documentOf(text), properties: new Map() });
    moveIssue(ask.act, issue, transition);
    return noContent;
  }),
  at.get('/approval', (ask) => {
    const issue = requestOf(ask);
    return ok(
      jsmPage(ask, `/request/${issue.id}/approval`, issue.approvals, (approval) =>
        formatApproval(ask, issue, approval),
      ),
      1,
    );
  }),
  at.get('/approval/{approvalId}', (ask) => {
    const issue = requestOf(ask);
    return ok(formatApproval(ask, issue, approvalOf(issue, param(ask, 'approvalId'))), 1);
  }),
  to.post('/approval/{approvalId}', (ask) => {
    const issue = requestOf(ask);
    const { decision } = bodyOf(
      ask,
      v.strictObject({ decision: v.picklist(['approve', 'decline']) }),
    );
    const approval = approvalOf(issue, param(ask, 'approvalId'));
    const transition = decide(issue, approval, {
      accountId: ask.user.accountId,
      decision: decision === 'approve' ? 'approved' : 'declined',
      now: ask.act.now,
    });
    if (transition) moveIssue(ask.act, issue, transition);
    return ok(formatApproval(ask, issue, approval));
  }),
  agents.get('/sla', (ask) => {
    const issue = requestOf(ask);
    checkAgent(ask, issue.project);
    return ok(
      jsmPage(ask, `/request/${issue.id}/sla`, issue.project.slas, (sla) =>
        formatSla(ask.world, issue, sla, ask.act.now),
      ),
      1,
    );
  }),
  agents.get('/sla/{slaMetricId}', (ask) => {
    const issue = requestOf(ask);
    checkAgent(ask, issue.project);
    const sla = issue.project.slas.find(({ id }) => id === param(ask, 'slaMetricId'));
    if (!sla) throw notFound(`The SLA with id '${param(ask, 'slaMetricId')}' does not exist.`);
    return ok(formatSla(ask.world, issue, sla, ask.act.now), 1);
  }),
];
