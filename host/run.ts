// npm start: the local Jira with the app installed, and a demo service desk in it.
import { resolve } from 'node:path';
import { createHost } from '.';
import { manifestProblems } from './control/check-manifest';
import { listen } from './server';

const repository = resolve(__dirname, '..');
const usualPort = 8080;

/** @throws Error for a PORT that is none */
function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return usualPort;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is ${JSON.stringify(text)}; it must be a whole number from 0 to 65535.`);
  return port;
}

async function check(): Promise<void> {
  const problems = await manifestProblems(repository);
  for (const problem of problems) console.error(problem);
  if (problems.some((problem) => problem.includes(' error: '))) process.exitCode = 1;
  else console.log('Forge would take the manifest.');
}

async function run(): Promise<void> {
  const { HOST, PORT } = process.env;
  const server = await listen({
    port: portOf(PORT),
    start: (options) => createHost(options),
    ...(HOST === undefined || HOST === '' ? {} : { address: HOST }),
  });
  console.log(`Local Jira with ${server.site.host.app.name}: ${server.url}

  Choose who you are there, and one of three stories to click through.
  Time stands still until you move it, in the bar at the bottom of every page.
  Any Jira client can use ${server.url}/rest/api/3 with an e-mail address of the demo and any password.

Ctrl-C stops it.`);
  const stop = (): void => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

const job = process.argv.includes('--check') ? check : run;
job().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
