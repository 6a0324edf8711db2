import type { CalendarForm } from '../../contract/settings-form';
import type { BusinessCalendar, WorkingHours } from '../../core/calendar/business-calendar';
import { isTimeZone } from '../../core/calendar/local-time';
import type { Resolution } from './resolution';
import { weekdays } from './shapes';

/** A calendar as people write it, with what is wrong with it noted. */
export function readCalendar(
  resolution: Resolution,
  path: string,
  calendar: CalendarForm,
): BusinessCalendar {
  if (!isTimeZone(calendar.timeZone))
    resolution.problem(
      `${path}.timeZone`,
      `"${calendar.timeZone}" is not a time zone.`,
      'Use an IANA name such as "America/Chicago".',
    );
  const week = weekdays.map((day) =>
    calendar.week[day].map(readHours).sort((a, b) => a.from - b.from),
  );
  weekdays.forEach((day, index) => {
    const hours = week[index] ?? [];
    const wrong = hours.some(
      ({ from, to }, place) => to <= from || from < (hours[place - 1]?.to ?? 0),
    );
    if (wrong)
      resolution.problem(
        `${path}.week.${day}`,
        'These working hours overlap, or end before they begin.',
        'Write each stretch once, such as ["09:00-12:00", "13:00-17:00"].',
      );
  });
  if (week.every((hours) => hours.length === 0))
    resolution.problem(
      `${path}.week`,
      `The calendar "${calendar.name}" has no working hours.`,
      'Give at least one day its hours.',
    );
  return { name: calendar.name, timeZone: calendar.timeZone, week, holidays: calendar.holidays };
}

function readHours(hours: string): WorkingHours {
  const minutesOf = (time: string): number =>
    Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const [from = '00:00', to = '00:00'] = hours.split('-');
  return { from: minutesOf(from), to: minutesOf(to) };
}
