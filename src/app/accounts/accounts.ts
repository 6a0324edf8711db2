// The list of accounts as an administrator sees and edits it.
import type {
  AccountForm,
  AccountsView,
  AccountView,
  Choice,
  MovingView,
} from '../../contract/accounts';
import type { CustomerAccount } from '../../core/account';
import type { AccountId } from '../../core/ids';
import type { People } from '../../core/people';
import { adminsOnly } from '../administrators';
import { ChangedMeanwhile, RelayError } from '../errors';
import { withNames } from '../names';
import type { Ports } from '../ports';
import { personView } from '../views/why';
import { type AccountPart, remembering } from './account-part';
import type { AccountPorts, StoredAccount } from './account-ports';
import { isTooLarge, tooLarge } from './bounds';
import { asksThatMove, movedAccounts, queueHandOvers } from './hand-over';
import { knowPeople, peopleOf } from './know-people';

const mostChoices = 20;

/** @param manager only the accounts of this account manager; null for everybody's */
export async function listAccounts(
  ports: Ports,
  accounts: AccountPorts,
  search: string,
  manager: AccountId | null,
  cursor: string | null,
): Promise<AccountsView> {
  await adminsOnly(ports, accounts.catalogues.viewer);
  const [page, total] = await Promise.all([
    manager === null
      ? accounts.book.page(search, cursor)
      : accounts.book.ofManager(manager, cursor),
    accounts.book.count(),
  ]);
  return { accounts: await views(ports, accounts, page.accounts), next: page.next, total };
}

/** Open requests that would go to another manager. */
export async function previewAccount(
  ports: Ports,
  accounts: AccountPorts,
  form: AccountForm,
): Promise<{ moving: readonly MovingView[] }> {
  await adminsOnly(ports, accounts.catalogues.viewer);
  const was = await accounts.book.find(form.cid);
  const moving =
    was === null
      ? []
      : await asksThatMove(
          ports,
          [was.account],
          movedAccounts([was.account], [accountOf(form, was.account, accounts.parts)]),
        );
  const records = await ports.tickets.loadAll(moving.map(({ issueId }) => issueId));
  return {
    moving: moving.map(({ issueId, dueAt }) => ({
      key: records.get(issueId)?.ledger.key ?? issueId,
      account: form.name,
      dueAt,
    })),
  };
}

/**
 * Adds an account or changes one; open requests move with it.
 * @throws ChangedMeanwhile when somebody else was faster, or the CID is taken
 */
export async function saveAccount(
  ports: Ports,
  accounts: AccountPorts,
  form: AccountForm,
  expectedRevision: number,
): Promise<AccountView> {
  await adminsOnly(ports, accounts.catalogues.viewer);
  const { book, catalogues } = accounts;
  const was = await book.find(form.cid);
  if (expectedRevision === 0 && was !== null) {
    throw new RelayError('input', `${form.cid} is the CID of ${was.account.name} already.`, {
      field: 'cid',
      remedy: 'Choose another CID, or edit that account.',
    });
  }
  await ownExternalId(book, form);
  const account = remembering(
    accounts.parts,
    accountOf(form, was?.account ?? null, accounts.parts),
    was?.account,
    ports.now().slice(0, 10),
  );
  if (isTooLarge(account))
    throw new RelayError('input', tooLarge.message, { field: 'contacts', remedy: tooLarge.remedy });
  const people = await ports.jira.app.people(peopleOf([account]));
  const unknown = peopleOf([account]).find(
    (id) => !people.some(({ accountId, active }) => accountId === id && active),
  );
  if (unknown !== undefined)
    throw new RelayError('input', 'One of the managers is not an active user of Jira.', {
      field: 'accountManager',
      remedy: 'Choose somebody who is there.',
    });
  const organizations = new Set((await catalogues.app.organizations()).map(({ id }) => id));
  if (!account.organizations.every((id) => organizations.has(id)))
    throw new RelayError('input', 'One of the organizations is gone from Jira.', {
      field: 'organizations',
      remedy: 'Choose the organizations again.',
    });
  const before = was === null ? [] : [was.account];
  const moving = await asksThatMove(ports, before, movedAccounts(before, [account]));
  await book.put([account], expectedRevision);
  await knowPeople(ports, [account]);
  await queueHandOvers(
    ports,
    moving.map(({ issueId }) => issueId),
  );
  ports.log.info('account-saved', { added: was === null, handOvers: moving.length });
  const stored = await book.find(form.cid);
  const [view] = stored === null ? [] : await views(ports, accounts, [stored]);
  if (view === undefined) throw new ChangedMeanwhile(`Account ${form.cid}`);
  return view;
}

export async function removeAccount(
  ports: Ports,
  accounts: AccountPorts,
  cid: string,
  expectedRevision: number,
): Promise<{ removed: true }> {
  await adminsOnly(ports, accounts.catalogues.viewer);
  await accounts.book.remove(cid, expectedRevision);
  return { removed: true };
}

/** People and organizations that begin with, or contain, what was typed. */
export async function choices(
  ports: Ports,
  { catalogues }: AccountPorts,
  kind: 'person' | 'organization',
  search: string,
): Promise<Choice[]> {
  await adminsOnly(ports, catalogues.viewer);
  if (kind === 'person')
    return (await catalogues.viewer.findPeople(search))
      .filter(({ active, kind: what }) => active && what === 'person')
      .slice(0, mostChoices)
      .map(({ accountId, name }) => ({ id: accountId, name }));
  const wanted = search.toLowerCase();
  return (await catalogues.viewer.organizations())
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, mostChoices);
}

async function ownExternalId(
  book: AccountPorts['book'],
  { cid, externalId }: AccountForm,
): Promise<void> {
  const other = externalId === '' ? null : await book.findExternal(externalId);
  if (other === null || other.account.cid === cid) return;
  throw new RelayError('input', `${other.account.name} has this external id already.`, {
    field: 'externalId',
    remedy: 'Every account has its own.',
  });
}

/** The account that the form describes; what the form does not have stays. */
function accountOf(
  form: AccountForm,
  was: CustomerAccount | null,
  parts: readonly AccountPart[],
): CustomerAccount {
  const { cid, name, organizations, accountManager, regionalManager, contacts } = form;
  const { externalId, customerSuccessManager } = form;
  const account: CustomerAccount = {
    ...{ cid, name, organizations, accountManager, regionalManager, contacts },
    ...(externalId === '' ? {} : { externalId }),
    ...(customerSuccessManager === '' ? {} : { customerSuccessManager }),
    ...(was?.parts === undefined ? {} : { parts: was.parts }),
  };
  return parts.reduce((sofar, { id, form: own }) => {
    const typed = form.parts[id];
    return own === undefined || typed === undefined ? sofar : own.change(sofar, typed);
  }, account);
}

async function views(
  ports: Ports,
  { catalogues, parts }: AccountPorts,
  stored: readonly StoredAccount[],
): Promise<AccountView[]> {
  const all = stored.map(({ account }) => account);
  const ids = peopleOf(all);
  const known: People = Object.fromEntries(
    (await ports.directory.people(ids)).map((person) => [person.accountId, person]),
  );
  const [people, organizations, partViews] = await Promise.all([
    withNames(ports, known, ids, true),
    catalogues.app.organizations(),
    Promise.all(
      parts.flatMap(({ id, view }) =>
        view === undefined ? [] : [view(ports, all).then((of) => [id, of] as const)],
      ),
    ),
  ]);
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  return stored.map(({ account, revision }) => ({
    revision,
    cid: account.cid,
    name: account.name,
    externalId: account.externalId ?? '',
    organizations: account.organizations.map((id) => ({
      id,
      name: names.get(id) ?? `Organization ${id}, gone from Jira`,
    })),
    accountManager: personView(people, account.accountManager),
    regionalManager: personView(people, account.regionalManager),
    customerSuccessManager:
      account.customerSuccessManager === undefined
        ? null
        : personView(people, account.customerSuccessManager),
    contacts: account.contacts ?? [],
    parts: Object.fromEntries(partViews.map(([id, of]) => [id, of(account)])),
  }));
}
