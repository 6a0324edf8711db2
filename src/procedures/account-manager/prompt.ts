// A7: where people escalate by themselves, the agent is told that it is time, and reminded.
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import { holdersOf } from '../../core/clock';
import { escalationKey } from '../../core/question';
import type { OwnWords, WaitEvent } from '../../core/wait-event';
import { nameOf } from '../../core/people';
import type { OpenAsk } from './ask';
import { askKey, asksOf } from './asks';
import { nextUp } from './escalate';
import { promptWords } from './words';

/** Who would be asked next, by name. */
export function nextName(c: Case, ask: OpenAsk): string {
  const next = nextUp(c, ask);
  return next === null ? 'nobody above' : nameOf(c.people, next);
}

/** The SOP's words for the engine's wait for somebody to escalate. */
export function agentEscalates(c: Case, { kind, clock }: WaitEvent): OwnWords | null {
  const { ask, asks } = asksOf(c.ledger);
  if (ask === null || clock.key !== escalationKey(askKey(asks))) return null;
  if (kind !== 'new' && kind !== 'late' && kind !== 'passed-on') return null;
  const [agent = null] = holdersOf(clock);
  const words = { words: promptWords(c, ask, agent, nextName(c, ask)), clause: 'A7' };
  return kind === 'late'
    ? {
        ...words,
        entry: {
          kind: 'done',
          text: 'The agent was reminded to escalate',
          because: because('A7', 'The due time has passed and nobody has escalated yet.', {
            'due at': ask.dueAt,
          }),
        },
      }
    : words;
}
