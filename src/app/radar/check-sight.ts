// AM-03: Jira sends no event when somebody loses sight of a project. Every hour, ask about everybody for whom something
// waits just now, in whichever procedure.
import type { AccountId, ProjectId } from '../../core/ids';
import type { DirectoryPerson } from '../../core/people';
import { waitingList } from '../../core/wait-rows';
import { blindCode } from '../../core/wait-sight';
import { queueAsksOf } from '../absences/queue-asks';
import { queueHandOvers } from '../accounts/hand-over';
import { JiraRefused } from '../errors';
import type { Ports } from '../ports';
import type { Health } from '../settings-ports';

/** A request each; who is beyond that is looked at by the doctor, or when fewer are asked. */
const mostPeople = 300;
const atOnce = 5;
/** So many lines are read to see for whom something waits; where there are more, each person is looked up instead. */
const mostLines = 1_000;
/** Jira: accounts per request. */
const perRequest = 100;

/**
 * Notes who cannot see a queue that they answer in, and queues the tickets that wait for them.
 * @param sees asked as the app. Jira lets apps ask about other people (REST reference, "Get bulk permissions"); where a
 *   site does not, the doctor's last look stands.
 * @returns how many people changed
 */
export async function checkSight(ports: Ports, sees: Health['permissionsOf']): Promise<number> {
  const policy = await ports.policy.current();
  const queues = Object.keys(policy?.queues ?? {});
  if (queues.length === 0) return 0;
  const [everybody, holders] = await Promise.all([
    ports.directory.everybody(),
    ports.tickets.listedPeople(waitingList, mostLines),
  ]);
  const holds = async (person: AccountId): Promise<boolean> =>
    holders === null
      ? (await ports.tickets.listed(waitingList, person, 1)).length > 0
      : holders.has(person);
  const known = await inGroups(
    everybody.filter(({ active }) => active),
    async (person) =>
      person.cannotSee !== undefined || (await holds(person.accountId)) ? person : null,
  );
  const asked = [...known, ...(await others(ports, everybody, holders ?? new Set()))];
  try {
    const changed = await inGroups(asked.slice(0, mostPeople), async (person) =>
      (await noteSight(ports, person, queues, (await sees(person.accountId, queues)).browse))
        ? person
        : null,
    );
    return changed.length;
  } catch (error) {
    if (!(error instanceof JiraRefused)) throw error;
    ports.log.error('sight-not-told', error);
    return 0;
  }
}

/** Whoever has something to do and stands in no directory, such as an assignee. */
async function others(
  ports: Ports,
  everybody: readonly DirectoryPerson[],
  holders: ReadonlySet<AccountId>,
): Promise<DirectoryPerson[]> {
  const directory = new Set(everybody.map(({ accountId }) => accountId));
  const ids = [...holders].filter((person) => !directory.has(person)).slice(0, perRequest);
  const found = ids.length === 0 ? [] : await ports.jira.app.people(ids);
  return found.filter(({ active, kind }) => active && kind === 'person');
}

/** Remembers what somebody cannot see, with the person. @returns false when it was known */
export async function noteSight(
  ports: Ports,
  person: DirectoryPerson,
  queues: readonly ProjectId[],
  seen: readonly ProjectId[],
): Promise<boolean> {
  const { cannotSee: before = [], ...rest } = person;
  const now = queues.filter((queue) => !seen.includes(queue));
  if (now.join() === before.join()) return false;
  await ports.directory.put([], [now.length === 0 ? rest : { ...rest, cannotSee: now }]);
  await queueAsksOf(ports, person.accountId);
  // What waited for them is with others by now, and is not found in their list.
  for (const queue of before.filter((one) => !now.includes(one)))
    await queueHandOvers(
      ports,
      (await ports.tickets.onRadar(queue, mostLines)).flatMap(({ issueId, items }) =>
        items.some(({ code }) => code === blindCode) ? [issueId] : [],
      ),
    );
  return true;
}

async function inGroups<One, Other>(
  all: readonly One[],
  ask: (one: One) => Promise<Other | null>,
): Promise<Other[]> {
  const answers: Other[] = [];
  for (let start = 0; start < all.length; start += atOnce) {
    const group = await Promise.all(all.slice(start, start + atOnce).map(ask));
    answers.push(...group.filter((one) => one !== null));
  }
  return answers;
}
