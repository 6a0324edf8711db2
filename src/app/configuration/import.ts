// Puts a configuration file in force, as a whole or not at all.
import type { ConfigurationView, ImportReport } from '../../contract/configuration';
import { spellBusinessMinutes } from '../../domain/calendar/spell-time';
import { asksThatMove, movedAccounts, queueHandOvers } from '../accounts/hand-over';
import { adminsOnly } from '../administrators';
import { withNames } from '../names';
import type { Catalogue, Ports } from '../ports';
import { personView, personViewOrNull } from '../views/why';
import { readFile } from './file';
import { resolve } from './resolve';

/**
 * Reads, resolves and, unless `dryRun`, publishes. Accounts and people are written before the settings that need
 * them; the settings themselves change in one step.
 */
export async function importConfiguration(
  ports: Ports,
  catalogues: { readonly app: Catalogue; readonly viewer: Catalogue },
  input: { readonly configuration: unknown; readonly dryRun: boolean; readonly comment: string },
): Promise<ImportReport> {
  const by = await adminsOnly(ports, catalogues.viewer);
  const current = await ports.policy.current();
  const version = current?.version ?? null;
  const nothing = { queues: 0, accounts: 0, people: 0 };
  const read = readFile(input.configuration);
  if ('problems' in read) return { applied: false, version, counts: nothing, problems: read.problems };
  const resolved = await resolve(read.file, catalogues.app);
  if ('problems' in resolved) return { applied: false, version, counts: nothing, problems: resolved.problems };
  const counts = { queues: Object.keys(resolved.policy.queues).length, accounts: resolved.accounts.length, people: resolved.people.length };
  if (input.dryRun) return { applied: false, version, counts, problems: [] };
  const before = await ports.directory.accounts([], resolved.accounts.map(({ cid }) => cid));
  const moving = await asksThatMove(ports, before, movedAccounts(before, resolved.accounts));
  await ports.directory.put(resolved.accounts, resolved.people);
  const now = ports.now();
  const next = (version ?? 0) + 1;
  await ports.policy.publish(
    { version: next, publishedAt: now, publishedBy: by, comment: input.comment, effectiveFrom: current?.effectiveFrom ?? now, ...resolved.policy },
    version,
  );
  await queueHandOvers(ports, moving.map(({ issueId }) => issueId));
  ports.log.info('settings-published', { version: next, queues: counts.queues, accounts: counts.accounts });
  return { applied: true, version: next, counts, problems: [] };
}

/** What is in force, for the settings page. */
export async function readConfiguration(ports: Ports, asViewer: Catalogue): Promise<ConfigurationView> {
  await adminsOnly(ports, asViewer);
  const [policy, accounts] = await Promise.all([ports.policy.current(), ports.directory.count()]);
  if (policy === null) return { version: null, publishedAt: null, publishedBy: null, queues: [], fallback: [], accounts };
  const known = await ports.directory.people(policy.fallback);
  const people = await withNames(ports, Object.fromEntries(known.map((person) => [person.accountId, person])), [policy.publishedBy], true);
  return {
    version: policy.version,
    publishedAt: policy.publishedAt,
    publishedBy: personViewOrNull(people, policy.publishedBy),
    queues: Object.values(policy.queues).map(({ key, name, entries }) => ({
      key,
      name,
      entries: entries.map((entry) => ({
        id: entry.id,
        name: entry.name,
        mode: entry.mode,
        respondWithin: entry.mode === 'watch' ? 'No response asked' : spellBusinessMinutes(entry.ladder[0]?.respondWithin.default ?? 0),
      })),
    })),
    fallback: policy.fallback.map((person) => personView(people, person)),
    accounts,
  };
}
