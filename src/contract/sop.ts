import type { Reply } from './problem';
import type { CalendarForm, QueueForm } from './settings-form';
import type { ProblemView } from './versions';

/** The settings read back as the SOP they are. */
export type SopApi = {
  'sop.read': (input: { of: 'draft' | 'in-force' }) => Reply<SopView>;
  /** The SOP that a queue's form would write, and what is wrong with the form; nothing is kept. */
  'sop.preview': (input: { queue: QueueForm }) => Reply<SopPreview>;
  /** What a calendar's form means, with samples; nothing is kept. */
  'calendar.preview': (input: { calendar: CalendarForm }) => Reply<CalendarPreview>;
};

export interface SopView {
  /** Null for a draft that no version stands behind. */
  readonly version: number | null;
  readonly queues: readonly {
    readonly projectId: string;
    readonly key: string;
    readonly name: string;
  }[];
  readonly sentences: readonly SentenceView[];
}

export interface SopPreview {
  /** Null for a form that is out of bounds. */
  readonly sentences: readonly SentenceView[] | null;
  /** Their paths begin at the queue, such as `entries[1].name`. */
  readonly problems: readonly ProblemView[];
}

export interface CalendarPreview {
  /** Such as `Monday to Friday 09:00-17:00`; null for a form that is out of bounds. */
  readonly week: string | null;
  /** Such as `Asked on Friday 6 March at 16:30 with 4 hours: due on Monday 9 March at 12:30.` */
  readonly samples: readonly string[];
  /** Their paths begin at the calendar, such as `week.monday[0]`. */
  readonly problems: readonly ProblemView[];
}

export interface SentenceView {
  /** The clause of the SOP; a "why" of that clause links here. */
  readonly clause: string;
  readonly text: string;
  /** Project id of the queue it is about; null for all. */
  readonly queue: string | null;
  readonly entry: string | null;
}
