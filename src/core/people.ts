import type { AccountId, ProjectId } from './ids';
import type { Instant } from './instant';

/** Somebody with an Atlassian account. */
export interface Person {
  readonly accountId: AccountId;
  readonly name: string;
  /** False once the account is deactivated. */
  readonly active: boolean;
  /** `customer`: a portal-only customer; `app`: a bot or an app, which never answers and never asks. */
  readonly kind: 'person' | 'customer' | 'app';
  readonly avatarUrl?: string;
}

/** Somebody who is away names who stands in (A14). */
export interface Delegation {
  readonly delegate: AccountId;
  readonly from: Instant;
  readonly until: Instant;
}

/** What the directory knows about somebody whom an SOP may ask. */
export interface DirectoryPerson extends Person {
  /** Key of the calendar this person works by; the queue's when absent. */
  readonly calendar?: string;
  readonly delegation?: Delegation;
  /** Queues whose tickets this person cannot see, as it was looked up last (AM-03). */
  readonly cannotSee?: readonly ProjectId[];
}

/** The people that matter to one ticket, by account id. */
export type People = Readonly<Record<AccountId, DirectoryPerson>>;

/** How somebody is called of whom not even the name is known. */
export const nameless = 'somebody unknown';

/** How to call somebody. */
export const nameOf = (people: People, accountId: AccountId | null): string =>
  accountId === null ? 'nobody' : (people[accountId]?.name ?? nameless);

/** Can this person be asked now? Somebody unknown to the directory is taken to be there: Jira will tell. */
export const isActive = (people: People, accountId: AccountId): boolean =>
  people[accountId]?.active ?? true;

/** Who stands in for somebody at that moment, if an active delegate is named (A14). */
export function delegateOf(people: People, accountId: AccountId, now: Instant): AccountId | null {
  const delegation = people[accountId]?.delegation;
  if (!delegation || now < delegation.from || now >= delegation.until) return null;
  return isActive(people, delegation.delegate) ? delegation.delegate : null;
}

/** The people, and who was looked for among them in vain. */
export function notingWhoIsMissing(people: People): {
  readonly people: People;
  readonly missing: ReadonlySet<AccountId>;
} {
  const missing = new Set<AccountId>();
  return {
    missing,
    people: new Proxy(people, {
      get(known, id): DirectoryPerson | undefined {
        if (typeof id !== 'string') return undefined;
        if (!Object.hasOwn(known, id)) missing.add(id);
        return known[id];
      },
    }),
  };
}
