import { htmlOf } from '../adf/html';
import { textOf } from '../adf/text';
import { jsmDate } from '../dates';
import { type Approval, type Attachment, type Issue, type Project } from '../entities';
import { rulesOf } from '../fields/by-kind';
import { valueOf } from '../fields/of-issue';
import { isStoredDocument } from '../fields/plain';
import { asList } from '../fields/rules';
import { attachmentsOf, formatRequestAttachment } from '../format/attachment';
import { formatRequestComment } from '../format/comment';
import { formatJsmUser } from '../format/people';
import { formatRequestStatus } from '../format/request-status';
import { formatRequestType } from '../format/request-type';
import { canAnswer } from '../issues/approval';
import { type Ask } from '../operation';
import { canBrowse, isAgent, isCustomerOf } from '../permissions';
import { type World } from '../world';
import { jsmPage } from './paging';
import { formatSla } from './sla';

/** A service desk as JSM lists it. */
export const formatServiceDesk = (world: World, project: Project): Record<string, unknown> => ({
  id: project.serviceDeskId,
  projectId: project.id,
  projectName: project.name,
  projectKey: project.key,
  projectTypeKey: project.typeKey,
  _links: { self: `${world.baseUrl}/rest/servicedeskapi/servicedesk/${project.serviceDeskId}` },
});

/** The statuses a request went through, the newest first. */
export function statusHistory(world: World, issue: Issue): Record<string, unknown>[] {
  const changes = issue.histories.flatMap((history) =>
    history.items
      .filter(({ fieldId }) => fieldId === 'status')
      .map((item) => ({ item, at: history.created })),
  );
  const first = {
    id: changes[0]?.item.from ?? String(valueOf(issue, 'status')),
    at: Number(valueOf(issue, 'created')),
  };
  const categories = { new: 'NEW', indeterminate: 'INDETERMINATE', done: 'DONE' } as const;
  return [first, ...changes.map(({ item, at }) => ({ id: String(item.to), at }))]
    .reverse()
    .map(({ id, at }) => {
      const status = world.statuses.get(id);
      return {
        status: status?.name ?? id,
        statusCategory: status ? categories[status.category.key] : 'UNDEFINED',
        statusDate: jsmDate(at),
      };
    });
}

function fieldValues(world: World, issue: Issue): Record<string, unknown>[] {
  const type = world.requestType(String(valueOf(issue, world.jsmField('request-type').id)));
  return (type?.fields ?? []).flatMap(({ fieldId }) => {
    const field = world.fields.get(fieldId);
    if (!field) return [];
    const stored = valueOf(issue, fieldId);
    const shown = { fieldId, label: field.name };
    if (isStoredDocument(stored))
      return [{ ...shown, value: textOf(stored), renderedValue: { html: htmlOf(stored) } }];
    const value = rulesOf(field).format(stored, field, world);
    return value === null ? [shown] : [{ ...shown, value }];
  });
}

/** The comments of a request the caller may read: all for agents and collaborators, public ones for customers. */
export function commentsFor(ask: Ask, issue: Issue): Issue['state']['comments'] {
  const customerOnly = !canBrowse(ask.world, ask.user, issue);
  return issue.state.comments.filter(({ isPublic }) => isPublic || !customerOnly);
}

/** The files of a request the caller may read: all for the team, public ones for customers. */
export const attachmentsFor = (ask: Ask, issue: Issue): Attachment[] =>
  attachmentsOf(ask.world, issue).filter(
    ({ isPublic }) => isPublic || canBrowse(ask.world, ask.user, issue),
  );

/** A request as JSM tells it. */
export function formatRequest(
  ask: Ask,
  issue: Issue,
  expand: ReadonlySet<string>,
): Record<string, unknown> {
  const { world } = ask;
  const requestType = world.requestType(String(valueOf(issue, world.jsmField('request-type').id)));
  const reporter = world.users.get(String(valueOf(issue, 'reporter')));
  const participants = asList(valueOf(issue, world.jsmField('participants').id)).flatMap(
    (id) => world.users.get(id) ?? [],
  );
  const path = `/request/${issue.id}`;
  return {
    _expands: [
      'participant',
      'status',
      'sla',
      'requestType',
      'serviceDesk',
      'attachment',
      'action',
      'comment',
    ],
    issueId: issue.id,
    issueKey: issue.key,
    summary: valueOf(issue, 'summary'),
    requestTypeId: requestType?.id ?? '',
    serviceDeskId: issue.project.serviceDeskId,
    createdDate: jsmDate(Number(valueOf(issue, 'created'))),
    ...(reporter ? { reporter: formatJsmUser(world, reporter) } : {}),
    requestFieldValues: fieldValues(world, issue),
    currentStatus: formatRequestStatus(world, issue),
    ...(expand.has('requestType') && requestType
      ? { requestType: formatRequestType(world, requestType) }
      : {}),
    ...(expand.has('serviceDesk') ? { serviceDesk: formatServiceDesk(world, issue.project) } : {}),
    ...(expand.has('participant')
      ? {
          participants: jsmPage(ask, `${path}/participant`, participants, (user) =>
            formatJsmUser(world, user),
          ),
        }
      : {}),
    ...(expand.has('status')
      ? { status: jsmPage(ask, `${path}/status`, statusHistory(world, issue), (one) => one) }
      : {}),
    ...(expand.has('sla') && isAgent(world, ask.user, issue.project)
      ? {
          sla: jsmPage(ask, `${path}/sla`, issue.project.slas, (sla) =>
            formatSla(world, issue, sla, ask.act.now),
          ),
        }
      : {}),
    ...(expand.has('comment')
      ? {
          comments: jsmPage(ask, `${path}/comment`, commentsFor(ask, issue), (comment) =>
            formatRequestComment(world, issue, comment),
          ),
        }
      : {}),
    ...(expand.has('attachment')
      ? {
          attachments: jsmPage(ask, `${path}/attachment`, attachmentsFor(ask, issue), (one) =>
            formatRequestAttachment(world, issue, one),
          ),
        }
      : {}),
    ...(expand.has('action') ? { actions: actions(ask, issue) } : {}),
    _links: {
      self: `${world.baseUrl}/rest/servicedeskapi${path}`,
      jiraRest: `${world.baseUrl}/rest/api/3/issue/${issue.id}`,
      web: `${world.baseUrl}/servicedesk/customer/portal/${issue.project.serviceDeskId}/${issue.key}`,
      agent: `${world.baseUrl}/browse/${issue.key}`,
    },
  };
}

function actions(ask: Ask, issue: Issue): Record<string, { allowed: boolean }> {
  const takesPart = {
    allowed:
      isAgent(ask.world, ask.user, issue.project) || isCustomerOf(ask.world, ask.user, issue),
  };
  return {
    addAttachment: takesPart,
    addComment: takesPart,
    addParticipant: takesPart,
    removeParticipant: takesPart,
  };
}

/** An approval of a request. */
export const formatApproval = (
  ask: Ask,
  issue: Issue,
  approval: Approval,
): Record<string, unknown> => ({
  id: approval.id,
  name: approval.step.name,
  finalDecision: approval.finalDecision,
  canAnswerApproval: canAnswer(approval, ask.user.accountId),
  approvers: [...approval.decisions].flatMap(([accountId, approverDecision]) => {
    const user = ask.world.users.get(accountId);
    return user ? [{ approver: formatJsmUser(ask.world, user), approverDecision }] : [];
  }),
  createdDate: jsmDate(approval.created),
  ...(approval.completed === null ? {} : { completedDate: jsmDate(approval.completed) }),
  _links: {
    self: `${ask.world.baseUrl}/rest/servicedeskapi/request/${issue.id}/approval/${approval.id}`,
  },
});
