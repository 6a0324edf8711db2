// A10, A12, A16: what the accounts lack that an SOP needs of them. A directory is read in pages, so counts add up.
import type { CustomerAccount } from '../account';
import type { AccountId } from '../ids';
import type { DirectoryPerson } from '../people';
import { bad, byUrgency, type Finding, fine, listed } from './finding';

/** What was found so far: how many accounts, and the first few names of each thing that is wrong. */
export interface AccountsFound {
  readonly accounts: number;
  readonly withoutOrganization: Counted;
  readonly unknownManager: Counted;
  readonly nobodyAbove: Counted;
  /** Of how many accounts somebody is account manager or regional manager. */
  readonly duties: Readonly<Record<AccountId, Duties>>;
}

export interface Duties {
  readonly asAccountManager: number;
  readonly asRegionalManager: number;
}

interface Counted {
  readonly count: number;
  readonly names: readonly string[];
}

const none: Counted = { count: 0, names: [] };
export const noAccountsFound: AccountsFound = {
  accounts: 0,
  withoutOrganization: none,
  unknownManager: none,
  nobodyAbove: none,
  duties: {},
};

const namesKept = 5;
const counted = (before: Counted, more: readonly CustomerAccount[]): Counted => ({
  count: before.count + more.length,
  names: [...before.names, ...more.map(({ cid, name }) => `${name} (${cid})`)].slice(0, namesKept),
});

/** Adds some more accounts to what was found. @param people everybody in the directory */
export function lookThrough(
  before: AccountsFound,
  accounts: readonly CustomerAccount[],
  people: ReadonlyMap<AccountId, DirectoryPerson>,
  fallback: readonly AccountId[],
): AccountsFound {
  const there = fallback.filter((person) => people.get(person)?.active ?? true);
  const duties: Record<AccountId, Duties> = { ...before.duties };
  for (const { accountManager, regionalManager } of accounts) {
    const am = duties[accountManager] ?? { asAccountManager: 0, asRegionalManager: 0 };
    duties[accountManager] = { ...am, asAccountManager: am.asAccountManager + 1 };
    const rm = duties[regionalManager] ?? { asAccountManager: 0, asRegionalManager: 0 };
    duties[regionalManager] = { ...rm, asRegionalManager: rm.asRegionalManager + 1 };
  }
  return {
    accounts: before.accounts + accounts.length,
    withoutOrganization: counted(
      before.withoutOrganization,
      accounts.filter(({ organizations }) => organizations.length === 0),
    ),
    unknownManager: counted(
      before.unknownManager,
      accounts.filter((one) => !people.has(one.accountManager) || !people.has(one.regionalManager)),
    ),
    nobodyAbove: counted(
      before.nobodyAbove,
      accounts.filter(
        ({ accountManager, regionalManager }) =>
          accountManager === regionalManager && there.every((person) => person === accountManager),
      ),
    ),
    duties,
  };
}

const some = ({ count, names }: Counted): string => listed(names, count);
const have = ({ count }: Counted, one: string, many: string): string => (count === 1 ? one : many);

/** What stands in the way of looping somebody in for these accounts. */
export function checkAccounts({
  accounts,
  withoutOrganization,
  unknownManager,
  nobodyAbove,
}: AccountsFound): Finding[] {
  if (accounts === 0) {
    return [
      bad('blocking', {
        code: 'accounts',
        what: 'There is no account yet, so nobody can be looped in.',
        clause: 'AM-08',
        fix: 'Import the accounts with their organizations and managers.',
      }),
    ];
  }
  const findings: Finding[] = [];
  if (unknownManager.count > 0) {
    findings.push(
      bad('blocking', {
        code: 'managers',
        what: `${some(unknownManager)} ${have(unknownManager, 'names a manager', 'name managers')} whom nobody has matched to a Jira user.`,
        clause: 'A16',
        fix: 'Match the name to a Jira user, and import the account again.',
      }),
    );
  }
  if (nobodyAbove.count > 0) {
    findings.push(
      bad('blocking', {
        code: 'nobody-above',
        what: `Both managers of ${some(nobodyAbove)} are one person, and nobody else who is there stands on the fallback list: escalations end at once.`,
        clause: 'A10',
        fix: 'Add somebody else to the fallback list.',
      }),
    );
  }
  if (withoutOrganization.count > 0) {
    findings.push(
      bad('warning', {
        code: 'organizations',
        what: `${some(withoutOrganization)} ${have(withoutOrganization, 'has', 'have')} no organization: no ticket is recognized as theirs.`,
        clause: 'A12',
        fix: 'Name the Jira Service Management organizations of the account.',
      }),
    );
  }
  if (findings.length === 0)
    findings.push(
      fine({
        code: 'accounts',
        what: `${accounts === 1 ? 'The one account has' : `All ${accounts} accounts have`} organizations and managers whom Jira knows.`,
        clause: 'AM-08',
      }),
    );
  return byUrgency(findings);
}
