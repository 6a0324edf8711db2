/** The arrows of docs/architecture.md: what may import what. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const typesAreFine = { dependencyTypesNot: ['type-only'] };
/** A file of a procedure; $1 is the procedure. */
const procedure = '^src/procedures/([^/]+)/';
/** What a page may know of a procedure, and the functions may know of its pages. */
const contracts = '^src/(contract|procedures/[^/]+/contract)/';
/** Plain data that pages and functions read alike. */
const descriptions =
  '^src/(contract/(settings-description|(ending|wait)-settings)|procedures/[^/]+/contract/(settings|meeting-settings|said|waits|usual-[^/]+))\\.ts$';
/** How long what is owed may take: data that the settings and the rules share. */
const waitTimes = '^src/(contract/wait-settings|procedures/[^/]+/contract/waits)\\.ts$';

module.exports = {
  forbidden: [
    {
      ...rule('no-cycles', 'A cycle of values hides who depends on whom.', {}, { circular: true }),
      // Types may know each other: ports carry the procedures, and a procedure takes ports.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },

    rule(
      'core-is-alone',
      'The engine imports nothing outside itself but an audited library of hashes.',
      { path: '^src/core/' },
      { pathNot: '^(src/core/|node_modules/@noble/hashes/)' },
    ),
    rule(
      'procedures-are-strangers',
      'Where two SOPs meet on a ticket, they meet in the typed points of the core.',
      { path: procedure },
      { path: '^src/procedures/', pathNot: '^src/procedures/$1/' },
    ),
    rule(
      'shared-code-names-no-procedure',
      'src/procedures/index.ts lists them; nothing else outside a procedure knows one.',
      { path: '^src/(core|app|jira|kvs|contract)/' },
      { path: '^src/procedures/' },
    ),
    rule(
      'a-procedure-has-one-export',
      'Whoever composes sees the procedure as a value.',
      { path: '^src/forge/' },
      { path: '^src/procedures/', pathNot: '^src/procedures/(index\\.ts$|[^/]+/procedure\\.ts$)' },
    ),
    rule(
      'rules-are-pure',
      'The files on top of a procedure are its rules: they know the core and each other.',
      { path: '^src/procedures/[^/]+/(?!procedure\\.ts)[^/]+\\.ts$' },
      { path: '.', pathNot: ['^src/(core|procedures)/', waitTimes] },
    ),
    rule(
      'procedures-know-ports-not-platforms',
      'A procedure meets the platform through ports.',
      { path: procedure },
      { path: '^(src/(jira|kvs|forge)/|node_modules/@forge/)' },
    ),

    rule(
      'contract-knows-types-only',
      'The contract is types over the core: a value would pull code into the browser.',
      { path: contracts },
      { pathNot: contracts, ...typesAreFine },
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
      { path: '^src/(jira|kvs)/' },
      { path: '^src/(jira|kvs|forge)/', pathNot: '^src/$1/' },
    ),
    rule(
      'adapters-decide-nothing',
      'Adapters may know shapes, not rules.',
      { path: '^src/(jira|kvs)/' },
      { path: '^src/(core|procedures)/', ...typesAreFine },
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
      'static-knows-contracts-only',
      'The pages meet the functions through contracts.',
      { path: '^static/' },
      { path: '^(src/|host/|test/)', pathNot: contracts },
    ),
    rule(
      'static-imports-types-only',
      'The contracts have no values but the descriptions of settings.',
      { path: '^static/' },
      { path: contracts, pathNot: descriptions, ...typesAreFine },
    ),
    rule(
      'descriptions-are-plain-data',
      'Whatever a description of settings imports comes into the browser with it.',
      { path: descriptions },
      { pathNot: descriptions, ...typesAreFine },
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
      'what-ships-is-declared',
      'What runs on Forge or in the browser of a user needs no development dependency.',
      { path: '^(src|static)/' },
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
