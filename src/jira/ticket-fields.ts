import type { FieldId, ProjectId } from '../core/ids';
import type { Policy } from '../core/policy';

/** What rules look at that every issue has. */
const standard = [
  'summary',
  'status',
  'resolution',
  'priority',
  'assignee',
  'reporter',
  'project',
  'comment',
  'created',
];

/** The fields to ask for: exactly those that some queue's rules need, each once. */
export function fieldsToRead(policy: Policy): string[] {
  const mapped = Object.values(policy.queues).flatMap(({ fields }) => [
    fields.accountManager.id,
    fields.regionalManager.id,
    fields.organizations.id,
    ...(fields.requestType === null ? [] : [fields.requestType.id]),
  ]);
  return [...new Set([...standard, ...mapped])];
}

/** Which field of that project holds what; null when the project is no queue. */
export function fieldsOf(
  policy: Policy,
  projectId: ProjectId,
): Record<
  'accountManager' | 'regionalManager' | 'organizations' | 'requestType',
  FieldId | null
> | null {
  const fields = policy.queues[projectId]?.fields;
  if (fields === undefined) return null;
  return {
    accountManager: fields.accountManager.id,
    regionalManager: fields.regionalManager.id,
    organizations: fields.organizations.id,
    requestType: fields.requestType?.id ?? null,
  };
}
