// ts-jest only transpiles here; types are checked by `npm run types`.
const transform = {
  '^.+\\.ts$': [
    'ts-jest',
    {
      tsconfig: {
        module: 'CommonJS',
        moduleResolution: 'Node10',
        isolatedModules: true,
        target: 'ES2022',
        esModuleInterop: true,
        resolveJsonModule: true,
        strict: true,
        jsx: 'react-jsx',
      },
      diagnostics: { ignoreCodes: [5107, 151001, 151002] },
    },
  ],
};

const project = (displayName, folders, extra = {}) => ({
  displayName,
  testEnvironment: 'node',
  transform,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
  ...extra,
});

module.exports = {
  projects: [
    project('unit', [
      'core',
      'procedures',
      'long-month',
      'app',
      'jira',
      'kvs',
      'forge',
      'host',
      'golden',
      'manifest',
      'architecture',
      'proof',
      'static',
      'liveness',
    ]),
    project('simulation', ['simulation', 'sixth-procedure']),
    project('browser', ['browser'], {
      setupFilesAfterEnv: ['<rootDir>/test/support/browser-retries.cjs'],
    }),
  ],
  globalSetup: '<rootDir>/test/support/share-bundles.cjs',
  testTimeout: 60_000,
  // Browser tests wait more than they work: two at a time use a small machine better than one.
  maxWorkers: 2,
  workerIdleMemoryLimit: '800MB',
};
