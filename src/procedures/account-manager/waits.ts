// What is owed here: the answer that somebody was asked for, and what the agent owes meanwhile (X10).
import { allowance } from '../../contract/wait-settings';
import type { Case } from '../../core/case';
import type { LadderStep } from '../../core/ladder';
import type { Role } from '../../core/roles';
import { stepsOf, type Wait } from '../../core/wait';
import { agentFor } from './answer';
import { askWaits } from './ask-wait';
import { asksOf, factsOf, offerOf } from './asks';
import { agentTimes } from './contract/waits';

/** Those above by settings from before they could be set. */
const usualAbove: readonly LadderStep<Role>[] = [{ to: 'team-lead', afterDays: 1 }];

/**
 * A12: which account it is; AM-26: a word to the customer who has replied meanwhile; AM-23: what is needed; A11: whether a
 * tag that asks for something, and that no rule takes, is a request; A17: whether the request moves.
 */
export function waits(c: Case): readonly Wait[] {
  const { waiting } = asksOf(c.ledger);
  const ask = factsOf(c.ledger);
  const set = c.queue.waits;
  const above = stepsOf(set?.above ?? usualAbove);
  const reply = ask?.customerReply ?? null;
  const offer = offerOf(c.ledger);
  return [
    ...askWaits(c),
    ...(waiting === null || ask !== null
      ? []
      : [
          {
            key: 'account',
            clause: 'A12',
            title: 'Choose the account',
            of: agentFor(c, waiting.by),
            since: waiting.at,
            within: allowance(agentTimes, { ...set }, 'chooseAccount'),
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
            of: agentFor(c, ask?.askedBy ?? null),
            since: reply.at,
            within: allowance(agentTimes, { ...set }, 'reply'),
            above,
            // Jira has told the assignee of the customer's words, and the ticket is back with support.
            tell: 'list',
            acts: ['put-back'],
          } satisfies Wait,
        ]),
    ...(ask === null || ask.note !== null || ask.askedBy === null
      ? []
      : [
          {
            key: `note:${ask.id}`,
            clause: 'AM-23',
            title: 'Say what is needed',
            of: { people: [ask.askedBy] },
            since: ask.askedAt,
            within: allowance(agentTimes, { ...set }, 'sayWhat'),
            above,
            // They asked without words, and the panel has asked them for some.
            tell: 'list',
            acts: ['add-note', 'withdraw'],
            askers: [ask.accountManager],
          } satisfies Wait,
        ]),
    ...(ask?.meant === undefined
      ? []
      : [
          {
            key: `move:${ask.meant.to}`,
            clause: 'A17',
            title: 'Somebody else is meant by now: move the request, or leave it where it is',
            of: agentFor(c, ask.askedBy),
            since: ask.meant.since,
            within: allowance(agentTimes, { ...set }, 'chooseAccount'),
            above,
            tell: 'tag',
            acts: ['move'],
            askers: [ask.accountManager],
          } satisfies Wait,
        ]),
    // Where the words leave it open, nobody owes anything: the panel asks whoever looks.
    ...(offer === null || offer.why === 'unclear' || c.ticket.status.done
      ? []
      : [
          {
            key: `tag:${offer.comment}`,
            clause: 'A11',
            title: 'Request a response, or say that the tag was no request',
            of: { people: [offer.by] },
            since: offer.at,
            within: allowance(agentTimes, { ...set }, 'sayWhat'),
            above,
            tell: 'list',
            acts: ['request-now', 'set-aside'],
          } satisfies Wait,
        ]),
  ];
}
