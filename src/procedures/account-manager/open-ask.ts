// Asking: who holds the ask, under which entry, until when.
import { showManagers } from './manager-fields';
import { asksOf, changeAsks } from './asks';
import type { Ask, Question } from './ask';
import { statusOf } from './ask';
import type { CustomerAccount } from '../../core/account';
import type { Because } from '../../core/because';
import type { Case } from '../../core/case';
import type { Hold } from './hold';
import type { AccountId, PriorityId, StatusId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Named, Rung, SopEntry } from '../../core/policy';
import type { Situation } from '../../core/situation';
import { clockFor } from './clock';
import { managersOf } from './managers';
import { holderFor } from './stand-in';

export interface NewAsk {
  readonly account: CustomerAccount;
  readonly entry: SopEntry;
  readonly how: Ask['how'];
  readonly by: AccountId | null;
  readonly at: Instant;
  /** When whoever is asked was told; now, where the app tells them. */
  readonly told?: Instant;
  /** Whom a comment has tagged for it. */
  readonly tagged?: readonly AccountId[];
  readonly note: string | null;
  readonly priority: PriorityId | null;
  readonly rung: 0 | 1;
  /** What others have asked beside it. */
  readonly also?: readonly Question[];
  /** Where the ticket stood before it was asked. */
  readonly statusBefore: Named<StatusId>;
}

/** Who a rung of the ladder means, for this account; null when there is nobody. */
function personOn(situation: Situation, account: CustomerAccount, rung: 0 | 1): AccountId | null {
  const managers = managersOf(situation, account);
  return rung === 0 ? managers.accountManager : managers.regionalManager;
}

/** The ask as it would stand, without opening it; null when nobody is there to be asked (A10). */
export function newAsk(
  situation: Situation,
  wanted: NewAsk,
  number: number,
): { ask: Ask; because: Because | null } | null {
  const meant = personOn(situation, wanted.account, wanted.rung);
  const rung = wanted.entry.ladder[wanted.rung] ?? wanted.entry.ladder[0];
  if (meant === null || rung === undefined) return null;
  const { holder, standsInFor, because } = holderFor(situation, meant);
  const toldBy = wanted.tagged?.includes(holder) === true ? wanted.told : undefined;
  const told = toldBy ?? situation.now;
  const since = told > wanted.at ? told : wanted.at;
  const asked = { since, told: situation.now };
  const clock = clockFor(situation, rung satisfies Rung, holder, asked, wanted.priority);
  const ask: Ask = {
    id: `${situation.ticket.issueId}-${number}`,
    entryId: wanted.entry.id,
    cid: wanted.account.cid,
    how: wanted.how,
    askedBy: wanted.by,
    askedAt: wanted.at,
    note: wanted.note,
    accountManager: wanted.account.accountManager,
    regionalManager: wanted.account.regionalManager,
    asked: [holder],
    management: wanted.rung === 0 ? [] : [holder],
    statusBefore: wanted.statusBefore,
    rung: wanted.rung,
    holds: [{ who: roleOn(wanted.entry.ladder, wanted.rung), from: wanted.at }],
    holder,
    standsInFor,
    since,
    told,
    dueAt: clock.dueAt,
    priority: wanted.priority,
    reminders: clock.reminders,
    promises: 0,
    promisedBy: null,
    exhausted: false,
    heldAtDue: null,
    customerReply: null,
    ladder: wanted.entry.ladder,
    clock: situation.queue.readings.clock,
    ...(wanted.also === undefined ? {} : { also: wanted.also }),
  };
  return { ask, because };
}

/** In what role somebody on that rung holds the ball. */
export function roleOn(ladder: readonly Rung[], rung: number): Hold['who'] {
  if (rung === 0) return 'account-manager';
  return ladder[rung]?.to === 'regional-manager' ? 'regional-manager' : 'management';
}

/** AM-23: opens the ask; the fields and the status follow from it. */
export function openAsk(c: Case, wanted: NewAsk): Ask | null {
  const number = asksOf(c.ledger).asks + 1;
  const opened = newAsk(c, wanted, number);
  if (opened === null) return null;
  changeAsks(c, {
    ask: opened.ask,
    asks: number,
    waiting: null,
    ended: null,
    offer: null,
  });
  showManagers(c, wanted.how === 'panel' ? wanted.by : null, 'AM-23');
  const to = c.queue.statuses[statusOf(opened.ask)];
  c.status = { to, actor: wanted.how === 'panel' ? wanted.by : null, clause: 'AM-13' };
  if (opened.because !== null) c.done(c.now, null, opened.because.text, opened.because);
  return opened.ask;
}
