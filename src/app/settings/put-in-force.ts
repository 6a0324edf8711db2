// The one way in which settings come into force: as a new version, in one step, with everybody they name known.
import type { AccountId } from '../../core/ids';
import type { DirectoryPerson, Person } from '../../core/people';
import { peopleNamedIn, type Policy, type Settings } from '../../core/policy';
import { beginPass } from '../first-pass';
import { queueHandOvers } from '../accounts/hand-over';
import type { Ports, SettingsDraft } from '../ports';

/** The version that these settings would be. What plays old tickets through a draft needs no more than this. */
export const versionAfter = (
  live: Policy | null,
  settings: Settings,
  now: string,
  by: AccountId | null,
  comment: string,
): Policy => ({
  ...settings,
  version: (live?.version ?? 0) + 1,
  publishedAt: now,
  publishedBy: by,
  comment,
  effectiveFrom: live?.effectiveFrom ?? now,
});

/**
 * @param draft the draft that they were, which is emptied
 * @returns the version in force now
 * @throws ChangedMeanwhile when another version, or another draft, came first; then nothing is changed
 */
export async function putInForce(
  ports: Ports,
  settings: Settings,
  {
    live,
    by,
    comment,
    people,
    draft,
  }: {
    readonly live: Policy | null;
    readonly by: AccountId;
    readonly comment: string;
    readonly people: readonly Person[];
    readonly draft?: SettingsDraft;
  },
): Promise<Policy> {
  await knowPeople(ports, people);
  const policy = versionAfter(live, settings, ports.now(), by, comment);
  await ports.policy.publish(policy, live?.version ?? null, draft);
  await ports.directory.name(peopleNamedIn(policy));
  for (const projectId of Object.keys(policy.queues))
    if (live?.queues[projectId] === undefined) await beginPass(ports, projectId);
  await lookAgain(ports, policy);
  ports.log.info('settings-published', {
    version: policy.version,
    queues: Object.keys(policy.queues).length,
  });
  return policy;
}

/** Tickets of one queue that are looked at again at once; the hourly reconcile and their own times find the others. */
const mostAgain = 500;

/** What is not as it should be may be by the new settings: what fell due while a queue only looked on goes on (A7). */
async function lookAgain(ports: Ports, { queues }: Policy): Promise<void> {
  for (const projectId of Object.keys(queues)) {
    const found = await ports.tickets.onRadar(projectId, mostAgain);
    await queueHandOvers(
      ports,
      found.map(({ issueId }) => issueId),
    );
  }
}

/** Whoever the settings name can be asked from now on; what is known of somebody otherwise stays. */
async function knowPeople(ports: Ports, people: readonly Person[]): Promise<void> {
  const known = await ports.directory.people(people.map(({ accountId }) => accountId));
  const fresh = people.filter(({ accountId }) => !known.some((one) => one.accountId === accountId));
  if (fresh.length > 0) await ports.directory.put([], fresh);
}

/** People as a file describes them; what it does not say of somebody stays as it is known. */
export async function withWhatIsKnown(
  ports: Ports,
  people: readonly DirectoryPerson[],
): Promise<readonly DirectoryPerson[]> {
  const known = new Map(
    (await ports.directory.people(people.map(({ accountId }) => accountId))).map((person) => [
      person.accountId,
      person,
    ]),
  );
  return people.map((person) => ({ ...known.get(person.accountId), ...person }));
}
