// Every name in the file becomes an id of this site, or a problem that names it.
import type { CustomerAccount } from '../../core/account';
import type { DirectoryPerson } from '../../core/people';
import type { Settings } from '../../core/policy';
import { accountPartsOf, type Configured } from '../app-procedure';
import type { AccountPart } from '../accounts/account-part';
import type { Catalogue } from '../settings-ports';
import type { ConfigurationFile } from './file';
import { byName, Resolution } from './resolution';
import { resolveSettings } from './resolve-settings';
import type { SettingsProblem } from './problems';

export interface Resolved {
  readonly policy: Settings;
  readonly accounts: readonly CustomerAccount[];
  readonly people: readonly DirectoryPerson[];
  readonly warnings: readonly SettingsProblem[];
}

/** @returns what can be put in force, or every problem found */
export async function resolve(
  file: ConfigurationFile,
  catalogue: Catalogue,
  {
    procedures,
    inForce,
  }: {
    readonly procedures: readonly Configured[];
    readonly inForce: Settings | null;
  },
): Promise<Resolved | { readonly problems: readonly SettingsProblem[] }> {
  const resolution = new Resolution(catalogue, byName(catalogue), inForce);
  const policy = await resolveSettings(resolution, file, procedures);
  const accounts = await resolveAccounts(resolution, file, accountPartsOf(procedures));
  const people = await resolvePeople(resolution, file, Object.keys(policy.calendars));
  return resolution.problems.length > 0
    ? { problems: resolution.problems }
    : { policy, accounts, people, warnings: resolution.warnings };
}

async function resolveAccounts(
  resolution: Resolution,
  file: ConfigurationFile,
  parts: readonly AccountPart[],
): Promise<CustomerAccount[]> {
  if (file.accounts.length === 0) return [];
  const organizations = await resolution.catalogue.organizations();
  const cids = new Set<string>();
  const accounts: CustomerAccount[] = [];
  for (const [index, account] of file.accounts.entries()) {
    const path = `accounts[${index}]`;
    if (cids.has(account.cid))
      resolution.problem(
        `${path}.cid`,
        `The CID ${account.cid} is used twice.`,
        'Give every account its own.',
      );
    cids.add(account.cid);
    let resolved: CustomerAccount = {
      cid: account.cid,
      name: account.name,
      organizations: account.organizations.map(
        (name, place) =>
          resolution.named(
            `${path}.organizations[${place}]`,
            'organization',
            name,
            organizations,
            'in Jira',
          ).id,
      ),
      accountManager: await resolution.colleague(`${path}.accountManager`, account.accountManager),
      regionalManager: await resolution.colleague(
        `${path}.regionalManager`,
        account.regionalManager,
      ),
      ...(account.customerSuccessManager === undefined
        ? {}
        : {
            customerSuccessManager: await resolution.colleague(
              `${path}.customerSuccessManager`,
              account.customerSuccessManager,
            ),
          }),
    };
    for (const { configuration } of parts) {
      const change = configuration?.change(account);
      if (change !== undefined)
        resolved = await change(resolved, (place, name) =>
          resolution.person(`${path}.${place}`, name),
        );
    }
    accounts.push(resolved);
  }
  return accounts;
}

/** Calendars and delegations, and everybody else who was named anywhere in the file. */
async function resolvePeople(
  resolution: Resolution,
  file: ConfigurationFile,
  calendars: readonly string[],
): Promise<DirectoryPerson[]> {
  const described = new Map<string, Partial<DirectoryPerson>>();
  for (const [index, { person, calendar, delegation }] of file.people.entries()) {
    const path = `people[${index}]`;
    const accountId = await resolution.person(`${path}.person`, person);
    if (calendar !== undefined && !calendars.includes(calendar))
      resolution.problem(
        `${path}.calendar`,
        `There is no calendar "${calendar}" in this file.`,
        `Name one of: ${calendars.join(', ')}.`,
      );
    if (delegation !== undefined && delegation.until <= delegation.from)
      resolution.problem(
        `${path}.delegation`,
        'The absence ends before it begins.',
        'Swap the two times.',
      );
    described.set(accountId, {
      ...(calendar === undefined ? {} : { calendar }),
      ...(delegation === undefined
        ? {}
        : {
            delegation: {
              delegate: await resolution.colleague(
                `${path}.delegation.delegate`,
                delegation.delegate,
              ),
              from: new Date(delegation.from).toISOString(),
              until: new Date(delegation.until).toISOString(),
            },
          }),
    });
  }
  return [...resolution.people.values()].map((person) => ({
    ...person,
    ...described.get(person.accountId),
  }));
}
