/** What a column of the file may be; the functions know them by these names. */
export const columns = [
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
  { key: 'products', label: 'Products', needed: false, like: ['products', 'product'] },
  {
    key: 'keyAccountFrom',
    label: 'Key account from',
    needed: false,
    like: ['key account from', 'key account', 'key account since', 'effective date'],
  },
  {
    key: 'keyAccountUntil',
    label: 'Key account until',
    needed: false,
    like: ['key account until'],
  },
  { key: 'contacts', label: 'Contacts', needed: false, like: ['contacts', 'contact'] },
  { key: 'rateCard', label: 'Rate card', needed: false, like: ['rate card', 'day rates', 'rates'] },
  { key: 'accessMethod', label: 'Access method', needed: false, like: ['access method'] },
  { key: 'accessTo', label: 'Access To', needed: false, like: ['access to'] },
  { key: 'accessCc', label: 'Access CC', needed: false, like: ['access cc'] },
  { key: 'accessCsmEmail', label: 'Access CSM e-mail', needed: false, like: ['access csm e mail'] },
  { key: 'accessSmeEmail', label: 'Access SME e-mail', needed: false, like: ['access sme e mail'] },
  { key: 'accessTool', label: 'Access tool', needed: false, like: ['access tool'] },
  { key: 'accessContact', label: 'Access contact', needed: false, like: ['access contact'] },
  {
    key: 'accessParticipants',
    label: 'Access participants',
    needed: false,
    like: ['access participants'],
  },
  { key: 'accessSubject', label: 'Access subject', needed: false, like: ['access subject'] },
  {
    key: 'accessRequirements',
    label: 'Access requirements',
    needed: false,
    like: ['access requirements'],
  },
  { key: 'accessTimeline', label: 'Access timeline', needed: false, like: ['access timeline'] },
  {
    key: 'accessFirstResponse',
    label: 'Access first response',
    needed: false,
    like: ['access first response'],
  },
  { key: 'accessNeeds', label: 'Access needs', needed: false, like: ['access needs'] },
  { key: 'accessKeeper', label: 'Access keeper', needed: false, like: ['access keeper'] },
  // By no other heading: each of these opens an onboarding, and not every opportunity is won.
  {
    key: 'opportunity',
    label: 'Closed Won opportunity',
    needed: false,
    like: ['closed won opportunity', 'closed won'],
  },
  { key: 'opportunityType', label: 'Opportunity type', needed: false, like: ['opportunity type'] },
] as const;

export type ColumnKey = (typeof columns)[number]['key'];

/** Which heading is probably what; a person looks over it. */
export function guess(headings: readonly string[]): Partial<Record<ColumnKey, number>> {
  const plain = headings.map((heading) => heading.toLowerCase().replace(/[_-]+/gu, ' ').trim());
  return Object.fromEntries(
    columns.flatMap(({ key, like }) => {
      const index = plain.findIndex((heading) => (like as readonly string[]).includes(heading));
      return index < 0 ? [] : [[key, index]];
    }),
  );
}
