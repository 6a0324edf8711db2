// HY-06, H6: an opportunity that is Closed Won opens one onboarding, whoever says so and however often.
import { id } from '../state';
import type { CustomerAccount } from '../../../core/account';
import { type HybridPolicy, hybridSettingsOf } from '../settings/policy';
import type { Onboarding } from '../onboarding';
import { startOnboarding, whyNoOnboarding } from '../run-onboarding';
import { vacancy } from '../sides';
import type { AccountId, Cid } from '../../../core/ids';
import { msOf } from '../../../core/instant';
import type { Policy } from '../../../core/policy';
import { clipped } from '../../../app/accounts/bounds';
import { Refused, RelayError } from '../../../app/errors';
import type { Ports } from '../../../app/ports';
import { takeTurn, type TurnResult } from '../../../app/take-turn';
import type { Act } from '../../../core/act';
import { type OtherOnboarding, secondOpportunity } from '../crossroads';
import { type ListedOnboarding, onboardingList } from '../lists';
import { opportunityId, opportunitySpellings } from './opportunity';

export interface ClosedWon {
  readonly cid: Cid;
  readonly opportunity: string;
  readonly type: Onboarding['type'];
}

export interface OpenedOnboarding {
  readonly issueId: string;
  readonly key: string;
  /** False when the onboarding was open already. */
  readonly fresh: boolean;
}

/** Longer than one ticket takes to be opened, so that who claimed it before is dead; and longer than Jira's search lags. */
const abandonedMs = 120_000;

/** The settings of hybrid accounts that say where onboardings are opened. */
type Office = HybridPolicy & {
  readonly project: NonNullable<HybridPolicy['project']>;
  readonly requestType: NonNullable<HybridPolicy['requestType']>;
};

/**
 * Where onboardings are opened, and that both departments are there.
 * @throws RelayError `misconfigured` where nothing says where to open one, `refused` where a department has nobody (X6)
 */
function officeOf(policy: Policy): Office {
  const hybrid = hybridSettingsOf(policy);
  if (hybrid === undefined || hybrid.project === null || hybrid.requestType === null) {
    throw new RelayError(
      'misconfigured',
      'The settings do not say where onboardings of hybrid accounts are opened.',
      { remedy: 'Name the project and the request type under "hybrid" in the settings.' },
    );
  }
  const vacant = vacancy({ policy }, ['cs-ops', 'fmc-team-lead']);
  if (vacant !== null) throw new Refused(vacant);
  return { ...hybrid, project: hybrid.project, requestType: hybrid.requestType };
}

/** @throws Refused where no onboarding of it can begin (HY-01, H5) */
function mustBeHybrid(
  hybrid: HybridPolicy,
  account: Pick<CustomerAccount, 'name' | 'parts'>,
  type: Onboarding['type'],
): void {
  const refused = whyNoOnboarding(hybrid, account, type);
  if (refused !== null) throw new Refused(refused);
}

const notSetUp = (): RelayError =>
  new RelayError('misconfigured', 'Account Relay is not set up yet, so no onboarding is opened.', {
    remedy: 'Import a configuration file first.',
  });
/** One opportunity, however its id is written (I1). */
const openingOf = (opportunity: string): string => `onboarding ${opportunityId(opportunity)}`;

/** What has been opened for it; before ids of 15 and 18 characters were one, it was remembered as it was written. */
async function openingFor(
  { openings }: Pick<Ports, 'openings'>,
  opportunity: string,
): Promise<Awaited<ReturnType<Ports['openings']['of']>>> {
  for (const written of opportunitySpellings(opportunity)) {
    const known = await openings.of(`onboarding ${written}`);
    if (known !== null) return known;
  }
  return null;
}

/**
 * The key of the onboarding that this opportunity has opened already; null where it would open one now.
 * @throws RelayError why it would open none
 */
export async function foreseeWon(
  ports: Ports,
  policy: Policy | null,
  account: Pick<CustomerAccount, 'name' | 'parts'>,
  { opportunity, type }: Omit<ClosedWon, 'cid'>,
): Promise<string | null> {
  if (policy === null) throw notSetUp();
  const hybrid = officeOf(policy);
  mustBeHybrid(hybrid, account, type);
  return (await openingFor(ports, opportunity))?.key ?? null;
}

/** What became of an opportunity that is said to be Closed Won by a file or by the system of record. */
export type WonOutcome =
  { readonly key: string; readonly fresh: boolean } | { readonly why: string };

/**
 * Opens the onboarding, or says why not: what keeps one from being opened does not hold up the others.
 * @param by who imported the file; null where the system of record says so
 * @throws RelayError `jira-busy`, `jira-down`: worth trying again
 */
export async function openWon(
  ports: Ports,
  won: ClosedWon,
  by: AccountId | null,
): Promise<WonOutcome> {
  try {
    const policy = await ports.policy.current();
    if (policy === null) throw notSetUp();
    const { key, fresh } = await closedWon(ports, policy, won, by);
    return { key, fresh };
  } catch (error) {
    return { why: whyOf(error) };
  }
}

/**
 * Why no onboarding is opened, with what to do.
 * @throws what is worth trying again, and what nobody expected
 */
export function whyOf(error: unknown): string {
  if (!(error instanceof RelayError) || error.code === 'jira-down' || error.code === 'jira-busy')
    throw error;
  return clipped(`${error.message} ${error.detail.remedy ?? ''}`.trim());
}

/**
 * Opens the onboarding ticket and starts it there.
 * @param by who says it is Closed Won; null where the system of record does
 * @throws RelayError `refused` where the account is not hybrid, `misconfigured` where nothing says where to open it
 */
export async function closedWon(
  ports: Ports,
  policy: Policy,
  { cid, opportunity, type }: ClosedWon,
  by: AccountId | null,
): Promise<OpenedOnboarding> {
  const hybrid = officeOf(policy);
  const opening = openingOf(opportunity);
  const known = await openingFor(ports, opportunity);
  if (known?.issueId != null && known.key !== null) {
    await start(ports, policy, known.issueId, { hybrid, won: { cid, opportunity, type }, by });
    await tellOthers(
      ports,
      policy,
      { cid, opportunity, issueId: known.issueId, key: known.key },
      by,
    );
    return { issueId: known.issueId, key: known.key, fresh: false };
  }
  const [account] = await ports.directory.accounts([], [cid]);
  if (account === undefined)
    throw new RelayError('missing', `There is no account ${cid}.`, {
      field: 'cid',
      remedy: 'Import the account, or correct the CID.',
    });
  mustBeHybrid(hybrid, account, type);
  const now = ports.now();
  if (known === null && !(await ports.openings.claim(opening, now))) throw stillOpening();
  if (known !== null) {
    if (msOf(now) - msOf(known.claimedAt) < abandonedMs) throw stillOpening();
    await ports.openings.claimAgain(opening, now);
  }
  const reference = `onboarding-${opportunityId(opportunity).replace(/[^A-Za-z0-9]+/gu, '-')}`;
  const opened =
    (known === null ? null : await ports.requests.find(hybrid.project.id, reference)) ??
    (await ports.requests.raise({
      projectId: hybrid.project.id,
      requestType: hybrid.requestType,
      reference,
      summary: `Hybrid onboarding: ${account.name}`,
      description: `${account.name} (${cid}) is Closed Won. Both departments onboard it together.`,
    }));
  await ports.openings.opened(opening, now, opened);
  await start(ports, policy, opened.issueId, { hybrid, won: { cid, opportunity, type }, by });
  await tellOthers(ports, policy, { cid, opportunity, ...opened }, by);
  return { ...opened, fresh: true };
}

const stillOpening = (): RelayError =>
  new RelayError('jira-busy', 'This onboarding is being opened just now.', {
    retryAfterSeconds: abandonedMs / 1000,
    remedy: 'Look again in two minutes.',
  });

/** An account has few opportunities at once. */
const mostAtOnce = 10;

/**
 * HY-22: other onboardings of the account, where they go on, learn of the opportunity that was won later. An account has
 * rarely two of them at once, so that only then more is read than the list.
 */
async function tellOthers(
  ports: Ports,
  policy: Policy,
  { cid, ...won }: OtherOnboarding & { readonly cid: Cid },
  by: AccountId | null,
): Promise<void> {
  const listed = await ports.tickets.listed<ListedOnboarding>(onboardingList, cid, mostAtOnce);
  // Of two, the one that began first is asked; the list is in that order.
  const own = listed.findIndex(({ issueId }) => issueId === won.issueId);
  const earlier = own < 0 ? listed : listed.slice(0, own);
  for (const { issueId } of earlier)
    await onTicket(ports, policy, issueId, { by, perform: (c) => secondOpportunity(c, won, by) });
}

/** What the app does on a ticket, for somebody or by itself. */
async function onTicket(
  ports: Ports,
  policy: Policy,
  issueId: string,
  { by, perform, naming = [] }: Pick<Act, 'perform' | 'naming'> & { readonly by: AccountId | null },
): Promise<TurnResult> {
  const accountId =
    by ?? (await ports.policy.self(async () => (await ports.jira.app.myself()).accountId));
  return takeTurn(
    ports,
    policy,
    issueId,
    { door: ports.jira.app },
    {
      act: { procedure: id, perform, naming },
      actor: () => ({ accountId, mayTransition: true }),
      expectedRevision: null,
    },
  );
}

/** Starting it a second time is refused by the rule and changes nothing. */
async function start(
  ports: Ports,
  policy: Policy,
  issueId: string,
  {
    hybrid,
    won,
    by,
  }: {
    readonly hybrid: HybridPolicy;
    readonly won: ClosedWon;
    readonly by: AccountId | null;
  },
): Promise<void> {
  const { refused, situation } = await onTicket(ports, policy, issueId, {
    by,
    naming: [won.cid],
    perform: (c) => startOnboarding(c, hybrid, won, by),
  });
  if (situation === null)
    throw new RelayError(
      'misconfigured',
      'The project of onboardings is not one of the queues in the settings, so nothing can be followed there.',
      { remedy: 'Add it as a queue, or name another project under "hybrid".' },
    );
  if (refused !== null && refused.clause !== 'H6') throw new Refused(refused);
}
