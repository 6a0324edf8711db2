import type { Ending } from '../../../core/end-ticket';
import { usualSettings } from '../../../contract/settings-description';
import type { LadderStep } from '../../../core/ladder';
import type { ProjectNamed } from '../../../core/named';
import type { Policy } from '../../../core/policy';
import type { Role } from '../../../core/roles';
import { hybridSettings } from '../contract/settings';
import type { ProductNames } from '../products';

/** The two departments that share a hybrid account: customer success, and fully managed credentialing. */
export type Department = 'cs' | 'fmc';

/** Who does a task. */
export type TaskOwner = 'cs-ops' | 'csm' | 'fmc-team-lead' | 'both';

/** When a task becomes due to be done. */
export type TaskOpens = 'at-once' | 'when-acknowledged' | 'when-both-called';

/** One task of the onboarding template. */
export interface TaskTemplate {
  readonly id: string;
  readonly title: string;
  readonly owner: TaskOwner;
  /** `inform` carries the message to the other department and starts its clock; `call` ends a track; `slot` is the
   *  named place of a step that the SOP does not show (H1): a site fills in its own, or nobody has to do it. */
  readonly kind: 'task' | 'inform' | 'call' | 'channel' | 'object' | 'meeting' | 'slot';
  readonly opens: TaskOpens;
  /** Working days from when it can begin; the usual ones where an older onboarding says nothing. */
  readonly withinDays?: number;
  readonly clause: string;
}

/** HY-13, HY-14: a symptom of the integration and what may be behind it. */
export interface Symptom {
  readonly id: string;
  readonly title: string;
  readonly causes: readonly string[];
  /** What the ticket for the integrations team says; `{{account}}` is the account's name. */
  readonly summary: string;
  readonly description: string;
}

/** How hybrid accounts are run. */
export interface HybridPolicy {
  /** X14; as usual where it is absent. */
  readonly ending?: Ending;
  readonly productNames: ProductNames;
  /** Where onboardings and tickets for the integrations team are opened; null where nobody opens any from here. */
  readonly project: ProjectNamed | null;
  readonly requestType: string | null;
  readonly integrationRequestType: string | null;
  /** H5: whether an account that becomes hybrid later starts the flow as well as a net new one. */
  readonly becameHybrid: boolean;
  readonly tasks: readonly TaskTemplate[];
  /** HY-07, H4: what CS Ops posts to the other department; `{{account}}`, `{{opportunity}}`, `{{ticket}}`, `{{link}}`. */
  readonly message: string;
  /** Links of the channels people work in; the app posts to none (H4). */
  readonly channels: { readonly departments: string | null; readonly support: string | null };
  /** HY-19: business minutes for the acknowledgement of the message. */
  readonly acknowledgeMinutes: number;
  /** HY-05, HY-20. */
  readonly meeting: {
    readonly minutes: number;
    readonly title: string;
    readonly agenda: string;
    readonly withinDays: number;
  };
  /** HY-18: working days for acknowledging an update. */
  readonly updateDays: number;
  /** How long the other department has for a question of a touching base, business minutes. */
  readonly questionMinutes: number;
  /** HY-15: working days within which a ticket for the integrations team should be resolved. */
  readonly integrationDays: number;
  /** HY-22: working days for deciding what becomes of an onboarding. */
  readonly decideDays: number;
  /** Who hears of what is late, one after the other. */
  readonly above: readonly LadderStep<Role>[];
  readonly symptoms: readonly Symptom[];
}

export const defaultHybridPolicy = usualSettings(hybridSettings) as unknown as HybridPolicy;

/** How hybrid accounts are run here; undefined where they are not. What older settings do not say is as usual. */
export function hybridSettingsOf({
  procedures,
}: Pick<Policy, 'procedures'>): HybridPolicy | undefined {
  const said = procedures[hybridSettings.id] as Partial<HybridPolicy> | undefined;
  return said === undefined ? undefined : { ...defaultHybridPolicy, ...said };
}
