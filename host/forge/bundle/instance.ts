// One running instance of the app: the bundle, evaluated with globals of its own.
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import type { Clock } from '../../clock';
import type { Bundles } from './bundle';
import { virtualDate } from './virtual-date';

export type Handler = (payload: unknown, context: unknown) => unknown;

export interface InstanceWorld {
  readonly clock: Clock;
  /** Do the app's timers run on virtual time? */
  readonly virtualTimers: boolean;
  readonly appDir: string;
  /** `__forge_fetch__` of the SDK. */
  readonly forgeFetch: (kind: unknown, path: string, init?: RequestInit) => Promise<Response>;
  /** `__forge_runtime__` of the SDK, for whichever invocation asks. */
  readonly runtime: () => unknown;
  /** `fetch`, which refuses what the manifest does not declare. */
  readonly fetch: typeof fetch;
  readonly console: Pick<Console, 'debug' | 'log' | 'info' | 'warn' | 'error'>;
}

type Evaluate = (...free: unknown[]) => void;

/** What the bundle finds under these names instead of the process's own. */
const names = [
  'module',
  'exports',
  'require',
  'globalThis',
  'global',
  'Date',
  'fetch',
  'process',
  'console',
  'setTimeout',
  'clearTimeout',
] as const;

/** Timers for which virtual time passes: what an app waits for costs no real time. */
function timersOf(clock: Clock): Readonly<Record<'setTimeout' | 'clearTimeout', unknown>> {
  return {
    setTimeout: (run: (...values: unknown[]) => void, ms = 0, ...values: unknown[]) =>
      // Programs on Node ask their timers not to keep the process alive.
      Object.assign(
        clock.wakeAfter(ms, () => run(...values)),
        { unref: () => undefined },
      ),
    clearTimeout: (cancel: unknown) => {
      if (typeof cancel === 'function') cancel();
    },
  };
}

const compiled = new Map<string, Evaluate>();

/** Compiled once per bundle; evaluated anew for each instance, so that module state starts fresh. */
function compile(code: string): Evaluate {
  const known = compiled.get(code) ?? (new Function(...names, code) as Evaluate);
  compiled.set(code, known);
  return known;
}

/**
 * Evaluates the bundle. The SDK reads its globals while it is loaded, so they stand before the first line runs.
 * @returns the functions the bundle exports
 */
export function startInstance(
  { file, bundles }: { readonly file: string; readonly bundles: Bundles },
  world: InstanceWorld,
): Readonly<Record<string, Handler>> {
  const own = Object.create(globalThis) as Record<string, unknown>;
  const Date = virtualDate(world.clock);
  const timers = world.virtualTimers ? timersOf(world.clock) : globalThis;
  const process = Object.create(globalThis.process, {
    env: { value: {}, enumerable: true },
  }) as unknown;
  Object.assign(own, {
    Date,
    fetch: world.fetch,
    console: world.console,
    process,
    setTimeout: timers.setTimeout,
    clearTimeout: timers.clearTimeout,
    __forge_fetch__: world.forgeFetch,
  });
  // Node gives `crypto` to nobody but the real global object.
  Object.defineProperty(own, 'crypto', { value: globalThis.crypto, configurable: true });
  Object.defineProperty(own, '__forge_runtime__', { get: world.runtime, configurable: true });
  own['globalThis'] = own;
  own['global'] = own;
  const platform = createRequire(join(world.appDir, 'package.json'));
  const loaded = new Map<string, Record<string, Handler>>();
  /** A script of the deploy, once an instance: a bundle, or a chunk that one loads while it runs. */
  const load = (name: string, code: string): Record<string, Handler> => {
    const known = loaded.get(name);
    if (known !== undefined) return known;
    const module = { exports: {} as Record<string, Handler> };
    loaded.set(name, module.exports);
    const require = (wanted: string): unknown => {
      const beside = posix.join(posix.dirname(name), wanted).replace(/\.cjs$/u, '');
      const chunk = wanted.startsWith('.') ? bundles.get(beside) : undefined;
      return chunk === undefined ? (platform(wanted) as unknown) : load(beside, chunk);
    };
    const free = [
      module,
      module.exports,
      require,
      own,
      own,
      Date,
      world.fetch,
      process,
      world.console,
      timers.setTimeout,
      timers.clearTimeout,
    ];
    compile(code)(...free);
    loaded.set(name, module.exports);
    return module.exports;
  };
  return load(file, bundles.get(file) ?? '');
}
