// AM-03 for everybody an SOP may ask, some at a time: Jira tells permissions person by person.
import { checkFallback, checkPerson, roleOf } from '../../core/doctor/check-people';
import type { AccountsFound } from '../../core/doctor/check-accounts';
import { type Finding, fine } from '../../core/doctor/finding';
import type { DirectoryPerson } from '../../core/people';
import type { Policy } from '../../core/policy';
import type { Ports } from '../ports';
import type { Health } from '../settings-ports';
import { noteSight } from '../radar/check-sight';

/** People per call: one request each, well within a function's 25 seconds. */
const perCall = 20;
/** Requests at the same time (Jira, "Rate limiting": bursts). */
const atOnce = 5;

/** @param from how many were examined before; @returns what was found, and where to go on */
export async function examinePeople(
  ports: Ports,
  health: Health,
  policy: Policy,
  { duties }: AccountsFound,
  from: number,
): Promise<{ readonly findings: readonly Finding[]; readonly next: string | null }> {
  const everybody = [...(await ports.directory.everybody())].sort((a, b) =>
    a.accountId < b.accountId ? -1 : 1,
  );
  const people = new Map(everybody.map((person) => [person.accountId, person]));
  const meant = everybody.flatMap((person) => {
    const role = roleOf(policy, duties, everybody, person.accountId);
    return role === null ? [] : [{ person, role }];
  });
  const some = meant.slice(from, from + perCall);
  const known =
    some.length === 0
      ? []
      : await ports.jira.app.people(some.map(({ person }) => person.accountId));
  const projects = Object.keys(policy.queues);
  const findings: Finding[] = [];
  for (let start = 0; start < some.length; start += atOnce) {
    const checked = some.slice(start, start + atOnce).map(async ({ person, role }) => {
      const now: DirectoryPerson = {
        ...person,
        ...(known.find(({ accountId }) => accountId === person.accountId) ?? { active: false }),
      };
      const may =
        now.active && now.kind === 'person'
          ? await health.permissionsOf(now.accountId, projects)
          : null;
      if (may !== null) await noteSight(ports, now, projects, may.browse);
      const delegate =
        person.delegation === undefined ? null : (people.get(person.delegation.delegate) ?? null);
      return checkPerson(policy, role, { person: now, may }, delegate, ports.now());
    });
    findings.push(...(await Promise.all(checked)).flat());
  }
  const done = from + some.length;
  if (done < meant.length) return { findings, next: String(done) };
  const all = fine({
    code: 'people',
    what: `${meant.length} people whom an SOP may ask were looked at; whoever is not named above sees every queue and can answer.`,
    clause: 'AM-03',
  });
  return { findings: [...findings, ...checkFallback(policy, people), all], next: null };
}
