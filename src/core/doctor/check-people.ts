// AM-03: everybody an SOP may ask is a user of the service desk, sees its queues and can answer there.
import type { AccountId, ProjectId } from '../ids';
import type { Instant } from '../instant';
import type { DirectoryPerson } from '../people';
import type { Policy } from '../policy';
import type { Duties } from './check-accounts';
import { bad, type Finding, fine, listed } from './finding';

/** Somebody an SOP may ask, as Jira knows them now. */
export interface PersonFacts {
  readonly person: DirectoryPerson;
  /** Null where Jira was not asked, because the account is deactivated. */
  readonly may: {
    readonly browse: readonly ProjectId[];
    readonly comment: readonly ProjectId[];
  } | null;
}

/** In what role an SOP may ask that person; null when in none. */
export function roleOf(
  policy: Policy,
  duties: Readonly<Record<AccountId, Duties>>,
  people: readonly DirectoryPerson[],
  person: AccountId,
): string | null {
  const { asAccountManager = 0, asRegionalManager = 0 } = duties[person] ?? {};
  const roles = [
    ...(asAccountManager > 0 ? [`account manager of ${asAccountManager}`] : []),
    ...(asRegionalManager > 0 ? [`regional manager of ${asRegionalManager}`] : []),
    ...(policy.fallback.includes(person) ? ['on the fallback list'] : []),
    ...(people.some(({ delegation }) => delegation?.delegate === person) ? ['a delegate'] : []),
  ];
  return roles.length === 0 ? null : roles.join(', ');
}

/** What keeps one person from being asked or from answering; empty when nothing does. */
export function checkPerson(
  policy: Policy,
  role: string,
  { person, may }: PersonFacts,
  delegate: DirectoryPerson | null,
  now: Instant,
): Finding[] {
  const who = `${person.name} (${role})`;
  const covered =
    person.delegation !== undefined &&
    person.delegation.from <= now &&
    now < person.delegation.until &&
    delegate?.active === true;
  if (!person.active) {
    return [
      bad(covered ? 'warning' : 'blocking', {
        code: 'person-active',
        what: `The account of ${who} is deactivated${covered ? `; ${delegate.name} stands in` : ''}.`,
        clause: 'A14',
        fix: 'Name somebody else for these accounts or on the fallback list. Until then the delegate, the regional manager or the fallback is asked.',
      }),
    ];
  }
  if (person.kind !== 'person') {
    return [
      bad('blocking', {
        code: 'person-user',
        what: `${who} is ${person.kind === 'app' ? 'an app' : 'a portal customer'}, not a user of Jira.`,
        clause: 'AM-03',
        fix: 'Name somebody with a Jira account, or give them one.',
      }),
    ];
  }
  const findings: Finding[] = [];
  if (delegate !== null && !delegate.active && (person.delegation?.until ?? '') > now) {
    findings.push(
      bad('warning', {
        code: 'delegate',
        what: `The delegate of ${who}, ${delegate.name}, is deactivated.`,
        clause: 'A14',
        fix: 'Name another delegate.',
      }),
    );
  }
  const keys = (ids: readonly ProjectId[]): string[] =>
    Object.values(policy.queues)
      .filter(({ projectId }) => !ids.includes(projectId))
      .map(({ key }) => key);
  const blind = keys(may?.browse ?? []);
  const mute = keys(may?.comment ?? []).filter((key) => !blind.includes(key));
  if (blind.length > 0) {
    findings.push(
      bad('blocking', {
        code: 'person-sees',
        what: `${who} cannot see ${listed(blind)}.`,
        clause: 'AM-03',
        fix: 'Give them the role or group that may browse the project; collaborators may without an agent licence.',
      }),
    );
  }
  if (mute.length > 0) {
    findings.push(
      bad('warning', {
        code: 'person-comments',
        what: `${who} can see ${listed(mute)} but add no comment there, so they can answer with the button only.`,
        clause: 'AM-02',
        fix: 'Grant them "Add comments" in the project.',
      }),
    );
  }
  return findings;
}

/** AM-09, X6: the fallback list as a whole. */
export function checkFallback(
  policy: Policy,
  people: ReadonlyMap<AccountId, DirectoryPerson>,
): Finding[] {
  const fix = 'Add somebody who is there to the fallback list.';
  if (policy.fallback.length === 0)
    return [
      bad('blocking', {
        code: 'fallback',
        what: 'The fallback list is empty.',
        clause: 'AM-09',
        fix,
      }),
    ];
  const there = policy.fallback.filter((person) => people.get(person)?.active ?? true);
  return there.length === 0
    ? [
        bad('blocking', {
          code: 'fallback',
          what: 'Nobody on the fallback list is there.',
          clause: 'AM-09',
          fix,
        }),
      ]
    : [
        fine({
          code: 'fallback',
          what: `${there.length} on the fallback list can be asked.`,
          clause: 'AM-09',
        }),
      ];
}
