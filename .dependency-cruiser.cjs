/** The arrows of docs/architecture.md: what may import what. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycles', 'A cycle hides who depends on whom.', {}, { circular: true }),
    rule(
      'domain-is-alone',
      'The SOPs import nothing outside src/domain.',
      { path: '^src/domain/' },
      { pathNot: '^src/domain/' },
    ),
    rule(
      'contract-knows-the-domain-only',
      'The contract is types over the domain.',
      { path: '^src/contract/' },
      { pathNot: '^src/(contract|domain)/' },
    ),
    rule(
      'contract-is-types-only',
      'A value in the contract would pull code into the browser.',
      { path: '^src/contract/' },
      { path: '^src/domain/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'app-knows-ports-not-platforms',
      'Use cases meet the platform through ports.',
      { path: '^src/app/' },
      { path: '^(src/(jira|kvs|forge)/|node_modules/@forge/)' },
    ),
    rule(
      'jira-and-kvs-are-strangers',
      'Adapters never import each other.',
      { path: '^src/jira/' },
      { path: '^src/(kvs|forge)/' },
    ),
    rule(
      'kvs-and-jira-are-strangers',
      'Adapters never import each other.',
      { path: '^src/kvs/' },
      { path: '^src/(jira|forge)/' },
    ),
    rule(
      'adapters-decide-nothing',
      'Adapters may know shapes, not rules.',
      { path: '^src/(jira|kvs)/' },
      { path: '^src/domain/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'adapters-implement-ports',
      'From src/app an adapter needs the port types only.',
      { path: '^src/(jira|kvs)/' },
      { path: '^src/app/', pathNot: '^src/app/(ports|errors|outbox|.+-ports)\\.ts$' },
    ),
    rule(
      'nobody-imports-forge',
      'src/forge composes; nobody below it knows.',
      { path: '^src/(?!forge/)' },
      { path: '^src/forge/' },
    ),
    rule(
      'static-knows-the-contract-only',
      'The pages meet the functions through the contract.',
      { path: '^static/' },
      { path: '^(src/(?!contract/)|host/|test/)' },
    ),
    rule(
      'static-imports-types-only',
      'The contract has no values.',
      { path: '^static/' },
      { path: '^src/contract/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'host-is-another-world',
      'The host meets the app through the manifest, its bundle and its globals.',
      { path: '^host/' },
      { path: '^(src|static|test)/' },
    ),
    rule(
      'app-never-sees-the-host',
      'The app cannot cheat.',
      { path: '^(src|static)/' },
      { path: '^(host|test|bench)/' },
    ),
    rule('nothing-imports-tests', 'Tests are leaves.', { pathNot: '^test/' }, { path: '^test/' }),
    rule(
      'no-orphans-in-production',
      'What ships is declared.',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'unknown', 'undetermined'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(static|host/shell)/build/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
