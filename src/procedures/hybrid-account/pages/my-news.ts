import { type Unseen, unseenList } from '../unseen';
import type { NewsRow } from '../../../contract/news';
import { both, other } from '../knowledge';
import { departmentNames } from '../sides';
import type { CustomerAccount } from '../../../core/account';
import type { AccountId } from '../../../core/ids';
import { delegateOf, type People } from '../../../core/people';
import type { Policy } from '../../../core/policy';
import { peopleIn } from '../../../core/roles';
import type { Ports } from '../../../app/ports';
import { hybridSettingsOf } from '../settings/policy';

/** Tickets looked at for one person; one page of storage. */
const most = 50;

/**
 * HY-18, M15: what the viewer has to acknowledge of accounts that two departments share, for themselves or for somebody
 * whom they stand in for. What a colleague has to acknowledge is not theirs.
 */
export async function newsFor(
  ports: Ports,
  policy: Policy,
  person: AccountId,
): Promise<readonly NewsRow[]> {
  if (hybridSettingsOf(policy) === undefined) return [];
  const lists = await Promise.all(
    both.map((side) => ports.tickets.listed<Unseen>(unseenList, side, most)),
  );
  const all = lists.flat();
  if (all.length === 0) return [];
  const accounts = await ports.directory.accounts(
    [],
    [...new Set(all.flatMap((one) => one.accounts))],
  );
  const leads = peopleIn(policy, 'fmc-team-lead').slice(0, 1);
  const csmOf = (account: CustomerAccount | undefined): AccountId | undefined =>
    account?.customerSuccessManager ?? peopleIn(policy, 'csm')[0];
  const known = await ports.directory.people([
    ...new Set([...leads, ...accounts.flatMap((account) => csmOf(account) ?? [])]),
  ]);
  const people: People = Object.fromEntries(known.map((one) => [one.accountId, one]));
  const now = ports.now();
  const isMine = (of: AccountId | undefined): boolean =>
    of !== undefined && (of === person || delegateOf(people, of, now) === person);
  const names = new Map(accounts.map((account) => [account.cid, account]));
  return all.flatMap(({ issueId, key, side, count, since, accounts: cids }) => {
    const mine =
      side === 'fmc'
        ? leads.some(isMine)
          ? cids
          : []
        : cids.filter((cid) => isMine(csmOf(names.get(cid))));
    return mine.length === 0
      ? []
      : [
          {
            issueId,
            key,
            count,
            since,
            accounts: mine.map((cid) => ({ cid, name: names.get(cid)?.name ?? cid })),
            from: departmentNames[other(side)],
          },
        ];
  });
}
