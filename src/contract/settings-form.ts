// The settings as a form fills them in: the configuration file's own shape, with ids of Jira where the file has names.

import type { HybridPolicy } from '../procedures/hybrid-account/settings/policy';
import type { AccessPolicy } from '../procedures/access-request/settings/policy';
import type { ChangeRequestPolicy } from '../procedures/change-request/settings/policy';
import type { StatusGroup } from '../procedures/change-request/lifecycle';
import type { KeyAccountPolicy } from '../procedures/key-account/settings/policy';
import type { Role } from '../core/roles';

/** The project by key in a file, by id in a form. */
export type HybridForm = Omit<HybridPolicy, 'project'> & { readonly project: string | null };

export interface SettingsForm {
  /** Account ids, in order. */
  readonly fallback: readonly string[];
  /** Account ids by role. */
  readonly roles?: Readonly<Partial<Record<Role, readonly string[]>>> | undefined;
  /** How hybrid accounts are run; absent where there are none. */
  readonly hybrid?: HybridForm | undefined;
  readonly calendars: Readonly<Record<string, CalendarForm>>;
  readonly queues: readonly QueueForm[];
}

export type Weekday =
  'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday';

export interface CalendarForm {
  readonly name: string;
  /** IANA name, such as `America/Chicago`. */
  readonly timeZone: string;
  /** Stretches such as `09:00-17:00`. */
  readonly week: Readonly<Record<Weekday, readonly string[]>>;
  /** Dates such as `2026-12-25`. */
  readonly holidays: readonly string[];
}

export interface QueueForm {
  readonly project: string;
  readonly fields: { readonly accountManager: string; readonly regionalManager: string };
  readonly statuses: {
    readonly waitingForAccountManager: string;
    readonly waitingForManagement: string;
    readonly waitingForSupport: string;
    readonly waitingForCustomer: readonly string[];
  };
  /** Key of a calendar. */
  readonly calendar: string;
  readonly customerReply: { readonly graceMinutes: number };
  readonly notes: { readonly minLength: number; readonly maxLength: number };
  readonly promises: { readonly maxBusinessDays: number; readonly perAsk: number };
  readonly accountRules: readonly { readonly requestType: string; readonly cid: string }[];
  readonly readings: ReadingsForm;
  readonly replyWords: readonly string[];
  /** How engineers' access requests run here; absent where they do not. */
  readonly access?: AccessForm | undefined;
  /** How key accounts are run here; absent where they are not. */
  readonly keyAccounts?: KeyAccountForm | undefined;
  /** How change requests run here; absent where they do not. */
  readonly changeRequests?: ChangeRequestForm | undefined;
  readonly entries: readonly EntryForm[];
}

/** The project of raised requests as the form or the file gives it. */
export type AccessForm = Omit<AccessPolicy, 'raise'> & {
  readonly raise?: { readonly project: string; readonly requestType: string } | null | undefined;
};

/** Statuses and the project as the form or the file gives them. */
export type ChangeRequestForm = Omit<ChangeRequestPolicy, 'target' | 'statuses'> & {
  readonly target: {
    readonly project: string;
    readonly requestType: string;
    readonly linkType: string;
  } | null;
  readonly statuses: Readonly<Partial<Record<StatusGroup, string | undefined>>>;
};

/** Priorities, request types and the project as the form or the file gives them. */
export type KeyAccountForm = Omit<KeyAccountPolicy, 'escalation'> & {
  readonly escalation: Omit<KeyAccountPolicy['escalation'], 'record'> & {
    readonly record: {
      readonly project: string;
      readonly requestType: string;
      readonly linkType: string;
    } | null;
  };
};

export type { Readings as ReadingsForm } from '../core/readings';
import type { Readings as ReadingsForm } from '../core/readings';

export interface EntryForm {
  readonly id: string;
  readonly name: string;
  readonly mode: 'tag' | 'watch';
  readonly whoMayAsk: 'agents' | 'anyone-who-sees';
  readonly requestTypes: readonly string[];
  readonly general: boolean;
  readonly priority: string | null;
  readonly ladder: readonly RungForm[];
}

export interface RungForm {
  readonly to: 'account-manager' | 'regional-manager' | 'fallback';
  /** Business minutes by priority; `default` for the others. */
  readonly respondWithin: Readonly<Record<string, number>> & { readonly default: number };
  readonly remindBefore: readonly number[];
}

/** A sentence of the SOP that can be read in more than one way; the first choice is the default. */
export interface ReadingChoiceView {
  /** The path in the form's readings, such as `answer.from`. */
  readonly path: string;
  readonly clause: string;
  readonly question: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}
