import { type Unseen, unseenList } from '../unseen';
import type { NewsRow } from '../../../contract/news';
import { departmentNames } from '../sides';
import type { AccountId } from '../../../core/ids';
import type { Policy } from '../../../core/policy';
import { peopleIn } from '../../../core/roles';
import type { Ports } from '../../../app/ports';
import { hybridSettingsOf } from '../settings/policy';

/** Tickets looked at for one person; one page of storage. */
const most = 50;

/** HY-18, M15: what the other department has told about accounts the viewer shares, and their side has not acknowledged. */
export async function newsFor(
  ports: Ports,
  policy: Policy,
  person: AccountId,
): Promise<readonly NewsRow[]> {
  if (hybridSettingsOf(policy) === undefined) return [];
  const fmc = peopleIn(policy, 'fmc-team-lead').includes(person);
  const all = await ports.tickets.listed<Unseen>(unseenList, fmc ? 'fmc' : 'cs', most);
  if (all.length === 0) return [];
  const accounts = await ports.directory.accounts(
    [],
    [...new Set(all.flatMap((one) => one.accounts))],
  );
  const everyones =
    fmc || [...peopleIn(policy, 'csm'), ...peopleIn(policy, 'cs-ops')].includes(person);
  const own = new Set(
    accounts
      .filter((account) => everyones || account.customerSuccessManager === person)
      .map(({ cid }) => cid),
  );
  const names = new Map(accounts.map(({ cid, name }) => [cid, name]));
  return all
    .filter((one) => one.accounts.some((cid) => own.has(cid)))
    .map(({ issueId, key, count, since, accounts: cids }) => ({
      issueId,
      key,
      count,
      since,
      accounts: cids
        .filter((cid) => own.has(cid))
        .map((cid) => ({ cid, name: names.get(cid) ?? cid })),
      from: departmentNames[fmc ? 'cs' : 'fmc'],
    }));
}
