import { jsmDate } from '../dates';
import { type Organization } from '../entities';
import { type World } from '../world';

export const formatOrganization = (
  world: World,
  organization: Organization,
): Record<string, unknown> => ({
  id: organization.id,
  uuid: organization.uuid,
  name: organization.name,
  created: jsmDate(organization.created),
  scimManaged: false,
  _links: { self: `${world.baseUrl}/rest/servicedeskapi/organization/${organization.id}` },
});
