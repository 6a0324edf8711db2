import type { CalendarForm, Weekday } from '../../../src/contract/settings-form';

/** Weeks are read from Monday on. */
export const days: readonly (readonly [day: Weekday, name: string])[] = [
  ['monday', 'Monday'],
  ['tuesday', 'Tuesday'],
  ['wednesday', 'Wednesday'],
  ['thursday', 'Thursday'],
  ['friday', 'Friday'],
  ['saturday', 'Saturday'],
  ['sunday', 'Sunday'],
];

/** `09:00-12:00, 13:00-17:00` as one types it becomes its stretches; empty is closed. */
export const stretchesOf = (typed: string): readonly string[] =>
  typed
    .split(',')
    .map((stretch) => tidy(stretch))
    .filter((stretch) => stretch !== '');

/** `9 - 17:30` becomes `09:00-17:30`; what is no stretch stays as it is, to be corrected. */
function tidy(stretch: string): string {
  const bare = stretch.trim();
  const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] =
    /^(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?$/u.exec(bare) ?? [];
  return fromHour === undefined || toHour === undefined
    ? bare
    : `${fromHour.padStart(2, '0')}:${fromMinute}-${toHour.padStart(2, '0')}:${toMinute}`;
}

export const spellStretches = (stretches: readonly string[]): string => stretches.join(', ');

/** Dates, one per line or with commas between. */
export const datesOf = (typed: string): readonly string[] =>
  [...new Set(typed.split(/[\s,]+/u).filter((date) => date !== ''))].sort();

/** `Monday, Tuesday 09:00-17:00; Friday 09:00-15:00`, days of the same hours together. */
export function spellOpenDays({ week }: CalendarForm): string {
  const byHours = new Map<string, string[]>();
  for (const [day, name] of days) {
    const hours = spellStretches(week[day]);
    if (hours !== '') byHours.set(hours, [...(byHours.get(hours) ?? []), name]);
  }
  const spelled = [...byHours].map(([hours, names]) => `${inARow(names)} ${hours}`);
  return spelled.length === 0 ? 'No working hours' : spelled.join('; ');
}

/** `Monday to Friday` where the days follow one another. */
function inARow(names: readonly string[]): string {
  const places = names.map((name) => days.findIndex(([, one]) => one === name));
  const follow = places.every(
    (place, index) => index === 0 || place === (places[index - 1] ?? 0) + 1,
  );
  return follow && names.length > 2
    ? `${names[0] ?? ''} to ${names.at(-1) ?? ''}`
    : names.join(', ');
}
