import { nameOf, type People } from '../../core/people';
import type { Settings } from '../../core/policy';
import type { Names } from '../../core/prose';
import { withNames } from '../names';
import type { Ports } from '../ports';

/** The names that sentences about these settings need, with one look into the directory for all of them. */
export async function namesIn(
  ports: Ports,
  all: readonly Settings[],
  known: People = {},
): Promise<Names> {
  const cids = [
    ...new Set(
      all.flatMap(({ queues }) =>
        Object.values(queues).flatMap(({ accountRules }) => accountRules.map(({ cid }) => cid)),
      ),
    ),
  ];
  const ids = all.flatMap(({ fallback, roles = {} }) => [
    ...fallback,
    ...Object.values(roles).flat(),
  ]);
  const [accounts, people] = await Promise.all([
    cids.length === 0 ? [] : ports.directory.accounts([], cids),
    withNames(ports, known, ids, true),
  ]);
  return {
    person: (accountId) =>
      accountId === '' ? 'somebody who was not found' : nameOf(people, accountId),
    account: (cid) => accounts.find((account) => account.cid === cid)?.name ?? cid,
  };
}
