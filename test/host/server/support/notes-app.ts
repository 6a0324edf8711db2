// A small app of its own, so that these tests are about the host: pages in every kind of place, and web triggers.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const manifest = `
modules:
  jira:issueContext:
    - key: notes-panel
      resource: main
      resolver: { function: answer }
      title: Notes
      label: Notes
      icon: resource:main;icon.svg
      dynamicProperties: { function: status }
  jira:dashboardGadget:
    - key: notes-gadget
      resource: main
      resolver: { function: answer }
      title: My notes
      description: Notes
      thumbnail: https://example.com/notes.svg
      edit: { resource: settings }
  jira:adminPage:
    - key: notes-settings
      resource: settings
      resolver: { function: answer }
      title: Notes
  trigger:
    - key: edits
      function: remember
      events: [avi:jira:updated:issue]
  webtrigger:
    - key: echo
      function: echo
  function:
    - { key: answer, handler: index.answer }
    - { key: status, handler: index.status }
    - { key: remember, handler: index.remember }
    - { key: echo, handler: index.echo }
resources:
  - { key: main, path: pages }
  - { key: settings, path: settings }
permissions:
  scopes: [read:jira-work]
  content:
    styles: [unsafe-inline]
  external:
    images: [pictures.example.com]
app:
  id: ari:cloud:ecosystem::app/0e7f2a54-0000-4000-8000-000000000077
  runtime: { name: nodejs24.x }
`;

const code = `
const jira = (path) => globalThis.__forge_fetch__({ type: 'fpp', provider: 'app', remote: 'jira' }, path);
exports.answer = async ({ call, context }) => {
  if (call.functionKey === 'echo') return { payload: call.payload ?? null, context };
  if (call.functionKey === 'nothing') return undefined;
  if (call.functionKey === 'fail') throw new Error('The notes are gone.');
  if (call.functionKey === 'read') return (await jira('/rest/api/3/issue/' + context.extension.issue.key + '?fields=summary')).json();
  throw new Error("Resolver has no definition for '" + call.functionKey + "'.");
};
exports.status = async () => ({ status: { type: 'lozenge', value: { label: '2 notes', type: 'info' } } });
exports.remember = async (event) => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  console.log('remembered ' + event.issue.key);
};
exports.echo = async ({ method, path, headers, queryParameters, body }) => ({
  statusCode: Number(queryParameters.status?.[0] ?? 200),
  headers: { 'x-notes': ['yes'] },
  body: JSON.stringify({ method, path, token: headers['x-token'], body }),
});
`;

const page =
  '<!doctype html><html><head lang="en"><title>Notes</title><script>window.early = 1;</script></head><body><script type="module" src="./app.js"></script></body></html>';

/** The app in a folder of its own. */
export function notesApp(): { readonly dir: string; readonly bundle: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'notes-app-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  write('manifest.yml', manifest);
  write('bundle.js', code);
  write('pages/index.html', page);
  write('pages/app.js', 'export {};');
  write('pages/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  write('settings/index.html', '<h1>Settings</h1>');
  write('shell/index.html', '<!doctype html><title>Shell</title>');
  write('shell/assets/shell.js', 'export {};');
  write('shell/global-bridge.js', 'window.__bridge = {};');
  return { dir, bundle: join(dir, 'bundle.js'), remove: () => rmSync(dir, { recursive: true }) };
}
