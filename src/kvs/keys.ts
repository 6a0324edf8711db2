/** Every storage key is made here: `<noun>:<id>`. */
export const keys = {
  ticket: (issueId: string) => `ticket:${issueId}`,
  ask: (issueId: string) => `ask:${issueId}`,
  /** Journal entries moved out of the ticket's row, by the id of the first. */
  journal: (issueId: string, firstEntry: number) => `journal:${issueId}:${firstEntry}`,
  account: (cid: string) => `account:${cid}`,
  organization: (id: string) => `organization:${id}`,
  person: (accountId: string) => `person:${accountId}`,
  name: (accountId: string) => `name:${accountId}`,
  /** An engineer's personal data; in the encrypted store. */
  personal: (issueId: string) => `personal:${issueId}`,
  leadTime: (cid: string) => `lead-time:${cid}`,
  policy: (version: number) => `policy:${version}`,
  currentPolicy: 'policy:current',
  draft: 'policy:draft',
  doctor: 'doctor',
  self: 'self',
  reconciledUntil: 'reconciled-until',
} as const;
