import { resolve } from 'node:path';
import { Hono } from 'hono';
import { fileAnswer, fileIn } from './files';

/** Where `npm run build:shell` puts the pages of the local Jira. */
export const builtShell = resolve(__dirname, '..', '..', 'shell', 'build');

const notBuilt = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Local Jira</title></head>
<body><h1>The pages are not built yet</h1>
<p>Run <code>npm run build</code>, or <code>npm start</code>, which builds and then starts; then reload this page.</p>
<p>The REST API and <a href="/__host/health">the control surface</a> work without them.</p></body></html>`;

/** The pages a person clicks through: a single-page application, so every path that is no file is its index. */
export function shellPages(folder: string, baseUrl: string): Hono {
  const { hostname } = new URL(baseUrl);
  return new Hono().get('*', async (c) => {
    // The frames of the app trust this origin by its name, so there is one name.
    const asked = new URL(c.req.url);
    if (asked.hostname === '127.0.0.1' && hostname === 'localhost')
      return c.redirect(`${baseUrl}${asked.pathname}${asked.search}`);
    const file = await fileIn(folder, c.req.path);
    if (file !== null) return fileAnswer(file);
    if (/\.[a-z\d]+$/iu.test(c.req.path)) return c.text(`There is no file ${c.req.path}.`, 404);
    const index = await fileIn(folder, '/index.html');
    return index === null ? c.html(notBuilt, 503) : fileAnswer(index);
  });
}
