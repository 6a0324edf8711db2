// The most usual call of each file with handlers, as it went on the local host: what it was asked, and what the platform and
// Jira answered it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createHmac } from 'node:crypto';
import { build } from 'esbuild';
import type { Host } from '../../host/host';
import { mail, MeasuredDesk } from '../desk';
import { handlerFiles } from './apps';

const root = join(__dirname, '..', '..');

/** One call of a handler. */
export interface Tape {
  readonly at: number;
  readonly runtime: unknown;
  readonly args: readonly unknown[];
  readonly requests: readonly {
    readonly asked: string;
    readonly body: string;
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly text: string;
  }[];
}

type Fetch = (kind: unknown, path: string, init?: RequestInit) => Promise<Response>;
type Handler = (...args: unknown[]) => Promise<unknown>;

/** What instances find under the name `relayTape`. */
class Recorder {
  /** Every call, the latest last. */
  readonly tapes = new Map<string, Tape[]>();
  readonly #running = new Map<string, (Tape & { requests: Tape['requests'][number][] })[]>();
  now: () => number = () => 0;

  fetch(file: string, real: Fetch): Fetch {
    return async (kind, path, init) => {
      const answer = await real(kind, path, init);
      const text = await answer.clone().text();
      for (const tape of this.#running.get(file) ?? [])
        tape.requests.push({
          asked: `${init?.method ?? 'GET'} ${path}`,
          body: typeof init?.body === 'string' ? init.body : '',
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          text,
        });
      return answer;
    };
  }

  exports(file: string, all: Record<string, Handler>, runtime: () => unknown): object {
    return Object.fromEntries(
      Object.entries(all).map(([name, handler]) => [
        name,
        async (...args: unknown[]) => {
          const plain = (value: unknown): unknown =>
            value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
          const tape = {
            at: this.now(),
            runtime: plain(runtime()),
            args: args.map(plain),
            requests: [],
          };
          this.#running.set(file, [...(this.#running.get(file) ?? []), tape]);
          try {
            return await handler(...args);
          } finally {
            this.#running.set(
              file,
              (this.#running.get(file) ?? []).filter((one) => one !== tape),
            );
            this.tapes.set(file, [...(this.tapes.get(file) ?? []), tape]);
          }
        },
      ]),
    );
  }
}

/** Bundles for the host that let the recorder listen. */
async function listening(folder: string): Promise<void> {
  for (const file of new Set(handlerFiles().map((one) => one.file))) {
    const { outputFiles } = await build({
      entryPoints: [join(root, 'src', `${file}.ts`)],
      bundle: true,
      write: false,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      logLevel: 'silent',
    });
    const name = JSON.stringify(file);
    const to = join(folder, `${file}.cjs`);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(
      to,
      `globalThis.__forge_fetch__ = globalThis.relayTape.fetch(${name}, globalThis.__forge_fetch__);
${outputFiles[0]?.text ?? ''}
module.exports = globalThis.relayTape.exports(${name}, module.exports, () => globalThis.__forge_runtime__);
`,
    );
  }
}

/** @returns the tape of each file with handlers */
export async function recordedTapes(): Promise<ReadonlyMap<string, Tape>> {
  const folder = mkdtempSync(join(tmpdir(), 'account-relay-tapes-'));
  const recorder = new Recorder();
  Object.assign(globalThis, { relayTape: recorder });
  try {
    await listening(folder);
    const desk = await MeasuredDesk.open({ bundle: folder, coldStartEvery: 1 });
    recorder.now = () => desk.host.clock.now();
    const chosen = new Map<string, Tape>();
    await usualDay(desk, async (file, doing) => {
      recorder.tapes.delete(`forge/${file}`);
      await doing();
      await desk.host.settled();
      const last = recorder.tapes.get(`forge/${file}`)?.at(-1);
      if (last === undefined) throw new Error(`Nothing has called ${file}.`);
      chosen.set(`forge/${file}`, last);
    });
    await desk.host.stop();
    return chosen;
  } finally {
    Reflect.deleteProperty(globalThis, 'relayTape');
    rmSync(folder, { recursive: true });
  }
}

type Take = (file: string, doing: () => Promise<unknown>) => Promise<void>;

async function usualDay(desk: MeasuredDesk, take: Take): Promise<void> {
  const { host } = desk;
  const { key } = await desk.ticket();
  const ben = host.as(mail('ben.ito'));
  await host.settled();
  // A word of an agent, which concerns no procedure; then one that asks somebody.
  await take('issue-events', () => ben.comment(key, 'I have looked into it.'));
  await take('ticket-turns', () =>
    ben.comment(key, 'Can you tell us when the contract ends?', { mention: [mail('maya.ortiz')] }),
  );
  await take('wake', () => host.advance('PT5M'));
  await take('panel-status', () => host.moduleStatus('ticket-panel', key));
  await reads(host, key, take);
  await take('reconcile', () => host.advance('PT1H'));
  await feed(host, take);
}

/** Pages as they are opened. */
async function reads(host: Host, issue: string, take: Take): Promise<void> {
  const page = (module: string, call: string, as: string, where: object) => () =>
    host.invoke({ module, call, as: mail(as), payload: {}, ...where });
  const inTicket = { issue };
  await take('resolvers/panel', page('ticket-panel', 'ticket.get', 'ben.ito', inTicket));
  await take('resolvers/gadget', page('my-asks-gadget', 'asks.mine', 'maya.ortiz', {}));
  await take('resolvers/hybrid', page('hybrid-account', 'hybrid.get', 'ben.ito', inTicket));
  await take('resolvers/key-account', page('key-account', 'key.get', 'ben.ito', inTicket));
  await take('resolvers/change-request', page('change-request', 'change.get', 'ben.ito', inTicket));
  await take(
    'resolvers/portal',
    page('change-request-portal', 'request.get', 'nora.quist', inTicket),
  );
  await take(
    'resolvers/key-accounts',
    page('key-accounts', 'accounts.get', 'ben.ito', { project: 'EBH' }),
  );
  await take('resolvers/follow-ups', page('follow-ups', 'follow-ups.get', 'ben.ito', inTicket));
  await take('resolvers/settings/settings', page('relay-settings', 'draft.get', 'alex.kim', {}));
}

/** One record of the system of record, and the job that takes it over. */
async function feed(host: Host, take: Take): Promise<void> {
  const { value } = (await host.invoke({
    module: 'relay-settings',
    call: 'feed.new-secret',
    as: mail('alex.kim'),
    payload: {},
  })) as { value: { secret: string } };
  const account = {
    externalId: '001A',
    cid: 'NWCU',
    name: 'Northwind Credit Union',
    organizations: ['Northwind Credit Union'],
    accountManager: mail('maya.ortiz'),
    regionalManager: mail('tom.reyes'),
  };
  const body = JSON.stringify({ accounts: [account] });
  const timestamp = String(Math.floor(host.clock.now() / 1000));
  const signature = createHmac('sha256', value.secret).update(`${timestamp}.${body}`).digest('hex');
  await take('directory-jobs', () =>
    take('account-feed', () =>
      host.callWebTrigger('account-feed', {
        method: 'POST',
        headers: { 'X-Relay-Timestamp': timestamp, 'X-Relay-Signature': signature },
        body,
      }),
    ),
  );
}
