import type { DoctorSectionKind } from '../../contract/doctor';
import type { Policy } from '../../core/policy';

/** A part of the examination. Accounts come before people, whose duties they tell. */
export interface Section {
  readonly id: string;
  readonly kind: DoctorSectionKind;
  readonly title: string;
}

export const sectionsOf = (policy: Policy): Section[] => [
  ...Object.values(policy.queues).map(({ projectId, key, name }): Section => ({
    id: `queue-${projectId}`,
    kind: 'queue',
    title: `${name} (${key})`,
  })),
  { id: 'accounts', kind: 'accounts', title: 'Accounts' },
  { id: 'people', kind: 'people', title: 'People' },
];
