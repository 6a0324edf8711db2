// Names in a file become ids of Jira. Each name is asked once, however many lines have it.
import type { CustomerAccount } from '../../../core/account';
import type { AccountId, OrganizationId } from '../../../core/ids';
import type { ImportProblem } from '../../../contract/accounts';
import type { Catalogue } from '../../settings-ports';
import { isTooLarge, tooLarge } from '../bounds';
import { emptyAccess } from '../../../procedures/access-request/accounts/read-access';
import { type BadRow, type Column, columnNames, type ReadRow } from './read-row';

/** Why a name is no id, and what to do. */
interface Unknown {
  readonly message: string;
  readonly remedy: string;
}

export class Names {
  readonly #people = new Map<string, Promise<AccountId | Unknown>>();
  #organizations: Promise<ReadonlyMap<string, OrganizationId>> | null = null;

  /** What ids are called in the file. */
  readonly #called = new Map<AccountId, string>();

  constructor(private readonly catalogue: Pick<Catalogue, 'people' | 'organizations'>) {}

  /** What somebody is called whom the file names. */
  nameOf(id: AccountId): string | undefined {
    return this.#called.get(id);
  }

  /** The account of a line over what is known of it, or everything that could not be found (A16). */
  async accountOf(row: ReadRow, before: CustomerAccount | null): Promise<CustomerAccount | BadRow> {
    const problems: ImportProblem[] = [];
    const note = (column: Column, { message, remedy }: Unknown): void =>
      void problems.push({ line: row.line, column: columnNames[column], message, remedy });
    const person = async (column: Column, name: string): Promise<AccountId> => {
      const found = await this.#person(name);
      if (typeof found === 'string') return found;
      note(column, found);
      return '';
    };
    const organizations: OrganizationId[] = [];
    for (const name of row.organizations ?? []) {
      const id = (await this.#organizationIds()).get(name.toLowerCase());
      if (id === undefined)
        note('organizations', {
          message: `Jira has no organization "${name}".`,
          remedy: 'Correct the name, or add the organization in Jira first.',
        });
      else organizations.push(id);
    }
    const { externalId, customerSuccessManager, keyAccount, products, contacts, rateCard, access } =
      row;
    const keeper = access?.keeper == null ? null : await person('accessKeeper', access.keeper);
    const contact = access?.contact == null ? null : await person('accessContact', access.contact);
    const participants: AccountId[] = [];
    for (const name of access?.participants ?? [])
      participants.push(await person('accessParticipants', name));
    const csm =
      customerSuccessManager == null
        ? undefined
        : await person('customerSuccessManager', customerSuccessManager);
    const account: CustomerAccount = {
      ...without(before, [
        ...(externalId === null ? (['externalId'] as const) : []),
        ...(customerSuccessManager === null ? (['customerSuccessManager'] as const) : []),
        ...(keyAccount === null ? (['keyAccount'] as const) : []),
        ...(rateCard === null ? (['rateCard'] as const) : []),
      ]),
      cid: row.cid,
      name: row.name,
      organizations:
        row.organizations === undefined ? (before?.organizations ?? []) : organizations,
      accountManager: await person('accountManager', row.accountManager),
      regionalManager: await person('regionalManager', row.regionalManager),
      ...(externalId == null ? {} : { externalId }),
      ...(csm === undefined ? {} : { customerSuccessManager: csm }),
      ...(keyAccount == null ? {} : { keyAccount }),
      ...(products === undefined ? {} : { products }),
      ...(contacts === undefined ? {} : { contacts }),
      ...(rateCard == null ? {} : { rateCard }),
      ...(access === undefined
        ? {}
        : {
            access: {
              ...emptyAccess,
              ...before?.access,
              ...access,
              keeper: access.keeper === undefined ? (before?.access?.keeper ?? null) : keeper,
              contact: access.contact === undefined ? (before?.access?.contact ?? null) : contact,
              ...(access.participants === undefined ? {} : { participants }),
            },
          }),
    };
    if (isTooLarge(account)) note('contacts', tooLarge);
    return problems.length > 0 ? { cid: row.cid, problems } : account;
  }

  #person(name: string): Promise<AccountId | Unknown> {
    const key = name.toLowerCase();
    const known = this.#people.get(key) ?? this.#findPerson(name);
    this.#people.set(key, known);
    return known;
  }

  async #findPerson(name: string): Promise<AccountId | Unknown> {
    const found = await this.catalogue.people(name);
    const [only] = found;
    if (only === undefined)
      return {
        message: `Nobody in Jira is called "${name}".`,
        remedy: 'Use the e-mail address, or the name as Jira shows it.',
      };
    if (found.length > 1)
      return {
        message: `${found.length} people in Jira are called "${name}".`,
        remedy: 'Use the e-mail address instead.',
      };
    this.#called.set(only.accountId, only.name);
    return only.active
      ? only.accountId
      : {
          message: `The account of "${name}" is deactivated.`,
          remedy: 'Name somebody who is there.',
        };
  }

  #organizationIds(): Promise<ReadonlyMap<string, OrganizationId>> {
    this.#organizations ??= this.catalogue
      .organizations()
      .then((all) => new Map(all.map(({ id, name }) => [name.toLowerCase(), id])));
    return this.#organizations;
  }
}

/** What is known of an account, without what a line empties. */
const without = (
  account: CustomerAccount | null,
  keys: readonly (keyof CustomerAccount)[],
): Partial<CustomerAccount> =>
  Object.fromEntries(
    Object.entries(account ?? {}).filter(([key]) => !keys.includes(key as keyof CustomerAccount)),
  );
