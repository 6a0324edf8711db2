// The administrator's view of the radar: every ticket that needs a person, by queue.
import type { ActivityTicket, ActivityView } from '../../contract/activity';
import { earliest } from '../../core/instant';
import type { Policy, QueuePolicy } from '../../core/policy';
import type { Ticket } from '../../core/ticket';
import { adminsOnly } from '../administrators';
import type { Listed, Ports } from '../ports';
import type { Catalogue } from '../settings-ports';
import { settingsOf, viewerOf } from '../viewer';
import { whyView } from '../views/why';

/** Tickets shown of one queue: one bulk read, and more than anybody mends in a day. */
const most = 50;

/** @throws RelayError `permission` for all but administrators, `misconfigured` before the first settings */
export async function readActivity(
  ports: Ports,
  asViewer: Pick<Catalogue, 'mayAdminister'>,
): Promise<ActivityView> {
  await adminsOnly(ports, asViewer);
  const policy = await settingsOf(ports);
  const [looks, ...queues] = await Promise.all([
    ports.looks.of(Object.keys(policy.queues)),
    ...Object.values(policy.queues).map((queue) => readQueue(ports, policy, queue)),
  ]);
  // What holds for all of them: the queue that was looked at the longest ago.
  const untils = Object.keys(policy.queues).map((id) => looks[id]?.until ?? null);
  const searchedAt = untils.includes(null) ? null : earliest(...untils);
  return { now: ports.now(), searchedAt, queues };
}

async function readQueue(
  ports: Ports,
  policy: Policy,
  { projectId, key, name }: QueuePolicy,
): Promise<ActivityView['queues'][number]> {
  const listed = await ports.tickets.onRadar(projectId, most + 1);
  const shown = listed.slice(0, most);
  // As the viewer: an administrator of Jira need not see every project.
  const tickets =
    shown.length === 0
      ? []
      : await viewerOf(ports).door.readTickets(
          shown.map(({ issueId }) => issueId),
          policy,
        );
  const views = shown.map((one) => ticketView(policy, one, tickets));
  return {
    projectId,
    key,
    name,
    more: listed.length > most,
    tickets: [...views.filter(isUrgent), ...views.filter((view) => !isUrgent(view))],
  };
}

const isUrgent = ({ items }: ActivityTicket): boolean =>
  items.some(({ severity }) => severity === 'urgent');

function ticketView(
  policy: Policy,
  { issueId, key, items }: Listed,
  tickets: readonly Ticket[],
): ActivityTicket {
  return {
    issueId,
    key,
    summary: tickets.find((ticket) => ticket.issueId === issueId)?.summary ?? null,
    items: items.map(({ because, ...item }) => ({
      ...item,
      why: whyView(because, policy.version),
    })),
  };
}
