import * as v from 'valibot';
import { type Organization } from '../entities';
import { badRequest, JiraError, notFound } from '../errors';
import { formatOrganization } from '../format/organization';
import { formatJsmUser } from '../format/people';
import { uuidFor } from '../ids';
import { checkProperty, propertyOf } from '../issues/entity-property';
import { checkAnyAgent } from '../jsm/access';
import { jsmPage } from '../jsm/paging';
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

const at = under('/rest/servicedeskapi/organization', 'manage:servicedesk-customer');
const accounts = v.looseObject({ accountIds: v.optional(v.array(v.string()), []) });

/** The organization of the path, for agents and for its own members. @throws JiraError 404 */
function organizationOf(ask: Ask): Organization {
  const organization = ask.world.organizations.get(param(ask, 'organizationId'));
  if (!organization)
    throw notFound(`The organization with id '${param(ask, 'organizationId')}' does not exist.`);
  if (!organization.members.has(ask.user.accountId)) checkAnyAgent(ask);
  return organization;
}

function all(ask: Ask): Organization[] {
  const isCustomer = ask.user.accountType === 'customer';
  const member = isCustomer ? ask.user.accountId : ask.query.text('accountId');
  if (!isCustomer) checkAnyAgent(ask);
  return [...ask.world.organizations.values()].filter(
    ({ members }) => member === undefined || members.has(member),
  );
}

/** Organizations of customers. */
export const organizationOperations: readonly Operation[] = [
  at.get('', (ask) =>
    ok(
      jsmPage(ask, '/organization', all(ask), (organization) =>
        formatOrganization(ask.world, organization),
      ),
    ),
  ),
  at.post('', (ask) => {
    checkAnyAgent(ask);
    const { name } = bodyOf(
      ask,
      v.strictObject({ name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)) }),
    );
    const same = [...ask.world.organizations.values()].find(
      (one) => one.name.toLowerCase() === name.toLowerCase(),
    );
    if (same) return created(formatOrganization(ask.world, same));
    const id = ask.world.ids.next('organization');
    const organization: Organization = {
      id,
      uuid: uuidFor('organization', Number(id)),
      name,
      created: ask.act.now,
      members: new Set(),
      properties: new Map(),
    };
    ask.world.organizations.set(id, organization);
    return created(formatOrganization(ask.world, organization));
  }),
  at.get('/{organizationId}', (ask) => ok(formatOrganization(ask.world, organizationOf(ask)), 1)),
  at.del('/{organizationId}', (ask) => {
    checkAnyAgent(ask);
    const { id } = organizationOf(ask);
    ask.world.organizations.delete(id);
    for (const project of ask.world.projects.values()) project.organizations.delete(id);
    return noContent;
  }),
  at.get('/{organizationId}/user', (ask) => {
    const organization = organizationOf(ask);
    const members = [...organization.members].flatMap((id) => ask.world.users.get(id) ?? []);
    return ok(
      jsmPage(ask, `/organization/${organization.id}/user`, members, (user) =>
        formatJsmUser(ask.world, user),
      ),
    );
  }),
  at.post('/{organizationId}/user', (ask) => {
    checkAnyAgent(ask);
    const organization = organizationOf(ask);
    const { accountIds } = bodyOf(ask, accounts);
    const unknown = accountIds.find((id) => !ask.world.users.has(id));
    if (unknown !== undefined) throw badRequest(`The user '${unknown}' does not exist.`);
    for (const id of accountIds) organization.members.add(id);
    return noContent;
  }),
  at.del('/{organizationId}/user', (ask) => {
    checkAnyAgent(ask);
    const organization = organizationOf(ask);
    for (const id of bodyOf(ask, accounts).accountIds) organization.members.delete(id);
    return noContent;
  }),
  at.get('/{organizationId}/property', (ask) => {
    const organization = organizationOf(ask);
    const self = `${ask.world.baseUrl}/rest/servicedeskapi/organization/${organization.id}/property`;
    return ok({
      keys: [...organization.properties.keys()].map((key) => ({ self: `${self}/${key}`, key })),
    });
  }),
  at.get('/{organizationId}/property/{propertyKey}', (ask) => {
    const key = param(ask, 'propertyKey');
    return ok({ key, value: propertyOf(organizationOf(ask).properties, key) });
  }),
  at.put('/{organizationId}/property/{propertyKey}', (ask) => {
    checkAnyAgent(ask);
    const organization = organizationOf(ask);
    const key = param(ask, 'propertyKey');
    checkProperty(key, ask.sent);
    const status = organization.properties.has(key) ? 200 : 201;
    organization.properties.set(key, ask.sent);
    return { status, body: {} };
  }),
  at.del('/{organizationId}/property/{propertyKey}', (ask) => {
    checkAnyAgent(ask);
    const organization = organizationOf(ask);
    const key = param(ask, 'propertyKey');
    if (!organization.properties.delete(key))
      throw new JiraError(404, [`The property with key '${key}' does not exist.`]);
    return noContent;
  }),
];
