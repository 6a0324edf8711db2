import { nextWorkingMorning } from '../../../host/control/working-morning';

describe('the next working morning', () => {
  it.each([
    ['before nine it is today', '2026-03-02T08:59:59Z', 'Etc/UTC', '2026-03-02T09:00:00.000Z'],
    ['at nine it is tomorrow', '2026-03-02T09:00:00Z', 'Etc/UTC', '2026-03-03T09:00:00.000Z'],
    [
      'on Friday after nine it is Monday',
      '2026-03-06T10:00:00Z',
      'Etc/UTC',
      '2026-03-09T09:00:00.000Z',
    ],
    [
      'on Sunday before nine it is Monday',
      '2026-03-08T03:00:00Z',
      'Etc/UTC',
      '2026-03-09T09:00:00.000Z',
    ],
    [
      'it is nine on the wall, over the change to summer time',
      '2026-03-06T20:00:00Z',
      'America/New_York',
      '2026-03-09T13:00:00.000Z',
    ],
    [
      'it goes by the day of the site',
      '2026-03-02T23:30:00Z',
      'Asia/Tokyo',
      '2026-03-03T00:00:00.000Z',
    ],
  ])('%s', (_case, now, zone, expected) => {
    expect(new Date(nextWorkingMorning(Date.parse(now), zone)).toISOString()).toBe(expected);
  });
});
