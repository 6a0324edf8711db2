import {
  spellAgo,
  spellBusinessTime,
  spellDue,
  spellDuration,
  spellInFull,
  spellMoment,
  spellInstants,
} from '../../../static/shared/time';

const minute = 60_000;
const noon = Date.parse('2026-03-02T18:00:00.000Z');
const after = (ms: number): string => new Date(noon + ms).toISOString();
const chicago = 'America/Chicago';

describe('times as people say them', () => {
  it.each([
    [20_000, 'less than a minute'],
    [minute, '1 min'],
    [59 * minute + 59_999, '59 min'],
    [60 * minute, '1 h'],
    [135 * minute, '2 h 15 min'],
    [-135 * minute, '2 h 15 min'],
    [24 * 60 * minute, '1 d'],
    [76 * 60 * minute + 12 * minute, '3 d 4 h'],
  ])('a length of %i ms is "%s"', (ms, words) => {
    expect(spellDuration(ms)).toBe(words);
  });

  it.each([
    [135 * minute, 'due in 2 h 15 min'],
    [20_000, 'due in less than a minute'],
    [0, 'due now'],
    [-30_000, 'due now'],
    [-70 * minute, '1 h 10 min overdue'],
  ])('due in %i ms is "%s"', (ms, words) => {
    expect(spellDue(after(ms), noon)).toBe(words);
  });

  it.each([
    [-5 * minute, '5 min ago'],
    [-10_000, 'just now'],
    [3 * 60 * minute, 'in 3 h'],
  ])('%i ms from now is "%s"', (ms, words) => {
    expect(spellAgo(after(ms), noon)).toBe(words);
  });

  it.each([
    [240, '4 business hours'],
    [60, '1 business hour'],
    [90, '1 business hour 30 min'],
    [1, '1 business minute'],
    [-45, '45 business minutes'],
  ])('%i working minutes are "%s"', (minutes, words) => {
    expect(spellBusinessTime(minutes)).toBe(words);
  });
});

describe('moments in the zone of the viewer', () => {
  it.each([
    ['2026-03-02T20:30:00.000Z', 'today 14:30'],
    ['2026-03-03T06:30:00.000Z', 'tomorrow 00:30'],
    ['2026-03-02T05:59:00.000Z', 'yesterday 23:59'],
    ['2026-03-06T15:00:00.000Z', 'Fri 6 Mar 09:00'],
    ['2027-01-04T15:00:00.000Z', 'Mon 4 Jan 2027 09:00'],
  ])('%s is "%s" in Chicago', (at, words) => {
    expect(spellMoment(at, noon, chicago)).toBe(words);
  });

  it('changes the day with the zone, not with UTC', () => {
    expect(spellMoment('2026-03-02T20:30:00.000Z', noon, 'Asia/Tokyo')).toBe('today 05:30');
    expect(spellMoment('2026-03-02T14:30:00.000Z', noon, 'Asia/Tokyo')).toBe('yesterday 23:30');
  });

  it('counts days across the change of clocks', () => {
    const saturdayNight = Date.parse('2026-03-08T05:30:00.000Z');
    expect(spellMoment('2026-03-09T04:30:00.000Z', saturdayNight, chicago)).toBe('tomorrow 23:30');
  });

  it('says the whole date and the zone in the tooltip', () => {
    expect(spellInFull('2026-03-02T20:30:00.000Z', chicago)).toBe(
      'Monday 2 March 2026, 14:30 (America/Chicago)',
    );
  });

  it('spells the instants in what the functions say, and leaves other words alone', () => {
    expect(spellInstants('2026-03-02T20:30:00.000Z', noon, chicago)).toBe('today 14:30');
    expect(spellInstants('Tom Reyes has time until 2026-03-03T15:00:00Z.', noon, chicago)).toBe(
      'Tom Reyes has time until tomorrow 09:00.',
    );
    expect(spellInstants('version 2026-03-02', noon, chicago)).toBe('version 2026-03-02');
  });
});
