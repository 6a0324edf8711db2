import type { BusinessCalendar, WorkingHours } from './business-calendar';

const dayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;
/** Weeks are read from Monday on. */
const fromMonday = [1, 2, 3, 4, 5, 6, 0] as const;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** `09:00-12:00, 13:00-17:00`, or `closed`. */
export const spellHours = (hours: readonly WorkingHours[]): string =>
  hours.length === 0
    ? 'closed'
    : hours.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(', ');

/** `Monday to Friday 09:00-17:00`, `Monday to Thursday 09:00-17:00, Friday 09:00-15:00`. Closed days are left out. */
export function spellWeek({ week }: BusinessCalendar): string {
  const runs: { first: string; last: string; hours: string }[] = [];
  let before = 'closed';
  for (const day of fromMonday) {
    const hours = spellHours(week[day] ?? []);
    const run = runs.at(-1);
    if (hours !== 'closed') {
      if (run !== undefined && hours === before) run.last = dayNames[day];
      else runs.push({ first: dayNames[day], last: dayNames[day], hours });
    }
    before = hours;
  }
  return (
    runs
      .map(({ first, last, hours }) => `${first === last ? first : `${first} to ${last}`} ${hours}`)
      .join('; ') || 'no working hours'
  );
}

/** The name of a day, Sunday being 0. */
export const dayName = (day: number): string => dayNames[day] ?? '';
