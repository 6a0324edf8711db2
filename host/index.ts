// A local Jira and Forge with an app installed, in one process and on one virtual clock.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Duration } from 'luxon';
import { Clock } from './clock';
import { FaultBox } from './faults';
import { bundlesOf, readBundles } from './forge/bundle/bundle';
import { installApp, type InstalledApp } from './forge/install';
import { readManifest } from './forge/manifest';
import type { Host, HostChange, HostOptions, LogLine, SetupCall } from './host';
import { createJira } from './jira';
import type { Site } from './jira/site';
import { personClient } from './person-client';
import { seeds } from './seeds';

const defaultStart = '2026-03-02T14:00:00Z';
const defaultBaseUrl = 'http://localhost:8080';
/** The repository this file stands in. */
const repository = resolve(__dirname, '..');

/**
 * Makes a host: a site from its seed, the app of `appDir` installed, and the set-up calls done.
 * @throws Error that names what is wrong: an unknown seed, a source that does not bundle, a set-up call that fails
 */
export async function createHost(options: HostOptions = {}): Promise<Host> {
  const appDir = resolve(options.appDir ?? repository);
  const baseUrl = options.baseUrl ?? defaultBaseUrl;
  const clock = new Clock(options.start ?? defaultStart);
  const faults = new FaultBox();
  if (options.faultSeed !== undefined) faults.set({ seed: options.faultSeed });
  const jira = createJira({
    clock,
    faults,
    site: siteOf(options.seed ?? 'demo'),
    baseUrl,
    pointsElsewhere: options.pointsElsewhere ?? 0,
    carefulPoints: options.carefulPoints ?? false,
  });
  const manifest = readManifest(appDir);
  const files = [...new Set([...manifest.functions.values()].map(({ file }) => file))];
  const bundles =
    options.bundle === undefined
      ? await bundlesOf(appDir, files)
      : readBundles(options.bundle, files);
  const logs: LogLine[] = [];
  const app = installApp({
    appDir,
    manifest,
    bundles,
    clock,
    faults,
    jira,
    baseUrl,
    logs,
    coldStartEvery: options.coldStartEvery ?? 0,
    expiredHours: options.expiredHours ?? 48,
    patienceMs: options.patienceMs ?? 30_000,
    latency: options.latency ?? false,
    storageRates: options.storageRates ?? false,
  });
  const listeners = new Set<(change: HostChange) => void>();
  const tell = (change: HostChange): void => listeners.forEach((listener) => listener(change));
  jira.onIssueChanged(({ issueId, issueKey, kind, actor }) =>
    tell({ kind: 'issue-changed', issueId, issueKey, what: kind, actor }),
  );
  const host = hostOf(app, { clock, faults, jira, baseUrl, logs, appDir, listeners, tell });
  for (const call of await setupCalls(options, appDir)) await setUp(host, call);
  await host.settled();
  return host;
}

interface World extends Pick<Host, 'clock' | 'faults' | 'jira'> {
  readonly baseUrl: string;
  readonly logs: LogLine[];
  readonly appDir: string;
  readonly listeners: Set<(change: HostChange) => void>;
  readonly tell: (change: HostChange) => void;
}

function hostOf(app: InstalledApp, world: World): Host {
  const { clock, jira, faults, baseUrl, logs, appDir, listeners, tell } = world;
  return {
    clock,
    jira,
    faults,
    app: {
      id: app.manifest.appId,
      name: app.manifest.title,
      dir: appDir,
      accountId: app.accountId,
    },
    as: (person) => personClient(jira, baseUrl, person),
    invoke: (call) => clock.drive(() => app.pages.invoke(call)),
    context: (place) => app.pages.context(place),
    moduleStatus: (module, issue) => clock.drive(() => app.pages.status(module, issue)),
    modules: () => app.manifest.ui,
    resourceDir(resource) {
      const dir = app.manifest.resources.get(resource);
      if (dir === undefined) throw new Error(`The manifest has no resource ${resource}.`);
      return dir;
    },
    async advance(duration) {
      await clock.advance(msOf(duration));
      tell({ kind: 'clock', now: new Date(clock.now()).toISOString() });
    },
    settled: () => clock.settled(),
    calls: (since) =>
      since === undefined
        ? app.door.calls
        : app.door.calls.filter(({ at }) => at >= new Date(since).toISOString()),
    clearCalls: () => void app.door.calls.splice(0),
    invocations: () => app.invoker.invocations,
    logs: () => logs,
    mail: () => jira.mail(),
    unmodelled: () => [
      ...app.door.unmodelled,
      ...jira
        .unmodelled()
        .map(({ at, method, path, name }) => ({ at, what: `${method} ${path} (${name})` })),
    ],
    webTriggerUrl: (key) => app.webTriggers.url(key),
    callWebTrigger: (key, request) => clock.drive(() => app.webTriggers.call(key, request)),
    storage: () =>
      app.store.rows.map(({ key, entity, json }) => ({
        key,
        entity,
        value: JSON.parse(json) as unknown,
      })),
    restore(rows) {
      for (const { key, entity, value } of rows)
        app.store.set(entity, key, JSON.stringify(value), null);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async uninstall() {
      app.uninstall();
      await clock.settled();
    },
    async stop() {
      app.stop();
      listeners.clear();
      await clock.settled();
    },
  };
}

/** @throws Error when it is neither a number nor an ISO duration */
export function msOf(duration: string | number): number {
  if (typeof duration === 'number') return duration;
  const parsed = Duration.fromISO(duration);
  if (!parsed.isValid) throw new Error(`Not an ISO duration such as PT4H: ${duration}`);
  return parsed.toMillis();
}

function siteOf(seed: string | Site): Site {
  if (typeof seed !== 'string') return seed;
  const make = seeds[seed];
  if (make === undefined)
    throw new Error(`There is no seed ${seed}; there are ${Object.keys(seeds).join(', ')}.`);
  return make();
}

async function setupCalls(
  { setup, seed }: HostOptions,
  appDir: string,
): Promise<readonly SetupCall[]> {
  if (setup === null) return [];
  if (setup !== undefined && typeof setup !== 'string') return setup;
  const file = setup ?? join(appDir, 'demo', 'setup.json');
  if (setup === undefined && ((seed ?? 'demo') !== 'demo' || !existsSync(file))) return [];
  const calls = JSON.parse(await readFile(file, 'utf8')) as SetupCall[];
  return Promise.all(
    calls.map(async (call) => ({
      ...call,
      payload: { ...call.payload, ...(await filesOf(call, dirname(file))) },
    })),
  );
}

async function filesOf(
  { payloadFiles = {} }: SetupCall,
  folder: string,
): Promise<Record<string, unknown>> {
  const read = async ([name, path]: [string, string]) =>
    [name, JSON.parse(await readFile(join(folder, path), 'utf8')) as unknown] as const;
  return Object.fromEntries(await Promise.all(Object.entries(payloadFiles).map(read)));
}

/** @throws Error when the app refuses: a demo that is only half set up would mislead everybody */
async function setUp(host: Host, call: SetupCall): Promise<void> {
  const answer = await host.invoke(call);
  const reply = answer as {
    ok?: boolean;
    value?: { problems?: unknown[] };
    problem?: unknown;
  } | null;
  const problems = reply?.ok === false ? [reply.problem] : (reply?.value?.problems ?? []);
  if (problems.length > 0)
    throw new Error(`Set-up call ${call.call} was refused: ${JSON.stringify(problems, null, 2)}`);
}
