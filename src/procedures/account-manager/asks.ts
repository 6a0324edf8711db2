// What the account-manager SOP knows of a ticket: the open ask, those that are over, and a loop-in that waits.
import type { Case } from '../../core/case';
import type { AccountId, StatusId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Ledger } from '../../core/ledger';
import type { Named } from '../../core/named';
import { partOf, type ProcedureId } from '../../core/part';
import type { Ask, ClosedAsk, Question } from './ask';

export const id: ProcedureId = 'account-manager';

export interface Asks {
  /** How many there have been. */
  readonly asks: number;
  readonly ask: Ask | null;
  /** Newest last, the most recent {@link closedAsksKept}. */
  readonly closed: readonly ClosedAsk[];
  /** A loop-in by hand that waits for the account to be known (A12). */
  readonly waiting: LoopIn | null;
  /** The ask that ended because its ticket was done, until the next one: it may be taken up again. */
  readonly ended?: Ask | null;
  /** Ids of comments that have asked for something, the latest last: edited, they do not ask again. */
  readonly heard?: readonly number[];
  /** The latest tag by hand that opened nothing, until somebody says whether it is a request (A11, S4). */
  readonly offer?: Offer | null;
}

/** A tag that no rule takes, or whose words leave it open. */
export interface Offer {
  readonly comment: number;
  readonly by: AccountId;
  readonly at: Instant;
  readonly tagged: AccountId;
  readonly rung: 0 | 1;
  readonly note: string;
  readonly why: 'unclear' | 'no-entry' | 'other-manager' | 'late';
}

export const closedAsksKept = 20;

/** An account manager looped in by hand: by a tag, or by setting the status. */
export interface LoopIn {
  readonly how: 'mention' | 'status';
  /** 0 asks the account manager, 1 management. */
  readonly rung: 0 | 1;
  readonly by: AccountId | null;
  readonly at: Instant;
  readonly note: string | null;
  readonly statusBefore: Named<StatusId>;
  /** Whom the comment has told of it by its tags. */
  readonly tagged?: readonly AccountId[];
  /** Whom the comment means. */
  readonly mentioned?: AccountId;
  /** What others have asked before its account was known. */
  readonly also?: readonly Question[];
  /** The entry, where somebody says under which. */
  readonly entryId?: string;
  /** When its account became known, where it was not at first (A12): whoever is asked is told, and has time, from then on. */
  readonly found?: Instant;
}

const part = partOf<Asks>(id, 1);
const none: Asks = { asks: 0, ask: null, closed: [], waiting: null };

export const asksOf = (ledger: Parameters<typeof part.of>[0]): Asks => part.of(ledger) ?? none;

export const changeAsks = (c: Case, change: Partial<Asks>): void =>
  part.set(c, { ...asksOf(c.ledger), ...change });

/** A tag by hand that waits for people to say what it was; null where something is asked, or is waited for, anyway. */
export function offerOf(ledger: Ledger): Offer | null {
  const { ask, waiting, offer } = asksOf(ledger);
  return ask === null && waiting === null ? (offer ?? null) : null;
}

/** The ledger with something of its asks changed. */
export const withAsks = (ledger: Ledger, change: Partial<Asks>): Ledger =>
  part.put(ledger, { ...asksOf(ledger), ...change });

/** Changes the open ask, and answers with what became of it. */
export function changeAsk(c: Case, ask: Ask, change: Partial<Ask>): Ask {
  const changed = { ...ask, ...change };
  changeAsks(c, { ask: changed });
  return changed;
}

/** For words that are only true while the ask stands on that rung. */
export const standsAt =
  ({ id: asked, rung }: Ask) =>
  (ledger: Ledger): boolean => {
    const { ask } = asksOf(ledger);
    return ask !== null && ask.id === asked && ask.rung === rung;
  };
