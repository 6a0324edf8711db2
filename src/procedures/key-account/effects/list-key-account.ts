import { because } from '../../../core/because';
import { listKeyAccount as listEffect, setRhythm as rhythmEffect } from '../effects';
import type { CustomerAccount } from '../../../core/account';
import type { OwnCommand } from '../../../core/command';
import type { OutboxItem } from '../../../app/outbox';
import { type KeyAccountFacts, keyAccountOf, runningFrom, withKeyAccount } from '../account';
import { listedFrom, listedUntil } from '../listed';
import { type Done, done, type Performing } from '../../../app/performing';

/** Writes the period into the account; doing so twice is the same as once. */
export const listKeyAccount = (
  performing: Performing,
  item: OutboxItem,
  own: OwnCommand,
): Promise<Done> => {
  const said = listEffect.inputOf(own);
  return changed(performing, item, said.cid, ({ periods = [], ...facts }) => {
    if (said.change === 'add') return { ...facts, periods: listedFrom(periods, said.from) };
    if (said.change === 'remove') return { ...facts, periods: listedUntil(periods, said.until) };
    const { from, until } = said.keyAccount;
    return {
      ...facts,
      periods: until === null ? listedFrom(periods, from) : listedUntil(periods, until),
    };
  });
};

/** Writes when the account runs production. */
export const setRhythm = (
  performing: Performing,
  item: OutboxItem,
  own: OwnCommand,
): Promise<Done> => {
  const { cid, rhythm, from = performing.since.slice(0, 10) } = rhythmEffect.inputOf(own);
  return changed(performing, item, cid, (facts) => runningFrom(facts, rhythm, from));
};

async function changed(
  { ports }: Performing,
  item: OutboxItem,
  cid: CustomerAccount['cid'],
  change: (facts: KeyAccountFacts) => KeyAccountFacts,
): Promise<Done> {
  const [account] = await ports.directory.accounts([], [cid]);
  if (account === undefined) {
    const text = `There is no account ${cid} any more, so it stays as it is.`;
    return done({
      notes: [{ kind: 'failed', text, because: because(item.clause, text, { cid }) }],
    });
  }
  const known = keyAccountOf(account);
  const next = change(known);
  if (JSON.stringify(next) !== JSON.stringify(known))
    await ports.directory.put([withKeyAccount(account, next)], []);
  return done();
}
