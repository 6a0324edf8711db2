// What a procedure's settings name in Jira: found from names or ids, and spelled as names or ids again.
import {
  type Described,
  type Values,
  usualOf,
  valueAt,
  withValue,
} from '../../../contract/settings-description';
import type { PriorityId, StatusId } from '../../../core/ids';
import type { Named, ProjectNamed } from '../../../core/named';
import type { QueuePolicy } from '../../../core/policy';
import type { Resolution } from '../../configuration/resolution';
import { serviceProject, type ServiceProject } from '../../configuration/service-project';
import type { Spelling } from '../spelling';

/** The queue that the settings are for, and what it has. */
export interface Around {
  readonly project: ServiceProject;
  readonly statuses: readonly Named<StatusId>[];
  readonly priorities: readonly Named<PriorityId>[];
}

type Pick = Described & { readonly kind: 'pick' | 'pick-some' };

const isProject = (field: Described): boolean =>
  field.kind === 'pick' && (field.from === 'projects' || field.from === 'queues');

/** A value that names a request type, or several, of the project beside it, or else of the queue. */
const namesRequestTypes = (field: Described): boolean =>
  ((field.kind === 'pick' || field.kind === 'pick-some') && field.from === 'request-types') ||
  (field.kind === 'text' && field.names === 'request-type');

/** Where things are looked for; around is null for settings of the whole site. */
interface Looking {
  readonly resolution: Resolution;
  readonly around: Around | null;
}

/** The settings with everything they name found in Jira; what is not found is noted. */
export const resolveDescribed = async (
  looking: Looking,
  path: string,
  fields: readonly Described[],
  form: Values,
): Promise<Values> => (await resolveValues(looking, path, fields, form)).values;

async function resolveValues(
  { resolution, around }: Looking,
  path: string,
  fields: readonly Described[],
  form: Values,
): Promise<{ readonly values: Values; readonly isLost: boolean }> {
  // Request types last: the project that they are of stands beside them, or is the queue.
  const inOrder = [
    ...fields.filter((field) => !namesRequestTypes(field)),
    ...fields.filter(namesRequestTypes),
  ];
  let project = fields.some(isProject) ? null : (around?.project ?? null);
  let isLost = false;
  let values = form;
  for (const field of inOrder) {
    const given = valueAt(form, field.path);
    if (given === null || given === undefined) continue;
    const at = `${path}.${field.path}`;
    const wanted = String(given);
    const set = (value: unknown): void => {
      values = withValue(values, field.path, value);
    };
    if (isProject(field)) {
      project = await serviceProject(resolution, at, wanted);
      isLost = project === null;
      set(project?.project ?? null);
    } else if (namesRequestTypes(field)) {
      if (project === null) continue;
      set(
        Array.isArray(given)
          ? project.requestTypes(at, given.map(String))
          : project.requestType(at, wanted),
      );
    } else if (field.kind === 'text' && field.names === 'link-type') {
      set(await resolution.linkType(at, wanted));
    } else if (field.kind === 'pick' && around !== null) {
      set(picked(resolution, at, field, wanted, around));
    } else if (field.kind === 'pick-some' && around !== null) {
      const each = (given as readonly string[]).map((one, place) =>
        picked(resolution, `${at}[${place}]`, field, one, around),
      );
      set(each);
    } else if (field.kind === 'together') {
      const inner = await resolveValues({ resolution, around }, at, field.fields, given as Values);
      set(inner.isLost ? null : inner.values);
    }
  }
  return { values, isLost };
}

function picked(
  resolution: Resolution,
  at: string,
  { from }: Pick,
  wanted: string,
  { project, statuses, priorities }: Around,
): unknown {
  if (from === 'priorities')
    return resolution.named(at, 'priority', wanted, priorities, 'in Jira').id;
  const where = `in project ${project.project.key}`;
  const { id, name } = resolution.named(at, 'status', wanted, statuses, where);
  return { id, name };
}

/**
 * The way back: settings as a form or a file has them, in the order of their description.
 * @param queue null for settings of the whole site
 */
export const spellDescribed = (
  fields: readonly Described[],
  settings: Values,
  spelling: Spelling,
  queue: QueuePolicy | null,
): Values =>
  fields.reduce<Values>(
    (values, field) =>
      withValue(
        values,
        field.path,
        // A version from before the value was described means what is usual.
        spelled(field, valueAt(settings, field.path) ?? usualOf(field), spelling, queue),
      ),
    {},
  );

function spelled(
  field: Described,
  value: unknown,
  spelling: Spelling,
  queue: QueuePolicy | null,
): unknown {
  if (value === null || value === undefined) return value;
  if (field.kind === 'together')
    return spellDescribed(field.fields, value as Values, spelling, queue);
  if (isProject(field)) return spelling.project(value as ProjectNamed);
  if ((field.kind !== 'pick' && field.kind !== 'pick-some') || field.from === 'request-types')
    return value;
  const one = (picked: unknown): unknown => {
    if (field.from === 'statuses') return spelling.thing(picked as Named<string>);
    const id = String(picked);
    return spelling.thing(queue?.priorities.find((known) => known.id === id) ?? { id, name: id });
  };
  return Array.isArray(value) ? value.map(one) : one(value);
}

/** The request types of its own project that a queue's settings name. */
export function requestTypesNamed(
  fields: readonly Described[],
  settings: Values,
): readonly string[] {
  if (fields.some(isProject)) return [];
  return fields.flatMap((field) => {
    const value = valueAt(settings, field.path);
    if (value === null || value === undefined) return [];
    if (field.kind === 'together') return requestTypesNamed(field.fields, value as Values);
    if (!namesRequestTypes(field)) return [];
    return Array.isArray(value) ? value.map(String) : [String(value)];
  });
}
