// Why nobody is asked next yet, and when that will be (M2).
import { type Because, because } from '../../core/because';
import { isOf } from '../../core/clock';
import type { Case } from '../../core/case';
import { nameOf } from '../../core/people';
import type { OpenAsk } from './ask';
import { askKey, asksOf, id } from './asks';

/** Null where it is due now. */
export function whyNotYet(c: Case, ask: OpenAsk): Because | null {
  const { now, people, ledger } = c;
  const name = nameOf(people, ask.holder);
  const clock = (ledger.clocks ?? []).find(isOf(id, askKey(asksOf(ledger).asks)));
  const next = clock?.nextAt ?? null;
  if (next !== null && next <= now) return null;
  if (ask.exhausted)
    return because(
      'A15',
      next === null
        ? 'Not reminded again: this queue sends nothing more after the last of the ladder.'
        : `Not reminded again yet: the next daily reminder is due at ${next}.`,
      {},
      ...(next === null ? [] : [{ kind: 'wait-until' as const, at: next }]),
    );
  if (ask.heldAtDue !== null)
    return because(
      'A7',
      ask.heldAtDue === 'prompt'
        ? `Not escalated: ${name} had time until ${ask.dueAt}, and this queue leaves it to the agent to escalate.`
        : `Not escalated: ${name} had time until ${ask.dueAt}, and this queue only looks on.`,
      { 'due at': ask.dueAt, now },
    );
  if (clock?.question !== undefined)
    return because(
      'AM-30',
      `Not escalated: the clock stands still until ${nameOf(people, clock.question.by)} is answered.`,
      {
        question: clock.question.text,
      },
    );
  return because(
    'AM-20',
    `Not escalated: ${name} has time until ${ask.dueAt}.`,
    { 'due at': ask.dueAt, now },
    { kind: 'wait-until', at: next ?? ask.dueAt },
  );
}
