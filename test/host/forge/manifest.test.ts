// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHost } from '../../../host';
import { bundlesOf } from '../../../host/forge/bundle/bundle';
import { readManifest } from '../../../host/forge/manifest';
import type { Host } from '../../../host/host';
import { agent, workshopDir } from './support/workshop';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relay-manifest-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const workshopManifest = readFileSync(join(workshopDir, 'manifest.yml'), 'utf8');

/** Two gadgets whose handlers stand in two files. */
const twoFiles = `
app: { id: 'ari:cloud:ecosystem::app/00000000-0000-4000-8000-000000000009', runtime: { name: nodejs24.x } }
modules:
  jira:dashboardGadget:
    - { key: one, title: One, resource: main, resolver: { function: answer } }
    - { key: two, title: Two, resource: main, resolver: { function: on-job } }
  function:
    - { key: answer, handler: index.answer }
    - { key: on-job, handler: by-kind/jobs.onJob }
resources: [{ key: main, path: page }]
permissions: { scopes: [] }
`;

/** The workshop app under another manifest, from a bundle made before. */
async function hostOf(manifest: string): Promise<Host> {
  const bundle = join(folder, 'bundle.js');
  writeFileSync(bundle, (await bundlesOf(workshopDir, ['index'])).get('index') ?? '');
  writeFileSync(join(folder, 'manifest.yml'), manifest);
  return createHost({ appDir: folder, bundle, seed: 'empty' });
}

const ask = (host: Host, call: string, payload: object): Promise<unknown> =>
  host.invoke({ module: 'workshop-gadget', as: agent, call, payload });

describe('The manifest', () => {
  it('says which functions there are, and the host refuses one that is not exported', async () => {
    await expect(hostOf(workshopManifest.replace('index.onJob', 'index.onWork'))).rejects.toThrow(
      /do not export onWork from src\/index \(function on-job\), which manifest\.yml names/u,
    );
  });

  it('names a file and an export of each handler, and the file has to be there (bundle-per-file)', async () => {
    await expect(hostOf(workshopManifest.replace('index.onJob', 'jobs/onJob'))).rejects.toThrow(
      'Function on-job names jobs/onJob. A handler is a file in src and its export, such as index.answer.',
    );
    await expect(bundlesOf(workshopDir, ['jobs'])).rejects.toThrow(
      'manifest.yml names handlers in src/jobs, and there is no such file',
    );
  });

  it('gives each file a bundle and an instance of its own (bundle-per-file)', async () => {
    mkdirSync(join(folder, 'src', 'by-kind'), { recursive: true });
    // Each counts the calls it has had: a file that shared an instance with the other would count on.
    for (const file of ['index', 'by-kind/jobs'])
      writeFileSync(
        join(folder, 'src', `${file}.js`),
        'let calls = 0;\nexport const answer = () => (calls += 1);\nexport const onJob = answer;\n',
      );
    writeFileSync(join(folder, 'manifest.yml'), twoFiles);
    const host = await createHost({ appDir: folder, seed: 'empty' });
    const first = (): Promise<unknown> =>
      host.invoke({ module: 'one', as: agent, call: 'x', payload: {} });
    expect([
      await first(),
      await first(),
      await host.invoke({ module: 'two', as: agent, call: 'x', payload: {} }),
    ]).toEqual([1, 2, 1]);
  });

  it('must say which app it is', async () => {
    await expect(hostOf(workshopManifest.replace(/id: ari.*/u, 'name: none'))).rejects.toThrow(
      'has no app.id',
    );
  });

  it('gives functions their time (function-limits)', () => {
    const { functions } = readManifest(workshopDir);
    expect(functions.get('on-long-job')?.timeoutSeconds).toBe(300);
    expect(functions.get('on-job')?.timeoutSeconds).toBeNull();
  });

  it('opens storage with its scope (kvs-needs-scope)', async () => {
    const steps = [
      { do: 'set', key: 'a', value: 1 },
      { do: 'get', key: 'a' },
    ];
    expect(await ask(await hostOf(workshopManifest), 'store', { steps })).toEqual([null, 1]);
    const refused = { code: 'FORBIDDEN', status: 403 };
    expect(
      await ask(await hostOf(workshopManifest.replace('    storage:app: {}\n', '')), 'store', {
        steps,
      }),
    ).toEqual([refused, refused]);
  });

  it('opens Jira with its scopes, as a list too, and to act as the person in the session (impersonation-own-session)', async () => {
    const listed = workshopManifest.replace(
      / {4}storage:app: \{\}[^]*?external:/u,
      '    - storage:app\n    - read:jira-user\n  external:',
    );
    const host = await hostOf(listed);
    const own = { path: '/rest/api/3/myself', as: host.as(agent).accountId };
    expect(await ask(host, 'jira', own)).toMatchObject({
      status: 200,
      body: { accountId: own.as },
    });
    expect(await ask(host, 'jira', { path: '/rest/api/3/project/search' })).toMatchObject({
      status: 401,
    });
  });
});
