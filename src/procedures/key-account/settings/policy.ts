// How one queue runs key accounts. Every number and name that a rule needs.
import type { Ending } from '../../../core/end-ticket';
import type { PriorityId } from '../../../core/ids';
import type { ProjectNamed } from '../../../core/named';
import type { QueuePolicy } from '../../../core/policy';
import type { LadderStep } from '../../../core/ladder';
import type { Role } from '../../../core/roles';
import type { Aspect } from '../happening';
import { id } from '../key-part';
import type { sectionNames } from '../contract/said';
import type { Weekday } from '../contract/meeting-settings';

/** The three parts of a release checklist (KA-09). */
export type ReleaseSection = keyof typeof sectionNames;

export interface ChecklistItem {
  readonly id: string;
  readonly section: ReleaseSection;
  readonly text: string;
  /** A release cannot finish while a required item is open. */
  readonly required: boolean;
  /** Ticking it needs a link or a few words that prove it. */
  readonly evidence: boolean;
}

export interface ReleasePolicy {
  /** Names of the request types whose tickets are releases. */
  readonly requestTypes: readonly string[];
  /** Copied into a release when it starts: a later edit leaves it alone. */
  readonly checklist: readonly ChecklistItem[];
  /** K6: a peer and a senior engineer, two people; or one senior engineer. */
  readonly reviews: 'two-people' | 'one-senior';
  readonly witness: {
    /** K5. */
    readonly who: 'same-for-all' | 'one-per-step';
    /** K5: the author and the deployer may not witness their own work. */
    readonly notOwnWork: boolean;
    /** Two attestations nearer than this were not given when it happened (M10). */
    readonly minutesApart: number;
    /** A release attested later than this after it was deployed is attested after the fact (M10). */
    readonly lateAfterMinutes: number;
  };
  readonly cycles: {
    readonly needed: number;
    /** K10. */
    readonly onFailure: 'restart' | 'go-on';
    /** KA-07: what a failed cycle is about; asked where absent. */
    readonly failedIs?: 'ask' | Aspect;
  };
  /** K8: the gates of a change request that the client may not reach before review and double-check. */
  readonly beforeGates: readonly ('interface-approval' | 'uat')[];
  /** What happens to a ticket that is closed while its release is open (KA-16). */
  readonly closedEarly: 'say-so' | 'put-back';
}

/** Who answers for an escalation, one after the other. */
export interface EscalationRung {
  readonly to: Role;
  /** Business minutes they have. */
  readonly respondWithin: number;
}

export interface EscalationPolicy {
  /** Request types whose tickets of key accounts are quality issues by rule. */
  readonly requestTypes: readonly string[];
  readonly priority: PriorityId;
  /** K11: the label that says so; null for none. */
  readonly label: string | null;
  /** K11: a ticket of its own, linked; null flags the ticket itself only. */
  readonly record: {
    readonly project: ProjectNamed;
    readonly requestType: string;
    readonly linkType: string;
  } | null;
  readonly ladder: readonly EscalationRung[];
  /** KA-07: what a quality issue by rule is about. */
  readonly ruleAspect?: Aspect;
  /** K11: who hears of it when it is not resolved in time. */
  readonly resolution?: readonly LadderStep<Role>[];
}

export interface KeyAccountPolicy {
  /** X14; as usual where it is absent. */
  readonly ending?: Ending;
  /** K1. */
  readonly mark: string;
  /** K12: no open ticket of a key account ranks below it; null leaves priorities alone. */
  readonly floor: PriorityId | null;
  readonly listing: {
    /** Request types whose tickets ask to put an account on the list, or to take it off (KA-04). */
    readonly requestTypes: readonly string[];
    /** K3. */
    readonly decision: 'accept' | 'notice-only';
  };
  readonly release: ReleasePolicy;
  readonly escalation: EscalationPolicy;
  /** How long each thing may take that somebody owes, and who hears of it when it is late; see {@link keyTimes}. */
  readonly waits?: Readonly<Record<string, unknown>>;
  /** K4: the ticket by which the month-end summary is confirmed; null where this queue keeps none. */
  readonly monthEnd: {
    readonly requestType: string;
    /** Business days after the month's end. */ readonly dueDays: number;
  } | null;
  /** Null, or absent in settings of before, where this queue keeps no weekly meeting. */
  readonly meeting?: MeetingPolicy | null;
}

/** KA-06: the ticket by which the weekly meeting is held and recorded. */
export interface MeetingPolicy {
  readonly requestType: string;
  readonly weekday: Weekday;
  /** Who attends for ISD and says so. */
  readonly by: Role;
  /** Business days after the meeting until which that is recorded. */
  readonly recordDays: number;
}

/** How key accounts are run in a queue; undefined where they are not. */
export const keyAccountSettingsOf = ({
  procedures,
}: Pick<QueuePolicy, 'procedures'>): KeyAccountPolicy | undefined =>
  procedures[id] as KeyAccountPolicy | undefined;
