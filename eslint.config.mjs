import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const takeNow = (property) => ({ object: 'Date', property, message: 'Take `now` as an argument.' });

/** What only the types can tell, and how many parameters a reader can keep apart. */
const typed = (severity) => ({
  'max-params': [severity, 4],
  '@typescript-eslint/await-thenable': severity,
  '@typescript-eslint/no-floating-promises': severity,
  '@typescript-eslint/no-misused-promises': severity,
  '@typescript-eslint/no-unnecessary-type-assertion': severity,
  // A `default` says what holds for every other case.
  '@typescript-eslint/switch-exhaustiveness-check': [
    severity,
    { considerDefaultExhaustiveForUnions: true },
  ],
});
/** Folders that do not keep `typed` yet. */
const later = ['src/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'static/build',
      'host/shell/build',
      'dist',
      'coverage',
      '.forge-tools',
    ],
  },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-empty-object-type': 'off',
    },
  },
  {
    files: ['{src,static,host,bench,test}/**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: {
        project: ['.', 'static', 'host', 'host/shell', 'test'].map(
          (folder) => `${folder}/tsconfig.json`,
        ),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: typed('error'),
  },
  { files: later, rules: typed('warn') },
  {
    files: ['static/**/*.{ts,tsx}', 'host/{shell,bridge/page}/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    // The two rules about hooks; the others of this plugin prepare for the React compiler, which is not used here.
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // The engine and the rules of the SOPs are pure: no clock, no chance, no I/O.
    files: ['src/core/**/*.ts', 'src/procedures/*/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'process', 'setTimeout', 'setInterval', 'setImmediate', 'console'].map(
          (name) => ({
            name,
            message: 'Rules are pure: take it as an argument.',
          }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        takeNow('now'),
        { object: 'Math', property: 'random', message: 'Take randomness as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take `now` as an argument.',
        },
      ],
    },
  },
  {
    // Programs a person starts may print; the log of the app is one file.
    files: [
      'host/run.ts',
      'bench/**/*.ts',
      'test/**/*.mjs',
      'src/forge/log.ts',
      '**/*.cjs',
      '**/*.mjs',
    ],
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
);
