// The panel of hybrid accounts: what it shows, and what people do in it.
import { followedAccount } from '../../../core/followed';
import { integrationOf, knowledgeOf, onboardingOf } from '../state';
import type { HybridView } from '../contract/panel';
import type { IssueId } from '../../../core/ids';
import type { TicketPage } from '../../../app/act-on-ticket';
import { RelayError } from '../../../app/errors';
import { withNames } from '../../../app/names';
import type { Ports } from '../../../app/ports';
import { seeTicket, type SeenTicket } from '../../../app/see-ticket';
import { hybridView } from './hybrid-view';
import { icsOf } from './ics';
import { hybridSettingsOf } from '../settings/policy';

/** Accounts a maintenance may be announced to; more than anybody scrolls through, fewer than a page can carry. */
const accountsOffered = 1000;

async function show(ports: Ports, { viewer, situation, record }: SeenTicket): Promise<HybridView> {
  const onboarding = onboardingOf(record?.ledger);
  const knowledge = knowledgeOf(record?.ledger);
  const integration = integrationOf(record?.ledger);
  const shown = [
    ...(onboarding?.tasks ?? []).flatMap(({ done }) => done.map(({ by }) => by)),
    onboarding?.acknowledged?.by,
    ...(onboarding?.crossroads ?? []).flatMap(({ votes }) => [votes.cs?.by, votes.fmc?.by]),
    ...(knowledge?.updates ?? []).map(({ by }) => by),
    ...integration.tickets.flatMap(({ by, resolved }) => [by, resolved?.by]),
    ...integration.checked.map(({ by }) => by),
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

export const hybridPage: TicketPage<HybridView> = {
  show: async (ports, issueId) => show(ports, await seeTicket(ports, issueId)),
  after: show,
};

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
