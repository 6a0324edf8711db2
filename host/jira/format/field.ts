import { type Field, type Issue, type Project } from '../entities';
import { rulesOf } from '../fields/by-kind';
import { isEditable } from '../fields/of-issue';
import { type World } from '../world';
import { formatOrganization } from './organization';
import { formatIssueType, formatPriority, formatResolution } from './scheme';

const computedTypes: Readonly<Record<string, { type: string; items?: string }>> = {
  comment: { type: 'comments-page' },
  worklog: { type: 'array', items: 'worklog' },
  attachment: { type: 'array', items: 'attachment' },
  issuelinks: { type: 'array', items: 'issuelinks' },
  subtasks: { type: 'array', items: 'issuelinks' },
  components: { type: 'array', items: 'component' },
  fixVersions: { type: 'array', items: 'version' },
  versions: { type: 'array', items: 'version' },
  watches: { type: 'watches' },
  votes: { type: 'votes' },
  workratio: { type: 'number' },
  lastViewed: { type: 'datetime' },
  statusCategory: { type: 'statusCategory' },
};

/** Type of the field's value, as `schema` tells it. */
export function formatSchema(field: Field): Record<string, unknown> {
  const rules = rulesOf(field);
  const { type, items } =
    field.kind === 'computed' ? (computedTypes[field.id] ?? { type: 'string' }) : rules;
  return {
    type,
    ...(items ? { items } : {}),
    ...(field.custom
      ? { custom: field.customType ?? '', customId: Number(field.id.replace('customfield_', '')) }
      : { system: field.id }),
  };
}

/** A field as `GET /field` lists it. */
export const formatField = (field: Field): Record<string, unknown> => ({
  id: field.id,
  key: field.id,
  name: field.name,
  ...(field.custom ? { untranslatedName: field.name } : {}),
  custom: field.custom,
  orderable: field.kind !== 'computed',
  navigable: field.navigable,
  searchable: field.searchable,
  clauseNames: field.clauseNames,
  ...(field.id === 'issuekey' ? {} : { schema: formatSchema(field) }),
});

function allowedValues(world: World, project: Project, field: Field): unknown[] | null {
  switch (field.kind) {
    case 'priority':
      return [...world.priorities.values()].map((priority) => formatPriority(world, priority));
    case 'resolution':
      return [...world.resolutions.values()].map((resolution) =>
        formatResolution(world, resolution),
      );
    case 'issue-type':
      return project.issueTypes
        .flatMap((id) => world.issueTypes.get(id) ?? [])
        .map((type) => formatIssueType(world, type));
    case 'organizations':
      return [...project.organizations]
        .flatMap((id) => world.organizations.get(id) ?? [])
        .map((one) => formatOrganization(world, one));
    case 'select':
    case 'multi-select':
      return field.options.map(({ id }) =>
        rulesOf({ ...field, kind: 'select' }).format(id, field, world),
      );
    default:
      return null;
  }
}

/** What may be put into a field on a screen. */
export function formatFieldMeta(
  world: World,
  project: Project,
  field: Field,
): Record<string, unknown> {
  const allowed = allowedValues(world, project, field);
  const isPerson = field.kind === 'user' || field.kind === 'users';
  return {
    required: field.id === 'summary',
    schema: formatSchema(field),
    name: field.name,
    key: field.id,
    ...(isPerson ? { autoCompleteUrl: `${world.baseUrl}/rest/api/3/user/search?query=` } : {}),
    hasDefaultValue: field.id === 'priority' || field.id === 'reporter',
    operations: [...rulesOf(field).operations],
    ...(allowed ? { allowedValues: allowed } : {}),
  };
}

/** The edit screen of an issue. */
export function formatEditMeta(world: World, issue: Issue): Record<string, unknown> {
  const editable = [...world.fields.values()].filter((field) =>
    isEditable(world, issue.project, field),
  );
  const fields = Object.fromEntries(
    editable.map((field) => [field.id, formatFieldMeta(world, issue.project, field)]),
  );
  const comment = {
    required: false,
    schema: { type: 'comments-page', system: 'comment' },
    name: 'Comment',
    key: 'comment',
    hasDefaultValue: false,
    operations: ['add', 'edit', 'remove'],
  };
  return { fields: { ...fields, comment } };
}
