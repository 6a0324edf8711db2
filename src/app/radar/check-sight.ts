// AM-03: Jira sends no event when somebody loses sight of a project. Every hour, ask about everybody who is asked for a
// response just now.
import { holderList } from '../../core/procedure';
import type { AccountId, ProjectId } from '../../core/ids';
import type { DirectoryPerson } from '../../core/people';
import { queueAsksOf } from '../absences/queue-asks';
import { JiraRefused } from '../errors';
import type { Ports } from '../ports';
import type { Health } from '../settings-ports';

/** A request each; who is beyond that is looked at by the doctor, or when fewer are asked. */
const mostPeople = 300;
const atOnce = 5;
/** So many open asks are read to see who holds them; where there are more, each person is looked up instead. */
const mostAsks = 1_000;

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
    ports.tickets.listedPeople(holderList, mostAsks),
  ]);
  const holds = async (person: AccountId): Promise<boolean> =>
    holders === null
      ? (await ports.tickets.listed(holderList, person, 1)).length > 0
      : holders.has(person);
  const asked = await inGroups(
    everybody.filter(({ active }) => active),
    async (person) =>
      person.cannotSee !== undefined || (await holds(person.accountId)) ? person : null,
  );
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
