// Lets the app's adapters, imported by a test, talk to the local host as they do inside a function of the app.
import { join } from 'node:path';
import { createHost } from '../../host';
import type { Host, HostOptions } from '../../host/host';

type ForgeFetch = (kind: unknown, path: string, init?: RequestInit) => Promise<Response>;

interface Globals {
  __forge_fetch__?: ForgeFetch;
  workOfAdapters?: (call: string, fetch: ForgeFetch) => Promise<void>;
}

const globals = globalThis as Globals;
const waiting = new Map<string, () => Promise<void>>();
let calls = 0;

globals.workOfAdapters = async (call, fetch) => {
  // The SDK asks for this at each request; which invocation asks, the host knows from its asynchronous context.
  globals.__forge_fetch__ = fetch;
  await waiting.get(call)?.();
};

export interface AdapterDoor {
  readonly host: Host;
  /** Does `work` inside a function that `as` (an e-mail address) started; fails as `work` does. */
  run<T>(work: () => Promise<T>, as?: string): Promise<T>;
}

/** A host with the app's own manifest, so that its scopes and entities hold, and functions that do what tests want. */
export async function openAdapterDoor(options: HostOptions = {}): Promise<AdapterDoor> {
  const host = await createHost({
    seed: 'empty',
    bundle: join(__dirname, 'adapter-functions.cjs'),
    setup: null,
    ...options,
  });
  return {
    host,
    async run<T>(work: () => Promise<T>, as = 'alex.kim@relay.example'): Promise<T> {
      const call = `work-${(calls += 1)}`;
      let end: { value: T } | { error: unknown } | null = null;
      waiting.set(call, async () => {
        end = await work().then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        );
      });
      await host.invoke({ module: 'my-asks-gadget', as, call }).finally(() => waiting.delete(call));
      const ended = end as { value: T } | { error: unknown } | null;
      if (ended === null) throw new Error('The work was not done.');
      if ('error' in ended) throw ended.error;
      return ended.value;
    },
  };
}
