// npm run forge:bundle: the bundle that `forge deploy` would upload, made by Atlassian's own bundler, in dist/forge; then
// every story told again in the local host on that bundle instead of the sources.
// node bench/forge/bundle.cjs --only APP FOLDER: the bundle of the app in that folder, and no stories.
const { spawnSync } = require('node:child_process');
const { cpSync, mkdirSync, rmSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { forgeTools, goOffline, root } = require('./tools.cjs');

/** Bundles the functions of an app's manifest into a folder, one script per file with handlers. */
async function bundle(appDir, folder) {
  process.chdir(appDir);
  const need = forgeTools();
  goOffline();
  const { getEntryPoints, getNodeBundler } = need('@forge/bundler');
  const { ConfigFile, FileSystemReader, FileSystemWriter } = need('@forge/cli-shared');
  const config = new ConfigFile(new FileSystemReader(), new FileSystemWriter());
  const entryPoints = getEntryPoints(await config.getAppHandlers());
  const logger = { info() {}, debug() {}, trace() {}, warn: console.warn, error: console.error };
  // The wrapper around the functions comes from Atlassian at deploy time; the local host is its own.
  const wrapper = { script: '', source: 'local', version: 'local' };
  const wrappers = {
    getNodeRuntimeWrapper: async () => wrapper,
    getNodeRuntimeLoader: async () => wrapper,
  };
  const bundler = getNodeBundler(logger, wrappers, config, {
    isTypescriptBundlerEnabled: async () => false,
  });
  const { outputDir } = await bundler.bundle({
    entryPoints,
    appDirectory: appDir,
    successMessage: '',
  });
  // The bundler writes where the deploy picks it up, a temporary folder of its own choice.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(outputDir, folder, { recursive: true });
  rmSync(outputDir, { recursive: true });
}

async function main() {
  const [only, appDir, to] = process.argv.slice(2);
  if (only === '--only') return bundle(resolve(appDir), resolve(to));
  const folder = join(root, 'dist', 'forge');
  await bundle(root, folder);
  console.log(`Atlassian's bundler made ${folder}. The stories on it:`);
  const { status } = spawnSync(
    process.execPath,
    [require.resolve('jest/bin/jest'), ...process.argv.slice(2), '--selectProjects', 'simulation'],
    {
      stdio: 'inherit',
      env: { ...process.env, RELAY_BUNDLE: folder },
    },
  );
  process.exitCode = status ?? 2;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 2;
});
