import type { makeInvoke } from '@forge/bridge';
import type { Reply } from '../../src/contract/problem';
import { Refusal } from './problem';

export type Api = Record<string, (input: never) => Reply<unknown>>;
type Input<A extends Api, K extends keyof A> = Parameters<A[K]>[0];
type Value<A extends Api, K extends keyof A> = ReturnType<A[K]> extends Reply<infer T> ? T : never;

/** Calls a function of the app; resolves to its value, rejects with a {@link Refusal} or with what the bridge threw. */
export type Call<A extends Api> = <K extends keyof A & string>(
  key: K,
  input: Input<A, K>,
) => Promise<Value<A, K>>;

/** Opens the reply that every function answers with: the counterpart of `answering` in the functions. */
export const unwrapping = <A extends Api>(invoke: ReturnType<typeof makeInvoke<A>>): Call<A> => {
  // One payload per key is what Call promises; TypeScript cannot see through the generic tuple of makeInvoke.
  const send = invoke as unknown as <K extends keyof A & string>(
    key: K,
    input: Input<A, K>,
  ) => Promise<Reply<Value<A, K>>>;
  return async (key, input) => {
    const reply = await send(key, input);
    if (reply.ok) return reply.value;
    throw new Refusal(reply.problem, reply.fresh);
  };
};
