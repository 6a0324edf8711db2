// What everybody may search for of an ask (the issue property `account-relay`).
import type { Ledger } from '../../core/ledger';
import type { Projection } from '../../core/projection';
import { statusOf } from './ask';
import { asksOf } from './asks';

/** How the ask stands; null where nobody was ever asked. */
export function searchProperty(ledger: Ledger): Projection | null {
  const { ask, closed } = asksOf(ledger);
  const { blocked } = ledger;
  if (ask === null) {
    const last = closed.at(-1);
    return last === undefined
      ? null
      : {
          state: last.how,
          holder: null,
          dueAt: null,
          level: null,
          account: ledger.projected?.account ?? null,
          flag: null,
        };
  }
  const flag =
    ask.customerReply !== null
      ? ask.customerReply.answered
        ? null
        : ask.customerReply.stays
          ? 'customer-replied'
          : 'customer-unanswered'
      : blocked !== null
        ? 'status-blocked'
        : ask.exhausted && ask.rung <= 1 && ask.asked.length === 1
          ? 'no-one-above'
          : null;
  return {
    state: statusOf(ask),
    holder: ask.holder,
    dueAt: ask.dueAt,
    level: ask.rung,
    account: ask.cid,
    flag,
  };
}
