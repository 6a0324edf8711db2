// Jira sends no event when somebody's account is deactivated: every hour, ask about everybody an SOP may ask (A14).
import type { AccountId } from '../domain/ids';
import type { DirectoryPerson, Person } from '../domain/people';
import type { Ports } from './ports';

/** Accounts per request. */
const perRequest = 100;
/** Open asks of one person that are handed over at once; the rest follow with the next check. */
const mostAsks = 500;

/**
 * Notes who has gone, come back or changed their name, and queues the tickets that wait for somebody who has gone.
 * @returns how many people changed
 */
export async function checkPeople(ports: Ports): Promise<number> {
  const people = await ports.directory.everybody();
  const changed: DirectoryPerson[] = [];
  for (let start = 0; start < people.length; start += perRequest) {
    const some = people.slice(start, start + perRequest);
    const known = await ports.jira.app.people(some.map(({ accountId }) => accountId));
    changed.push(...some.flatMap((person) => refreshed(person, known.find(({ accountId }) => accountId === person.accountId)) ?? []));
  }
  if (changed.length > 0) await ports.directory.put([], changed);
  for (const person of changed.filter(({ active }) => !active)) await queueAsksOf(ports, person.accountId);
  if (changed.length > 0) ports.log.info('people-changed', { people: changed.length });
  return changed.length;
}

/** The person as Jira knows them now, or null when nothing is new; whoever Jira no longer knows is gone. */
function refreshed(person: DirectoryPerson, known: Person | undefined): DirectoryPerson | null {
  const now: DirectoryPerson = known === undefined ? { ...person, active: false } : { ...person, ...known };
  return JSON.stringify(now) === JSON.stringify({ ...now, ...person }) ? null : now;
}

async function queueAsksOf(ports: Ports, person: AccountId): Promise<void> {
  const asks = await ports.tickets.asksOf('holder', person, mostAsks);
  if (asks.length > 0) await ports.turns.push(asks.map(({ issueId }) => ({ issueIds: [issueId], delaySeconds: 0 })));
}
