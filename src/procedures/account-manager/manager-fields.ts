// AM-07, A6, A11: what the two manager fields of the ticket show.
import type { Case } from '../../core/case';
import type { AccountId, FieldId } from '../../core/ids';
import type { Named } from '../../core/named';
import type { Situation } from '../../core/situation';
import { asksOf } from './asks';
import type { Ledger } from '../../core/ledger';
import { accountFor, isAccountOf, managersOf } from './managers';

/** AM-07: both manager fields, where they do not show the account's managers yet. */
export function missingFields(
  situation: Situation,
  ledger: Ledger,
): { field: Named<FieldId>; person: string; now: string | undefined }[] {
  const { account, ticket, queue } = situation;
  if (account.kind !== 'known') return [];
  const { ask } = asksOf(ledger);
  if (ask !== null && !isAccountOf(situation, ask)) return [];
  const { accountManager, regionalManager } = managersOf(
    situation,
    accountFor(account.account, ask),
  );
  const wanted = [
    {
      field: queue.fields.accountManager,
      person: accountManager,
      now: ticket.accountManager?.accountId,
    },
    {
      field: queue.fields.regionalManager,
      person: regionalManager,
      now: ticket.regionalManager?.accountId,
    },
  ];
  return wanted.flatMap(({ field, person, now }) =>
    person === null || person === now ? [] : [{ field, person, now }],
  );
}

/** Both manager fields shall show the account's managers (AM-07). */
export function showManagers(c: Case, actor: AccountId | null, clause: string): void {
  const { ask } = asksOf(c.ledger);
  // Whom somebody has named there stays until it is decided whether the request moves to them (A17).
  const chosen = ask?.meant?.to;
  const fields = missingFields(c, c.ledger)
    .filter(({ now }) => now === undefined || now !== chosen)
    .map(({ field, person }) => ({ field, person }));
  c.personFields = { fields, actor, clause };
}

/** Manager fields shall be empty (A6, A11). */
export function emptyFields(
  c: Case,
  names: readonly ('accountManager' | 'regionalManager')[],
  clause: string,
): void {
  const { ticket, queue } = c;
  const fields = names.flatMap((name) =>
    ticket[name] === null ? [] : [{ field: queue.fields[name], person: null }],
  );
  c.personFields = { fields, actor: null, clause };
}
