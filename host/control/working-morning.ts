import { DateTime } from 'luxon';
import type { Host } from '../host';

/** The next 09:00 on a Monday to Friday after `now`, in that time zone; both in epoch milliseconds. */
export function nextWorkingMorning(now: number, timeZone: string): number {
  const from = DateTime.fromMillis(now, { zone: timeZone });
  let morning = from.set({ hour: 9, minute: 0, second: 0, millisecond: 0 });
  while (morning <= from || morning.weekday > 5) morning = morning.plus({ days: 1 });
  return morning.toMillis();
}

/** The time zone of the site, as Jira tells everybody. */
export async function siteTimeZone(host: Host, baseUrl: string): Promise<string> {
  // Jira tells it to those who are signed in only.
  const reader = host.jira.people().find(({ active }) => active)?.accountId ?? null;
  const { response } = await host.jira.handle(
    new Request(new URL('/rest/api/3/serverInfo', baseUrl)),
    { accountId: reader },
  );
  const { serverTimeZone } = (await response.json()) as { serverTimeZone?: string };
  return serverTimeZone ?? 'UTC';
}
