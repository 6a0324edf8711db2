// Takes the records of a call over, each for itself: one that is wrong does not hold up the others.
import * as v from 'valibot';
import type { FeedEntry } from '../../../contract/feed';
import type { CustomerAccount } from '../../../domain/account';
import type { Ports } from '../../ports';
import type { AccountPorts } from '../account-ports';
import { asksThatMove, movedAccounts, queueHandOvers } from '../hand-over';
import { changeOf } from '../import/differences';
import { Names } from '../import/names';
import type { ReadRow } from '../import/read-row';
import type { FeedPorts } from './feed-ports';

/** Entries kept for the settings page. */
const entriesKept = 500;
/** Long enough for the accounts to be written before the requests are looked at. */
const handOverSeconds = 30;

const text = (what: string) => v.pipe(v.string(`${what} must be text.`), v.trim(), v.minLength(1, `${what} is empty.`), v.maxLength(255, `${what} is longer than 255 characters.`));
const date = v.nullable(v.pipe(v.string('A date must be text.'), v.isoDate('A date looks like 2026-03-31.')));

const record = v.object({
  externalId: text('externalId'),
  cid: v.pipe(text('cid'), v.regex(/^[^\s:]+$/u, 'cid has neither spaces nor colons.')),
  name: text('name'),
  accountManager: text('accountManager'),
  regionalManager: text('regionalManager'),
  organizations: v.optional(v.array(text('An organization'))),
  customerSuccessManager: v.optional(v.nullable(text('customerSuccessManager'))),
  products: v.optional(v.array(text('A product'))),
  keyAccount: v.optional(v.nullable(v.object({ from: date, until: v.optional(date, null) }))),
  contacts: v.optional(v.array(v.object({ name: text('The name of a contact'), email: v.optional(v.nullable(text('email')), null), role: v.optional(v.nullable(text('role')), null) }))),
});

type Taken = { readonly entry: FeedEntry; readonly account: CustomerAccount | null; readonly before: CustomerAccount | null };

export async function takeOver(ports: Ports, accounts: AccountPorts, { store }: Pick<FeedPorts, 'store'>, id: string): Promise<void> {
  const names = new Names(accounts.catalogues.app);
  const taken: Taken[] = [];
  for (const one of await store.staged(id)) taken.push(await consider(ports, accounts, names, one));
  const changed = taken.filter(({ account, entry }) => account !== null && entry.outcome !== 'unchanged');
  // Of two records for one account the later one counts.
  const latest = [...new Map(changed.flatMap(({ account }) => (account === null ? [] : [[account.cid, account] as const]))).values()];
  const before = changed.flatMap((one) => one.before ?? []);
  const moving = await asksThatMove(ports, before, movedAccounts(before, latest));
  await queueHandOvers(ports, moving.map(({ issueId }) => issueId), handOverSeconds);
  if (latest.length > 0) await accounts.book.put(latest);
  const log = await store.log();
  await store.keepLog({ lastCallAt: ports.now(), entries: [...taken.map(({ entry }) => entry).reverse(), ...log.entries].slice(0, entriesKept) });
  ports.log.info('feed-taken', { records: taken.length, changed: changed.length, refused: taken.filter(({ entry }) => entry.outcome === 'refused').length });
}

async function consider(ports: Ports, { book }: AccountPorts, names: Names, sent: unknown): Promise<Taken> {
  const at = ports.now();
  const { externalId = '', cid = '' } = (typeof sent === 'object' && sent !== null ? sent : {}) as { externalId?: unknown; cid?: unknown };
  const entry = (outcome: FeedEntry['outcome'], reason: string): FeedEntry => ({ at, externalId: String(externalId).slice(0, 255), cid: String(cid).slice(0, 255), outcome, reason });
  const refused = (reason: string): Taken => ({ entry: entry('refused', reason), account: null, before: null });
  const parsed = v.safeParse(record, sent);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    return refused(issue.received === 'undefined' ? `${path ?? 'The record'} is missing.` : `${issue.message}${path === null ? '' : ` (${path})`}`);
  }
  const { output } = parsed;
  const [known, ofCid] = await Promise.all([book.findExternal(output.externalId), book.find(output.cid)]);
  if (known !== null && known.account.cid !== output.cid) return refused(`${output.externalId} is account ${known.account.cid} here; a CID does not change. Remove that account first.`);
  const other = ofCid?.account.externalId;
  if (other !== undefined && other !== output.externalId) return refused(`CID ${output.cid} belongs to ${other}.`);
  const before = ofCid?.account ?? null;
  const { keyAccount, ...rest } = output;
  const row = { line: 0, ...rest, ...(keyAccount === undefined ? {} : { keyAccount: keyAccount === null ? null : { from: keyAccount.from, until: keyAccount.until ?? null } }) } as ReadRow;
  const account = await names.accountOf(row, before);
  if ('problems' in account) return refused(account.problems.map(({ message, remedy }) => `${message} ${remedy}`).join(' '));
  const change = changeOf(row, before, account, (one) => names.nameOf(one) ?? one);
  if (change === null) return { entry: entry('unchanged', 'It stands here as it was sent.'), account, before };
  return { entry: entry(change.kind, change.kind === 'added' ? 'A new account.' : change.fields.map(({ name, from, to }) => `${name}: ${from === '' ? 'nothing' : from} is now ${to === '' ? 'nothing' : to}.`).join(' ')), account, before };
}
