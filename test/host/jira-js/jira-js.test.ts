import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createHost } from '../../../host';
import { listen, type LocalServer } from '../../../host/server';

const run = promisify(execFile);

describe('a Jira client from npm', () => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await listen({ port: 0, start: (options) => createHost(options) });
  });
  afterAll(() => server.close());

  it('creates, comments, moves, edits, searches and reads with its schema validation on throw', async () => {
    const { stdout } = await run(process.execPath, [join(__dirname, 'drive.mjs'), server.url]);
    const { key, steps } = JSON.parse(stdout) as { key: string; steps: number };
    expect(steps).toBeGreaterThanOrEqual(24);
    expect(key).toMatch(/^EBH-\d+$/u);
    expect(server.site.host.unmodelled()).toEqual([]);
  });
});
