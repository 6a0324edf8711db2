import { type Field, type FieldKind, type StatusCategory } from '../entities';
import { customTypes, systemFields } from '../fields/system';
import { uuidFor } from '../ids';
import { type Site } from '../site';
import { type World } from '../world';

/** Jira's status categories, under their fixed ids. */
export const statusCategories: readonly StatusCategory[] = [
  { id: 2, key: 'new', name: 'To Do', colorName: 'blue-gray' },
  { id: 4, key: 'indeterminate', name: 'In Progress', colorName: 'yellow' },
  { id: 3, key: 'done', name: 'Done', colorName: 'green' },
];

const priorityColors = ['#d04437', '#f15C75', '#f79232', '#707070', '#999999'];

/** A custom field as the site gets it. */
export function customField(
  world: World,
  name: string,
  kind: FieldKind,
  more: Partial<Pick<Field, 'description' | 'projects' | 'customType'>> & {
    options?: readonly string[];
  } = {},
): Field {
  const number = world.ids.next('field');
  return {
    id: `customfield_${number}`,
    name,
    description: more.description ?? '',
    custom: true,
    kind,
    customType: more.customType ?? customTypes[kind] ?? null,
    clauseNames: [`cf[${number}]`, name],
    navigable: true,
    searchable: true,
    projects: more.projects ?? null,
    options: (more.options ?? []).map((value) => ({ id: world.ids.next('option'), value })),
  };
}

/** Fields, priorities, statuses, types, resolutions, link types and organizations. */
export function buildSchemes(
  world: World,
  site: Site,
  projectIds: (keys: readonly string[]) => ReadonlySet<string>,
): void {
  site.priorities.forEach((name, index) => {
    const id = String(index + 1);
    world.priorities.set(id, { id, name, statusColor: priorityColors[index] ?? '#999999' });
  });
  for (const { name, category, description = '' } of site.statuses) {
    const id = world.ids.next('status');
    world.statuses.set(id, {
      id,
      name,
      description,
      category: statusCategories.find(({ key }) => key === category) as StatusCategory,
    });
  }
  site.issueTypes.forEach((name, index) => {
    const id = String(10_001 + index);
    world.issueTypes.set(id, { id, name, description: '' });
  });
  ['Done', "Won't Do", 'Duplicate', 'Cannot Reproduce', 'Declined'].forEach((name, index) => {
    const id = String(10_000 + index);
    world.resolutions.set(id, { id, name, description: '' });
  });
  for (const [name, inward, outward] of [
    ['Blocks', 'is blocked by', 'blocks'],
    ['Cloners', 'is cloned by', 'clones'],
    ['Duplicate', 'is duplicated by', 'duplicates'],
    ['Relates', 'relates to', 'relates to'],
  ] as const) {
    const id = String(10_000 + world.linkTypes.size);
    world.linkTypes.set(id, { id, name, inward, outward });
  }
  const fields = [
    ...systemFields,
    customField(world, 'Request Type', 'request-type', {
      description: 'Holds information about which Service Desk was used to create a ticket.',
    }),
    customField(world, 'Organizations', 'organizations', {
      description: 'Stores the organizations the request is shared with.',
    }),
    customField(world, 'Request participants', 'users', {
      customType: 'com.atlassian.servicedesk:sd-request-participants',
    }),
    ...site.fields.map((field) =>
      customField(world, field.name, field.kind, {
        description: field.description ?? '',
        options: field.options ?? [],
        projects: field.projects ? projectIds(field.projects) : null,
      }),
    ),
  ];
  for (const field of fields) world.fields.set(field.id, field);
  for (const { name, members } of site.organizations) {
    const id = world.ids.next('organization');
    const accounts = members.map(
      (email) => world.user(email)?.accountId ?? missing('person', email, `organization ${name}`),
    );
    world.organizations.set(id, {
      id,
      uuid: uuidFor('organization', Number(id)),
      name,
      created: world.clock.now(),
      members: new Set(accounts),
      properties: new Map(),
    });
  }
}

/** A seed that names what it does not have is a mistake in the seed. */
export function missing(kind: string, name: string, where: string): never {
  throw new Error(`The seed names the ${kind} "${name}" in ${where}, but has none of that name.`);
}
