// What no event of the ticket tells: an account stops being hybrid (HY-22), a raised ticket is resolved (HY-15).
import type { IssueId } from '../../../core/ids';
import type { Policy } from '../../../core/policy';
import { RelayError } from '../../../app/errors';
import type { Ports } from '../../../app/ports';
import { takeTurn } from '../../../app/take-turn';
import { productsOf } from '../account';
import { foundResolved } from '../follow-integration';
import {
  allOpen,
  integrationList,
  type ListedIntegration,
  type ListedOnboarding,
  onboardingList,
} from '../lists';
import { hybridOf, readProducts } from '../products';
import { type HybridPolicy, hybridSettingsOf } from '../settings/policy';
import { id } from '../state';

/** More than any desk onboards, or follows, at once. */
const most = 1000;
/** Jira: bulk fetch takes 100 issues. */
const atOnce = 100;

export async function lookAgain(ports: Ports): Promise<void> {
  const policy = await ports.policy.current();
  const hybrid = policy === null ? undefined : hybridSettingsOf(policy);
  if (policy === null || hybrid === undefined) return;
  await lookForLapses(ports, hybrid);
  await lookForResolved(ports, policy, hybrid);
}

/** Where an account has stopped being hybrid, or is so again, its onboardings take a turn, in which people are told. */
async function lookForLapses(ports: Ports, hybrid: HybridPolicy): Promise<void> {
  const cids = [...((await ports.tickets.listedPeople(onboardingList, most)) ?? [])];
  if (cids.length === 0) return;
  const accounts = await ports.directory.accounts([], cids);
  const shared = new Map(
    accounts.map((account) => [
      account.cid,
      hybridOf(readProducts(productsOf(account), hybrid.productNames).owned),
    ]),
  );
  const open = await Promise.all(
    accounts.map(({ cid }) => ports.tickets.listed<ListedOnboarding>(onboardingList, cid, atOnce)),
  );
  const issueIds = open
    .flat()
    .filter(({ cid, lapsed }) => shared.get(cid) === lapsed)
    .map(({ issueId }) => issueId);
  if (issueIds.length > 0) await ports.turns.push([{ issueIds, delaySeconds: 0 }]);
}

async function lookForResolved(ports: Ports, policy: Policy, hybrid: HybridPolicy): Promise<void> {
  const open = await ports.tickets.listed<ListedIntegration>(integrationList, allOpen, most);
  const raised = [...new Set(open.flatMap(({ tickets }) => tickets.map((one) => one.issueId)))];
  const resolved = new Set<IssueId>();
  for (let from = 0; from < raised.length; from += atOnce)
    for (const { issueId, status } of await ports.jira.app.readTickets(
      raised.slice(from, from + atOnce),
      policy,
    ))
      if (status.done) resolved.add(issueId);
  for (const { issueId, tickets } of open) {
    const ids = tickets.filter((one) => resolved.has(one.issueId)).map((one) => one.id);
    if (ids.length === 0) continue;
    try {
      await tell(ports, policy, hybrid, { issueId, ids });
    } catch (error) {
      // One ticket that is being worked on, or a busy Jira, holds up no other: it is told in the next hour.
      if (!(error instanceof RelayError)) throw error;
      ports.log.error('integration-not-told', error, { issueId });
    }
  }
}

async function tell(
  ports: Ports,
  policy: Policy,
  hybrid: HybridPolicy,
  { issueId, ids }: { readonly issueId: IssueId; readonly ids: readonly number[] },
): Promise<void> {
  const self = await ports.policy.self(async () => (await ports.jira.app.myself()).accountId);
  await takeTurn(
    ports,
    policy,
    issueId,
    { door: ports.jira.app },
    {
      act: { procedure: id, perform: (c) => foundResolved(c, hybrid, ids) },
      actor: () => ({ accountId: self, mayTransition: true }),
      expectedRevision: null,
    },
  );
}
