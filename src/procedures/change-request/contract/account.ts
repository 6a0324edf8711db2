/** What somebody types of this SOP in the form of an account. */
export interface ChangeRequestForm {
  /** The day rates agreed with it (CR-09); null for none. */
  readonly rateCard: RateCardForm | null;
}

/** Amounts as people write them, such as `800.00`. */
export interface RateCardForm {
  readonly currency: string;
  readonly rates: readonly { readonly role: string; readonly dayRate: string }[];
}
