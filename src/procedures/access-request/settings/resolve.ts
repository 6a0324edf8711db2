import type { AccessForm } from '../../../contract/settings-form';
import type { AccessPolicy } from './policy';
import type { Resolution } from '../../../app/configuration/resolution';
import { serviceProject, type ServiceProject } from '../../../app/configuration/service-project';

/** How access requests run in a queue, with the project of raised requests found (E3). */
export async function resolveAccess(
  resolution: Resolution,
  path: string,
  { raise, ...form }: AccessForm,
  queue: ServiceProject,
): Promise<AccessPolicy> {
  const policy = {
    ...form,
    requestTypes: queue.requestTypes(`${path}.requestTypes`, form.requestTypes),
  };
  if (raise == null) return policy;
  const at = `${path}.raise`;
  const found = await serviceProject(resolution, `${at}.project`, raise.project);
  return {
    ...policy,
    raise:
      found === null
        ? null
        : {
            project: found.project,
            requestType: found.requestType(`${at}.requestType`, raise.requestType),
          },
  };
}
