// The settings as a form fills them in: the configuration file's own shape, with ids of Jira where the file has names.
import type { QueuePolicy } from '../core/policy';
import type { Role } from '../core/roles';

export interface SettingsForm {
  /** Account ids, in order. */
  readonly fallback: readonly string[];
  /** Account ids by role. */
  readonly roles?: Readonly<Partial<Record<Role, readonly string[]>>> | undefined;
  readonly calendars: Readonly<Record<string, CalendarForm>>;
  readonly queues: readonly QueueForm[];
  /** What concerns the whole site of a procedure, where its description says; absent where it is not run. */
  readonly [procedure: string]: unknown;
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
  readonly times: { readonly graceMinutes: number; readonly answerMinutes?: number };
  readonly waits: NonNullable<QueuePolicy['waits']>;
  readonly accountRules: readonly { readonly requestType: string; readonly cid: string }[];
  readonly readings: ReadingsForm;
  readonly replyWords: readonly string[];
  readonly entries: readonly EntryForm[];
  /** How a procedure runs here, where its description says; absent where it does not. */
  readonly [procedure: string]: unknown;
}

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
