// The rule "Release finished" that an administrator may add to a workflow, as Jira evaluates it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compileExpression } from '../../host/forge/expression/compile';

const { modules } = parse(readFileSync(join(__dirname, '..', '..', 'manifest.yml'), 'utf8')) as {
  modules: Record<string, { key: string; expression: string }[]>;
};
const rule = compileExpression(
  modules['jira:workflowValidator']?.find(({ key }) => key === 'release-finished')?.expression ??
    '',
);

it.each([
  ['a ticket that Account Relay knows nothing of', {}, true],
  ['a ticket without a release', { 'account-relay': { key: 'yes' } }, true],
  ['an open release', { 'account-relay': { key: 'yes', release: 'open' } }, false],
  [
    'a release that is signed off and still monitored',
    { 'account-relay': { key: 'yes', release: 'signed-off' } },
    false,
  ],
  ['a finished release', { 'account-relay': { key: 'yes', release: 'finished' } }, true],
])('KA-16: %s passes: %s', (_what, properties, passes) => {
  expect(rule({ issue: { properties }, transition: { to: { name: 'Done' } } })).toBe(passes);
});
