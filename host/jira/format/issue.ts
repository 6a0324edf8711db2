import { htmlOf } from '../adf/html';
import { friendlyDate } from '../dates';
import { type Field, type Issue, type User } from '../entities';
import { valueOf } from '../fields/of-issue';
import { isStoredDocument } from '../fields/plain';
import { requestLimits } from '../limits';
import { may } from '../permissions';
import { transitionsFor } from '../workflow';
import { type World } from '../world';
import { formatEditMeta, formatSchema } from './field';
import { formatHistory } from './history';
import { formatValue, selectFields } from './issue-fields';
import { formatTransition } from './transition';

/** What of an issue is asked for. */
export interface IssueSelection {
  readonly fields: readonly string[];
  /** Fields shown when none are named. */
  readonly otherwise: readonly string[];
  readonly expand: ReadonlySet<string>;
  readonly properties: readonly string[];
}

function rendered(issue: Issue, field: Field): unknown {
  const value = valueOf(issue, field.id);
  if (isStoredDocument(value)) return htmlOf(value);
  if (field.kind === 'datetime' && typeof value === 'number') return friendlyDate(value);
  return null;
}

function operations(world: World, viewer: User, issue: Issue): Record<string, unknown> {
  const allowed = may(world, viewer, 'EDIT_ISSUES', issue.project)
    ? [
        {
          id: 'edit-issue',
          label: 'Edit',
          href: `/secure/EditIssue!default.jspa?id=${issue.id}`,
          weight: 1,
        },
      ]
    : [];
  return {
    linkGroups: [
      {
        id: 'view.issue.opsbar',
        links: [],
        groups: [{ id: 'edit-issue_container', weight: 1, links: allowed, groups: [] }],
      },
    ],
  };
}

/** The asked properties of an issue; `*all` and `-key` as with fields. */
function properties(issue: Issue, asked: readonly string[]): Record<string, unknown> {
  const unwanted = new Set(asked.filter((key) => key.startsWith('-')).map((key) => key.slice(1)));
  const all = asked.includes('*all');
  return Object.fromEntries(
    [...issue.state.properties].filter(
      ([key]) => !unwanted.has(key) && (all || asked.includes(key)),
    ),
  );
}

/** An issue of version 3, as this person gets it. */
export function formatIssue(
  world: World,
  viewer: User,
  issue: Issue,
  selection: IssueSelection,
): Record<string, unknown> {
  const { expand } = selection;
  const shown = selectFields(world, issue, selection.fields, selection.otherwise);
  const perField = (read: (field: Field) => unknown): Record<string, unknown> =>
    Object.fromEntries(shown.map((field) => [field.id, read(field)]));
  const body: Record<string, unknown> = {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${world.baseUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    fields: perField((field) => formatValue(world, viewer, issue, field)),
  };
  if (expand.has('renderedFields'))
    body['renderedFields'] = perField((field) => rendered(issue, field));
  if (expand.has('names')) body['names'] = perField((field) => field.name);
  if (expand.has('schema')) body['schema'] = perField(formatSchema);
  if (expand.has('editmeta'))
    body['editmeta'] = may(world, viewer, 'EDIT_ISSUES', issue.project)
      ? formatEditMeta(world, issue)
      : { fields: {} };
  if (expand.has('operations')) body['operations'] = operations(world, viewer, issue);
  if (expand.has('transitions') || expand.has('transitions.fields')) {
    const withFields = expand.has('transitions.fields');
    body['transitions'] = transitionsFor(world, viewer, issue).map((transition) =>
      formatTransition(world, issue, transition, withFields),
    );
  }
  if (expand.has('changelog')) {
    const histories = [...issue.histories].reverse().slice(0, requestLimits.historiesInIssue);
    body['changelog'] = {
      startAt: 0,
      maxResults: histories.length,
      total: issue.histories.length,
      histories: histories.map((history) => formatHistory(world, history)),
    };
  }
  if (selection.properties.length > 0) body['properties'] = properties(issue, selection.properties);
  return body;
}
