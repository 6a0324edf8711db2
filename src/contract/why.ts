export type { Instant } from '../core/instant';

/** Why something was done, or not done: the SOP's clause, a sentence, and the values that decided. */
export interface WhyView {
  /** The clause of the SOP, such as `AM-20`. */
  readonly clause: string;
  readonly text: string;
  readonly values: readonly { readonly name: string; readonly value: string }[];
  /** What would make it different, to follow "It would be different"; null where nothing small would. */
  readonly different: string | null;
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
