// Jira sends no event when somebody's account is deactivated: every hour, ask about everybody an SOP may ask (A14).
import type { AccountId } from '../domain/ids';
import type { DirectoryPerson } from '../domain/people';
import type { Ports } from './ports';

/** Accounts per request. */
const perRequest = 100;
/** Open asks of one person that are handed over at once; the rest follow with the next check. */
const mostAsks = 500;

/**
 * Notes who has gone or come back, and queues the tickets that wait for somebody who has gone.
 * @returns how many people changed
 */
export async function checkPeople(ports: Ports): Promise<number> {
  const people = await ports.directory.everybody();
  const changed: DirectoryPerson[] = [];
  for (let start = 0; start < people.length; start += perRequest) {
    const some = people.slice(start, start + perRequest);
    const known = await ports.jira.app.people(some.map(({ accountId }) => accountId));
    const active = new Set(known.filter((one) => one.active).map(({ accountId }) => accountId));
    changed.push(...some.flatMap((person) => (active.has(person.accountId) === person.active ? [] : [{ ...person, active: !person.active }])));
  }
  if (changed.length > 0) await ports.directory.put([], changed);
  for (const person of changed.filter(({ active }) => !active)) await queueAsksOf(ports, person.accountId);
  if (changed.length > 0) ports.log.info('people-changed', { people: changed.length });
  return changed.length;
}

async function queueAsksOf(ports: Ports, person: AccountId): Promise<void> {
  const asks = await ports.tickets.asksOf('holder', person, mostAsks);
  if (asks.length > 0) await ports.turns.push(asks.map(({ issueId }) => ({ issueIds: [issueId], delaySeconds: 0 })));
}
