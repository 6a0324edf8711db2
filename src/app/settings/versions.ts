// Every version that was ever in force, and what is different between two of them.
import type {
  DifferenceView,
  VersionName,
  VersionsView,
  VersionView,
} from '../../contract/versions';
import type { People } from '../../core/people';
import type { Policy, Settings } from '../../core/policy';
import { differences } from '../../core/settings-diff';
import { RelayError } from '../errors';
import { withNames } from '../names';
import { configuredOf } from '../app-procedure';
import type { Ports } from '../ports';
import { personViewOrNull } from '../views/why';
import { namesIn } from './names-in';
import { factsIn } from './procedure-settings';

const perPage = 10;

export const versionView = (
  { version, publishedAt, publishedBy, comment }: Policy,
  people: People,
): VersionView => ({
  version,
  publishedAt,
  publishedBy: personViewOrNull(people, publishedBy),
  comment,
});

/** Newest first. @param before the version below which to go on */
export async function listVersions(
  ports: Ports,
  before: number | undefined,
): Promise<VersionsView> {
  const newest = before ?? ((await ports.policy.current())?.version ?? 0) + 1;
  const numbers = Array.from({ length: perPage }, (_, place) => newest - 1 - place).filter(
    (number) => number > 0,
  );
  const policies = await ports.policy.versions(numbers);
  const people = await withNames(
    ports,
    {},
    policies.map(({ publishedBy }) => publishedBy),
    true,
  );
  return {
    versions: policies.map((policy) => versionView(policy, people)),
    more: (numbers.at(-1) ?? 1) > 1,
  };
}

/** One version. @throws RelayError `missing` for one that never was */
export async function versionOf(ports: Ports, number: number): Promise<Policy> {
  const [policy] = await ports.policy.versions([number]);
  if (policy === undefined)
    throw new RelayError('missing', `There is no version ${number} of the settings.`, {
      field: 'version',
      remedy: 'Choose one of the list.',
    });
  return policy;
}

/** @param draft what the draft says, read only where it is compared */
export async function compareVersions(
  ports: Ports,
  from: VersionName,
  to: VersionName,
  draft: () => Promise<Settings>,
): Promise<readonly DifferenceView[]> {
  const named = (name: VersionName): Promise<Settings> =>
    name === 'draft' ? draft() : versionOf(ports, name);
  const [before, after] = await Promise.all([named(from), named(to)]);
  return differences(
    before,
    after,
    await namesIn(ports, [before, after]),
    factsIn(await configuredOf(ports)),
  );
}
