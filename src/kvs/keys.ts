/** What tells the lines of a ticket apart. */
type RowName = { readonly list: string; readonly who: string; readonly item?: string };

/** Storage keys have letters, digits and few signs: anything else is spelled out. */
const spelledOut = (name: string): string =>
  [...name]
    .map((sign) =>
      /[A-Za-z0-9_-]/u.test(sign) ? sign : `.${sign.codePointAt(0)?.toString(16) ?? ''}.`,
    )
    .join('');

/** Every storage key is made here: `<noun>:<id>`. */
export const keys = {
  ticket: (issueId: string) => `ticket:${issueId}`,
  row: (issueId: string, { list, who, item }: RowName) =>
    `row:${issueId}:${list}:${who}${item === undefined ? '' : `:${spelledOut(item)}`}`,
  /** What stays for a while of a ticket that is forgotten, so that people hear of it. */
  gone: (about: string, who: string) => `gone:${about}:${who}`,
  radar: (issueId: string) => `radar:${issueId}`,
  /** Journal entries moved out of the ticket's row, by the id of the first. */
  journal: (issueId: string, firstEntry: number | '') => `journal:${issueId}:${firstEntry}`,
  /** Accounts are kept by generation: a whole list is written beside the one in force, and takes its place at once. */
  account: (generation: string, cid: string) => `account:${generation}:${cid}`,
  organization: (generation: string, id: string) => `organization:${generation}:${id}`,
  generation: 'directory:generation',
  /** The secret that calls of the feed are signed with; in the encrypted store. */
  feedSecret: 'feed:secret',
  feedCall: (signature: string) => `feed:call:${signature}`,
  feedRecords: (id: string) => (place: number) => `feed:${id}:${place}`,
  feedLog: 'feed:log',
  accountImport: (id: string) => `import:${id}`,
  stagedRows: (id: string, chunk: number) => (place: number) =>
    `import:${id}:rows:${chunk}:${place}`,
  /** Not ":accounts:", under which the first edition kept them in another form. */
  readyAccounts: (id: string, chunk: number) => (place: number) =>
    `import:${id}:ready:${chunk}:${place}`,
  staying: (id: string, chunk: number) => (place: number) => `import:${id}:stays:${chunk}:${place}`,
  person: (accountId: string) => `person:${accountId}`,
  /** Everybody whom the settings name, in one row. */
  namedPeople: 'directory:named',
  name: (accountId: string) => `name:${accountId}`,
  /** Where somebody works and which organizations they belong to, for a day. */
  standing: (accountId: string) => `standing:${accountId}`,
  /** An engineer's personal data; in the encrypted store. */
  personal: (issueId: string) => `personal:${issueId}`,
  /** The same while somebody's act is decided. */
  staged: (issueId: string, by: string) => `personal:${issueId}:staged:${by}`,
  opening: (what: string) => `opening:${spelledOut(what)}`,
  /** What happened around key accounts; one row each. */
  happening: (id: string) => `happening:${id}`,
  accountNotes: (cid: string) => `account-notes:${cid}`,
  leadTime: (cid: string) => `lead-time:${cid}`,
  policy: (version: number) => `policy:${version}`,
  currentPolicy: 'policy:current',
  routes: 'policy:routes',
  draft: 'policy:draft',
  doctor: 'doctor',
  self: 'self',
  queueLook: (projectId: string) => `queue-look:${projectId}`,
  firstPass: (projectId: string) => `first-pass:${projectId}`,
} as const;
