// The panel in a ticket: what it shows, what it would do, and what it does.
import { contributionsTo } from '../../../app/at-work';
import { asksOf, id } from '../asks';
import type { ResponsePlan, TicketView } from '../contract/panel';
import { actOf } from '../../../core/act';
import { decide } from '../../../core/decide';
import type { IssueId } from '../../../core/ids';
import { emptyLedger } from '../../../core/ledger';
import { entryById } from '../../../core/policy';
import type { Situation } from '../../../core/situation';
import { badgesOf } from '../../../app/contribution';
import type { TicketPage } from '../../../app/act-on-ticket';
import { Refused, RelayError } from '../../../app/errors';
import { gather, inClocks, withWholeHistory } from '../../../app/gather';
import { withNames } from '../../../app/names';
import type { TicketRecord } from '../../../app/outbox';
import type { Ports } from '../../../app/ports';
import {
  actorOn,
  cannotSee,
  noQueue,
  settingsOf,
  type Viewer,
  viewerOf,
} from '../../../app/viewer';
import type { ResponseRequest } from '../perform';
import { accountManagerActs } from './acts';
import { planView } from './plan-view';
import { ticketView } from './ticket-view';

/** Accounts offered where none is known; more than anybody scrolls through, fewer than a page can carry. */
const choicesOffered = 200;

interface Seen {
  readonly situation: Situation;
  readonly record: TicketRecord | null;
}

/** One read of Jira, as the viewer: who cannot see the ticket gets nothing here either. */
async function see(ports: Ports, viewer: Viewer, issueId: IssueId): Promise<Seen> {
  const [policy, record] = await Promise.all([settingsOf(ports), ports.tickets.load(issueId)]);
  const read = await viewer.door.readTicket(issueId, policy);
  if (read === null) throw cannotSee(issueId);
  const ticket = await withWholeHistory(ports, viewer.door, policy, {
    ticket: read,
    ledger: record?.ledger ?? null,
  });
  const situation = await gather(ports, policy, { ticket, ledger: record?.ledger ?? null });
  if (situation === null) throw noQueue();
  return { situation, record };
}

/** @param askJira whether Jira may be asked for names that are not known yet; acts do without, to cost nothing more */
async function showing(
  ports: Ports,
  viewer: Viewer,
  { situation, record }: Seen,
  askJira: boolean,
): Promise<TicketView> {
  const { ticket, account } = situation;
  const ledger = record?.ledger ?? emptyLedger(ticket.issueId, ticket.key, ticket.projectId);
  const shown = [
    viewer.accountId,
    asksOf(ledger).ask?.askedBy,
    ...ledger.journal.map(({ by }) => by),
    ...inClocks(ledger),
  ];
  const people = await withNames(ports, situation.people, shown, askJira);
  const choices = account.kind === 'unknown' ? await ports.directory.all(choicesOffered) : [];
  const looked = decide(ledger, situation);
  // Somebody looks, and sees more than the app has acted on: an event is late or lost. Looking makes it good.
  if (looked.changed && record?.pending == null)
    await ports.turns.push([{ issueIds: [ticket.issueId], delaySeconds: 0 }]);
  const badges = await badgesOf(
    await contributionsTo(ports, situation.policy, [{ projectId: ticket.projectId, ledger }]),
    ports,
    situation,
    ledger,
    looked.ledger,
  );
  return ticketView(
    { ...situation, people },
    ledger,
    record,
    actorOn(viewer, ticket),
    choices,
    looked,
    badges,
  );
}

/** What stands on the ticket now. */
export const ticketPage: TicketPage<TicketView> = {
  async show(ports, issueId) {
    const viewer = viewerOf(ports);
    return showing(ports, viewer, await see(ports, viewer, issueId), true);
  },
  after: (ports, { viewer, ...seen }) => showing(ports, viewer, seen, false),
};

/**
 * What requesting a response, or adding the watcher, would do.
 * @throws RelayError `refused` with why, when it would be refused
 */
export async function previewResponse(
  ports: Ports,
  issueId: IssueId,
  entryId: string,
  priority: string | null,
): Promise<ResponsePlan> {
  const viewer = viewerOf(ports);
  const { situation, record } = await see(ports, viewer, issueId);
  const { ticket, account, queue } = situation;
  const entry = entryById(queue, entryId);
  if (entry === null)
    throw new RelayError('input', 'This SOP entry does not exist any more.', {
      field: 'entryId',
      remedy: 'Choose another entry.',
    });
  const act =
    entry.mode === 'watch'
      ? actOf(id, accountManagerActs['add-watcher'], { entryId })
      : actOf<ResponseRequest>(id, accountManagerActs.request, {
          entryId,
          note: null,
          priorityId: priority ?? entry.priority,
        });
  const ledger = record?.ledger ?? emptyLedger(ticket.issueId, ticket.key, ticket.projectId);
  const decision = decide(ledger, situation, { act, actor: actorOn(viewer, ticket) });
  if (decision.refused !== null) throw new Refused(decision.refused);
  if (account.kind !== 'known') throw noQueue();
  return planView(situation, account.account, entry, decision);
}
