/** How the file writes its dates; asked once, because 3/4/2026 does not say (K13). */
export type DateFormat = 'iso' | 'month-first' | 'day-first';

const patterns: Readonly<
  Record<
    DateFormat,
    {
      readonly pattern: RegExp;
      readonly order: readonly ['y' | 'm' | 'd', 'y' | 'm' | 'd', 'y' | 'm' | 'd'];
    }
  >
> = {
  iso: { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})$/u, order: ['y', 'm', 'd'] },
  'month-first': { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u, order: ['m', 'd', 'y'] },
  'day-first': { pattern: /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u, order: ['d', 'm', 'y'] },
};

export const dateExamples: Readonly<Record<DateFormat, string>> = {
  iso: '2026-03-31',
  'month-first': '3/31/2026',
  'day-first': '31/3/2026',
};

/** The date as `2026-03-31`; null when the text is no day of the calendar written that way. That way itself is always understood. */
export function readDate(text: string, format: DateFormat): string | null {
  const { pattern, order } = patterns[patterns.iso.pattern.test(text.trim()) ? 'iso' : format];
  const found = pattern.exec(text.trim());
  if (found === null) return null;
  const part = (which: 'y' | 'm' | 'd'): number => Number(found[order.indexOf(which) + 1]);
  const [year, month, day] = [part('y'), part('m'), part('d')];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}
