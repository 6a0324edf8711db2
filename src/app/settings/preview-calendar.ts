// What a calendar's form means: samples say it better than hours do.
import * as v from 'valibot';
import type { CalendarPreview } from '../../contract/sop';
import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { addBusinessMinutes, closingBefore } from '../../core/calendar/business-time';
import { spellWeek } from '../../core/calendar/spell-week';
import { type Instant, instantOf, minuteMs, msOf, plusMs } from '../../core/instant';
import { utcOfLocal } from '../../core/calendar/local-time';
import { adminsOnly } from '../administrators';
import { Resolution } from '../configuration/resolution';
import { readCalendar } from '../configuration/resolve-calendar';
import { shapeProblems } from '../configuration/problems';
import { partShapes } from '../configuration/shapes';
import type { Ports } from '../ports';
import type { Catalogues } from './the-draft';

/** A sample asks shortly before closing, so that its time runs into another day. */
const beforeClosing = 30;
const within = 4 * 60;

export async function previewCalendar(
  ports: Ports,
  catalogues: Catalogues,
  input: unknown,
): Promise<CalendarPreview> {
  await adminsOnly(ports, catalogues.viewer);
  const shape = v.safeParse(partShapes.calendar, input);
  if (!shape.success)
    return {
      week: null,
      samples: [],
      problems: shapeProblems(shape.issues, '', 'Correct this value.'),
    };
  const resolution = new Resolution(catalogues.app);
  const calendar = readCalendar(resolution, '', shape.output);
  const problems = resolution.problems.map((problem) => ({
    ...problem,
    path: problem.path.replace(/^\./u, ''),
  }));
  if (problems.length > 0) return { week: null, samples: [], problems };
  const now = ports.now();
  const nextHoliday = calendar.holidays.filter((date) => date > now.slice(0, 10)).sort()[0];
  const ends = [
    weekEnd(calendar, now),
    ...(nextHoliday === undefined
      ? []
      : [instantOf(utcOfLocal(calendar.timeZone, nextHoliday, 0))]),
  ];
  return {
    week: spellWeek(calendar),
    samples: ends.flatMap((end) => sample(calendar, end)),
    problems,
  };
}

/** The beginning of the Saturday to come, in the calendar's own zone. */
function weekEnd({ timeZone }: BusinessCalendar, now: Instant): Instant {
  const week = Array.from({ length: 7 }, (_, days) =>
    plusMs(now, (days + 1) * 24 * 60 * minuteMs).slice(0, 10),
  );
  const saturday =
    week.find((date) => new Date(`${date}T00:00:00Z`).getUTCDay() === 6) ?? now.slice(0, 10);
  return instantOf(utcOfLocal(timeZone, saturday, 0));
}

function sample(calendar: BusinessCalendar, end: Instant): string[] {
  const closing = closingBefore(calendar, end);
  if (closing === null) return [];
  const asked = plusMs(closing, -beforeClosing * minuteMs);
  const say = (at: Instant): string => {
    const part = (options: Intl.DateTimeFormatOptions): string =>
      new Intl.DateTimeFormat('en-GB', { timeZone: calendar.timeZone, ...options }).format(
        msOf(at),
      );
    return `${part({ weekday: 'long' })} ${part({ day: 'numeric', month: 'long' })} at ${part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`;
  };
  return [
    `Asked on ${say(asked)} with 4 hours: due on ${say(addBusinessMinutes(calendar, asked, within))}.`,
  ];
}
