// The panel of hybrid accounts: what it shows, and what people do in it.
import { followedAccount } from '../../../core/followed';
import { onboardingOf, knowledgeOf } from '../state';
import { hybridAct } from '../perform';
import type { HybridView } from '../contract/panel';
import type { HybridStep } from '../act';
import { because } from '../../../core/because';
import { departmentOf } from '../sides';
import type { IssueId } from '../../../core/ids';
import { Refused, RelayError } from '../../../app/errors';
import { gather } from '../../../app/gather';
import { withNames } from '../../../app/names';
import type { Ports } from '../../../app/ports';
import { seeTicket, type SeenTicket } from '../../../app/see-ticket';
import { takeTurn } from '../../../app/take-turn';
import { actorOn, cannotSee, noQueue, settingsOf, viewerOf } from '../../../app/viewer';
import { type ClosedWon, closedWon } from '../accounts/closed-won';
import { hybridView } from './hybrid-view';
import { icsOf } from './ics';
import { hybridSettingsOf } from '../settings/policy';

/** Accounts a maintenance may be announced to; more than anybody scrolls through, fewer than a page can carry. */
const accountsOffered = 1000;

async function show(ports: Ports, { viewer, situation, record }: SeenTicket): Promise<HybridView> {
  const onboarding = onboardingOf(record?.ledger);
  const knowledge = knowledgeOf(record?.ledger);
  const shown = [
    ...(onboarding?.tasks ?? []).flatMap(({ done }) => done.map(({ by }) => by)),
    onboarding?.acknowledged?.by,
    ...(knowledge?.updates ?? []).map(({ by }) => by),
    ...(knowledge?.questions ?? []).flatMap(({ by, answered }) => [by, answered?.by]),
    ...(record?.ledger.journal ?? []).map(({ by }) => by),
  ];
  const announcing =
    knowledge === undefined &&
    onboarding === undefined &&
    hybridSettingsOf(situation.policy) !== undefined;
  const [people, accounts] = await Promise.all([
    withNames(ports, situation.people, shown, true),
    announcing ? ports.directory.all(accountsOffered) : [],
  ]);
  return hybridView({ ...situation, people }, record, viewer.accountId, accounts);
}

/** What stands in the ticket now. */
export const readHybrid = async (ports: Ports, issueId: IssueId): Promise<HybridView> =>
  show(ports, await seeTicket(ports, issueId));

/**
 * Does one step, and shows what stands then.
 * @throws RelayError `refused` with why, `changed-meanwhile` when the page was stale
 */
export async function stepHybrid(
  ports: Ports,
  issueId: IssueId,
  step: HybridStep,
  expectedRevision: number,
): Promise<HybridView> {
  const viewer = viewerOf(ports);
  const policy = await settingsOf(ports);
  const { situation, record, refused } = await takeTurn(
    ports,
    policy,
    issueId,
    { door: viewer.door },
    {
      act: hybridAct(step),
      actor: (ticket) => actorOn(viewer, ticket),
      expectedRevision,
    },
  );
  if (situation === null)
    throw (await viewer.door.readTicket(issueId, policy)) === null ? cannotSee(issueId) : noQueue();
  if (refused !== null) throw new Refused(refused);
  const again = await gather(ports, policy, {
    ticket: situation.ticket,
    ledger: record?.ledger ?? null,
  });
  return show(ports, { viewer, situation: again ?? situation, record });
}

/** The button "Closed won". @throws RelayError `refused` to anybody outside the two departments */
export async function openOnboarding(
  ports: Ports,
  issueId: IssueId,
  won: ClosedWon,
): Promise<{ readonly key: string; readonly fresh: boolean }> {
  const { viewer, situation } = await seeTicket(ports, issueId);
  if (departmentOf(situation, viewer.accountId, [won.cid]) !== 'cs')
    throw new Refused(because('HY-06', 'Customer Success and CS Operations open onboardings.', {}));
  const { key, fresh } = await closedWon(ports, situation.policy, won, viewer.accountId);
  return { key, fresh };
}

/** HY-05: the sync meeting, to be opened in any calendar. */
export async function meetingFile(
  ports: Ports,
  issueId: IssueId,
): Promise<{ readonly name: string; readonly content: string }> {
  const { situation, record } = await seeTicket(ports, issueId);
  const onboarding = onboardingOf(record?.ledger);
  const hybrid = hybridSettingsOf(situation.policy);
  if (onboarding?.meetingAt == null || hybrid === undefined)
    throw new RelayError('missing', 'The sync meeting has no time yet.', {
      field: 'at',
      remedy: 'Set when it is, then take the file.',
    });
  const account = followedAccount(situation, onboarding.cid)?.name ?? onboarding.cid;
  return {
    name: `sync-meeting-${onboarding.cid}.ics`,
    content: icsOf({
      uid: `sync-${issueId}`,
      account,
      at: onboarding.meetingAt,
      stamp: situation.now,
      meeting: hybrid.meeting,
      ticket: situation.ticket.key,
    }),
  };
}
