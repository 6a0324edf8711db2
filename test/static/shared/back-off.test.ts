import { nextOf, pauseAfter } from '../../../static/shared/back-off';

const minute = 60_000;

describe('A page that lies open', () => {
  it('reads half as often each time, at least every quarter of an hour', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 50].map((times) => pauseAfter(times, minute, null) / minute);
    expect(pauses).toEqual([1, 2, 4, 8, 15, 15, 15]);
  });

  it('reads at the moment at which something is known to happen', () => {
    expect(pauseAfter(4, minute, 3 * minute)).toBe(3 * minute);
    expect(pauseAfter(4, minute, 40 * minute)).toBe(15 * minute);
  });

  it('does not wait for a moment that is past', () => {
    expect(pauseAfter(2, minute, -1)).toBe(4 * minute);
  });

  it('looks often at what is carried out, however long nobody has touched it', () => {
    expect(pauseAfter(9, 3_000, null)).toBe(3_000);
  });

  it('keeps a pause that is longer than that', () => {
    expect(pauseAfter(3, 60 * minute, null)).toBe(60 * minute);
  });
});

describe('A page that can look', () => {
  const page = {
    usual: minute,
    backsOff: true,
    looks: true,
    moment: null,
    untouched: 0,
    soonest: undefined,
  };

  it('looks by itself, and reads nothing', () => {
    expect(nextOf(page)).toEqual({ pause: minute, asks: 'look' });
    expect(nextOf({ ...page, untouched: 9 })).toEqual({ pause: 15 * minute, asks: 'look' });
  });

  it('reads at the moment at which something happens', () => {
    expect(nextOf({ ...page, untouched: 4, moment: 3 * minute })).toEqual({
      pause: 3 * minute,
      asks: 'read',
    });
  });

  it('looks soon after something has happened in Jira', () => {
    expect(nextOf({ ...page, soonest: 3_000 })).toEqual({ pause: 3_000, asks: 'look' });
  });

  it('reads where it cannot look', () => {
    expect(nextOf({ ...page, looks: false, soonest: 3_000 })).toEqual({
      pause: minute,
      asks: 'read',
    });
    expect(nextOf({ ...page, backsOff: false, untouched: 5 })).toEqual({
      pause: minute,
      asks: 'read',
    });
  });
});
