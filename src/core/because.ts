import type { Flip } from './flip';

/**
 * Why a rule acted or declined, as data: the clause of the SOP, the rule's sentence, and the values that decided.
 * Every automatic act and every refusal carries one.
 */
export interface Because {
  /** Such as `AM-20`, or a reading such as `A12`. */
  readonly clause: string;
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
  /** The part of a person's input that it is about, when it is about one. */
  readonly field?: string;
  /** What would have to change for the answer to be another; absent where nothing small would do. */
  readonly flip?: Flip;
}

/** @param clause of the SOP; @param text one sentence a person understands; @param values what decided */
export const because = (
  clause: string,
  text: string,
  values: Readonly<Record<string, string>> = {},
  flip?: Flip,
): Because => ({
  clause,
  text,
  values,
  ...(flip === undefined ? {} : { flip }),
});
