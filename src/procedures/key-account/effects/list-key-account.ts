import { because } from '../../../core/because';
import { listKeyAccount as effect } from '../effects';
import type { OwnCommand } from '../../../core/command';
import type { OutboxItem } from '../../../app/outbox';
import { keyAccountOf, withKeyAccount } from '../account';
import { type Done, done, type Performing } from '../../../app/performing';

/** Writes the dates into the account; doing so twice is the same as once. */
export async function listKeyAccount(
  { ports }: Performing,
  item: OutboxItem,
  own: OwnCommand,
): Promise<Done> {
  const { cid, keyAccount } = effect.inputOf(own);
  const [account] = await ports.directory.accounts([], [cid]);
  if (account === undefined) {
    const text = `There is no account ${cid} any more, so the list stays as it is.`;
    return done({
      notes: [{ kind: 'failed', text, because: because(item.clause, text, { cid }) }],
    });
  }
  const known = keyAccountOf(account);
  if (known.dates?.from === keyAccount.from && known.dates.until === keyAccount.until)
    return done();
  await ports.directory.put([withKeyAccount(account, { ...known, dates: keyAccount })], []);
  return done();
}
