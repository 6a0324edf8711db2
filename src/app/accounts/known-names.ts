import type { Ports } from '../ports';
import type { Catalogue } from '../settings-ports';

/** How ids of people and organizations read in previews and reports. */
export async function knownNames(
  ports: Pick<Ports, 'directory'>,
  catalogue: Pick<Catalogue, 'organizations'>,
): Promise<ReadonlyMap<string, string>> {
  const [people, organizations] = await Promise.all([
    ports.directory.everybody(),
    catalogue.organizations(),
  ]);
  return new Map<string, string>([
    ...people.map(({ accountId, name }) => [accountId, name] as const),
    ...organizations.map(({ id, name }) => [id, name] as const),
  ]);
}
