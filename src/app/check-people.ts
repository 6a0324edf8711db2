// Jira sends no event when somebody's account is deactivated, and an absence begins without one: every hour, look at
// everybody an SOP may ask (A14).
import { type Instant, minuteMs, plusMs } from '../core/instant';
import type { DirectoryPerson, Person } from '../core/people';
import { peopleNamedIn } from '../core/policy';
import { queueAsksOf } from './absences/queue-asks';
import type { Ports } from './ports';

/** Accounts per request. */
const perRequest = 100;
/** The check runs every hour; looking back twice as far, a check that was missed is made good by the next. */
const lookBackMs = 2 * 60 * minuteMs;

/**
 * Notes who has gone, come back or changed their name, and queues the tickets that wait for somebody who has gone or
 * whose absence has begun.
 * @returns how many people changed
 */
export async function checkPeople(ports: Ports): Promise<number> {
  const people = await ports.directory.everybody();
  const changed: DirectoryPerson[] = [];
  for (let start = 0; start < people.length; start += perRequest) {
    const some = people.slice(start, start + perRequest);
    const known = await ports.jira.app.people(some.map(({ accountId }) => accountId));
    changed.push(
      ...some.flatMap(
        (person) =>
          refreshed(
            person,
            known.find(({ accountId }) => accountId === person.accountId),
          ) ?? [],
      ),
    );
  }
  if (changed.length > 0) await ports.directory.put([], changed);
  const policy = await ports.policy.current();
  if (policy !== null) await ports.directory.name(peopleNamedIn(policy));
  const gone = changed.filter(({ active }) => !active);
  const away = people.filter(
    (person) =>
      hasJustLeft(person, ports.now()) &&
      !gone.some(({ accountId }) => accountId === person.accountId),
  );
  for (const person of [...gone, ...away]) await queueAsksOf(ports, person.accountId);
  if (changed.length > 0) ports.log.info('people-changed', { people: changed.length });
  return changed.length;
}

const hasJustLeft = ({ delegation }: DirectoryPerson, now: Instant): boolean =>
  delegation !== undefined &&
  delegation.from <= now &&
  delegation.from > plusMs(now, -lookBackMs) &&
  delegation.until > now;

/** The person as Jira knows them now, or null when nothing is new; whoever Jira no longer knows is gone. */
function refreshed(person: DirectoryPerson, known: Person | undefined): DirectoryPerson | null {
  const now: DirectoryPerson =
    known === undefined ? { ...person, active: false } : { ...person, ...known };
  return JSON.stringify(now) === JSON.stringify({ ...now, ...person }) ? null : now;
}
