// Puts a checked file in force. Until the last step nobody sees anything of it; a crash anywhere leaves the old list or
// the new one, and doing it again ends the same.
import type { CustomerAccount } from '../../../core/account';
import type { Cid } from '../../../core/ids';
import { ChangedMeanwhile, RelayError } from '../../errors';
import { beginPass } from '../../first-pass';
import type { Ports } from '../../ports';
import type { AccountPorts } from '../account-ports';
import { asksThatMove, movedAccounts, queueHandOvers } from '../hand-over';
import { knowPeople } from '../know-people';
import type { AccountImport, ReadyRows } from './account-import';
import { everyAccount } from './check-import';

/** Saved at most this often, so that progress costs little. */
const progressEvery = 1000;

export async function applyImport(
  ports: Ports,
  { book, imports, parts }: AccountPorts,
  id: string,
): Promise<void> {
  const state = await imports.state(id);
  if (state === null || state.phase !== 'applying') return;
  const applying = (await book.inForce(id))
    ? state
    : await putInForce(ports, { book, imports }, state);
  if (applying === null) return;
  await queueHandOvers(ports, applying.handOvers);
  let last: AccountImport = { ...applying, done: state.rows };
  let besides = {};
  for (const { id: procedure, beside } of parts) {
    const announced = last.beside?.[procedure];
    if (beside === undefined || announced === undefined) continue;
    const current = last;
    const withFar = (far: unknown): AccountImport => ({
      ...current,
      beside: { ...current.beside, [procedure]: far },
    });
    const all = await beside.carryOut(ports, announced, state.by, (far) =>
      imports.keep(withFar(far)),
    );
    last = withFar(all);
    besides = { ...besides, ...beside.counts(all) };
  }
  await imports.keep({ ...last, phase: 'applied' });
  // What a ticket's customer is, tells what it is marked with and how it ranks: open ones are looked at anew.
  const policy = await ports.policy.current();
  for (const projectId of Object.keys(policy?.queues ?? {})) await beginPass(ports, projectId);
  ports.log.info('accounts-imported', {
    added: state.counts.added,
    changed: state.counts.changed,
    removed: state.counts.removed,
    ...besides,
  });
}

/** Null when it came to nothing. */
async function putInForce(
  ports: Ports,
  { book, imports }: Pick<AccountPorts, 'book' | 'imports'>,
  state: AccountImport,
): Promise<AccountImport | null> {
  const { accounts: file, stays } = await readied(imports, state);
  const before = await everyAccount(book);
  const moving = await asksThatMove(
    ports,
    [...before.values()],
    movedAccounts([...before.values()], file),
  );
  const after = state.complete
    ? withBadLines(before, file, stays)
    : new Map([...before, ...file.map((account) => [account.cid, account] as const)]);
  await knowPeople(ports, file);
  // Kept before the list changes: afterwards nothing tells any more who had the accounts.
  const applying = { ...state, handOvers: moving.map(({ issueId }) => issueId) };
  await imports.keep(applying);
  let told = 0;
  try {
    await book.replace(state.id, [...after.values()], state.comparedWith, async (done) => {
      if (done - told < progressEvery) return;
      told = done;
      await imports.keep({ ...applying, done: Math.min(state.rows, done) });
    });
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error;
    await imports.keep({
      ...state,
      phase: 'failed',
      failure:
        'Somebody changed accounts while this import was applied. Nothing of it was taken over; check the file again.',
    });
    return null;
  }
  return applying;
}

/** The whole list as the file has it. What stood in a line that was left out stays as it is. */
function withBadLines(
  before: ReadonlyMap<string, CustomerAccount>,
  file: readonly CustomerAccount[],
  stays: readonly Cid[],
): Map<string, CustomerAccount> {
  const kept = stays.flatMap((cid) => before.get(cid) ?? []);
  return new Map([...kept, ...file].map((account) => [account.cid, account]));
}

/** @throws RelayError `missing` when a part is gone: without it, its accounts would go too */
async function readied(
  imports: AccountPorts['imports'],
  { id, chunks }: AccountImport,
): Promise<ReadyRows> {
  const accounts: CustomerAccount[] = [];
  const stays: Cid[] = [];
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const part = await imports.readied(id, chunk);
    if (part === null)
      throw new RelayError(
        'missing',
        'A part of the checked file is gone; what is not applied within a day is deleted.',
        { remedy: 'Import the file again.' },
      );
    accounts.push(...part.accounts);
    stays.push(...part.stays);
  }
  return { accounts, stays };
}
