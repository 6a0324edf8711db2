// Atlassian's own linter and bundler, in a folder of their own: 500 packages that nobody needs to run or test the app.
const { execFileSync } = require('node:child_process');
const { existsSync, mkdirSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '..', '..');
const folder = join(root, '.forge-tools');
const versions = { '@forge/lint': '6.3.1', '@forge/bundler': '7.3.0', '@forge/manifest': '13.7.0' };

/** Installs the tools on first use, and answers a `require` that finds them. */
function forgeTools() {
  const missing = Object.keys(versions).some(
    (name) => !existsSync(join(folder, 'node_modules', name)),
  );
  if (missing) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ private: true, dependencies: versions }, null, 2),
    );
    console.error(
      'Installing Atlassian’s linter and bundler into .forge-tools (once, about 240 MB) …',
    );
    execFileSync(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'],
      { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
    );
  }
  return createRequire(join(folder, 'package.json'));
}

/** From here on a socket is an error: what these tools say must not depend on anything that is not here. */
function goOffline() {
  const { Socket } = require('node:net');
  Socket.prototype.connect = () => {
    throw new Error('Something tried to reach the network.');
  };
}

/** Where Atlassian's OpenAPI descriptions are, if anywhere: they say which scope each request needs. */
function openApiFolder() {
  const wanted = [process.env.JIRA_OPENAPI_DIR, join(root, '..', 'shared', 'openapi')].filter(
    Boolean,
  );
  return (
    wanted.find(
      (place) => existsSync(join(place, 'jira-v3.json')) && existsSync(join(place, 'jsm.json')),
    ) ?? null
  );
}

module.exports = { root, forgeTools, goOffline, openApiFolder };
