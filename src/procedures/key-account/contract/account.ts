/** What somebody types of this SOP in the form of an account, and what the list shows. */
export interface KeyAccountForm {
  /** The days between which it is a key account, as `2026-03-01`; null where it is none. */
  readonly dates: { readonly from: string | null; readonly until: string | null } | null;
}
