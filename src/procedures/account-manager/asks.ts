// What the account-manager SOP knows of a ticket: the open ask, those that are over, and a loop-in that waits.
import type { Case } from '../../core/case';
import type { AccountId, StatusId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Ledger } from '../../core/ledger';
import type { Named } from '../../core/named';
import { partOf, type ProcedureId } from '../../core/part';
import { type Clock, isOf } from '../../core/clock';
import type { Ask, ClosedAsk, OpenAsk, Question } from './ask';

export const id: ProcedureId = 'account-manager';

export interface Asks extends Known {
  readonly ask: OpenAsk | null;
}

/** What is kept of it; who has the open ask, and until when, the engine's clock of it says. */
interface Known {
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

/** Who had an ask, as it was kept before the engine kept its time. */
interface KeptItself {
  readonly rung: number;
  readonly asked: readonly AccountId[];
  readonly since: Instant;
}

/** Whoever was asked then was told; their time goes on, and a while is left at least. */
const byItsClock = (ask: Omit<Ask, 'from'> & KeptItself): Ask => ({
  ...ask,
  from: ask.rung,
  told: { people: ask.asked, at: ask.since },
});

const part = partOf<Known>(id, 2, [
  ({ ask, ended: _ended, ...state }) => ({
    ...state,
    ask: ask == null ? null : byItsClock(ask as Parameters<typeof byItsClock>[0]),
    // What had ended with its ticket is requested anew.
    ended: null,
  }),
]);
const none: Known = { asks: 0, ask: null, closed: [], waiting: null };

const known = (ledger: Parameters<typeof part.of>[0]): Known => part.of(ledger) ?? none;

/** The wait for the answer, of the so manieth ask of the ticket. */
export const askKey = (asks: number): string => `ask:${asks}`;

export const isAskKey = (key: string): boolean => key.startsWith('ask:');

/** What the asks of a ticket are read from. */
type AsksIn = Pick<Ledger, 'parts' | 'clocks'> | null | undefined;

/** The engine's clock of the open ask; undefined where nobody is asked. */
export const askClock = (ledger: AsksIn): Clock | undefined =>
  ledger?.clocks?.find(isOf(id, askKey(known(ledger).asks)));

export function asksOf(ledger: AsksIn): Asks {
  const { ask, ...asks } = known(ledger);
  return { ...asks, ask: ask === null ? null : standing(ask, askClock(ledger)) };
}

/** An ask as its clock has it; without a clock, as it is about to be asked. */
export function standing(ask: Ask, clock: Clock | undefined): OpenAsk {
  const { asked = [], rung = ask.from, opened = ask.askedAt, dueAt = ask.askedAt } = clock ?? {};
  const here = asked.filter((one) => one.rung === rung);
  const last = here.findLast(({ listed }) => listed === undefined) ?? here.at(-1);
  const above = asked.filter((one) => one.rung > 0).map(({ person }) => person);
  const before = ask.resumed?.asked ?? [];
  return {
    ...ask,
    rung: ask.nobodyAbove === true ? Math.max(1, rung) : rung,
    holder: last?.person ?? ask.accountManager,
    standsInFor: last?.standsInFor ?? null,
    since: last?.toldAt ?? opened,
    dueAt,
    asked: [...new Set([...before, ...asked.map(({ person }) => person)])],
    management: [...(ask.from > 0 ? before : []), ...above],
    missed: asked.flatMap(({ person, rung: on, until, over }) =>
      until === undefined || on >= rung || over === true
        ? []
        : [{ person, dueAt: until, rung: on }],
    ),
    promises: clock?.promises ?? 0,
    promisedBy: clock?.promised ?? null,
    exhausted: clock?.late === true,
    heldAtDue: clock?.held?.how ?? null,
  };
}

export const changeAsks = (c: Case, change: Partial<Known>): void =>
  part.set(c, { ...known(c.ledger), ...change });

/** A tag by hand that waits for people to say what it was; null where something is asked, or is waited for, anyway. */
export function offerOf(ledger: Ledger): Offer | null {
  const { ask, waiting, offer } = asksOf(ledger);
  return ask === null && waiting === null ? (offer ?? null) : null;
}

/** The ledger with something of its asks changed. */
export const withAsks = (ledger: Ledger, change: Partial<Known>): Ledger =>
  part.put(ledger, { ...known(ledger), ...change });

/** What is kept of the open ask. */
export const factsOf = (ledger: Ledger): Ask | null => known(ledger).ask;

/** Changes the open ask, and answers with what became of it. */
export function changeAsk(c: Case, ask: OpenAsk, change: Partial<Ask>): OpenAsk {
  const { ask: before } = known(c.ledger);
  if (before !== null) changeAsks(c, { ask: { ...before, ...change } });
  return { ...ask, ...change };
}

/** For words that are only true while the ask stands on that rung. */
export const standsAt =
  ({ id: asked, rung }: OpenAsk) =>
  (ledger: Ledger): boolean => {
    const { ask } = asksOf(ledger);
    return ask !== null && ask.id === asked && ask.rung === rung;
  };
