// A14: whoever has a wait of an access request acts, about what it is about, in the part of whoever owes it.
import { type Authority, askedOf, isAsked } from '../../core/asked';
import type { AccountId, Cid } from '../../core/ids';
import { type AccessRequest, type AccessRow, rowOf } from './access-request';
import { factsOf } from './customer-facts';
import { type AccessSide, seesRow } from './may';
import { accountKey, itKey, repairKey, responseKey, testKey } from './row-keys';
import { id } from './state';
import { sideOf } from './who';

/** What the waits of an access request ask for. */
type AskedFor = 'send' | 'raise' | 'report' | 'escalate';

const everySide: readonly AccessSide[] = ['team-lead', 'engineer', 'csm', 'internal-it'];

/** Whose part a wait is; the team lead sees to everything that nobody else does. */
function sideOfWait({ engineer }: AccessRequest, key: string): AccessSide {
  if (key === itKey) return 'internal-it';
  if (key.startsWith('test:')) return engineer === null ? 'team-lead' : 'engineer';
  return key.startsWith('follow-up:') ? 'csm' : 'team-lead';
}

/** Is a row among those that a wait is about? */
const isAbout = (row: AccessRow, key: string): boolean =>
  key.startsWith(`follow-up:${row.cid}:`) ||
  (row.progress === 'not-sent' && key.startsWith('send')) ||
  key === 'closing' ||
  [responseKey, accountKey, testKey, repairKey].some((keyOf) => keyOf(row) === key);

/** The parts in which somebody was asked for that about a row. */
export const sidesOnRow = (
  known: Authority,
  request: AccessRequest,
  row: AccessRow,
  { person, act }: { readonly person: AccountId; readonly act: AskedFor },
): readonly AccessSide[] =>
  askedOf(known.ledger, id, person).flatMap(({ key, acts: asked }) =>
    asked.includes(act) && isAbout(row, key) ? [sideOfWait(request, key)] : [],
  );

/** Was it asked of them about each of these customers? */
export const wasAskedAbout = (
  known: Authority,
  request: AccessRequest,
  cids: readonly Cid[],
  asked: { readonly person: AccountId; readonly act: AskedFor },
): boolean =>
  cids.length > 0 &&
  cids.every((cid) => {
    const row = rowOf(request, cid);
    return row !== null && sidesOnRow(known, request, row, asked).length > 0;
  });

/** EA-21: was it asked of them to say that IT is ready? */
export const wasAskedOfIt = ({ ledger }: Authority, person: AccountId): boolean =>
  isAsked(ledger, { procedure: id, wait: itKey }, person);

const acts: readonly AskedFor[] = ['report', 'send', 'raise', 'escalate'];

/** The parts in which somebody was asked for anything about a row. */
const sidesAsked = (
  known: Authority,
  request: AccessRequest,
  row: AccessRow,
  person: AccountId,
): readonly AccessSide[] => acts.flatMap((act) => sidesOnRow(known, request, row, { person, act }));

/** In what part somebody looks: their own, or that of whoever they stand in for. */
export function lookingAs(
  known: Authority,
  request: AccessRequest | null,
  person: AccountId,
): AccessSide | null {
  const own = sideOf(known, request, person);
  if (own !== null || request === null) return own;
  const asked = request.rows.flatMap((row) => sidesAsked(known, request, row, person));
  const first = everySide.find((side) => asked.includes(side));
  return first ?? (wasAskedOfIt(known, person) ? 'internal-it' : null);
}

/** E11: the rows somebody sees: those of their part, and those about which they were asked for something. */
export function rowsSeenBy(
  known: Authority,
  request: AccessRequest,
  person: AccountId,
): readonly AccessRow[] {
  const own = sideOf(known, request, person);
  return request.rows.filter(
    (row) =>
      seesRow(own, person, factsOf(known, row.cid).csm) ||
      sidesAsked(known, request, row, person).length > 0,
  );
}
