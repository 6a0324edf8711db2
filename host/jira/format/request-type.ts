import { type RequestType } from '../entities';
import { type World } from '../world';

export const formatRequestType = (world: World, type: RequestType): Record<string, unknown> => ({
  _expands: ['field'],
  id: type.id,
  name: type.name,
  description: type.description,
  helpText: '',
  issueTypeId: type.issueTypeId,
  serviceDeskId: type.serviceDeskId,
  portalId: type.serviceDeskId,
  groupIds: [],
  _links: {
    self: `${world.baseUrl}/rest/servicedeskapi/servicedesk/${type.serviceDeskId}/requesttype/${type.id}`,
  },
});
