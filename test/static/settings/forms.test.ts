import type { CalendarForm } from '../../../src/contract/settings-form';
import { datesOf, spellOpenDays, stretchesOf } from '../../../static/settings/calendars/hours';
import { keyFor } from '../../../static/settings/draft/key-for';
import { moved } from '../../../static/settings/draft/moved';
import { problemsAt } from '../../../static/settings/draft/problems-at';
import { sameValue } from '../../../static/settings/draft/same-value';
import { listOfMinutes, minutesOf, spellMinutes } from '../../../static/settings/queues/durations';
import { valueAt, withValue } from '../../../src/contract/settings-description';

describe('a time as people write it', () => {
  it.each<[string, number | null]>([
    ['4 h', 240],
    ['4h', 240],
    ['1 h 30 min', 90],
    ['1h30', 90],
    ['1.5 h', 90],
    ['1,5 h', 90],
    ['90', 90],
    ['90 min', 90],
    ['45 minutes', 45],
    ['2 hours', 120],
    ['', null],
    ['soon', null],
    ['h', null],
    ['-5', null],
    ['4 days', null],
  ])('%s is %s minutes', (typed, minutes) => expect(minutesOf(typed)).toBe(minutes));

  it.each([1, 45, 60, 90, 240, 13_440])('%s minutes read back as they were written', (minutes) =>
    expect(minutesOf(spellMinutes(minutes))).toBe(minutes),
  );

  it('several stand with commas, the longest first, and one that is no time spoils them all', () => {
    expect(listOfMinutes('15 min, 1 h')).toEqual([60, 15]);
    expect(listOfMinutes('')).toEqual([]);
    expect(listOfMinutes('15 min, later')).toBeNull();
  });
});

describe('working hours as people write them', () => {
  it.each<[string, readonly string[]]>([
    ['09:00-17:00', ['09:00-17:00']],
    ['9-12, 13 - 17:30', ['09:00-12:00', '13:00-17:30']],
    ['9–17', ['09:00-17:00']],
    ['', []],
    ['mornings', ['mornings']],
  ])('%s', (typed, stretches) => expect(stretchesOf(typed)).toEqual(stretches));

  it('days of the same hours are named together', () => {
    const day = ['09:00-17:00'];
    const week: CalendarForm['week'] = {
      monday: day,
      tuesday: day,
      wednesday: day,
      thursday: day,
      friday: ['09:00-15:00'],
      saturday: [],
      sunday: [],
    };
    const calendar = (change: Partial<CalendarForm['week']>): CalendarForm => ({
      name: 'Office',
      timeZone: 'UTC',
      week: { ...week, ...change },
      holidays: [],
    });
    expect(spellOpenDays(calendar({}))).toBe('Monday to Thursday 09:00-17:00; Friday 09:00-15:00');
    expect(spellOpenDays(calendar({ wednesday: [] }))).toBe(
      'Monday, Tuesday, Thursday 09:00-17:00; Friday 09:00-15:00',
    );
    expect(
      spellOpenDays({
        ...calendar({}),
        week: Object.fromEntries(
          Object.keys(week).map((one) => [one, []]),
        ) as unknown as CalendarForm['week'],
      }),
    ).toBe('No working hours');
  });

  it('holidays are put in order, each once', () => {
    expect(datesOf('2026-12-25\n2026-05-25, 2026-12-25')).toEqual(['2026-05-25', '2026-12-25']);
  });
});

describe('a form', () => {
  it('shows a problem at its own field, or at the part it is in', () => {
    const at = problemsAt(
      [
        {
          path: 'queues[0].entries[1].name',
          message: 'The name is empty.',
          remedy: 'Correct this value.',
        },
        {
          path: 'queues[0].calendar',
          message: 'There is no calendar "x".',
          remedy: 'Name one of: office.',
        },
      ],
      'queues[0]',
    );
    expect(at('entries[1].name')).toBe('The name is empty.');
    expect(at('entries[1]')).toBeUndefined();
    expect(at('entries[1]', true)).toBe('The name is empty.');
    expect(at('entries', true)).toBe('The name is empty.');
    expect(at('entries[10]', true)).toBeUndefined();
    expect(at('calendar')).toBe('There is no calendar "x". Name one of: office.');
  });

  it('is the same whatever the order of its members, and not with other ones', () => {
    expect(sameValue({ a: 1, b: [{ c: 1, d: 2 }] }, { b: [{ d: 2, c: 1 }], a: 1 })).toBe(true);
    expect(sameValue({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
    expect(sameValue(null, undefined)).toBe(true);
  });

  it('moves an item by one place, and leaves the ends alone', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('reads and changes one reading, also inside another', () => {
    const readings = {
      atDueTime: 'escalate',
      answer: { from: 'any-comment', minLength: 0 },
    } as never;
    expect(valueAt(readings, 'answer.from')).toBe('any-comment');
    expect(withValue(readings, 'answer.from', 'button-only')).toEqual({
      atDueTime: 'escalate',
      answer: { from: 'button-only', minLength: 0 },
    });
  });

  it.each([
    ['Office hours', [], 'office-hours'],
    ['Büro – Süd', [], 'b-ro-s-d'],
    ['Office hours', ['office-hours'], 'office-hours-2'],
    ['???', [], 'item'],
  ])('makes a key of its own of %s', (name, taken, key) => expect(keyFor(name, taken)).toBe(key));
});
