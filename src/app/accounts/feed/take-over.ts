// Takes the records of a call over, each for itself: one that is wrong does not hold up the others.
import * as v from 'valibot';
import type { FeedEntry } from '../../../contract/feed';
import type { CustomerAccount } from '../../../core/account';
import type { Cid } from '../../../core/ids';
import type { Instant } from '../../../core/instant';
import { rateCardShape } from '../../../procedures/change-request/settings/shape';
import { day } from '../../date-shapes';
import { type ClosedWon, openWon } from '../../../procedures/hybrid-account/accounts/closed-won';
import {
  opportunityPattern,
  opportunityRule,
} from '../../../procedures/hybrid-account/accounts/opportunity';
import type { Ports } from '../../ports';
import type { AccountBook, AccountPorts } from '../account-ports';
import { cidPattern, cidRule, clipped, fitting } from '../bounds';
import { asksThatMove, movedAccounts, queueHandOvers } from '../hand-over';
import { changeOf } from '../import/differences';
import { Names } from '../import/names';
import { knownNames } from '../known-names';
import { knowPeople } from '../know-people';
import type { ReadRow } from '../import/read-row';
import type { FeedPorts } from './feed-ports';

/** Entries kept for the settings page. */
const entriesKept = 500;
/** A value in storage has at most 240 KiB. */
const logBytes = 200_000;
/** Long enough for the accounts to be written before the requests are looked at. */
const handOverSeconds = 30;

const text = (what: string) =>
  v.pipe(
    v.string(`${what} must be text.`),
    v.trim(),
    v.minLength(1, `${what} is empty.`),
    v.maxLength(255, `${what} is longer than 255 characters.`),
  );

const record = v.object({
  externalId: text('externalId'),
  cid: v.pipe(text('cid'), v.regex(cidPattern, cidRule)),
  name: text('name'),
  accountManager: text('accountManager'),
  regionalManager: text('regionalManager'),
  organizations: v.optional(v.array(text('An organization'))),
  customerSuccessManager: v.optional(v.nullable(text('customerSuccessManager'))),
  products: v.optional(v.array(text('A product'))),
  keyAccount: v.optional(
    v.nullable(
      v.object({
        from: v.nullable(day('The first day')),
        until: v.optional(v.nullable(day('The last day')), null),
      }),
    ),
  ),
  /** CR-09: day rates by role, as text such as "800.00". */
  rateCard: v.optional(v.nullable(rateCardShape)),
  /** HY-06: an opportunity of a hybrid account that is Closed Won; said again, it changes nothing. */
  closedWon: v.optional(
    v.object({
      opportunity: v.pipe(text('opportunity'), v.regex(opportunityPattern, opportunityRule)),
      type: v.optional(
        v.picklist(['net-new', 'became-hybrid'], 'The type is net-new or became-hybrid.'),
        'net-new',
      ),
    }),
  ),
  contacts: v.optional(
    v.array(
      v.object({
        name: text('The name of a contact'),
        email: v.optional(v.nullable(text('email')), null),
        role: v.optional(v.nullable(text('role')), null),
      }),
    ),
  ),
});

export async function takeOver(
  ports: Ports,
  accounts: AccountPorts,
  { store }: Pick<FeedPorts, 'store'>,
  id: string,
): Promise<void> {
  const names = new Names(accounts.catalogues.app);
  const known = await knownNames(ports, accounts.catalogues.app);
  const nameOf = (id: string): string => names.nameOf(id) ?? known.get(id) ?? id;
  const list = new ListInProgress(accounts.book);
  const entries: FeedEntry[] = [];
  const won: Won[] = [];
  for (const one of await store.staged(id)) {
    const entry = await consider(ports.now(), list, names, nameOf, one);
    entries.push(entry);
    const deal = v.safeParse(record, one);
    if (entry.outcome !== 'refused' && deal.success && deal.output.closedWon !== undefined)
      won.push({
        externalId: deal.output.externalId,
        cid: deal.output.cid,
        ...deal.output.closedWon,
      });
  }
  const { before, latest } = list;
  await knowPeople(ports, latest);
  const moving = await asksThatMove(ports, before, movedAccounts(before, latest));
  await queueHandOvers(
    ports,
    moving.map(({ issueId }) => issueId),
    handOverSeconds,
  );
  if (latest.length > 0) await accounts.book.put(latest);
  for (const deal of won) entries.push(await openFor(ports, deal));
  const log = await store.log();
  await store.keepLog({
    lastCallAt: ports.now(),
    entries: fitting([...entries.reverse(), ...log.entries].slice(0, entriesKept), logBytes),
  });
  ports.log.info('feed-taken', {
    records: entries.length,
    changed: latest.length,
    refused: entries.filter(({ outcome }) => outcome === 'refused').length,
  });
}

interface Won extends ClosedWon {
  readonly externalId: string;
}

/** Opens the onboarding of a hybrid account; what keeps it from being opened stands in the log, as for any record. */
async function openFor(ports: Ports, { externalId, ...won }: Won): Promise<FeedEntry> {
  const entry = { at: ports.now(), externalId, cid: won.cid };
  const opened = await openWon(ports, won, null);
  if ('why' in opened) return { ...entry, outcome: 'refused', reason: `Closed Won: ${opened.why}` };
  return {
    ...entry,
    outcome: opened.fresh ? 'added' : 'unchanged',
    reason: `Closed Won: the onboarding is ${opened.key}${opened.fresh ? '' : ' already'}.`,
  };
}

/** The accounts with what the records of this call have changed so far. */
class ListInProgress {
  readonly #before = new Map<Cid, CustomerAccount>();
  readonly #latest = new Map<Cid, CustomerAccount>();

  constructor(private readonly book: AccountBook) {}

  /** Accounts that are about to change, as they are in force. */
  get before(): CustomerAccount[] {
    return [...this.#before.values()];
  }

  /** The same as they become, and those that are added. */
  get latest(): CustomerAccount[] {
    return [...this.#latest.values()];
  }

  async find(cid: Cid): Promise<CustomerAccount | null> {
    return this.#latest.get(cid) ?? (await this.book.find(cid))?.account ?? null;
  }

  async findExternal(externalId: string): Promise<CustomerAccount | null> {
    return (
      this.latest.find((account) => account.externalId === externalId) ??
      (await this.book.findExternal(externalId))?.account ??
      null
    );
  }

  change(before: CustomerAccount | null, after: CustomerAccount): void {
    if (before !== null && !this.#latest.has(after.cid)) this.#before.set(after.cid, before);
    this.#latest.set(after.cid, after);
  }
}

async function consider(
  at: Instant,
  list: ListInProgress,
  names: Names,
  nameOf: (id: string) => string,
  sent: unknown,
): Promise<FeedEntry> {
  const { externalId = '', cid = '' } = (typeof sent === 'object' && sent !== null ? sent : {}) as {
    externalId?: unknown;
    cid?: unknown;
  };
  const entry = (outcome: FeedEntry['outcome'], reason: string): FeedEntry => ({
    at,
    externalId: String(externalId).slice(0, 255),
    cid: String(cid).slice(0, 255),
    outcome,
    reason: clipped(reason),
  });
  const refused = (reason: string): FeedEntry => entry('refused', reason);
  const parsed = v.safeParse(record, sent);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    return refused(
      issue.received === 'undefined'
        ? `${path ?? 'The record'} is missing.`
        : `${issue.message}${path === null ? '' : ` (${path})`}`,
    );
  }
  const { output } = parsed;
  const [known, before] = await Promise.all([
    list.findExternal(output.externalId),
    list.find(output.cid),
  ]);
  if (known !== null && known.cid !== output.cid)
    return refused(
      `${output.externalId} is account ${known.cid} here; a CID does not change. Remove that account first.`,
    );
  const other = before?.externalId;
  if (other !== undefined && other !== output.externalId)
    return refused(`CID ${output.cid} belongs to ${other}.`);
  const { keyAccount, closedWon: _won, ...rest } = output;
  const row = {
    line: 0,
    ...rest,
    ...(keyAccount === undefined
      ? {}
      : {
          keyAccount:
            keyAccount === null ? null : { from: keyAccount.from, until: keyAccount.until ?? null },
        }),
  } as ReadRow;
  const account = await names.accountOf(row, before);
  if ('problems' in account)
    return refused(account.problems.map(({ message, remedy }) => `${message} ${remedy}`).join(' '));
  const change = changeOf(row, before, account, nameOf);
  if (change === null) return entry('unchanged', 'It stands here as it was sent.');
  list.change(before, account);
  return entry(
    change.kind,
    change.kind === 'added'
      ? 'A new account.'
      : change.fields
          .map(
            ({ name, from, to }) =>
              `${name}: ${from === '' ? 'nothing' : from} is now ${to === '' ? 'nothing' : to}.`,
          )
          .join(' '),
  );
}
