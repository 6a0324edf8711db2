// A ticket that the app opens once for a queue and a month, or a week, whatever fails on the way.
import { aboutKeyAccounts } from '../about';
import { id, type KeyAccountPart, keyPartOf } from '../key-part';
import type { KeyAccountPolicy } from '../settings/policy';
import type { Case } from '../../../core/case';
import type { IssueId, ProjectId } from '../../../core/ids';
import { plusMs } from '../../../core/instant';
import type { Policy } from '../../../core/policy';
import type { Ports } from '../../../app/ports';
import { takeTurn } from '../../../app/take-turn';

/** Longer than a function may run, so that who claimed it before is dead; and longer than Jira's search lags. */
const abandonedMs = 20 * 60_000;

/** What is opened, and what its ticket learns. */
export interface OpenOnce {
  /** The same for the same queue and time, whoever opens it. */
  readonly key: string;
  readonly projectId: ProjectId;
  readonly requestType: string;
  readonly summary: string;
  readonly description: string;
  /** Does the ticket know already what it is for? */
  readonly knows: (part: KeyAccountPart | undefined) => boolean;
  /** Reads what that takes, once, and says how it begins. */
  readonly begin: () => Promise<(c: Case, policy: KeyAccountPolicy) => null>;
}

/** Opens it, unless it is open; run again, it does nothing more. */
export async function openOnce(ports: Ports, policy: Policy, what: OpenOnce): Promise<void> {
  const { key, projectId, requestType, summary, description } = what;
  const now = ports.now();
  const known = await ports.openings.of(key);
  if (known?.issueId != null) return start(ports, policy, known.issueId, what);
  if (known === null && !(await ports.openings.claim(key, now))) return;
  if (known !== null) {
    if (now < plusMs(known.claimedAt, abandonedMs)) return;
    await ports.openings.claimAgain(key, now);
  }
  const reference = `relay-${key}`;
  const opened =
    (known === null ? null : await ports.requests.find(projectId, reference)) ??
    (await ports.requests.raise({ projectId, requestType, reference, summary, description }));
  await ports.openings.opened(key, now, opened);
  await start(ports, policy, opened.issueId, what);
}

/** The ticket learns what it is for, unless it knows. */
async function start(
  ports: Ports,
  policy: Policy,
  issueId: IssueId,
  { knows, begin }: OpenOnce,
): Promise<void> {
  if (knows(keyPartOf((await ports.tickets.load(issueId))?.ledger))) return;
  const self = await ports.policy.self(async () => (await ports.jira.app.myself()).accountId);
  const rule = await begin();
  await takeTurn(
    ports,
    policy,
    issueId,
    { door: ports.jira.app },
    {
      act: { procedure: id, perform: (c, actor) => aboutKeyAccounts(rule)(c, actor, undefined) },
      actor: () => ({ accountId: self, mayTransition: true }),
      expectedRevision: null,
    },
  );
}

/**
 * Does the same in every queue of the settings.
 * @throws the first failure, after every other queue had its turn
 */
export async function inEveryQueue(
  ports: Ports,
  failed: string,
  open: (policy: Policy, queue: Policy['queues'][string]) => Promise<void>,
): Promise<void> {
  const policy = await ports.policy.current();
  if (policy === null) return;
  const failures: unknown[] = [];
  for (const queue of Object.values(policy.queues)) {
    try {
      await open(policy, queue);
    } catch (error) {
      ports.log.error(failed, error, { projectId: queue.projectId });
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
