// What pages call to act: `<procedure>.<act>`, with the input that the act declares.
import type { GenericSchema, InferInput } from 'valibot';
import type { Expecting } from './expecting';
import type { Reply } from './problem';

/** What of a declared act pages have to know. */
export interface Declared {
  readonly input: GenericSchema;
}

/** What a page sends; it may keep it as read-only as it likes. */
export type Sent<Input> = Input extends readonly (infer One)[]
  ? readonly Sent<One>[]
  : Input extends object
    ? { readonly [Key in keyof Input]: Sent<Input[Key]> }
    : Input;

/** The input of a declared act, as a page sends it. */
export type InputOf<One extends Declared> = Sent<InferInput<One['input']>>;

/** What an act done elsewhere answers; the fresh view of the page for all others. */
type AnswerOf<One, View> = One extends { elsewhere(...all: never): Promise<infer Answer> }
  ? Answer
  : View;

/** Beside the act's own input: the state it is for, unless it never collides. */
type Revision<One> = One extends
  { readonly anyRevision: true } | { elsewhere(...all: never): unknown }
  ? {}
  : Expecting;

/** The calls of a procedure's acts, from where it declares them. @typeParam Also what this page sends with each */
export type ActCalls<
  Procedure extends string,
  Acts extends Readonly<Record<string, Declared>>,
  View,
  Also = {},
> = {
  [Name in keyof Acts & string as `${Procedure}.${Name}`]: (
    input: InputOf<Acts[Name]> & Revision<Acts[Name]> & Also,
  ) => Reply<AnswerOf<Acts[Name], View>>;
};
