import type { AccessForm } from '../../contract/settings-form';
import type { AccessPolicy } from '../../domain/access/access-policy';
import type { Resolution } from './resolution';

/** How access requests run in a queue, with the project of raised requests found (E3). */
export async function resolveAccess(resolution: Resolution, path: string, { raise, ...form }: AccessForm): Promise<AccessPolicy> {
  if (raise == null) return form;
  const project = await resolution.project(`${path}.raise.project`, raise.project);
  return { ...form, raise: { projectId: project?.id ?? '', requestType: raise.requestType } };
}
