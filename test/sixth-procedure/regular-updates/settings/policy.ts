import type { PriorityId } from '../../../../src/core/ids';
import type { QueuePolicy } from '../../../../src/core/policy';
import type { Role } from '../../../../src/core/roles';
import { updateSettings } from '../contract/settings';

/** How often customers hear from us in a queue. */
export interface UpdatePolicy {
  readonly priorities: readonly PriorityId[];
  readonly everyHours: number;
  readonly thenHours: number;
  readonly lead: Role;
}

/** The settings of a queue; undefined where the procedure is not run. */
export const updateSettingsOf = ({
  procedures,
}: Pick<QueuePolicy, 'procedures'>): UpdatePolicy | undefined =>
  procedures[updateSettings.id] as UpdatePolicy | undefined;
