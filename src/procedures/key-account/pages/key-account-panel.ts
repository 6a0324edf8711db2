// The key-account panel in a ticket: what it shows, and what people do in it.
import { keyAct } from '../perform';
import type { KeyAccountView } from '../contract/panel';
import type { KeyStep } from '../act';
import { decide } from '../../../core/decide';
import type { IssueId } from '../../../core/ids';
import { emptyKeyPart, keyPartOf } from '../key-part';
import { emptyLedger } from '../../../core/ledger';
import { ticketAfter } from '../../../core/ticket-after';
import { Refused } from '../../../app/errors';
import { gather } from '../../../app/gather';
import { withNames } from '../../../app/names';
import type { Ports } from '../../../app/ports';
import { seeTicket, type SeenTicket } from '../../../app/see-ticket';
import { takeTurn } from '../../../app/take-turn';
import { actorOn, cannotSee, noQueue, settingsOf, viewerOf } from '../../../app/viewer';
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
    cid === null ? [] : ports.keyAccounts.notesOf([cid]).then((notes) => notes[cid] ?? []),
    withNames(
      ports,
      situation.people,
      [
        ...choosable(situation, viewer),
        release?.startedBy,
        release?.facts.deployer,
        ...(release?.facts.authors ?? []),
        ...(release?.chain ?? []).map(({ by }) => by),
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
  return keyAccountView(
    { ...situation, people: everybody },
    record,
    part ?? emptyKeyPart,
    actorOn(viewer, situation.ticket),
    accounts,
    shownNotes,
  );
}

/** What stands in the ticket now. */
export const readKeyAccount = async (ports: Ports, issueId: IssueId): Promise<KeyAccountView> =>
  show(ports, await seeTicket(ports, issueId));

/**
 * Does one step, and shows what stands then.
 * @param expectedRevision null for a step that never collides with others, such as a tick
 * @throws RelayError `refused` with why, `changed-meanwhile` when the page was stale
 */
export async function stepKeyAccount(
  ports: Ports,
  issueId: IssueId,
  step: KeyStep,
  expectedRevision: number | null,
): Promise<KeyAccountView> {
  const viewer = viewerOf(ports);
  const policy = await settingsOf(ports);
  const { situation, record, refused, effects } = await takeTurn(
    ports,
    policy,
    issueId,
    { door: viewer.door },
    {
      act: keyAct(step),
      actor: (ticket) => actorOn(viewer, ticket),
      expectedRevision,
    },
  );
  if (situation === null)
    throw (await viewer.door.readTicket(issueId, policy)) === null ? cannotSee(issueId) : noQueue();
  if (refused !== null) throw new Refused(refused);
  const ticket = ticketAfter(situation.ticket, effects, situation.queue, situation.people);
  const again = await gather(ports, policy, { ticket, ledger: record?.ledger ?? null });
  return show(ports, { viewer, situation: again ?? situation, record });
}
