// The key-account panel in a ticket: what it shows, and what people do in it.
import { type AccountNote } from '../notes';
import type { KeyAccountView } from '../contract/panel';
import { decide } from '../../../core/decide';
import { emptyKeyPart, keyPartOf } from '../key-part';
import type { Meeting } from '../meeting';
import { emptyLedger } from '../../../core/ledger';
import type { TicketPage } from '../../../app/act-on-ticket';
import { withNames } from '../../../app/names';
import type { Ports } from '../../../app/ports';
import { seeTicket, type SeenTicket } from '../../../app/see-ticket';
import { actorOn } from '../../../app/viewer';
import { choosable, keyAccountView } from './key-account-view';
import { keyAccountSettingsOf } from '../settings/policy';

/** Accounts offered to choose from; more than anybody scrolls through, fewer than a page can carry. */
const choicesOffered = 1000;

async function show(
  ports: Ports,
  { viewer, situation, record }: SeenTicket,
): Promise<KeyAccountView> {
  const { issueId, key, projectId } = situation.ticket;
  const looked = decide(record?.ledger ?? emptyLedger(issueId, key, projectId), situation);
  // Somebody looks, and sees more than the app has acted on: an event is late or lost. Looking makes it good.
  if (looked.changed && record?.pending == null)
    await ports.turns.push([{ issueIds: [issueId], delaySeconds: 0 }]);
  const part = keyPartOf(looked.ledger);
  const keyAccounts = keyAccountSettingsOf(situation.queue);
  const type = situation.ticket.requestType ?? '';
  const starts =
    keyAccounts !== undefined &&
    ((part?.designation == null && keyAccounts.listing.requestTypes.includes(type)) ||
      (part?.release == null &&
        part?.of == null &&
        keyAccounts.release.requestTypes.includes(type)));
  const cid = part?.of?.cid ?? null;
  const release = part?.release;
  const [accounts, shownNotes, people] = await Promise.all([
    starts ? ports.directory.all(choicesOffered) : [],
    cid === null ? [] : ports.notes.of<AccountNote>([cid]).then((notes) => notes[cid] ?? []),
    withNames(
      ports,
      situation.people,
      [
        ...choosable(situation, viewer),
        release?.startedBy,
        release?.facts.deployer,
        ...(release?.facts.authors ?? []),
        ...(release?.chain ?? []).flatMap(({ by, content }) => [
          by,
          content['from'] ?? null,
          content['to'] ?? null,
        ]),
        release?.peer?.by,
        release?.senior?.by,
        release?.leaving?.by,
        part?.designation?.document?.updated?.by,
        ...(release?.items ?? []).flatMap(({ done }) => done?.by ?? []),
        part?.designation?.asked.by,
      ],
      true,
    ),
  ]);
  const everybody = await withNames(
    ports,
    people,
    shownNotes.map(({ by }) => by),
    false,
  );
  const actor = actorOn(viewer, situation.ticket);
  return {
    ...keyAccountView(
      { ...situation, people: everybody },
      record,
      part ?? emptyKeyPart,
      actor,
      accounts,
      shownNotes,
    ),
    meeting: await meetingOf(ports, { viewer, situation, record }, part?.meeting ?? null),
  };
}

/** KA-06: only the ticket of a weekly meeting reads what the weeks were like. */
async function meetingOf(
  ports: Ports,
  { viewer, situation, record }: SeenTicket,
  meeting: Meeting | null,
): Promise<KeyAccountView['meeting']> {
  if (meeting === null) return null;
  const { meetingView } = await import('./meeting-view');
  const known = { ...situation, ledger: record?.ledger ?? {} };
  const actor = actorOn(viewer, situation.ticket);
  return meetingView(ports, { known, meeting, actor }, async (issueIds) => {
    const tickets = await viewer.door.readTickets(issueIds, situation.policy);
    return new Set(tickets.map(({ issueId }) => issueId));
  });
}

export const keyAccountPage: TicketPage<KeyAccountView> = {
  show: async (ports, issueId) => show(ports, await seeTicket(ports, issueId)),
  after: show,
};
