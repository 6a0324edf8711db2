import type { Ending } from '../../../core/end-ticket';
import { usualSettings } from '../../../contract/settings-description';
import type { Named, ProjectNamed } from '../../../core/named';
import type { StatusId } from '../../../core/ids';
import type { LadderStep } from '../../../core/ladder';
import type { Role } from '../../../core/roles';
import type { QueuePolicy } from '../../../core/policy';
import { changeRequestSettings } from '../contract/settings';
import type { OwnStep, StatusGroup } from '../lifecycle';

/** How change requests run in one queue. */
export interface ChangeRequestPolicy {
  /** X14; as usual where it is absent. */
  readonly ending?: Ending;
  /** Request types whose tickets are offered as change requests; none means that the panel offers it on every ticket. */
  readonly requestTypes: readonly string[];
  /** C5: where the change request's own issue is created; null where the ticket itself becomes the change request. */
  readonly target: {
    readonly project: ProjectNamed;
    readonly requestType: string;
    readonly linkType: string;
  } | null;
  /** The status each group of steps stands in; a group without one leaves the status alone. */
  readonly statuses: Readonly<Partial<Record<StatusGroup, Named<StatusId>>>>;
  /** V3. */
  readonly ownSteps: readonly OwnStep[];
  /** C9: working days without a word on progress until the engineer is reminded. */
  readonly staleDays: number;
  /** X10: working days for everything else that somebody owes; the usual ones where settings from before lack them. */
  readonly times?: Readonly<Partial<Record<TimeKind, number>>>;
  /** X10: who hears of it when nobody acts. */
  readonly above?: readonly LadderStep<Role>[];
  /** C11: by how much the cost may rise before approvals of it lapse. */
  readonly costTolerancePercent: number;
  /** C8: how many people of the customer have to agree. */
  readonly clientApprovals: number;
  /** C12: whether a gate may be skipped, with a reason. */
  readonly skipWithReason: boolean;
  /** C2: what we are called towards ourselves, such as "FT". */
  readonly vendor: string;
}

/** What somebody owes, as the settings give a time for it. */
export type TimeKind =
  | 'classify'
  | 'ask'
  | 'decide'
  | 'chase'
  | 'requirement'
  | 'impact'
  | 'cost'
  | 'issue'
  | 'due-date'
  | 'interface'
  | 'share'
  | 'deploy'
  | 'test'
  | 'go-live'
  | 'own'
  | 'closed'
  | 'hold';

/** Working days for what somebody owes. */
export const daysFor = ({ times }: ChangeRequestPolicy, kind: TimeKind): number =>
  times?.[kind] ?? defaultChangeRequestPolicy.times?.[kind] ?? 1;

/** Who hears of it when nobody acts. */
export const aboveIn = ({ above }: ChangeRequestPolicy): readonly LadderStep<Role>[] =>
  above ?? defaultChangeRequestPolicy.above ?? [];

export const defaultChangeRequestPolicy = usualSettings(
  changeRequestSettings,
) as unknown as ChangeRequestPolicy;

/** How change requests run in a queue; undefined where they do not. */
export const changeRequestSettingsOf = ({
  procedures,
}: Pick<QueuePolicy, 'procedures'>): ChangeRequestPolicy | undefined =>
  procedures[changeRequestSettings.id] as ChangeRequestPolicy | undefined;
