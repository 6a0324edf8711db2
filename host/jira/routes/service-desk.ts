import * as v from 'valibot';
import { jsmDate } from '../dates';
import { type Project, type RequestType } from '../entities';
import { JiraError, notFound } from '../errors';
import { customerUser } from '../build/people';
import { type Answer } from '../types';
import { formatSchema } from '../format/field';
import { formatJsmUser } from '../format/people';
import { formatRequestType } from '../format/request-type';
import { formatOrganization } from '../format/organization';
import { canRaise, checkAgent, checkAnyAgent, serviceDeskOf } from '../jsm/access';
import { formatServiceDesk } from '../jsm/format-request';
import { jsmPage } from '../jsm/paging';
import { type Ask, bodyOf, noContent, ok, type Operation, param, under } from '../operation';
import { isAgent, may } from '../permissions';

const at = under('/rest/servicedeskapi', 'read:servicedesk-request');
const customers = under(
  '/rest/servicedeskapi/servicedesk/{serviceDeskId}',
  'manage:servicedesk-customer',
);

const desks = (ask: Ask): Project[] =>
  [...ask.world.projects.values()].filter(
    (project) =>
      project.serviceDeskId !== null &&
      (canRaise(ask, project, ask.user.accountId) ||
        may(ask.world, ask.user, 'BROWSE_PROJECTS', project)),
  );

function typesOf(ask: Ask, projects: readonly Project[]): RequestType[] {
  const text = ask.query.text('searchQuery')?.toLowerCase();
  return projects
    .flatMap(({ requestTypes }) => requestTypes)
    .filter(
      ({ name, description }) =>
        text === undefined || `${name} ${description}`.toLowerCase().includes(text),
    );
}

function requestTypeOf(ask: Ask): RequestType {
  const id = param(ask, 'requestTypeId');
  const type = serviceDeskOf(ask).requestTypes.find((one) => one.id === id);
  if (!type)
    throw notFound(`The request type with id '${id}' does not exist in this service desk.`);
  return type;
}

const accounts = v.looseObject({ accountIds: v.optional(v.array(v.string()), []) });
const organization = v.looseObject({
  organizationId: v.pipe(v.union([v.number(), v.string()]), v.transform(String)),
});

/** The organization a body names. @throws JiraError 404 */
function organizationIn(ask: Ask): string {
  const { organizationId } = bodyOf(ask, organization);
  if (!ask.world.organizations.has(organizationId))
    throw notFound(`The organization with id '${organizationId}' does not exist.`);
  return organizationId;
}

const newCustomer = v.looseObject({
  email: v.pipe(v.string(), v.email()),
  displayName: v.optional(v.string()),
  fullName: v.optional(v.string()),
});

/** `POST /customer`: a portal-only account. @throws JiraError 400, 403, 409 */
function createCustomer(ask: Ask): Answer {
  checkAnyAgent(ask);
  const { email, displayName, fullName } = bodyOf(ask, newCustomer);
  const { world } = ask;
  if (world.user(email))
    throw new JiraError(409, [`An account already exists for this email: ${email}`]);
  const number = Number(world.ids.next('person'));
  const user = customerUser(world, {
    email,
    displayName: displayName ?? fullName ?? email,
    number,
  });
  world.addUser(user);
  return { status: 201, body: formatJsmUser(world, user) };
}

const softwareInfo = (ask: Ask): Record<string, unknown> => ({
  version: '5.12.0',
  platformVersion: '1001.0.0-SNAPSHOT',
  buildDate: jsmDate(Date.UTC(2026, 1, 27)),
  buildChangeSet: '0000000000',
  isLicensedForUse: true,
  _links: { self: `${ask.world.baseUrl}/rest/servicedeskapi/info` },
});

/** Service desks, their request types, customers and organizations. */
export const serviceDeskOperations: readonly Operation[] = [
  at.get('/info', (ask) => ok(softwareInfo(ask)), { scope: null }),
  under('/rest/servicedeskapi', 'manage:servicedesk-customer').post('/customer', createCustomer),
  at.get('/servicedesk', (ask) =>
    ok(
      jsmPage(ask, '/servicedesk', desks(ask), (project) => formatServiceDesk(ask.world, project)),
    ),
  ),
  at.get('/servicedesk/{serviceDeskId}', (ask) =>
    ok(formatServiceDesk(ask.world, serviceDeskOf(ask)), 1),
  ),
  at.get('/requesttype', (ask) => {
    const wanted = ask.query.list('serviceDeskId');
    const projects = desks(ask).filter(
      ({ serviceDeskId }) => wanted.length === 0 || wanted.includes(String(serviceDeskId)),
    );
    return ok(
      jsmPage(ask, '/requesttype', typesOf(ask, projects), (type) =>
        formatRequestType(ask.world, type),
      ),
    );
  }),
  at.get('/servicedesk/{serviceDeskId}/requesttype', (ask) => {
    const project = serviceDeskOf(ask);
    return ok(
      jsmPage(
        ask,
        `/servicedesk/${project.serviceDeskId}/requesttype`,
        typesOf(ask, [project]),
        (type) => formatRequestType(ask.world, type),
      ),
    );
  }),
  at.get('/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}', (ask) =>
    ok(formatRequestType(ask.world, requestTypeOf(ask)), 1),
  ),
  at.get('/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}/field', (ask) => {
    const project = serviceDeskOf(ask);
    const mayRaiseForOthers = isAgent(ask.world, ask.user, project);
    const requestTypeFields = requestTypeOf(ask).fields.flatMap(({ fieldId, required }) => {
      const field = ask.world.fields.get(fieldId);
      if (!field) return [];
      const validValues = field.options.map(({ id, value }) => ({
        value: id,
        label: value,
        children: [],
      }));
      return [
        {
          fieldId,
          name: field.name,
          required,
          defaultValues: [],
          validValues,
          presetValues: [],
          jiraSchema: formatSchema(field),
          visible: true,
        },
      ];
    });
    return ok({
      requestTypeFields,
      canRaiseOnBehalfOf: mayRaiseForOthers,
      canAddRequestParticipants: mayRaiseForOthers,
    });
  }),
  customers.get('/customer', (ask) => {
    const project = serviceDeskOf(ask);
    checkAgent(ask, project);
    const text = ask.query.text('query')?.toLowerCase() ?? '';
    const found = [...ask.world.users.values()].filter(
      (user) =>
        user.accountType === 'customer' &&
        canRaise(ask, project, user.accountId) &&
        `${user.displayName} ${user.email}`.toLowerCase().includes(text),
    );
    return ok(
      jsmPage(ask, `/servicedesk/${project.serviceDeskId}/customer`, found, (user) =>
        formatJsmUser(ask.world, user),
      ),
    );
  }),
  customers.post('/customer', (ask) => {
    const project = serviceDeskOf(ask);
    checkAgent(ask, project);
    for (const id of bodyOf(ask, accounts).accountIds)
      if (ask.world.users.has(id)) project.customers.add(id);
    return noContent;
  }),
  customers.del('/customer', (ask) => {
    const project = serviceDeskOf(ask);
    checkAgent(ask, project);
    for (const id of bodyOf(ask, accounts).accountIds) project.customers.delete(id);
    return noContent;
  }),
  customers.get('/organization', (ask) => {
    const project = serviceDeskOf(ask);
    checkAgent(ask, project);
    const member = ask.query.text('accountId');
    const found = [...project.organizations]
      .flatMap((id) => ask.world.organizations.get(id) ?? [])
      .filter(({ members }) => member === undefined || members.has(member));
    return ok(
      jsmPage(ask, `/servicedesk/${project.serviceDeskId}/organization`, found, (one) =>
        formatOrganization(ask.world, one),
      ),
    );
  }),
  customers.post('/organization', (ask) => {
    const project = serviceDeskOf(ask);
    checkAgent(ask, project);
    project.organizations.add(organizationIn(ask));
    return noContent;
  }),
  customers.del('/organization', (ask) => {
    const project = serviceDeskOf(ask);
    checkAgent(ask, project);
    project.organizations.delete(organizationIn(ask));
    return noContent;
  }),
];
