// Names in a file become ids of Jira. Each name is asked once, however many lines have it.
import type { CustomerAccount } from '../../../core/account';
import type { AccountId, OrganizationId } from '../../../core/ids';
import type { ImportProblem } from '../../../contract/accounts';
import type { Catalogue } from '../../settings-ports';
import { isTooLarge, tooLarge } from '../bounds';
import { columnNames } from '../columns';
import type { BadRow, ReadRow } from './read-row';

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
    const note = (column: string, { message, remedy }: Unknown): void =>
      void problems.push({ line: row.line, column, message, remedy });
    const person = async (column: string, name: string): Promise<AccountId> => {
      const found = await this.#person(name);
      if (typeof found === 'string') return found;
      note(column, found);
      return '';
    };
    const organizations: OrganizationId[] = [];
    for (const name of row.organizations ?? []) {
      const id = (await this.#organizationIds()).get(name.toLowerCase());
      if (id === undefined)
        note(columnNames.organizations, {
          message: `Jira has no organization "${name}".`,
          remedy: 'Correct the name, or add the organization in Jira first.',
        });
      else organizations.push(id);
    }
    const { externalId = before?.externalId, contacts = before?.contacts } = row;
    let account: CustomerAccount = {
      cid: row.cid,
      name: row.name,
      organizations:
        row.organizations === undefined ? (before?.organizations ?? []) : organizations,
      accountManager: '',
      regionalManager: '',
      ...(externalId == null ? {} : { externalId }),
      ...(contacts === undefined ? {} : { contacts }),
      ...(before?.parts === undefined ? {} : { parts: before.parts }),
    };
    for (const change of row.changes) account = await change(account, person, row.day);
    const csm =
      row.customerSuccessManager == null
        ? row.customerSuccessManager
        : await person(columnNames.customerSuccessManager, row.customerSuccessManager);
    const customerSuccessManager = csm === undefined ? before?.customerSuccessManager : csm;
    account = {
      ...account,
      ...(customerSuccessManager == null ? {} : { customerSuccessManager }),
      accountManager: await person(columnNames.accountManager, row.accountManager),
      regionalManager: await person(columnNames.regionalManager, row.regionalManager),
    };
    if (isTooLarge(account)) note(columnNames.contacts, tooLarge);
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
