import { accountParts } from '../../procedures/accounts';
import type { Column } from './account-part';

/** What every account has. */
const core: readonly Column[] = [
  {
    key: 'cid',
    label: 'CID',
    needed: true,
    like: ['cid', 'customer id', 'account id', 'short id'],
  },
  {
    key: 'name',
    label: 'Name',
    needed: true,
    like: ['name', 'account', 'account name', 'customer'],
  },
  {
    key: 'accountManager',
    label: 'Account manager',
    needed: true,
    like: ['account manager', 'am', 'owner', 'account owner'],
  },
  {
    key: 'regionalManager',
    label: 'Regional manager',
    needed: true,
    like: ['regional manager', 'rm', 'region manager'],
  },
  {
    key: 'organizations',
    label: 'Organizations',
    needed: false,
    like: ['organizations', 'organization', 'organisation', 'jsm organization'],
  },
  {
    key: 'externalId',
    label: 'External id',
    needed: false,
    like: ['external id', 'salesforce id', 'id', 'crm id'],
  },
  {
    key: 'customerSuccessManager',
    label: 'Customer success manager',
    needed: false,
    like: ['customer success manager', 'csm'],
  },
];

/** The columns of every account and of procedures, but for those that stand apart. */
export const columns: readonly Column[] = [
  ...core,
  ...accountParts.flatMap(({ columns: { beforeContacts = [] } }) => beforeContacts),
  { key: 'contacts', label: 'Contacts', needed: false, like: ['contacts', 'contact'] },
  ...accountParts.flatMap(({ columns: { afterContacts = [] } }) => afterContacts),
];

export const columnsApart = accountParts.flatMap(({ columns: { apart } }) => apart ?? []);

/** Which column of the file is what, by its key. */
export type Where = Readonly<Record<string, number>>;

/** Which heading is probably what; a person looks over it. */
export function guess(headings: readonly string[]): Where {
  const plain = headings.map((heading) => heading.toLowerCase().replace(/[_-]+/gu, ' ').trim());
  const all = [...columns, ...columnsApart.flatMap((apart) => apart.columns)];
  return Object.fromEntries(
    all.flatMap(({ key, like }) => {
      const index = plain.findIndex((heading) => like.includes(heading));
      return index < 0 ? [] : [[key, index]];
    }),
  );
}
