// Takes the records of a call over, each for itself: one that is wrong does not hold up the others.
import * as v from 'valibot';
import type { FeedEntry } from '../../../contract/feed';
import type { CustomerAccount } from '../../../core/account';
import type { Cid } from '../../../core/ids';
import type { Instant } from '../../../core/instant';
import type { Ports } from '../../ports';
import { type AccountPart, entriesOf } from '../account-part';
import type { AccountBook, AccountPorts } from '../account-ports';
import { cidPattern, cidRule, clipped, fitting } from '../bounds';
import { asksThatMove, movedAccounts, queueHandOvers } from '../hand-over';
import { changeOf } from '../import/differences';
import { given } from '../form-shapes';
import { Names } from '../import/names';
import { knownNames } from '../known-names';
import { knowPeople } from '../know-people';
import type { FeedPorts } from './feed-ports';

/** Entries kept for the settings page. */
const entriesKept = 500;
/** A value in storage has at most 240 KiB. */
const logBytes = 200_000;
/** Long enough for the accounts to be written before the requests are looked at. */
const handOverSeconds = 30;

const recordOf = (parts: readonly AccountPart[]) =>
  v.object({
    externalId: given('externalId'),
    cid: v.pipe(given('cid'), v.regex(cidPattern, cidRule)),
    name: given('name'),
    accountManager: given('accountManager'),
    regionalManager: given('regionalManager'),
    organizations: v.optional(v.array(given('An organization'))),
    customerSuccessManager: v.optional(v.nullable(given('customerSuccessManager'))),
    contacts: v.optional(
      v.array(
        v.object({
          name: given('The name of a contact'),
          email: v.optional(v.nullable(given('email')), null),
          role: v.optional(v.nullable(given('role')), null),
        }),
      ),
    ),
    ...entriesOf(parts.map(({ feed }) => feed)),
  });

export async function takeOver(
  ports: Ports,
  accounts: AccountPorts,
  { store }: Pick<FeedPorts, 'store'>,
  id: string,
): Promise<void> {
  const { parts } = accounts;
  const names = new Names(accounts.catalogues.app);
  const known = await knownNames(ports, accounts.catalogues.app);
  const reading: Reading = {
    at: ports.now(),
    list: new ListInProgress(accounts.book),
    names,
    nameOf: (id) => names.nameOf(id) ?? known.get(id) ?? id,
    parts,
  };
  const entries: FeedEntry[] = [];
  const taken: Taken[] = [];
  for (const one of await store.staged(id)) {
    const { entry, said } = await consider(reading, one);
    entries.push(entry);
    if (said !== undefined) taken.push(said);
  }
  const { before, latest } = reading.list;
  await knowPeople(ports, latest);
  const moving = await asksThatMove(ports, before, movedAccounts(before, latest));
  await queueHandOvers(
    ports,
    moving.map(({ issueId }) => issueId),
    handOverSeconds,
  );
  if (latest.length > 0) await accounts.book.put(latest);
  for (const said of taken)
    for (const { feed } of parts) {
      const { externalId, cid } = said;
      const entry = await feed?.after?.(ports, { at: ports.now(), externalId, cid }, said);
      if (entry != null) entries.push(entry);
    }
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

/** A record that was taken over, with what procedures look for in it. */
type Taken = v.InferOutput<ReturnType<typeof recordOf>>;

/** What records are read with, and compared with. */
interface Reading {
  readonly at: Instant;
  readonly list: ListInProgress;
  readonly names: Names;
  readonly nameOf: (id: string) => string;
  readonly parts: readonly AccountPart[];
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

/** @returns its entry in the log, and what it says where it was not refused */
async function consider(
  { at, list, names, nameOf, parts }: Reading,
  sent: unknown,
): Promise<{ readonly entry: FeedEntry; readonly said?: Taken }> {
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
  const refused = (reason: string) => ({ entry: entry('refused', reason) });
  const parsed = v.safeParse(recordOf(parts), sent);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    return refused(
      issue.received === 'undefined'
        ? `${path ?? 'The record'} is missing.`
        : `${issue.message}${path === null ? '' : ` (${path})`}`,
    );
  }
  const said = parsed.output;
  const [known, before] = await Promise.all([
    list.findExternal(said.externalId),
    list.find(said.cid),
  ]);
  if (known !== null && known.cid !== said.cid)
    return refused(
      `${said.externalId} is account ${known.cid} here; a CID does not change. Remove that account first.`,
    );
  const other = before?.externalId;
  if (other !== undefined && other !== said.externalId)
    return refused(`CID ${said.cid} belongs to ${other}.`);
  const changes = parts.flatMap(({ feed }) => feed?.change(said) ?? []);
  const account = await names.accountOf(
    { ...said, line: 0, day: at.slice(0, 10), changes, beside: [] },
    before,
  );
  if ('problems' in account)
    return refused(account.problems.map(({ message, remedy }) => `${message} ${remedy}`).join(' '));
  const change = changeOf(0, { before, after: account }, parts, nameOf);
  if (change === null) return { entry: entry('unchanged', 'It stands here as it was sent.'), said };
  list.change(before, account);
  const reason =
    change.kind === 'added'
      ? 'A new account.'
      : change.fields
          .map(
            ({ name, from, to }) =>
              `${name}: ${from === '' ? 'nothing' : from} is now ${to === '' ? 'nothing' : to}.`,
          )
          .join(' ');
  return { entry: entry(change.kind, reason), said };
}
