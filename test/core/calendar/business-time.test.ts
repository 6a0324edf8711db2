import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { BusinessCalendar } from '../../../src/core/calendar/business-calendar';
import {
  addBusinessMinutes,
  businessMinutesBefore,
  businessMinutesBetween,
  nextWorkingDay,
} from '../../../src/core/calendar/business-time';
import { localDateAt, utcOfLocal } from '../../../src/core/calendar/local-time';
import { office } from '../../support/sop';

const chicago: BusinessCalendar = {
  ...office,
  timeZone: 'America/Chicago',
  holidays: ['2026-05-25'],
};
const zones = [
  'UTC',
  'America/Chicago',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
];

describe('A8: business minutes', () => {
  it.each([
    ['within a day', '2026-03-02T10:00:00.000Z', 120, '2026-03-02T12:00:00.000Z'],
    ['to the very end of the day', '2026-03-02T10:00:00.000Z', 420, '2026-03-02T17:00:00.000Z'],
    ['over the night', '2026-03-02T16:00:00.000Z', 120, '2026-03-03T10:00:00.000Z'],
    ['over the weekend', '2026-03-06T16:30:00.000Z', 60, '2026-03-09T09:30:00.000Z'],
    ['from a Sunday', '2026-03-08T12:00:00.000Z', 30, '2026-03-09T09:30:00.000Z'],
    ['nothing, outside working hours', '2026-03-07T12:00:00.000Z', 0, '2026-03-09T09:00:00.000Z'],
  ])('run %s', (_name, start, minutes, due) => {
    expect(addBusinessMinutes(office, start, minutes)).toBe(due);
  });

  it('skip a holiday, in the zone of the calendar and not in UTC', () => {
    // Friday 16:00 in Chicago; Monday is a holiday.
    expect(addBusinessMinutes(chicago, '2026-05-22T21:00:00.000Z', 120)).toBe(
      '2026-05-26T15:00:00.000Z',
    );
  });

  it('keep the wall clock when daylight saving begins', () => {
    // Sunday 8 March 2026 the clocks in Chicago jump; nine in the morning is then 14:00 UTC instead of 15:00.
    expect(addBusinessMinutes(chicago, '2026-03-06T22:00:00.000Z', 120)).toBe(
      '2026-03-09T15:00:00.000Z',
    );
  });

  it('refuse a negative time and a calendar without working hours, by name', () => {
    expect(() => addBusinessMinutes(office, '2026-03-02T10:00:00.000Z', -1)).toThrow('-1');
    expect(() =>
      addBusinessMinutes(
        { ...office, week: [[], [], [], [], [], [], []] },
        '2026-03-02T10:00:00.000Z',
        1,
      ),
    ).toThrow('"Office" has no working hours');
  });

  it('between two moments are what was added, for any start and any length', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 400 * 24 * 60 }),
        fc.integer({ min: 1, max: 5000 }),
        (timeZone, offset, minutes) => {
          const calendar = { ...office, timeZone };
          const start = new Date(
            Date.parse('2026-01-01T00:00:00Z') + offset * 60_000,
          ).toISOString();
          const due = addBusinessMinutes(calendar, start, minutes);
          expect(businessMinutesBetween(calendar, start, due)).toBeCloseTo(minutes, 6);
          expect(businessMinutesBetween(calendar, due, start)).toBeCloseTo(-minutes, 6);
        },
      ),
    );
  });

  it('before a due time never reach back beyond the start', () => {
    expect(
      businessMinutesBefore(office, '2026-03-02T10:00:00.000Z', '2026-03-02T12:00:00.000Z', 30),
    ).toBe('2026-03-02T11:30:00.000Z');
    expect(
      businessMinutesBefore(office, '2026-03-02T10:00:00.000Z', '2026-03-02T12:00:00.000Z', 600),
    ).toBe('2026-03-02T10:00:00.000Z');
  });

  it('A15: the next working day opens after the weekend', () => {
    expect(nextWorkingDay(office, '2026-03-06T12:00:00.000Z')).toBe('2026-03-09T09:00:00.000Z');
  });
});

describe('the wall clock of a zone', () => {
  it('is read as luxon reads it, for any zone and any minute of two years', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 730 }),
        fc.integer({ min: 0, max: 1439 }),
        (timeZone, day, minutes) => {
          const date = new Date(Date.parse('2025-06-01T00:00:00Z') + day * 86_400_000)
            .toISOString()
            .slice(0, 10);
          const wall = DateTime.fromISO(date, { zone: timeZone }).set({
            hour: Math.floor(minutes / 60),
            minute: minutes % 60,
          });
          const utc = utcOfLocal(timeZone, date, minutes);
          // Where the clock shows a time twice or never, only the wall time itself is compared.
          const shown = DateTime.fromMillis(utc, { zone: timeZone });
          if (wall.hour * 60 + wall.minute === minutes)
            expect(shown.hour * 60 + shown.minute).toBe(minutes);
          expect(Math.abs(utc - wall.toMillis())).toBeLessThanOrEqual(3_600_000);
          expect(localDateAt(timeZone, utc)).toBe(shown.toISODate());
        },
      ),
      { numRuns: 500 },
    );
  });
});
