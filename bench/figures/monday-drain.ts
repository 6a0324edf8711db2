// Monday morning: 10,000 asks fall due in the same minute, and in the middle of it one agent more needs something.
import type { Host } from '../../host/host';
import type { Site, SiteIssue } from '../../host/jira/site';
import { seeds } from '../../host/seeds';
import { mail, MeasuredDesk } from '../desk';
import type { Figure } from '../figure';
import { escalations, leastMs } from '../least-time';
import { type Asks, openAsks } from '../open-asks';

const open = 10_000;
const minuteMs = 60_000;
/** Nine in New York on a Monday; the asks are due after the first sweep. */
const start = '2026-03-02T14:00:00.000Z';
const due = Date.parse('2026-03-02T14:07:00.000Z');
const patienceMs = 6 * 60 * minuteMs;

function siteWith(people: Asks['people']): Site {
  const demo = seeds['demo']?.();
  if (demo === undefined) throw new Error('There is no demo site.');
  const person = (name: string) => ({ accountId: people.get(mail(name)) });
  const asked: SiteIssue = {
    project: 'EBH',
    requestType: 'Benefits question',
    summary: 'Waiting since last week',
    reporter: mail('nora.quist'),
    assignee: mail('ben.ito'),
    organizations: ['Northwind Credit Union'],
    status: 'Waiting for Account Manager',
    priority: 'Medium',
    minutesAgo: 6000,
    fields: { 'Account Manager': person('maya.ortiz'), 'Regional Manager': person('tom.reyes') },
  };
  return { ...demo, issues: Array.from({ length: open }, () => asked) };
}

interface Drained {
  /** After the due time, until the last note was posted. */
  readonly ms: number;
  readonly lost: number;
  readonly doubled: number;
  /** How long an agent waited meanwhile. */
  readonly otherMs: number;
  readonly leastMs: number;
}

/**
 * @param pointsElsewhere what the app's other sites take of the hourly points
 * @param anotherAfterMs when an agent needs something: in the middle of it, or while the points are used up
 */
async function drain(
  asks: Asks,
  pointsElsewhere: number,
  anotherAfterMs: number,
): Promise<Drained> {
  const desk = await MeasuredDesk.open({
    start,
    setup: null,
    seed: siteWith(asks.people),
    pointsElsewhere,
  });
  const { host } = desk;
  host.restore(asks.site);
  for (const { id, key } of await allTickets(host))
    host.restore(asks.rowsOf({ issueId: id, key, dueAt: new Date(due).toISOString() }));
  const escalated = new Map<string, { times: number; at: number }>();
  host.jira.onExchange(({ method, url, sent, status, caller }) => {
    const issue = /\/issue\/(\d+)\/comment$/u.exec(new URL(url).pathname)?.[1];
    const tagged = JSON.stringify(sent).includes(asks.people.get(mail('tom.reyes')) ?? '');
    if (
      caller.app === undefined ||
      method !== 'POST' ||
      issue === undefined ||
      status >= 300 ||
      !tagged
    )
      return;
    escalated.set(issue, { times: (escalated.get(issue)?.times ?? 0) + 1, at: host.clock.now() });
  });
  await host.advance(due - host.clock.now() + anotherAfterMs);
  const otherMs = await waitOfAnother(desk);
  while (escalated.size < open && host.clock.now() < due + patienceMs) await host.advance(minuteMs);
  const last = Math.max(...[...escalated.values()].map(({ at }) => at));
  // Whatever was still on its way arrives; the next level is hours away.
  await host.advance(30 * minuteMs);
  await host.stop();
  return {
    ms: last - due,
    lost: open - escalated.size,
    doubled: [...escalated.values()].filter(({ times }) => times > 1).length,
    otherMs,
    leastMs: leastMs(escalations(open), due, pointsElsewhere),
  };
}

async function allTickets(host: Host): Promise<{ id: string; key: string }[]> {
  const tickets: { id: string; key: string }[] = [];
  let nextPageToken: string | null | undefined;
  do {
    const query = {
      jql: 'project = EBH ORDER BY created ASC',
      fields: ['summary'],
      maxResults: 100,
      ...(nextPageToken == null ? {} : { nextPageToken }),
    };
    const { body } = await host
      .as(mail('alex.kim'))
      .request<{ issues: { id: string; key: string }[]; nextPageToken?: string | null }>(
        'POST',
        '/rest/api/3/search/jql',
        query,
      );
    tickets.push(...body.issues);
    nextPageToken = body.nextPageToken;
  } while (nextPageToken != null);
  return tickets;
}

/** An agent asks for a response on another ticket, the short way: how long until the ticket shows it? */
async function waitOfAnother(desk: MeasuredDesk): Promise<number> {
  const { host } = desk;
  const ben = host.as(mail('ben.ito'));
  const { key } = await desk.ticket();
  const began = host.clock.now();
  await ben.comment(key, 'can you help here?', { mention: [mail('maya.ortiz')] });
  const status = async (): Promise<string> =>
    (await ben.get<{ fields: { status: { name: string } } }>(key, 'fields=status')).fields.status
      .name;
  while (
    (await status()) !== 'Waiting for Account Manager' &&
    host.clock.now() < began + patienceMs
  )
    await host.advance(1000);
  return host.clock.now() - began;
}

const seconds = (ms: number): number => Math.round(ms / 100) / 10;

function figuresOf(
  name: string,
  { ms, lost, doubled, otherMs, leastMs: least }: Drained,
): Figure[] {
  return [
    {
      name: `${name}: time`,
      value: seconds(ms),
      bound: seconds(least * 1.2),
      unit: 's',
      note: `the limits allow ${seconds(least)} s`,
    },
    { name: `${name}: lost`, value: lost, bound: 0, unit: 'asks' },
    { name: `${name}: escalated twice`, value: doubled, bound: 0, unit: 'asks' },
    { name: `${name}: another ticket waits`, value: seconds(otherMs), bound: 60, unit: 's' },
  ];
}

export async function mondayDrain(): Promise<readonly Figure[]> {
  const asks = await openAsks();
  return [
    ...figuresOf('10,000 asks due at once', await drain(asks, 0, minuteMs / 2)),
    ...figuresOf(
      '10,000 asks due at once, two thirds of the points taken',
      await drain(asks, 45_000, 30 * minuteMs),
    ),
  ];
}
