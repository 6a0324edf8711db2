import { instantOf, spellMoment, zoneName } from '../../../host/shell/parts/time';

const now = Date.parse('2026-03-02T14:00:00Z');
const before = (ms: number): string => spellMoment(now - ms, now, 'America/New_York');
const minute = 60_000;

describe('time as a person says it', () => {
  it('counts minutes, hours and days, then names the date', () => {
    expect(before(20_000)).toBe('just now');
    expect(before(5 * minute)).toBe('5 minutes ago');
    expect(before(95 * minute)).toBe('1 hour ago');
    expect(before(26 * 60 * minute)).toBe('yesterday');
    expect(before(10 * 24 * 60 * minute)).toBe('20 Feb 2026');
    expect(before(-3 * 60 * minute)).toBe('in 3 hours');
  });

  it('reads Jira’s way of writing an offset', () => {
    expect(instantOf('2026-03-02T09:00:00.000-0500')).toBe(now);
    expect(instantOf('2026-03-02T14:00:00.000+0000')).toBe(now);
  });

  it('names the zone of the viewer', () => {
    expect(zoneName(now, 'America/New_York')).toBe('EST');
  });
});
