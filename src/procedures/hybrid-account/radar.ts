// AM-32 for hybrid accounts: how their tickets must stand, as a table.
import { because } from '../../core/because';
import type { RadarRule } from '../../core/radar-rule';
import { both, gapOf } from './knowledge';
import { isRunning, isDone } from './onboarding';
import { isFilling, openBytes, openIn } from './room';
import { knowledgeOf, onboardingOf } from './state';

export const hybridAccountRadar: readonly RadarRule[] = [
  {
    code: 'onboarding-closed-unfinished',
    severity: 'warning',
    repair: 'person',
    find: (ledger, { ticket }) => {
      const onboarding = onboardingOf(ledger);
      if (!isRunning(onboarding) || !ticket.status.done) return null;
      const open = onboarding.tasks.filter((task) => task.kind !== 'slot' && !isDone(task));
      return {
        text: `The ticket is closed, and the onboarding is not done: ${open.map(({ title }) => title).join('; ')}.`,
        remedy: 'Reopen the ticket, or mark the tasks as done.',
        because: because('HY-09', 'A closed ticket reminds nobody of its onboarding.', {
          open: `${open.length}`,
        }),
      };
    },
  },
  {
    // R1: long before nothing more can be shared.
    code: 'updates-filling-up',
    severity: 'warning',
    repair: 'person',
    find: (ledger) => {
      const knowledge = knowledgeOf(ledger);
      if (knowledge === undefined || !isFilling(knowledge)) return null;
      const news = new Set(both.flatMap((side) => gapOf(knowledge, side)));
      const questions = knowledge.questions.filter(({ answered }) => answered === null);
      return {
        text: `${news.size} updates are not acknowledged and ${questions.length} questions not answered; there is room for few more.`,
        remedy: 'Have those who are asked acknowledge and answer them.',
        because: because('HY-18', 'What waits for people is never thrown away.', {
          bytes: `${openIn(knowledge)} of ${openBytes}`,
        }),
      };
    },
  },
];
