// An ask goes one rung up: at its due time, or before it at somebody's request; status, field and tag follow (AM-20 … AM-24).
import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import { escalateNow } from '../../core/climb';
import type { AccountId } from '../../core/ids';
import { nameOf } from '../../core/people';
import type { Situation } from '../../core/situation';
import type { OwnWords, Saying, WaitEvent } from '../../core/wait-event';
import { supporter } from './answer';
import type { OpenAsk } from './ask';
import { askClock, changeAsk } from './asks';
import { supportHasIt } from './customer-reply';
import { showManagers } from './manager-fields';
import { accountFor, isAccountOf, managersOf } from './managers';
import { roleOn } from './open-ask';
import { noOneAboveWords } from './words';
import { whyStandsIn } from './would-ask';

/** AM-24: the ticket moves first, and whoever is above is told afterwards. */
function toManagement(c: Case, ask: OpenAsk, by: AccountId | null, clause: string): void {
  // A customer who waits for an answer keeps the ticket in support; it goes to management once answered (AM-29).
  if (supportHasIt(c, ask)) return;
  c.status = { to: c.queue.statuses['waiting-for-management'], actor: by, clause };
  c.movesFirst = true;
}

/** AM-20: silence. @param ask as it was with whoever was silent */
export const notInTime = (c: Case, ask: OpenAsk): Because =>
  because('AM-20', `${nameOf(c.people, ask.holder)} has not responded by the due time.`, {
    'asked at': ask.since,
    'due at': ask.dueAt,
  });

/** Why it has gone up. @param from who had it before */
export function whyUp(
  { people }: Situation,
  { clock, silent, hurried }: Pick<Saying, 'clock' | 'silent' | 'hurried'>,
  from: AccountId,
): string {
  const no = clock.declined?.at(-1);
  if (hurried !== undefined) return `Escalated at leadership's request: ${hurried.reason}`;
  return silent.length > 0 || no === undefined
    ? `${nameOf(people, from)} has not responded by the due time.`
    : `${nameOf(people, no.by)} says that it is not theirs: ${no.reason}`;
}

/** It has gone up. @param before as it was with whoever was silent */
export function onEscalated(
  c: Case,
  { clock, silent, hurried }: WaitEvent,
  ask: OpenAsk,
  before: OpenAsk,
): OwnWords {
  const by = hurried?.by ?? null;
  const text = whyUp(c, { clock, silent, ...(hurried && { hurried }) }, before.holder);
  const why =
    hurried === undefined
      ? { ...notInTime(c, before), text }
      : because('AM-15', text, { reason: hurried.reason, 'due at': before.dueAt });
  toManagement(c, ask, by, why.clause);
  changeAsk(c, ask, {
    holds: [...ask.holds, { who: roleOn(ask.ladder, ask.rung), from: c.now }],
  });
  showManagers(c, null, 'AM-24');
  const up = whyThem(c, ask);
  const name = nameOf(c.people, ask.holder);
  return {
    entry: {
      kind: 'done',
      text: `Escalated to ${name}`,
      because: {
        ...why,
        text: `${why.text} ${up.text}`,
        values: { ...up.values, ...why.values, 'escalated to': name, 'due at': ask.dueAt },
      },
    },
    clause: 'AM-21',
    ...(by === null ? {} : { actor: by }),
  };
}

/** AM-21, AM-22, A14: why it is them who stand above. */
function whyThem(c: Case, ask: OpenAsk): Because {
  const { account, people } = c;
  const { holder } = ask;
  const instead = whyStandsIn(c, ask);
  if (instead !== null) return instead;
  if (ask.ladder[ask.rung]?.to === 'regional-manager') {
    if (account.kind === 'known' && isAccountOf(c, ask))
      return managersOf(c, accountFor(account.account, ask)).because;
    if (holder === ask.regionalManager)
      return because('AM-21', 'The regional manager of the account when it was asked.', {});
  }
  return because('A15', `${nameOf(people, holder)} is next on the fallback list.`, {});
}

/** A10: nobody stands above whoever was silent; the ticket waits for management all the same, and support is told. */
export function onNobodyAbove(c: Case, ask: OpenAsk, by: AccountId | null, why: Because): OwnWords {
  toManagement(c, ask, by, why.clause);
  changeAsk(c, ask, {
    nobodyAbove: true,
    holds: [...ask.holds, { who: 'management', from: c.now }],
  });
  return {
    entry: {
      kind: 'done',
      by,
      text: `Escalated to ${c.queue.statuses['waiting-for-management'].name}; nobody stands above ${nameOf(c.people, ask.holder)}`,
      because: why,
    },
    clause: 'A10',
  };
}

/** AM-15: at leadership's request, before any due time. */
export function escalateAtRequest(
  c: Case,
  ask: OpenAsk,
  reason: string,
  { accountId: by }: Actor,
): Because | null {
  const clock = askClock(c.ledger);
  if (clock === undefined) return null;
  const risen = escalateNow(c, clock, { by, reason });
  if (risen !== null) {
    c.change({ clocks: (c.ledger.clocks ?? []).map((one) => (one === clock ? risen : one)) });
    return null;
  }
  const why = because('AM-15', `Escalated at leadership's request: ${reason}`, {
    reason,
    'due at': ask.dueAt,
  });
  const { entry, clause = 'A10' } = onNobodyAbove(c, ask, by, why);
  if (entry != null) c.done(c.now, by, entry.text, entry.because);
  c.announce(noOneAboveWords(c, supporter(c, ask), ask.holder), null, clause, null);
  return null;
}
