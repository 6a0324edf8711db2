// An account that moves to another manager takes its open ask along: who holds it, the fields and the ladder, but not
// the due time.
import { showManagers } from './manager-fields';
import { changeAsk } from './asks';
import type { OpenAsk } from './ask';
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import { nameOf } from '../../core/people';
import type { Situation } from '../../core/situation';
import { accountFor, managersOf } from './managers';

/**
 * AM-06, AM-08: the ask follows the account as the system of record has it now. It compares what stands with what is,
 * so that it does not matter when, or how often, it is looked at. The engine tells whoever has it by that.
 */
export function onOwnerChange(c: Case, ask: OpenAsk): OpenAsk {
  const { account: known, people, now } = c;
  if (known.kind !== 'known' || known.account.cid !== ask.cid) return ask;
  const account = accountFor(known.account, ask);
  const { accountManager, regionalManager } = account;
  if (accountManager === ask.accountManager && regionalManager === ask.regionalManager) return ask;
  const moved = changeAsk(c, ask, { accountManager, regionalManager });
  showManagers(c, null, 'AM-06');
  const meant = nowMeant(c, moved);
  const before = ask.standsInFor ?? ask.holder;
  const values = {
    account: account.name,
    'account manager': nameOf(people, accountManager),
    'regional manager': nameOf(people, regionalManager),
    'due at': ask.dueAt,
  };
  if (meant === null || meant === before) {
    c.done(
      now,
      null,
      `${account.name} has other managers now`,
      because('AM-06', 'The fields follow the account; who is asked stays the same.', values),
    );
    // With those above it, it is theirs to answer all the same, and the engine tells them.
    const from = ask.accountManager;
    return changeAsk(c, moved, {
      moved: { at: now, from, held: ask.holder, clause: 'AM-06', why: account.name },
    });
  }
  c.done(
    now,
    null,
    `Handed over to ${nameOf(people, meant)}`,
    because(
      'AM-06',
      `${account.name} has moved from ${nameOf(people, before)} to ${nameOf(people, meant)}. The due time has not moved.`,
      values,
    ),
  );
  return changeAsk(c, moved, {
    moved: { at: now, from: before, held: ask.holder, clause: 'AM-06', why: account.name },
  });
}

/** Who the ask's place on the ladder means now; null where it does not depend on the account (fallback). */
export function nowMeant(situation: Situation, ask: OpenAsk): AccountId | null {
  if (situation.account.kind !== 'known') return null;
  const managers = managersOf(situation, accountFor(situation.account.account, ask));
  switch (ask.holds.at(-1)?.who) {
    case 'account-manager':
      return managers.accountManager;
    case 'regional-manager':
      return managers.regionalManager;
    default:
      return null;
  }
}
