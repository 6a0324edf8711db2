// Until when: one rule for whatever has a due time.
import { addBusinessMinutes } from './calendar/business-time';
import type { BusinessCalendar } from './calendar/business-calendar';
import { type Instant, later } from './instant';

/** What a due time follows from. */
export interface DueFrom {
  /** In whose working time it runs. */
  readonly calendar: BusinessCalendar;
  /** From when on: what made it owed, or when they were told, whichever was later. */
  readonly base: Instant;
  /** Business minutes they have. */
  readonly minutes: number;
  /** A date that was promised and accepted: it outranks whatever would make it earlier. */
  readonly promised?: Instant | null;
  /** Not before this: what they have at least from when they were told. */
  readonly notBefore?: Instant | null;
}

/** The latest of the response time, a promised date, and what is left to somebody at least (AM-19, A18). */
export const dueAt = ({ calendar, base, minutes, promised, notBefore }: DueFrom): Instant =>
  later(
    addBusinessMinutes(calendar, base, minutes),
    ...[promised, notBefore].filter((one) => one != null),
  );
