import type { Ending } from '../../../core/end-ticket';
import type { LadderStep } from '../../../core/ladder';
import type { Role } from '../../../core/roles';
import { usualSettings } from '../../../contract/settings-description';
import type { ProjectNamed } from '../../../core/named';
import type { QueuePolicy } from '../../../core/policy';
import { accessSettings } from '../contract/settings';

/** Why a row is escalated (EA-13, EA-16). */
export type EscalationWhy = 'no-response' | 'late' | 'not-functional';
/** Who a row is escalated to, in the SOP's order (EA-16, EA-17). At `customer` the CSM speaks to the customer contact. */
export type EscalatedTo = 'team-lead' | 'csm' | 'customer';

/** The columns a follow-up sheet may have (EA-12, E7). */
export type SheetColumn =
  | 'customer'
  | 'cid'
  | 'method'
  | 'request-date'
  | 'status'
  | 'with'
  | 'attempts'
  | 'expected'
  | 'forecast'
  | 'first-response'
  | 'created'
  | 'verified'
  | 'next'
  | 'remarks';

/** How one queue runs engineers' access requests. */
export interface AccessPolicy {
  /** X14; as usual where it is absent. */
  readonly ending?: Ending;
  /** Names of the request types whose tickets are access requests; none means that the panel offers it on none. */
  readonly requestTypes: readonly string[];
  /** E4: business days where the customer states none. */
  readonly timelineDays: number;
  readonly firstResponseDays: number;
  /** E6: whether our people get a copy. */
  readonly cc: { readonly engineer: boolean; readonly csm: boolean; readonly sme: boolean };
  /** E5: whether a team lead may send before the two conditions hold, with a reason. */
  readonly overrideGate: boolean;
  /** EA-16, EA-17, EA-13. */
  readonly ladders: Readonly<Record<EscalationWhy, readonly LadderStep<EscalatedTo>[]>>;
  /** How long each thing has that somebody owes, and who is told; the usual times where these are older than that. */
  readonly waits?: Readonly<Record<string, unknown>> & {
    readonly above?: readonly LadderStep<Role>[];
  };
  /** EA-24: days after the last row is closed until the engineer's personal data is deleted. */
  readonly purgeAfterDays: number;
  /** M12: past rows of a customer needed before they count for more than what the customer states. */
  readonly samplesNeeded: number;
  /** EA-09, EA-11: the standard letter, with merge fields. */
  readonly letter: { readonly subject: string; readonly body: string };
  /** E3: where requests are raised for customers who work that way; absent or null where none are. */
  readonly raise?: { readonly project: ProjectNamed; readonly requestType: string } | null;
  /** EA-12: the columns of the follow-up document in the template's order, with its own headings. */
  readonly sheet: readonly { readonly column: SheetColumn; readonly title: string }[];
}

export const defaultAccessPolicy = usualSettings(accessSettings) as unknown as AccessPolicy;

/** How access requests run in a queue; undefined where they do not. */
export const accessSettingsOf = ({
  procedures,
}: Pick<QueuePolicy, 'procedures'>): AccessPolicy | undefined =>
  procedures[accessSettings.id] as AccessPolicy | undefined;
