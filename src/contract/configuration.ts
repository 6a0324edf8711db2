import type { Reply } from './problem';
import type { Instant, PersonView } from './why';

/** The settings as one file: what is in force, and how a file replaces it. */
export type ConfigurationApi = {
  'configuration.get': (input: Record<string, never>) => Reply<ConfigurationView>;
  /**
   * Reads a configuration file whose queues, fields, statuses and people are given by name, resolves every name in
   * Jira and, unless `dryRun`, puts it in force as a whole or not at all. `into: 'draft'` puts its settings into the
   * draft instead, in place of what was there; accounts and people are left alone then.
   */
  'configuration.import': (input: {
    configuration: unknown;
    dryRun: boolean;
    comment?: string;
    into?: 'draft';
    expectedVersion?: number | null;
  }) => Reply<ImportReport>;
};

export interface ConfigurationView {
  /** Null until something has been imported. */
  readonly version: number | null;
  readonly publishedAt: Instant | null;
  readonly publishedBy: PersonView | null;
  readonly queues: readonly {
    readonly key: string;
    readonly name: string;
    readonly entries: readonly {
      readonly id: string;
      readonly name: string;
      readonly mode: 'tag' | 'watch';
      readonly respondWithin: string;
    }[];
  }[];
  readonly fallback: readonly PersonView[];
  readonly accounts: number;
}

export interface ImportReport {
  readonly applied: boolean;
  readonly version: number | null;
  readonly counts: { readonly queues: number; readonly accounts: number; readonly people: number };
  /** Every name that could not be resolved and every value out of bounds; empty when it can be applied. */
  readonly problems: readonly {
    readonly path: string;
    readonly message: string;
    readonly remedy: string;
  }[];
  /** What is as wrong in the settings in force, and hinders nothing; absent where nothing is. */
  readonly warnings?: ImportReport['problems'];
}
