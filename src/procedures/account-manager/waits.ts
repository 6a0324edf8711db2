// What the agent owes here, beside the answer that somebody was asked for (X10).
import type { Case } from '../../core/case';
import { stepsOf, type Wait } from '../../core/wait';
import { asksOf } from './asks';
import { usualWaits } from './contract/settings';

/** A12: which account it is; AM-26: a word to the customer who has replied meanwhile. */
export function waits(c: Case): readonly Wait[] {
  const { ask, waiting } = asksOf(c.ledger);
  // Settings from before these could be decided say nothing of them.
  const times = { ...usualWaits, ...c.queue.waits };
  const above = stepsOf(times.above);
  const reply = ask?.customerReply ?? null;
  return [
    ...(waiting === null || ask !== null
      ? []
      : [
          {
            key: 'account',
            clause: 'A12',
            title: 'Choose the account',
            of: 'assignee',
            since: waiting.at,
            within: { minutes: times.chooseAccount },
            above,
            tell: 'tag',
            acts: ['choose-account', 'withdraw'],
            askers: waiting.by === null ? [] : [waiting.by],
          } satisfies Wait,
        ]),
    ...(reply === null || reply.answered
      ? []
      : [
          {
            key: 'reply',
            clause: 'AM-26',
            title: 'Reply to the customer',
            of: 'assignee',
            since: reply.at,
            within: { minutes: times.reply },
            above,
            // Jira has told the assignee of the customer's words, and the ticket is back with support.
            tell: 'list',
            acts: ['put-back'],
          } satisfies Wait,
        ]),
  ];
}
