import * as v from 'valibot';
import { type Issue } from '../entities';
import { badRequest, forbidden, invalidFields } from '../errors';
import { formatEditMeta } from '../format/field';
import { formatIssue, type IssueSelection } from '../format/issue';
import { formatTransition } from '../format/transition';
import { checkAssignee, editIssue, transitionIssue } from '../issues/edit';
import { applyAndTell } from '../issues/move';
import { createIssue } from '../issues/create';
import { removeIssue } from '../issues/remove';
import { mailNotify } from '../notifications';
import {
  type Ask,
  bodyOf,
  created,
  noContent,
  ok,
  type Operation,
  param,
  under,
} from '../operation';
import { issueFor, may } from '../permissions';
import { transitionsFor } from '../workflow';
import { accountBody, issueUpdate } from './bodies';

/** The issue the path names. */
export const issueOf = (ask: Ask): Issue =>
  issueFor(ask.world, ask.user, param(ask, 'issueIdOrKey'));

/** `fields`, `expand` and `properties` of a query. */
const selectionOf = (ask: Ask, otherwise: readonly string[]): IssueSelection => ({
  fields: ask.query.list('fields'),
  otherwise,
  expand: new Set(ask.query.list('expand')),
  properties: ask.query.list('properties'),
});

const at = under('/rest/api/3/issue', 'read:jira-work');
const to = under('/rest/api/3/issue', 'write:jira-work');

const notification = v.strictObject({
  subject: v.optional(v.string()),
  textBody: v.optional(v.string()),
  htmlBody: v.optional(v.string()),
  to: v.optional(
    v.looseObject({
      reporter: v.optional(v.boolean()),
      assignee: v.optional(v.boolean()),
      watchers: v.optional(v.boolean()),
      voters: v.optional(v.boolean()),
      users: v.optional(v.array(v.looseObject({ accountId: v.string() }))),
      groups: v.optional(
        v.array(v.looseObject({ name: v.optional(v.string()), groupId: v.optional(v.string()) })),
      ),
      groupIds: v.optional(v.array(v.string())),
    }),
  ),
  restrict: v.optional(v.looseObject({})),
});

/** Jira: `notifyUsers=false` is for administrators of Jira or of the project. */
function checkMaySilence(ask: Ask, issue: Issue): void {
  if (ask.act.notify || may(ask.world, ask.user, 'ADMINISTER_PROJECTS', issue.project)) return;
  throw badRequest(
    'To discard the user notification either admin or project admin permissions are required.',
  );
}

function recipients(
  ask: Ask,
  issue: Issue,
  to: v.InferOutput<typeof notification>['to'],
): string[] {
  const { values, watchers } = issue.state;
  const groups = [...ask.world.groups.values()].filter(
    (group) =>
      to?.groups?.some((one) => one.groupId === group.groupId || one.name === group.name) ||
      to?.groupIds?.includes(group.groupId),
  );
  const ids = [
    ...(to?.reporter ? [values['reporter']] : []),
    ...(to?.assignee ? [values['assignee']] : []),
    ...(to?.watchers ? watchers : []),
    ...(to?.users ?? []).map(({ accountId }) => accountId),
    ...groups.flatMap(({ members }) => [...members]),
  ];
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

/** Issues: made, read, changed, moved and removed. */
export const issueOperations: readonly Operation[] = [
  to.post('', (ask) => {
    const issue = createIssue(ask.act, bodyOf(ask, issueUpdate));
    return created({
      id: issue.id,
      key: issue.key,
      self: `${ask.world.baseUrl}/rest/api/3/issue/${issue.id}`,
    });
  }),
  at.get('/{issueIdOrKey}', (ask) =>
    ok(formatIssue(ask.world, ask.user, issueOf(ask), selectionOf(ask, ['*all'])), 1),
  ),
  to.put('/{issueIdOrKey}', (ask) => {
    const issue = issueOf(ask);
    checkMaySilence(ask, issue);
    const { transition: _ignored, ...sent } = bodyOf(ask, issueUpdate);
    editIssue(ask.act, issue, sent);
    return ask.query.flag('returnIssue')
      ? ok(formatIssue(ask.world, ask.user, issue, selectionOf(ask, ['*all'])))
      : noContent;
  }),
  to.del('/{issueIdOrKey}', (ask) => {
    removeIssue(ask.act, issueOf(ask));
    return noContent;
  }),
  to.put('/{issueIdOrKey}/assignee', (ask) => {
    const issue = issueOf(ask);
    if (!may(ask.world, ask.user, 'ASSIGN_ISSUES', issue.project))
      throw forbidden('You do not have permission to assign issues in this project.');
    const { accountId } = bodyOf(ask, accountBody);
    if (accountId === undefined)
      throw badRequest("One of 'accountId', 'name' or 'key' is required.");
    if (accountId !== null && accountId !== '-1' && !ask.world.users.has(accountId))
      throw invalidFields({ assignee: `User '${accountId}' does not exist.` });
    // Jira: "-1" is the project's default assignee, which these projects do not have.
    const assignee = accountId === '-1' ? null : accountId;
    checkAssignee(ask.act, issue, { values: { assignee } });
    applyAndTell(ask.act, issue, { values: { assignee } });
    return noContent;
  }),
  at.get('/{issueIdOrKey}/transitions', (ask) => {
    const issue = issueOf(ask);
    const only = ask.query.text('transitionId');
    const withFields = ask.query.list('expand').includes('transitions.fields');
    const transitions = transitionsFor(ask.world, ask.user, issue).filter(
      ({ id }) => only === undefined || id === only,
    );
    return ok(
      {
        expand: 'transitions',
        transitions: transitions.map((transition) =>
          formatTransition(ask.world, issue, transition, withFields),
        ),
      },
      1,
    );
  }),
  to.post('/{issueIdOrKey}/transitions', (ask) => {
    const issue = issueOf(ask);
    transitionIssue(ask.act, issue, bodyOf(ask, issueUpdate));
    return noContent;
  }),
  at.get('/{issueIdOrKey}/editmeta', (ask) => ok(formatEditMeta(ask.world, issueOf(ask)), 1)),
  to.post('/{issueIdOrKey}/notify', (ask) => {
    const issue = issueOf(ask);
    const sent = bodyOf(ask, notification);
    const people = recipients(ask, issue, sent.to).flatMap((id) => ask.world.users.get(id) ?? []);
    if (people.length === 0) throw badRequest('No recipients were defined for notification.');
    const text = sent.textBody ?? sent.htmlBody ?? '';
    mailNotify(ask.act, issue, people, {
      subject: sent.subject ?? String(issue.state.values['summary']),
      text,
    });
    return noContent;
  }),
];
