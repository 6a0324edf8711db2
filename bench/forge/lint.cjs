// npm run forge:lint: what `forge deploy` checks before it uploads, without login or network. An error or a warning fails.
const { mkdtempSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { forgeTools, goOffline, openApiFolder, root } = require('./tools.cjs');

/** Descriptions of products the app does not use; an empty one keeps the linter from asking the network. */
function describeProducts(openApi) {
  const nothing = join(mkdtempSync(join(tmpdir(), 'forge-lint-')), 'nothing.json');
  writeFileSync(nothing, JSON.stringify({ paths: {}, components: {} }));
  const products = {
    JIRA: 'jira-v3.json',
    JSM: 'jsm.json',
    JSW: null,
    CONF: null,
    CONF_V2: null,
    BB: null,
  };
  process.env.USE_LOCAL_SWAGGER = '1';
  for (const [product, file] of Object.entries(products)) {
    process.env[`LOCAL_${product}_SWAGGER`] =
      file === null || openApi === null ? nothing : join(openApi, file);
  }
}

/** One finding per line, with the file and place it is about. */
const findingsOf = (results) =>
  results.flatMap(({ file, ...kinds }) =>
    ['errors', 'warnings'].flatMap((kind) =>
      (kinds[kind] ?? []).map(
        ({ line, column, message, reference }) =>
          `${kind.slice(0, -1)} ${file}:${line}:${column} ${message} [${reference}]`,
      ),
    ),
  );

async function main() {
  const need = forgeTools();
  const openApi = openApiFolder();
  describeProducts(openApi);
  goOffline();
  process.chdir(root);
  const { lint, litelint } = need('@forge/lint');
  const { ConfigFile, FileSystemReader, FileSystemWriter, listGitIgnoreFiles } =
    need('@forge/cli-shared');
  // The linter reports its own failures through the logger only.
  const crashes = [];
  const logger = {
    info() {},
    debug() {},
    trace() {},
    warn: (text) => crashes.push(text),
    error: (error) => crashes.push(String(error)),
  };
  const flags = { getDeprecatedRuntimes: async () => [] };
  const reader = new FileSystemReader();
  const findings = findingsOf(await litelint(logger, flags));
  if (findings.length === 0) {
    const manifest = await new ConfigFile(reader, new FileSystemWriter()).readConfig();
    const ignored = [...(await listGitIgnoreFiles(reader)), '.git', 'node_modules', '.forge-tools'];
    const files = await reader.recursiveReadDir('./src', ignored);
    findings.push(
      ...findingsOf(
        await lint(files, manifest, 'development', logger, flags, {
          linter: { mode: 'client-side' },
        }),
      ),
    );
  }
  for (const line of [...findings, ...crashes]) console.log(line);
  console.log(`${findings.length + crashes.length} findings in src and manifest.yml.`);
  if (openApi === null)
    console.log(
      'Scopes were not checked against Atlassian’s OpenAPI: set JIRA_OPENAPI_DIR to a folder with jira-v3.json and jsm.json.',
    );
  process.exitCode = findings.length + crashes.length === 0 ? 0 : 1;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 2;
});
