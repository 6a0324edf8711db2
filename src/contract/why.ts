/** An instant as ISO 8601 in UTC, such as `2026-03-02T14:30:00.000Z`. Pages show it in the viewer's zone. */
export type Instant = string;

/** Why something was done, or not done: the SOP's clause, a sentence, and the values that decided. */
export interface WhyView {
  /** The clause of the SOP, such as `AM-20`. */
  readonly clause: string;
  readonly text: string;
  readonly values: readonly { readonly name: string; readonly value: string }[];
  /** The version of the settings that was in force. */
  readonly policyVersion: number;
}

/** A person as pages show them. */
export interface PersonView {
  readonly accountId: string;
  readonly name: string;
  readonly active: boolean;
  readonly avatarUrl?: string;
}
