// Installs an app on a site: its bundle, its storage, its triggers, queues, schedules, pages and web triggers.
import type { Clock } from '../clock';
import type { FaultBox } from '../faults';
import type { LogLine } from '../host';
import type { Jira } from '../jira';
import { AsyncEvents } from './async-events';
import type { Bundles } from './bundle/bundle';
import { type Handler, startInstance } from './bundle/instance';
import { Door } from './door';
import { egressFetch } from './egress';
import { type Instances, Invoker } from './invoker';
import { StorageApi } from './kvs/api';
import { StorageRates } from './kvs/rates';
import { Store } from './kvs/store';
import type { FunctionModule, Manifest } from './manifest';
import { Pages } from './pages';
import { contextAri, type Installation, running, runtimeOf } from './runtime';
import { startSchedules } from './schedules';
import { Triggers } from './triggers';
import { validatorsOf } from './validators';
import { WebTriggers } from './web-triggers';

export interface InstallOptions {
  readonly appDir: string;
  readonly manifest: Manifest;
  readonly bundles: Bundles;
  readonly clock: Clock;
  readonly faults: FaultBox;
  readonly jira: Jira;
  readonly baseUrl: string;
  /** Where the app's console goes. */
  readonly logs: LogLine[];
  readonly coldStartEvery: number;
  readonly expiredHours: number;
  readonly patienceMs: number;
  readonly latency: boolean;
  readonly storageRates: boolean;
}

export interface InstalledApp {
  readonly manifest: Manifest;
  readonly accountId: string;
  readonly door: Door;
  readonly store: Store;
  readonly invoker: Invoker;
  readonly pages: Pages;
  readonly webTriggers: WebTriggers;
  readonly stop: () => void;
  /** Takes the app off the site: it hears of nothing any more, and its rules are nobody's. */
  readonly uninstall: () => void;
}

/** Log lines kept. */
const logsKept = 20_000;

/** @throws Error when a bundle fails while it is loaded, or lacks a function that the manifest names */
export function installApp(options: InstallOptions): InstalledApp {
  const { manifest, clock, faults, jira, baseUrl } = options;
  const installation: Installation = {
    cloudId: '11111111-2222-4333-8444-555555555555',
    siteUrl: baseUrl,
    environmentId: '66666666-7777-4888-8999-000000000000',
    installationId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  };
  const log = logger(options);
  const warn = (text: string): void => log('warn', text);
  const inJira = {
    id: manifest.appId,
    name: manifest.title,
    entityProperties: manifest.entityProperties,
    validators: validatorsOf(manifest, warn),
  };
  const { accountId } = jira.installApp(inJira);
  const store = new Store(clock, faults, manifest, options.expiredHours);
  // The invoker needs the bundle, the bundle the door, the door the queue, and the queue the invoker.
  const holder: { invoker?: Invoker } = {};
  const invokerNow = (): Invoker => holder.invoker as Invoker;
  const events = new AsyncEvents(clock, faults, manifest, invokerNow);
  const webTriggers = new WebTriggers(manifest, baseUrl, invokerNow);
  const storage = new StorageApi(store, clock);
  const door = new Door({
    clock,
    faults,
    manifest,
    jira,
    storage,
    events,
    webTriggers,
    appAccountId: () => accountId,
    siteUrl: baseUrl,
    latency: options.latency,
    rates: options.storageRates ? new StorageRates(clock) : null,
  });
  const instances = instancesOf(options, installation, door, log);
  const invoker = new Invoker({
    clock,
    faults,
    manifest,
    installation,
    instances,
    patienceMs: options.patienceMs,
    latency: options.latency,
    log,
  });
  holder.invoker = invoker;
  const triggers = new Triggers({ clock, faults, manifest, invoker, log: warn });
  let installed = true;
  jira.onEvent((event) => installed && triggers.emit(event));
  const stop = startSchedules({ clock, manifest, installation, invoker, faults, log: warn });
  const uninstall = (): void => {
    installed = false;
    stop();
    jira.uninstallApp(inJira);
  };
  triggers.installed({
    id: installation.installationId,
    context: contextAri(installation),
    app: { id: manifest.appId, version: '1.0.0' },
  });
  return {
    manifest,
    accountId,
    door,
    store,
    invoker,
    pages: new Pages(manifest, jira, installation, invoker),
    webTriggers,
    stop,
    uninstall,
  };
}

type Write = (level: LogLine['level'], text: string) => void;

const logger =
  ({ clock, logs }: InstallOptions): Write =>
  (level, text) => {
    logs.push({
      at: new Date(clock.now()).toISOString(),
      invocation: running.getStore()?.id ?? 'platform',
      level,
      text,
    });
    if (logs.length > logsKept * 1.1) logs.splice(0, logs.length - logsKept);
  };

type Exports = Readonly<Record<string, Handler>>;

/** Functions that this process has found in their bundles. */
const found = new WeakMap<Bundles, Set<string>>();

/** One warm instance per bundle, or new ones every so many invocations and after each that was cut off. */
function instancesOf(
  options: InstallOptions,
  installation: Installation,
  door: Door,
  log: Write,
): Instances {
  const { appDir, manifest, bundles, clock, coldStartEvery } = options;
  const textOf = (part: unknown): string =>
    typeof part === 'string' ? part : (JSON.stringify(part) ?? String(part));
  const write =
    (level: LogLine['level']) =>
    (...parts: unknown[]) =>
      log(level, parts.map(textOf).join(' '));
  const start = (file: string): Exports =>
    startInstance(
      { file, bundles },
      {
        clock,
        virtualTimers: options.latency,
        appDir,
        forgeFetch: door.fetch,
        runtime: () => {
          const run = running.getStore();
          return run === undefined
            ? undefined
            : runtimeOf(run, manifest, installation, () => clock.now());
        },
        fetch: egressFetch(manifest.egress, (what) =>
          door.unmodelled.push({ at: new Date(clock.now()).toISOString(), what }),
        ),
        console: {
          debug: write('debug'),
          log: write('info'),
          info: write('info'),
          warn: write('warn'),
          error: write('error'),
        },
      },
    );
  // By their script: one script may stand for many files.
  const warm = new Map<string, Exports>();
  const codeOf = ({ file }: FunctionModule): string => bundles.get(file) ?? '';
  const instanceOf = (one: FunctionModule): Exports => {
    const code = codeOf(one);
    const instance = warm.get(code) ?? start(one.file);
    warm.set(code, instance);
    return instance;
  };
  refuseMissing(options, instanceOf);
  let served = 0;
  return {
    handlerOf(one) {
      served += 1;
      if (coldStartEvery > 0 && served % coldStartEvery === 0) warm.clear();
      return instanceOf(one)[one.exported];
    },
    cutOff: (one) => void warm.delete(codeOf(one)),
  };
}

/** @throws Error that names each function whose bundle does not export it; bundles are looked through once a process */
function refuseMissing(
  { appDir, manifest, bundles }: InstallOptions,
  instanceOf: (one: FunctionModule) => Exports,
): void {
  const known = found.get(bundles) ?? new Set();
  const keyOf = ({ file, exported }: FunctionModule): string => `${exported} of ${file}`;
  const missing = [...manifest.functions.values()].filter(
    (one) => !known.has(keyOf(one)) && typeof instanceOf(one)[one.exported] !== 'function',
  );
  if (missing.length > 0) {
    const names = missing
      .map(({ key, file, exported }) => `${exported} from src/${file} (function ${key})`)
      .join(', ');
    throw new Error(`The bundles of ${appDir} do not export ${names}, which manifest.yml names.`);
  }
  found.set(bundles, new Set([...known, ...[...manifest.functions.values()].map(keyOf)]));
}
