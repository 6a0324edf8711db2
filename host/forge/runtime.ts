// What the SDK knows of the invocation it runs in.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Manifest } from './manifest';

/** One run of a function, while it runs. */
export interface Running {
  readonly id: string;
  readonly function: string;
  readonly module: string;
  readonly moduleType: string;
  /** The person in whose session it runs; null in events, queues and schedules. */
  readonly accountId: string | null;
  /** Virtual time at which its time limit is over. */
  readonly endsAt: number;
  /** True once it was cut off: nothing it asks for happens any more. */
  dead: boolean;
  /** Cuts it off. */
  die(outcome: 'crashed' | 'timed-out'): void;
  /** Requests until it is cut off by its time limit; null when it is not going to be. */
  requestsLeft: number | null;
  /** What began with the same first invocation: its pushes are counted together. */
  readonly chain: Chain;
}

/** Invocations that follow from one, through queues. */
export interface Chain {
  /** Requests to push events. */
  pushes: number;
}

export const running = new AsyncLocalStorage<Running>();

/** Ids of this installation. There is one site, one environment and one installation. */
export interface Installation {
  readonly cloudId: string;
  readonly siteUrl: string;
  readonly environmentId: string;
  readonly installationId: string;
}

export const contextAri = ({ cloudId }: Installation): string => `ari:cloud:jira::site/${cloudId}`;

const quietMetrics = {
  counter: () => ({
    incr: () => undefined,
    incrBy: () => undefined,
    decr: () => undefined,
    decrBy: () => undefined,
  }),
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
  gauge: () => ({ set: () => undefined }),
};

/** `__forge_runtime__` for that invocation; `kvs` stays unset, so that storage goes through `__forge_fetch__`. */
export function runtimeOf(
  run: Running,
  manifest: Manifest,
  installation: Installation,
  now: () => number,
): object {
  return {
    proxy: { token: 'local', url: installation.siteUrl },
    contextAri: contextAri(installation),
    container: { region: 'local', runtime: 'nodejs', handler: run.function, appCodeDir: '' },
    appContext: {
      appId: manifest.appId,
      appVersion: '1.0.0',
      environmentId: installation.environmentId,
      environmentType: 'DEVELOPMENT',
      invocationId: run.id,
      installationId: installation.installationId,
      functionKey: run.function,
      moduleType: run.moduleType,
      moduleKey: run.module,
      permissions: { scopes: [...manifest.scopes], external: {} },
    },
    ...(run.accountId === null ? {} : { aaid: run.accountId }),
    lambdaContext: {
      awsRequestId: run.id,
      getRemainingTimeInMillis: () => Math.max(0, run.endsAt - now()),
    },
    tracing: { traceId: run.id, spanId: run.id },
    realtime: {},
    externalAuth: [],
    featureFlags: () => false,
    metrics: quietMetrics,
  };
}
