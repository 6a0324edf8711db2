import type { FactGroup, FactsOf } from '../facts';
import type { BusinessCalendar } from './business-calendar';
import { dayName, spellHours } from './spell-week';

export const calendarFacts: FactsOf = ({ calendars }) =>
  Object.entries(calendars).map(([key, calendar]) => factsOfCalendar(key, calendar));

function factsOfCalendar(
  key: string,
  { name, timeZone, week, holidays }: BusinessCalendar,
): FactGroup {
  return {
    id: `calendar:${key}`,
    label: `the calendar "${name}"`,
    where: null,
    within: null,
    facts: [
      { id: 'name', subject: `the name of the calendar "${name}"`, value: name },
      { id: 'zone', subject: `the time zone of "${name}"`, value: timeZone },
      ...week.map((hours, day) => ({
        id: `day${day}`,
        subject: `${dayName(day)} in "${name}"`,
        value: spellHours(hours),
      })),
      { id: 'holidays', subject: `the holidays of "${name}"`, value: holidays },
    ],
  };
}
