import { type Project, type RequestType, type Transition, type Workflow } from '../entities';
import { uuidFor } from '../ids';
import { type Site, type SiteProject, type SiteWorkflow } from '../site';
import { type World } from '../world';
import { missing } from './schemes';

function named<T extends { readonly id: string; readonly name: string }>(
  table: ReadonlyMap<string, T>,
  name: string,
  kind: string,
  where: string,
): T {
  for (const row of table.values()) if (row.name === name) return row;
  return missing(kind, name, where);
}

function workflowOf(world: World, site: SiteWorkflow, key: string): Workflow {
  const where = `the workflow of ${key}`;
  const status = (name: string): string => named(world.statuses, name, 'status', where).id;
  const resolution = (name: string | null): string | null =>
    name === null ? null : named(world.resolutions, name, 'resolution', where).id;
  const transitions = site.transitions.map((transition, index): Transition => ({
    // Ids are of the workflow: a client that carries one from project to project is mistaken.
    id: String(world.projects.size * 100 + 11 + index * 10),
    name: transition.name,
    from: transition.from === 'any' ? 'any' : new Set(transition.from.map(status)),
    to: status(transition.to),
    screen:
      transition.screen?.map((name) => (world.field(name) ?? missing('field', name, where)).id) ??
      null,
    customerName: transition.customerName ?? null,
    validators: new Set(transition.validators),
    ...(transition.resolution === undefined
      ? {}
      : { resolution: resolution(transition.resolution) }),
  }));
  const from = transitions.flatMap((transition) =>
    transition.from === 'any' ? [] : [...transition.from],
  );
  const statuses = [
    ...new Set([status(site.initial), ...from, ...transitions.map(({ to }) => to)]),
  ];
  const order = [...world.statuses.keys()];
  return {
    id: uuidFor('workflow', world.projects.size + 1),
    name: site.name,
    initial: status(site.initial),
    statuses: statuses.sort((one, other) => order.indexOf(one) - order.indexOf(other)),
    transitions,
    approvals: (site.approvals ?? []).map((step) => ({
      status: status(step.status),
      name: step.name,
      field: (world.field(step.field) ?? missing('field', step.field, where)).id,
      needed: step.needed,
      approve: (
        transitions.find(({ name }) => name === step.approve) ??
        missing('transition', step.approve, where)
      ).id,
      decline: (
        transitions.find(({ name }) => name === step.decline) ??
        missing('transition', step.decline, where)
      ).id,
    })),
  };
}

function requestTypesOf(
  world: World,
  site: SiteProject,
  projectId: string,
  serviceDeskId: string,
): RequestType[] {
  return (site.requestTypes ?? []).map((type) => ({
    id: world.ids.next('request-type'),
    name: type.name,
    description: type.description,
    issueTypeId: named(world.issueTypes, type.issueType, 'issue type', `request type ${type.name}`)
      .id,
    projectId,
    serviceDeskId,
    fields: [
      { fieldId: 'summary', required: true },
      ...(type.fields ?? [{ field: 'Description', required: false }]).map(
        ({ field, required }) => ({
          fieldId: (world.field(field) ?? missing('field', field, `request type ${type.name}`)).id,
          required,
        }),
      ),
    ],
  }));
}

/** One project with its workflow, request types and queues. */
export function buildProject(world: World, site: SiteProject): void {
  const id = world.ids.next('project');
  const typeKey = site.type ?? 'service_desk';
  const serviceDeskId =
    typeKey === 'service_desk'
      ? String([...world.projects.values()].filter((one) => one.serviceDeskId !== null).length + 1)
      : null;
  const where = `project ${site.key}`;
  const organizations = (site.organizations ?? []).map(
    (name) => named(world.organizations, name, 'organization', where).id,
  );
  const project: Project = {
    id,
    uuid: uuidFor('project', Number(id)),
    key: site.key,
    name: site.name,
    description: site.description ?? '',
    lead: (world.user(site.lead) ?? missing('person', site.lead, where)).accountId,
    typeKey,
    serviceDeskId,
    issueTypes: site.issueTypes.map(
      (name) => named(world.issueTypes, name, 'issue type', where).id,
    ),
    workflow: workflowOf(world, site.workflow, site.key),
    requestTypes: serviceDeskId === null ? [] : requestTypesOf(world, site, id, serviceDeskId),
    queues: (site.queues ?? []).map((queue, index) => ({
      id: String(Number(serviceDeskId) * 100 + index + 1),
      ...queue,
    })),
    slas: (site.slas ?? []).map((sla, index) => ({
      id: String(index + 1),
      name: sla.name,
      goalMs: sla.goalHours * 3_600_000,
      stops: sla.stops,
    })),
    organizations: new Set(organizations),
    customers: new Set(
      (site.customers ?? []).map(
        (email) => (world.user(email) ?? missing('person', email, where)).accountId,
      ),
    ),
    customerReply: site.customerReply
      ? {
          to: named(world.statuses, site.customerReply.to, 'status', where).id,
          alsoWhenDone: site.customerReply.alsoWhenDone ?? false,
        }
      : null,
    teamReply: site.teamReply
      ? {
          to: named(world.statuses, site.teamReply.to, 'status', where).id,
          afterMs: (site.teamReply.afterSeconds ?? 0) * 1000,
        }
      : null,
    properties: new Map(),
    lastNumber: 0,
  };
  world.projects.set(id, project);
}

/** Ids of projects by key, in the order in which they will be made. */
export const projectIdsOf =
  (site: Site) =>
  (keys: readonly string[]): ReadonlySet<string> =>
    new Set(
      keys.map((key) => {
        const index = site.projects.findIndex((project) => project.key === key);
        return index < 0 ? missing('project', key, 'a list of projects') : String(10_000 + index);
      }),
    );
