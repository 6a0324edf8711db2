// A wait may name somebody who stands in no directory, and whom the ticket does not show: an engineer who has an account to
// try, whoever asked by a click. They are looked up when words would have to call them somebody unknown, and loaded only then.
import type { AccountId } from '../core/ids';
import type { DirectoryPerson, People } from '../core/people';
import { RelayError } from './errors';
import { withNames } from './names';
import type { Ports } from './ports';

/**
 * The people with the names of those: remembered for a while, and in no directory. Nothing but the name is taken: who is
 * asked is the same whether or not it was looked up. Where Jira does not tell, they stay without one.
 */
export async function naming(
  ports: Ports,
  people: People,
  missing: ReadonlySet<AccountId>,
): Promise<People> {
  try {
    const named = await withNames(ports, {}, [...missing], true);
    const called = Object.values(named).map(({ accountId, name }): [string, DirectoryPerson] => [
      accountId,
      { accountId, name, active: true, kind: 'person' },
    ]);
    return { ...people, ...Object.fromEntries(called) };
  } catch (error) {
    if (!(error instanceof RelayError)) throw error;
    ports.log.error('names-unknown', error, {});
    return people;
  }
}
