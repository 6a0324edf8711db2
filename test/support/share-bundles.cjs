// Every test file has modules of its own, and would bundle the app anew: those of one run share what the first has made.
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

module.exports = () => {
  const folder = mkdtempSync(join(tmpdir(), 'account-relay-bundles-'));
  process.env.RELAY_SHARED_BUNDLES = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
};
