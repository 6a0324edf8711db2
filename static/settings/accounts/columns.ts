/** What a column of the file may be; the functions know them by these names. */
export const columns = [
  { key: 'cid', label: 'CID', needed: true, like: ['cid', 'customer id', 'account id', 'short id'] },
  { key: 'name', label: 'Name', needed: true, like: ['name', 'account', 'account name', 'customer'] },
  { key: 'accountManager', label: 'Account manager', needed: true, like: ['account manager', 'am', 'owner', 'account owner'] },
  { key: 'regionalManager', label: 'Regional manager', needed: true, like: ['regional manager', 'rm', 'region manager'] },
  { key: 'organizations', label: 'Organizations', needed: false, like: ['organizations', 'organization', 'organisation', 'jsm organization'] },
  { key: 'externalId', label: 'External id', needed: false, like: ['external id', 'salesforce id', 'id', 'crm id'] },
  { key: 'customerSuccessManager', label: 'Customer success manager', needed: false, like: ['customer success manager', 'csm'] },
  { key: 'products', label: 'Products', needed: false, like: ['products', 'product'] },
  { key: 'keyAccountFrom', label: 'Key account from', needed: false, like: ['key account from', 'key account', 'key account since', 'effective date'] },
  { key: 'keyAccountUntil', label: 'Key account until', needed: false, like: ['key account until'] },
  { key: 'contacts', label: 'Contacts', needed: false, like: ['contacts', 'contact'] },
] as const;

export type ColumnKey = (typeof columns)[number]['key'];

/** Which heading is probably what; a person looks over it. */
export function guess(headings: readonly string[]): Partial<Record<ColumnKey, number>> {
  const plain = headings.map((heading) => heading.toLowerCase().replace(/[_-]+/gu, ' ').trim());
  return Object.fromEntries(columns.flatMap(({ key, like }) => {
    const index = plain.findIndex((heading) => (like as readonly string[]).includes(heading));
    return index < 0 ? [] : [[key, index]];
  }));
}
