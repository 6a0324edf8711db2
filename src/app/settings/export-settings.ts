// What is in force as a configuration file: everything by name, so that another site can import it.
import { type DirectoryPerson, nameOf } from '../../core/people';
import { adminsOnly } from '../administrators';
import { configuredOf } from '../app-procedure';
import type { Ports } from '../ports';
import { settingsOf } from '../viewer';
import { withNames } from '../names';
import { formOf } from './form-of';
import { asNames } from './spelling';
import type { Catalogues } from './the-draft';

/**
 * Settings, and of people their calendars and absences to come; customer accounts are exported on their own.
 * @throws RelayError `misconfigured` before the first settings were published
 */
export async function exportSettings(
  ports: Ports,
  { viewer }: Pick<Catalogues, 'viewer'>,
): Promise<{ readonly name: string; readonly configuration: unknown }> {
  await adminsOnly(ports, viewer);
  const policy = await settingsOf(ports);
  const everybody = await ports.directory.everybody();
  const directory = Object.fromEntries(everybody.map((person) => [person.accountId, person]));
  const people = await withNames(
    ports,
    directory,
    [
      ...policy.fallback,
      ...Object.values(policy.roles ?? {}).flat(),
      ...everybody.map(({ delegation }) => delegation?.delegate),
    ],
    true,
  );
  const name = (accountId: string): string => nameOf(people, accountId);
  const now = ports.now();
  const described = everybody.filter(
    ({ calendar, delegation }) =>
      calendar !== undefined || (delegation !== undefined && delegation.until > now),
  );
  return {
    name: `account-relay-version-${policy.version}.json`,
    configuration: {
      format: 'account-relay/configuration@1',
      ...formOf(policy, asNames(name), await configuredOf(ports)),
      people: described
        .map((person) => describe(person, name, now))
        .sort((one, other) => one.person.localeCompare(other.person, 'en')),
    },
  };
}

const describe = (
  { accountId, calendar, delegation }: DirectoryPerson,
  name: (accountId: string) => string,
  now: string,
) => ({
  person: name(accountId),
  ...(calendar === undefined ? {} : { calendar }),
  ...(delegation === undefined || delegation.until <= now
    ? {}
    : { delegation: { ...delegation, delegate: name(delegation.delegate) } }),
});
