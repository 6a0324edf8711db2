import { fileURLToPath } from 'node:url';
import { sort } from '@compiled/css';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Atlaskit ships atomic CSS whose rules must stand shorthand before longhand, media queries last.
 * Across packages only a sort of the one final file gets that right.
 */
const sortCompiledCss = (): Plugin => ({
  name: 'sort-compiled-css',
  enforce: 'post',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type === 'asset' && asset.fileName.endsWith('.css')) {
          asset.source = sort(String(asset.source), {
            sortAtRulesEnabled: true,
            sortShorthandEnabled: true,
          });
        }
      }
    },
  },
});

/** `vite build` makes the app's Custom UI; `vite build --mode shell` the pages of the local Jira. */
export default defineConfig(({ mode }) => {
  const root = at(mode === 'shell' ? './host/shell' : './static');
  return {
    root,
    base: mode === 'shell' ? '/' : './',
    plugins: [react(), sortCompiledCss()],
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      // Atlaskit asks a remote service for its own feature gates; the stub answers "off" without a request.
      alias: {
        '@atlaskit/feature-gate-js-client/feature-gates': at('./static/stub/feature-gates.ts'),
      },
    },
    build: {
      outDir: `${root}/build`,
      emptyOutDir: true,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 900,
      rollupOptions: { input: { index: `${root}/index.html` } },
    },
  };
});
