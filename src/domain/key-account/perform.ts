// What people do about key accounts: each step goes where it belongs.
import type { Actor } from '../act';
import { type Because, because } from '../because';
import type { Draft } from '../draft';
import type { Situation } from '../situation';
import type { KeyStep } from './act';
import { performEscalation } from './escalation-steps';
import { decideListing, propose } from './listing-steps';
import { performMonthEnd } from './month-end-steps';
import { letGo } from './change-gate';
import { belongs } from './on-time';
import { expected } from './record-cycle';
import { performRelease } from './release-steps';
import { keep, partOf } from './say';

/** Does the step, or says why it is refused; a refused step changes nothing. */
export function performKey(draft: Draft, situation: Situation, step: KeyStep, actor: Actor): Because | null {
  const policy = situation.queue.keyAccounts;
  if (policy === undefined) return because('KA-01', 'This queue knows no key accounts. An administrator can turn them on in its settings.', { queue: situation.queue.key });
  belongs(draft, situation);
  switch (step.kind) {
    case 'propose':
      return propose(draft, situation, policy, step, actor);
    case 'decide-listing':
      return decideListing(draft, situation, policy, step, actor);
    case 'escalate':
    case 'answer-escalation':
    case 'resolve-escalation':
      return performEscalation(draft, situation, policy, step, actor);
    case 'start-month-end':
    case 'confirm-month-end':
      return performMonthEnd(draft, situation, policy, step, actor);
    default: {
      const refused = performRelease(draft, situation, policy, step, actor);
      const { release } = partOf(draft);
      if (refused === null && step.kind === 'finish-release') letGo(draft);
      if (refused === null && release !== null) keep(draft, { release: { ...release, ...expected(situation, policy.release.cycles, release) } });
      return refused;
    }
  }
}
