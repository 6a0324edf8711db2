import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { aSite, type TestSite } from './support/browser-like';

let at: TestSite;
beforeEach(async () => {
  at = await aSite();
});
afterEach(() => at.close());

describe('the pages of the local Jira', () => {
  it('are files, and the one page for every other path', async () => {
    expect((await at.main.get('/assets/shell.js')).headers.get('content-type')).toContain(
      'javascript',
    );
    for (const path of ['/', '/browse/HELP-1', '/queues/HELP/1']) {
      const { status, text, headers } = await at.main.get(path);
      expect([status, text, headers.get('content-type')]).toEqual([
        200,
        expect.stringContaining('<title>Shell'),
        expect.stringContaining('text/html'),
      ]);
    }
    expect((await at.main.get('/assets/gone.js')).status).toBe(404);
    expect((await at.main.post('/browse/HELP-1')).status).toBe(404);
  });

  it('are asked for by one name, which the frames of the app know', async () => {
    const response = await at.site.main(new Request('http://127.0.0.1:8080/browse/HELP-1?tab=all'));
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      'http://localhost:8080/browse/HELP-1?tab=all',
    ]);
  });

  it('say how to build them when they are not built', async () => {
    rmSync(join(at.dir, 'shell'), { recursive: true });
    const { status, text } = await at.main.get('/');
    expect([status, text]).toEqual([503, expect.stringContaining('npm run build')]);
    expect((await at.frames.get('/__host/global-bridge.js')).body.error.message).toContain(
      'npm run build:shell',
    );
  });

  it('never leave their folder', async () => {
    for (const path of [
      '/..%2fmanifest.yml',
      '/assets/..%2f..%2fmanifest.yml',
      '/%2e%2e/manifest.yml',
      '/..%5cmanifest.yml',
      '/%00.js',
      '/%E0%A4%A.js',
    ]) {
      expect((await at.main.get(path)).text).not.toContain('modules:');
      expect((await at.frames.get(`/r/main${path}`)).status).toBe(404);
    }
  });
});

describe('the origin of the app’s pages', () => {
  it('serves the files of the manifest’s resources', async () => {
    expect((await at.frames.get('/r/main/icon.svg')).headers.get('content-type')).toContain(
      'image/svg+xml',
    );
    expect((await at.frames.get('/r/main/app.js')).headers.has('content-security-policy')).toBe(
      false,
    );
    expect(await at.frames.get('/r/main/gone.js')).toMatchObject({
      status: 404,
      body: { error: { message: expect.stringContaining('no file gone.js') } },
    });
    expect(await at.frames.get('/r/other/index.html')).toMatchObject({
      status: 404,
      body: { error: { message: expect.stringContaining('no resource other') } },
    });
  });

  it('puts the bridge before everything else of a page', async () => {
    const bridge = '<script src="/__host/global-bridge.js"></script>';
    expect((await at.frames.get('/r/main/index.html')).text).toContain(
      `<head lang="en">${bridge}<title>`,
    );
    expect((await at.frames.get('/r/settings/')).text).toBe(`${bridge}<h1>Settings</h1>`);
    expect((await at.frames.get('/__host/global-bridge.js')).text).toContain('__bridge');
  });

  it('allows a page what Forge allows: its manifest’s hosts and styles, its own inline scripts, and nothing more', async () => {
    const header =
      (await at.frames.get('/r/main/index.html')).headers.get('content-security-policy') ?? '';
    const policy: Record<string, string[]> = Object.fromEntries(
      header
        .split('; ')
        .map((directive) => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1)]),
    );
    expect(policy['frame-ancestors']).toEqual(
      expect.arrayContaining(["'self'", 'localhost:8080', '*.atlassian.net']),
    );
    expect(policy['script-src']?.filter((one) => one.startsWith("'"))).toEqual([
      "'self'",
      expect.stringMatching(/^'sha256-/u),
    ]);
    expect(policy['style-src']).toContain("'unsafe-inline'");
    expect(policy['img-src']).toContain('pictures.example.com');
    expect(policy['connect-src']).not.toContain('http://localhost:*');
    expect(policy['report-uri']).toEqual(['/__host/csp-reports']);
  });

  it('keeps the reports of what the policy forbade', async () => {
    const report = {
      'csp-report': { 'violated-directive': 'img-src', 'blocked-uri': 'https://elsewhere.example' },
    };
    expect((await at.frames.post('/__host/csp-reports', report)).status).toBe(204);
    expect((await at.main.get('/__host/csp-reports')).body).toEqual([
      { at: '2026-03-02T14:00:00.000Z', report },
    ]);
    await at.main.del('/__host/csp-reports');
    expect((await at.main.get('/__host/csp-reports')).body).toEqual([]);
  });

  it('serves the design tokens in light and dark', async () => {
    const { text, headers } = await at.frames.get('/__host/theme.css');
    expect(headers.get('content-type')).toContain('text/css');
    for (const part of [
      'data-color-mode="light"',
      'data-color-mode="dark"',
      '--ds-text:',
      '--ds-space-100:',
    ])
      expect(text).toContain(part);
  });

  it('has nothing else of the host', async () => {
    for (const path of ['/__host/health', '/rest/api/3/myself', '/', '/browse/HELP-1'])
      expect((await at.frames.get(path)).status).toBe(404);
  });
});
