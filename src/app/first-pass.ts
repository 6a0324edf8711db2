// Everything that is open in a queue is looked at once when the queue is new: marks, priorities and lists are there without
// anybody opening each ticket. In pages, at a pace that leaves Jira's points to people, and on from where it stood after a
// crash.
import type { ProjectId } from '../core/ids';
import { msOf } from '../core/instant';
import { JiraRefused } from './errors';
import type { Ports } from './ports';
import type { FirstPass } from './queue-ports';

/** Jira: bulk fetch takes 100 issues. */
const perTurn = 100;
/** 6,000 tickets an hour: with some ten points a ticket less than Jira gives an app in that time (65,000). */
const secondsPerTurn = 60;
/** Longer than a page takes at that pace (500 tickets); a pass that has not moved since then was lost. */
const lostMs = 20 * 60_000;

/** Begins anew, also where one is on its way: what it has looked at may have changed. */
export async function beginPass(ports: Ports, projectId: ProjectId): Promise<void> {
  const now = ports.now();
  const pass: FirstPass = {
    since: now,
    movedAt: now,
    after: null,
    tickets: 0,
    of: null,
    done: null,
  };
  await ports.looks.keepPass(projectId, pass);
  await ports.background.push({ kind: 'first-pass', projectId }, 0);
}

/** Begins what was never begun, such as in queues from before there were passes, and what was lost on its way. */
export async function resumePasses(ports: Ports): Promise<void> {
  const policy = await ports.policy.current();
  const ids = Object.keys(policy?.queues ?? {});
  const passes = await ports.looks.passes(ids);
  for (const projectId of ids) {
    const pass = passes[projectId];
    if (pass === undefined) await beginPass(ports, projectId);
    else if (pass.done === null && msOf(ports.now()) - msOf(pass.movedAt) > lostMs)
      await ports.background.push({ kind: 'first-pass', projectId }, 0);
  }
}

/** Queues the next page, and itself for the one after. Done twice, tickets are looked at twice, which changes nothing. */
export async function goOnWithPass(ports: Ports, projectId: ProjectId): Promise<void> {
  const [policy, passes] = await Promise.all([
    ports.policy.current(),
    ports.looks.passes([projectId]),
  ]);
  const pass = passes[projectId];
  if (pass === undefined || pass.done !== null || policy?.queues[projectId] === undefined) return;
  const jql = `project = ${projectId} AND statusCategory != Done ORDER BY created ASC`;
  const of = pass.of ?? (await ports.jira.app.count(jql));
  const page = await nextPage(ports, jql, pass.after);
  const turns = Array.from({ length: Math.ceil(page.issueIds.length / perTurn) }, (_, place) => ({
    issueIds: page.issueIds.slice(place * perTurn, (place + 1) * perTurn),
    delaySeconds: place * secondsPerTurn,
  }));
  if (turns.length > 0) await ports.turns.push(turns);
  const now = ports.now();
  await ports.looks.keepPass(projectId, {
    ...pass,
    of,
    after: page.next,
    movedAt: now,
    tickets: (page.again ? 0 : pass.tickets) + page.issueIds.length,
    done: page.next === null ? now : null,
  });
  if (page.next !== null)
    await ports.background.push({ kind: 'first-pass', projectId }, turns.length * secondsPerTurn);
}

/** Jira forgets where a search stood after some days: then from the beginning. */
async function nextPage(ports: Ports, jql: string, after: string | null) {
  try {
    return { ...(await ports.jira.app.search(jql, after)), again: false };
  } catch (error) {
    if (!(error instanceof JiraRefused) || after === null) throw error;
    return { ...(await ports.jira.app.search(jql, null)), again: true };
  }
}
