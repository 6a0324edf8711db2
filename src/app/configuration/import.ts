// Puts a configuration file in force, as a whole or not at all.
import type { ConfigurationView, ImportReport } from '../../contract/configuration';
import { spellBusinessMinutes } from '../../core/calendar/spell-time';
import { remembering } from '../accounts/account-part';
import { asksThatMove, movedAccounts, queueHandOvers } from '../accounts/hand-over';
import { adminsOnly } from '../administrators';
import { RelayError } from '../errors';
import { withNames } from '../names';
import { accountPartsOf, configuredOf } from '../app-procedure';
import type { Ports } from '../ports';
import type { Catalogue } from '../settings-ports';
import { replaceDraft } from '../settings/edit-draft';
import { formOf } from '../settings/form-of';
import { putInForce, withWhatIsKnown } from '../settings/put-in-force';
import { asIds } from '../settings/spelling';
import { personView, personViewOrNull } from '../views/why';
import { readFile } from './file';
import { resolve } from './resolve';

/**
 * Reads, resolves and, unless `dryRun`, publishes; or puts the settings of the file into the draft and leaves accounts
 * and people alone. The settings change in one step, before accounts and people: whoever loses a race changes nothing.
 * @throws RelayError `changed-meanwhile` when another version is in force than `expectedVersion`
 */
export async function importConfiguration(
  ports: Ports,
  catalogues: { readonly app: Catalogue; readonly viewer: Catalogue },
  input: {
    readonly configuration: unknown;
    readonly dryRun: boolean;
    readonly comment: string;
    readonly into: 'force' | 'draft';
    readonly expectedVersion?: number | null;
  },
): Promise<ImportReport> {
  const by = await adminsOnly(ports, catalogues.viewer);
  const current = await ports.policy.current();
  const version = current?.version ?? null;
  if (input.expectedVersion !== undefined && input.expectedVersion !== version) {
    throw new RelayError(
      'changed-meanwhile',
      `Version ${version ?? 0} of the settings was published meanwhile.`,
      { remedy: 'Check the file again, and then decide.' },
    );
  }
  const nothing = { queues: 0, accounts: 0, people: 0 };
  const procedures = await configuredOf(ports);
  const read = readFile(input.configuration, procedures);
  if ('problems' in read)
    return { applied: false, version, counts: nothing, problems: read.problems };
  const resolved = await resolve(read.file, catalogues.app, { procedures, inForce: current });
  if ('problems' in resolved)
    return { applied: false, version, counts: nothing, problems: resolved.problems };
  const counts = {
    queues: Object.keys(resolved.policy.queues).length,
    accounts: resolved.accounts.length,
    people: resolved.people.length,
  };
  const report: ImportReport = {
    applied: !input.dryRun,
    version,
    counts,
    problems: [],
    ...(resolved.warnings.length === 0 ? {} : { warnings: resolved.warnings }),
  };
  if (input.dryRun) return report;
  if (input.into === 'draft') {
    await replaceDraft(ports, by, formOf(resolved.policy, asIds, procedures));
    return { ...report, counts: { ...counts, accounts: 0, people: 0 } };
  }
  const before = await ports.directory.accounts(
    [],
    resolved.accounts.map(({ cid }) => cid),
  );
  const parts = accountPartsOf(procedures);
  const today = ports.now().slice(0, 10);
  const accounts = resolved.accounts.map((account) =>
    remembering(
      parts,
      account,
      before.find(({ cid }) => cid === account.cid),
      today,
    ),
  );
  const moving = await asksThatMove(ports, before, movedAccounts(before, accounts));
  const published = await putInForce(ports, resolved.policy, {
    live: current,
    by,
    comment: input.comment,
    people: [],
  });
  await ports.directory.put(accounts, await withWhatIsKnown(ports, resolved.people));
  await queueHandOvers(
    ports,
    moving.map(({ issueId }) => issueId),
  );
  return { ...report, version: published.version };
}

/** What is in force, for the settings page. */
export async function readConfiguration(
  ports: Ports,
  asViewer: Catalogue,
): Promise<ConfigurationView> {
  await adminsOnly(ports, asViewer);
  const [policy, accounts] = await Promise.all([ports.policy.current(), ports.directory.count()]);
  if (policy === null)
    return {
      version: null,
      publishedAt: null,
      publishedBy: null,
      queues: [],
      fallback: [],
      accounts,
    };
  const known = await ports.directory.people(policy.fallback);
  const people = await withNames(
    ports,
    Object.fromEntries(known.map((person) => [person.accountId, person])),
    [policy.publishedBy],
    true,
  );
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
        respondWithin:
          entry.mode === 'watch'
            ? 'No response asked'
            : spellBusinessMinutes(entry.ladder[0]?.respondWithin.default ?? 0),
      })),
    })),
    fallback: policy.fallback.map((person) => personView(people, person)),
    accounts,
  };
}
