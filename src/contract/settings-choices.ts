import type { Reply } from './problem';
import type { QueueForm } from './settings-form';

/** What Jira has to choose from when settings are edited. */
export type ChoicesApi = {
  /** Service projects that the app sees. */
  'choices.projects': (input: Record<string, never>) => Reply<readonly ProjectChoice[]>;
  /** What one project has. */
  'choices.queue': (input: { project: string }) => Reply<QueueChoices>;
};

export interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface ProjectChoice extends Choice {
  readonly key: string;
}

export interface QueueChoices {
  readonly project: ProjectChoice;
  readonly statuses: readonly Choice[];
  /** User pickers, which can hold a manager. */
  readonly fields: readonly Choice[];
  /** Highest first. */
  readonly priorities: readonly Choice[];
  /** Names, as tickets have them. */
  readonly requestTypes: readonly string[];
  /** What a new queue begins with: everything Jira's names tell, and one entry for any request. */
  readonly begin: QueueForm;
}
