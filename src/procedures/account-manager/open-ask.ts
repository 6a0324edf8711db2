// Asking: under which entry, of which account, from which step of the ladder on (AM-13, AM-14, AM-23).
import { showManagers } from './manager-fields';
import { asksOf, changeAsks, id } from './asks';
import type { Ask, OpenAsk, Question } from './ask';
import { statusOf } from './ask';
import type { CustomerAccount } from '../../core/account';
import type { Case } from '../../core/case';
import { openClocks } from '../../core/clockwork';
import type { Hold } from './hold';
import type { AccountId, PriorityId, StatusId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Named, Rung, SopEntry } from '../../core/policy';
import { managersOf } from './managers';
import { whyStandsIn } from './would-ask';

export interface NewAsk {
  readonly account: CustomerAccount;
  readonly entry: SopEntry;
  readonly how: Ask['how'];
  readonly by: AccountId | null;
  readonly at: Instant;
  /** Whom a comment has tagged for it, and when; the app tags whoever is not among them. */
  readonly told?: NonNullable<Ask['told']>;
  readonly note: string | null;
  readonly priority: PriorityId | null;
  readonly rung: 0 | 1;
  /** What others have asked beside it. */
  readonly also?: readonly Question[];
  /** Where the ticket stood before it was asked. */
  readonly statusBefore: Named<StatusId>;
}

/** In what role somebody on that rung holds the ball. */
export function roleOn(ladder: readonly Rung[], rung: number): Hold['who'] {
  if (rung === 0) return 'account-manager';
  return ladder[rung]?.to === 'regional-manager' ? 'regional-manager' : 'management';
}

/** AM-23: opens the ask; the fields and the status follow from it. Null where nobody is there to be asked (A10). */
export function openAsk(c: Case, wanted: NewAsk): OpenAsk | null {
  const { account, entry, rung } = wanted;
  const managers = managersOf(c, account);
  const meant = rung === 0 ? managers.accountManager : managers.regionalManager;
  const ladder = ladderFrom(entry.ladder, rung);
  if (meant === null || ladder.length === 0) return null;
  const number = asksOf(c.ledger).asks + 1;
  const ask: Ask = {
    id: `${c.ticket.issueId}-${number}`,
    entryId: entry.id,
    cid: account.cid,
    how: wanted.how,
    askedBy: wanted.by,
    askedAt: wanted.at,
    note: wanted.note,
    accountManager: account.accountManager,
    regionalManager: account.regionalManager,
    statusBefore: wanted.statusBefore,
    priority: wanted.priority,
    ladder,
    from: rung,
    holds: [{ who: roleOn(ladder, rung), from: wanted.at }],
    customerReply: null,
    ...(wanted.told === undefined ? {} : { told: wanted.told }),
    ...(wanted.also === undefined ? {} : { also: wanted.also }),
  };
  changeAsks(c, { asks: number });
  return asked(c, ask, wanted.how === 'panel' ? wanted.by : null);
}

/** Who asks management without a step for it gives them the time of the first. */
const ladderFrom = (ladder: readonly Rung[], rung: 0 | 1): readonly Rung[] => {
  const [first] = ladder;
  return first !== undefined && ladder.length <= rung
    ? [first, { ...first, to: 'regional-manager' }]
    : ladder;
};

/**
 * From now on somebody is asked; the procedure tells them in this turn.
 * @param by in whose name the ticket changes; the app's own where it is null
 */
export function asked(c: Case, ask: Ask, by: AccountId | null): OpenAsk | null {
  changeAsks(c, { ask, waiting: null, ended: null, offer: null });
  openClocks(c, id, { at: ask.askedAt, by: ask.askedBy, saying: true });
  const open = asksOf(c.ledger).ask;
  if (open === null) return null;
  showManagers(c, by, 'AM-23');
  c.status = { to: c.queue.statuses[statusOf(open)], actor: by, clause: 'AM-13' };
  const why = whyStandsIn(c, open);
  if (why !== null) c.done(c.now, null, why.text, why);
  return open;
}
