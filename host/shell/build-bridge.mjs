// Builds the script that frames of the app get before their own: host/shell/build/global-bridge.js. A classic script, for
// it must have run before @forge/bridge, a module, is loaded.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: [at('../bridge/page/global-bridge.ts')],
  outfile: at('./build/global-bridge.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  logLevel: 'warning',
});
