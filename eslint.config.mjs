import tseslint from 'typescript-eslint';

const takeNow = (property) => ({ object: 'Date', property, message: 'Take `now` as an argument.' });

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
    languageOptions: { parserOptions: { projectService: false } },
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
