import type { Finding, ManagerField } from '../core/doctor/finding';
import type { Reply } from './problem';
import type { Instant } from './why';

export type { Finding, ManagerField, Severity } from '../core/doctor/finding';

/** "Get started": can the SOPs run with the settings in force, and what has to be mended where they cannot? */
export type DoctorApi = {
  /** What was found last. */
  'doctor.get': (input: Record<string, never>) => Reply<DoctorView>;
  /**
   * Examines one section. A long one is not complete afterwards and goes on with `continued`; every other stays as it
   * was found last.
   */
  'doctor.examine': (input: { section: string; continued: boolean }) => Reply<DoctorView>;
  /** Names another field of Jira in the settings, as a new version, and examines the queue again. */
  'doctor.use-field': (input: {
    projectId: string;
    place: ManagerField;
    fieldId: string;
    expectedVersion: number;
  }) => Reply<DoctorView>;
  /** Creates the field that a queue names and Jira has not, in the viewer's name, and names it in the draft. */
  'doctor.create-field': (input: {
    projectId: string;
    place: ManagerField;
    expectedVersion: number;
  }) => Reply<FieldCreated>;
};

export interface FieldCreated {
  readonly view: DoctorView;
  readonly field: { readonly id: string; readonly name: string };
  /** False when Jira had one of that name by now, such as from a try whose answer was lost. */
  readonly created: boolean;
  /** The draft names it now; false where the draft has no such queue any more. */
  readonly inDraft: boolean;
  /** Key of the project whose screens need it. */
  readonly project: string;
}

export type DoctorSectionKind = 'queue' | 'accounts' | 'people';

export interface DoctorView {
  /** Of the settings in force; null until there are any. */
  readonly version: number | null;
  /** In the order in which they are examined. */
  readonly sections: readonly DoctorSectionView[];
  /** What goes on by itself in each queue, as it is now. */
  readonly queues: readonly QueueLookView[];
}

/** How far Account Relay has come by itself in a queue. */
export interface QueueLookView {
  readonly key: string;
  readonly name: string;
  /** Since when the hourly look has not succeeded, and what Jira says; null while it does. */
  readonly late: { readonly since: Instant; readonly why: string | null } | null;
  /** The first look at everything that is open: how many tickets, of about how many, and when it was done. */
  readonly pass: {
    readonly tickets: number;
    readonly of: number | null;
    readonly done: Instant | null;
  };
}

export interface DoctorSectionView {
  readonly id: string;
  readonly kind: DoctorSectionKind;
  readonly title: string;
  /** Null until it was first examined. */
  readonly examined: {
    readonly at: Instant;
    /** The settings have changed since. */
    readonly outdated: boolean;
    readonly complete: boolean;
    /** The most urgent first. */
    readonly findings: readonly Finding[];
  } | null;
}
