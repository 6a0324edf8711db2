// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHost } from '../../../host';
import { bundleOf } from '../../../host/forge/bundle/bundle';
import { readManifest } from '../../../host/forge/manifest';
import type { Host } from '../../../host/host';
import { agent, workshopDir } from './support/workshop';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relay-manifest-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const workshopManifest = readFileSync(join(workshopDir, 'manifest.yml'), 'utf8');

/** The workshop app under another manifest, from a bundle made before. */
async function hostOf(manifest: string): Promise<Host> {
  const bundle = join(folder, 'bundle.js');
  writeFileSync(bundle, await bundleOf(workshopDir));
  writeFileSync(join(folder, 'manifest.yml'), manifest);
  return createHost({ appDir: folder, bundle, seed: 'empty' });
}

const ask = (host: Host, call: string, payload: object): Promise<unknown> => host.invoke({ module: 'workshop-gadget', as: agent, call, payload });

describe('The manifest', () => {
  it('says which functions there are, and the host refuses one that is not exported', async () => {
    await expect(hostOf(workshopManifest.replace('index.onJob', 'index.onWork'))).rejects.toThrow(/does not export onWork \(function on-job\), which manifest\.yml names/u);
  });

  it('may name handlers of src/index only', async () => {
    await expect(hostOf(workshopManifest.replace('index.onJob', 'jobs.onJob'))).rejects.toThrow('Function on-job names jobs.onJob; the local host takes handlers of src/index only. Export it from there.');
  });

  it('must say which app it is', async () => {
    await expect(hostOf(workshopManifest.replace(/id: ari.*/u, 'name: none'))).rejects.toThrow('has no app.id');
  });

  it('gives functions their time (function-limits)', () => {
    const { functions } = readManifest(workshopDir);
    expect(functions.get('on-long-job')?.timeoutSeconds).toBe(300);
    expect(functions.get('on-job')?.timeoutSeconds).toBeNull();
  });

  it('opens storage with its scope (kvs-needs-scope)', async () => {
    const steps = [{ do: 'set', key: 'a', value: 1 }, { do: 'get', key: 'a' }];
    expect(await ask(await hostOf(workshopManifest), 'store', { steps })).toEqual([null, 1]);
    const refused = { code: 'FORBIDDEN', status: 403 };
    expect(await ask(await hostOf(workshopManifest.replace('    storage:app: {}\n', '')), 'store', { steps })).toEqual([refused, refused]);
  });

  it('opens Jira with its scopes, as a list too, and to act as the person in the session (impersonation-own-session)', async () => {
    const listed = workshopManifest.replace(/ {4}storage:app: \{\}[^]*?external:/u, '    - storage:app\n    - read:jira-user\n  external:');
    const host = await hostOf(listed);
    const own = { path: '/rest/api/3/myself', as: host.as(agent).accountId };
    expect(await ask(host, 'jira', own)).toMatchObject({ status: 200, body: { accountId: own.as } });
    expect(await ask(host, 'jira', { path: '/rest/api/3/project/search' })).toMatchObject({ status: 401 });
  });
});
