// 1,000 tickets are moved by hand within a minute, as a bulk change does: until when is somebody asked in each?
import type { Site } from '../../host/jira/site';
import { seeds } from '../../host/seeds';
import { mail, MeasuredDesk } from '../desk';
import type { Figure } from '../figure';
import { openAsks } from '../open-asks';

const moved = 1000;
const minuteMs = 60_000;
const status = 'Waiting for Account Manager';

function siteWith(): Site {
  const demo = seeds['demo']?.();
  if (demo === undefined) throw new Error('There is no demo site.');
  const open = {
    project: 'EBH',
    requestType: 'Benefits question',
    summary: 'Moved with many others',
    reporter: mail('nora.quist'),
    assignee: mail('ben.ito'),
    organizations: ['Northwind Credit Union'],
    status: 'In Progress',
    priority: 'Medium',
    minutesAgo: 60,
  };
  return { ...demo, issues: Array.from({ length: moved }, () => open) };
}

export async function bulkMove(): Promise<readonly Figure[]> {
  const { site } = await openAsks();
  const { host } = await MeasuredDesk.open({ setup: null, seed: siteWith() });
  host.restore(site);
  const ben = host.as(mail('ben.ito'));
  const tickets = await ben.search('summary ~ "Moved with many others"', ['id']);
  const start = host.clock.now();
  const movedAt = new Map<string, number>();
  for (const [place, { id }] of tickets.entries())
    host.clock.schedule(start + (place * minuteMs) / tickets.length, async () => {
      movedAt.set(id, host.clock.now());
      await ben.transition(id, status);
    });
  const asked = new Map<string, number>();
  let longestMs = 0;
  host.jira.onExchange(({ method, url, status: answer, caller }) => {
    const issue = /\/issue\/(\d+)\/comment$/u.exec(new URL(url).pathname)?.[1] ?? '';
    const since = movedAt.get(issue);
    if (caller.app === undefined || method !== 'POST' || since === undefined || answer >= 300)
      return;
    asked.set(issue, (asked.get(issue) ?? 0) + 1);
    longestMs = Math.max(longestMs, host.clock.now() - since);
  });
  for (let minute = 0; minute < 70 && asked.size < tickets.length; minute += 1)
    await host.advance(minuteMs);
  await host.stop();
  return [
    {
      name: '1,000 tickets moved by hand in a minute: the last is asked after',
      value: Math.round(longestMs / 100) / 10,
      bound: 180,
      unit: 's',
    },
    {
      name: '1,000 tickets moved by hand in a minute: nobody asked',
      value: moved - asked.size,
      bound: 0,
      unit: 'tickets',
    },
    {
      name: '1,000 tickets moved by hand in a minute: asked twice',
      value: [...asked.values()].filter((times) => times > 1).length,
      bound: 0,
      unit: 'tickets',
    },
  ];
}
