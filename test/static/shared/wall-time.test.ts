import fc from 'fast-check';
import { instantOfWallTime, nextWeekdayNoon, wallTimeOf } from '../../../static/shared/wall-time';

const chicago = 'America/Chicago';

describe('the wall time of a date field', () => {
  it('is the viewer’s, whatever zone the browser is in', () => {
    expect(wallTimeOf(Date.parse('2026-03-02T20:30:00.000Z'), chicago)).toBe('2026-03-02T14:30');
    expect(instantOfWallTime('2026-03-02T14:30', chicago)).toBe('2026-03-02T20:30:00.000Z');
    expect(instantOfWallTime('2026-07-02T14:30', chicago)).toBe('2026-07-02T19:30:00.000Z');
  });

  it('takes the earlier of the two when clocks are set back over it', () => {
    expect(instantOfWallTime('2026-11-01T01:30', chicago)).toBe('2026-11-01T06:30:00.000Z');
  });

  it('takes the time after the gap when clocks are set forward over it', () => {
    expect(instantOfWallTime('2026-03-08T02:30', chicago)).toBe('2026-03-08T08:30:00.000Z');
  });

  it.each(['', '2026-03-02', 'tomorrow', '2026-13-40T99:99'])('is nothing for "%s"', (typed) => {
    expect(instantOfWallTime(typed, chicago)).toBeNull();
  });

  it('comes back as the same wall time in every zone, except in a gap', () => {
    const zones = fc.constantFrom(
      chicago,
      'Europe/Berlin',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'UTC',
    );
    const minutes = fc.integer({
      min: Date.UTC(2024, 0, 1) / 60_000,
      max: Date.UTC(2030, 0, 1) / 60_000,
    });
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const wall = wallTimeOf(minute * 60_000, zone);
        expect(wallTimeOf(Date.parse(instantOfWallTime(wall, zone) ?? ''), zone)).toBe(wall);
      }),
    );
  });
});

describe('the date offered first', () => {
  it.each([
    ['Monday', '2026-03-02T18:00:00.000Z', '2026-03-03T12:00'],
    ['Friday', '2026-03-06T18:00:00.000Z', '2026-03-09T12:00'],
    ['Friday late, Saturday in UTC', '2026-03-07T03:00:00.000Z', '2026-03-09T12:00'],
    ['Sunday', '2026-03-08T18:00:00.000Z', '2026-03-09T12:00'],
  ])('on a %s is noon of the next weekday', (_day, now, wall) => {
    expect(nextWeekdayNoon(Date.parse(now), chicago)).toBe(wall);
  });
});
