import type { Role } from '../core/roles';
import type { Reply } from './problem';
import type { Values } from './settings-description';
import type { CalendarForm, QueueForm, SettingsForm } from './settings-form';
import type { Expecting } from './expecting';
import type { Instant, PersonView } from './why';

/** The draft that administrators share, and the versions it becomes. */
export type VersionsApi = {
  'draft.get': (input: Record<string, never>) => Reply<DraftView>;
  /** Changes one part of the draft. Refused as a whole, with everything that is out of bounds; other problems are kept with the draft. */
  'draft.edit': (input: { edit: SettingsEdit } & Expecting) => Reply<SettingsReport>;
  /** Back to what is in force. */
  'draft.discard': (input: Expecting) => Reply<SettingsReport>;
  /** Somebody has published meanwhile: what they changed and the draft did not comes into the draft. */
  'draft.catch-up': (input: Expecting) => Reply<SettingsReport>;
  /** Puts the draft in force; refused while it has problems, or when somebody published meanwhile. */
  'draft.publish': (input: { comment: string } & Expecting) => Reply<SettingsReport>;
  /** Newest first, ten at a time. */
  'versions.list': (input: { before?: number }) => Reply<VersionsView>;
  'versions.compare': (input: {
    from: VersionName;
    to: VersionName;
  }) => Reply<readonly DifferenceView[]>;
  /** Publishes an old version again, as a new one; the draft stays. */
  'versions.restore': (input: {
    version: number;
    expectedVersion: number;
    comment: string;
  }) => Reply<SettingsReport>;
  /** What is in force as a configuration file, everything by name. */
  'settings.export': (
    input: Record<string, never>,
  ) => Reply<{ readonly name: string; readonly configuration: unknown }>;
};

/** A version's number, or the draft. */
export type VersionName = number | 'draft';

/** The parts of the settings that are edited, and merged, on their own. */
export interface SettingsParts {
  /** Of one key only: the empty one. */
  readonly fallback: readonly string[];
  /** By role: the account ids of who holds it. */
  readonly role: readonly string[];
  /** What concerns the whole site of a procedure; by what its description calls it in the file. */
  readonly procedure: Values;
  /** By the calendar's key. */
  readonly calendar: CalendarForm;
  /** By the id of its project. */
  readonly queue: QueueForm;
}

/** The part of that key is added or changed; null removes it. */
export type SettingsEdit = {
  [Part in keyof SettingsParts]: {
    readonly part: Part;
    readonly key: string;
    readonly value: SettingsParts[Part] | null;
  };
}[keyof SettingsParts];

export interface ProblemView {
  /** Such as `queues[0].entries[1].name`. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

export interface DifferenceView {
  /** Key of the queue it is about; null for what concerns all. */
  readonly where: string | null;
  readonly text: string;
}

export interface VersionView {
  readonly version: number;
  readonly publishedAt: Instant;
  readonly publishedBy: PersonView | null;
  readonly comment: string;
}

export interface DraftView {
  readonly revision: number;
  /** What is in force; null before the first version. */
  readonly live: VersionView | null;
  readonly basedOn: number | null;
  /** Another version than the one the draft began from is in force now. */
  readonly behind: boolean;
  /** The draft differs from what is in force. */
  readonly changed: boolean;
  readonly editedAt: Instant | null;
  readonly editedBy: PersonView | null;
  readonly form: SettingsForm;
  /** What stands in the way of publishing. */
  readonly problems: readonly ProblemView[];
  /** What is as wrong in what is in force, and does not; absent where nothing is. */
  readonly warnings?: readonly ProblemView[];
  /** From what is in force to the draft. */
  readonly differences: readonly DifferenceView[];
  /** Everybody the form names. */
  readonly people: readonly PersonView[];
  /** Projects of the form's queues, by id. */
  readonly queues: readonly {
    readonly projectId: string;
    readonly key: string;
    readonly name: string;
  }[];
  /** Every role of the SOPs, with its name. */
  readonly roles: readonly { readonly role: Role; readonly title: string }[];
}

/** What became of an edit or of publishing. */
export interface SettingsReport {
  readonly done: boolean;
  /** Why it was not done. */
  readonly problems: readonly ProblemView[];
  readonly draft: DraftView;
}

export interface VersionsView {
  readonly versions: readonly VersionView[];
  readonly more: boolean;
}
