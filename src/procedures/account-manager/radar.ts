// AM-32: how a ticket must stand while the account-manager SOP is at work on it, as a table. A row looks at what is left
// after the rules have acted: what they could mend by themselves is mended by then.
import { asksOf } from './asks';
import { missingFields } from './manager-fields';
import { statusOf } from './ask';
import { elsewhere } from './elsewhere';
import { because } from '../../core/because';
import type { Instant } from '../../core/instant';
import type { Ledger } from '../../core/ledger';
import { nameOf } from '../../core/people';
import type { RadarFinding, RadarRule } from '../../core/radar-rule';
import { standsIn, type Situation } from '../../core/situation';
import { tagsInPublic } from './leak';
import { isMovedByRule } from './repair';

type Find = RadarRule['find'];

const rows: readonly RadarRule[] = [
  { code: 'leak', severity: 'urgent', repair: 'person', find: leak },
  { code: 'waits-for-nobody', severity: 'urgent', repair: 'person', find: waitsForNobody },
  { code: 'not-escalated', severity: 'urgent', repair: 'person', find: notEscalated },
  { code: 'status-blocked', severity: 'urgent', repair: 'automatic', find: statusBlocked },
  { code: 'account-needed', severity: 'urgent', repair: 'person', find: accountNeeded },
  { code: 'customer-unanswered', severity: 'warning', repair: 'person', find: customerUnanswered },
  { code: 'status-elsewhere', severity: 'warning', repair: 'person', find: statusElsewhere },
  { code: 'field-empty', severity: 'warning', repair: 'automatic', find: fieldEmpty },
  { code: 'account-differs', severity: 'warning', repair: 'person', find: accountDiffers },
  { code: 'field-differs', severity: 'warning', repair: 'person', find: fieldDiffers },
  { code: 'no-priority', severity: 'warning', repair: 'automatic', find: noPriority },
  {
    code: 'manager-without-request',
    severity: 'warning',
    repair: 'person',
    find: managerWithoutRequest,
  },
];

/** A ticket that is done needs nothing of all this. */
export const radar: readonly RadarRule[] = rows.map((row) => ({
  ...row,
  find: (ledger, situation) => (situation.ticket.status.done ? null : row.find(ledger, situation)),
}));

const isWaiting = (situation: Situation): boolean =>
  standsIn(situation, 'waiting-for-account-manager') ||
  standsIn(situation, 'waiting-for-management');

/** Since when the ticket has stood in its status, as far as its history tells. */
const inStatusSince = ({ ticket }: Situation): Instant =>
  ticket.changes.findLast(({ field, to }) => field === 'status' && to === ticket.status.id)?.at ??
  ticket.createdAt;

function leak(_: Ledger, situation: Situation): ReturnType<Find> {
  const comment = situation.ticket.comments.find(
    (one) => one.at >= situation.policy.effectiveFrom && tagsInPublic(situation, one) !== null,
  );
  const tagged = comment === undefined ? null : tagsInPublic(situation, comment);
  if (comment === undefined || tagged === null) return null;
  return {
    text: `Customers can see that ${tagged} was tagged.`,
    remedy: 'Edit or delete the comment, and tag in an internal note instead.',
    because: because('X7', 'The tag is in a public comment, so nobody was asked.', {
      tagged,
      'written by': comment.author.name,
    }),
    since: comment.at,
  };
}

function waitsForNobody(ledger: Ledger, situation: Situation): RadarFinding | null {
  const { ask, waiting } = asksOf(ledger);
  const { ticket, queue } = situation;
  if (ask !== null || waiting !== null || !isWaiting(situation)) return null;
  return {
    text: `The ticket is in ${ticket.status.name}, but nobody is asked.`,
    remedy: 'Request a response, or move the ticket on.',
    because: because('AM-17', 'Nobody works on a waiting ticket in which nobody is asked.', {
      [queue.fields.accountManager.name]: ticket.accountManager?.name ?? 'empty',
      priority: ticket.priority?.name ?? 'none',
    }),
    since: inStatusSince(situation),
  };
}

function notEscalated(ledger: Ledger, { people, now }: Situation): RadarFinding | null {
  const { ask } = asksOf(ledger);
  if (ask === null || ask.exhausted || ask.dueAt > now) return null;
  return {
    text: `${nameOf(people, ask.holder)} has not responded by the due time, and nobody has escalated.`,
    remedy: 'Escalate, or get the answer.',
    because:
      ask.heldAtDue === null
        ? because('AM-20', 'Silence beyond the due time goes one level up.', {
            'due at': ask.dueAt,
          })
        : because(
            'A7',
            ask.heldAtDue === 'prompt'
              ? 'This queue leaves it to the agent to escalate.'
              : 'This queue only looks on; nothing happens by itself.',
            { 'due at': ask.dueAt },
          ),
    since: ask.dueAt,
  };
}

function statusBlocked({ blocked }: Ledger, { ticket }: Situation): RadarFinding | null {
  if (blocked === null) return null;
  return {
    text: `The workflow does not let this ticket into ${blocked.to.name}.`,
    remedy: 'An administrator can add the transition to the workflow; the clock runs on meanwhile.',
    because: because(
      'AM-27',
      `There is no transition from ${ticket.status.name} to ${blocked.to.name} that Account Relay may take. It tries again every hour.`,
      {},
    ),
  };
}

function accountNeeded(ledger: Ledger): RadarFinding | null {
  const { waiting } = asksOf(ledger);
  if (waiting === null) return null;
  return {
    text: 'Somebody looped the account manager in, but the account is not known.',
    remedy: 'Choose the account in the ticket; the request goes out then.',
    because: because('A12', 'An account is asked for and never guessed.', {}),
    since: waiting.at,
  };
}

function customerUnanswered(ledger: Ledger): RadarFinding | null {
  const { ask } = asksOf(ledger);
  const reply = ask?.customerReply ?? null;
  if (reply === null || reply.stays || reply.answered) return null;
  return {
    text: `The customer replied at ${reply.at} and has not been answered.`,
    remedy: 'Reply to the customer.',
    because: because(
      'A9',
      'The ticket went back to whoever is asked, and the customer still waits.',
      { 'replied at': reply.at },
    ),
    since: reply.at,
  };
}

/** AM-28: the status is the shadow of the ask, except while support answers a customer and where the workflow refuses. */
function statusElsewhere(ledger: Ledger, situation: Situation): RadarFinding | null {
  const { ask } = asksOf(ledger);
  const { blocked } = ledger;
  if (ask === null || blocked !== null || standsIn(situation, statusOf(ask))) return null;
  const { customerReply } = ask;
  if (customerReply !== null && customerReply.stays && !customerReply.answered) return null;
  const { people, queue, ticket } = situation;
  const back = queue.statuses[statusOf(ask)].name;
  return {
    text: `${nameOf(people, ask.holder)} is still asked, but the ticket is in ${ticket.status.name}.`,
    remedy: movesByRule(situation)
      ? `A rule of Jira’s automation moves it. Leave out of that rule what is in ${back}, as the installation guide says, and move it back.`
      : `Move it back to ${back}, or withdraw the request. The clock runs on.`,
    because: because(
      'AM-28',
      'A response is received when somebody answers, not when the status changes.',
      { 'due at': ask.dueAt },
    ),
    since: inStatusSince(situation),
  };
}

/** Who moved it last was no person. */
const movesByRule = (situation: Situation): boolean => {
  const last = situation.ticket.changes.findLast(({ field }) => field === 'status');
  return last !== undefined && isMovedByRule(situation, last);
};

function fieldEmpty(ledger: Ledger, situation: Situation): RadarFinding | null {
  const { ask } = asksOf(ledger);
  const empty =
    ask === null
      ? []
      : missingFields(situation, ledger)
          .filter(({ now }) => now === undefined)
          .map(({ field }) => field.name);
  if (empty.length === 0) return null;
  return {
    text: `${empty.join(' and ')} ${empty.length === 1 ? 'is' : 'are'} empty although a response is requested.`,
    remedy: `Put ${empty.join(' and ')} on the edit screen of project ${situation.queue.key}; "Get started" in the settings says more.`,
    because: because('AM-17', 'A ticket without them is no action item on anybody’s list.', {}),
  };
}

function fieldDiffers(ledger: Ledger, situation: Situation): RadarFinding | null {
  const { ask } = asksOf(ledger);
  const other =
    ask === null ? [] : missingFields(situation, ledger).filter(({ now }) => now !== undefined);
  const [first] = other;
  if (ask === null || first === undefined) return null;
  const { people } = situation;
  return {
    text: `${first.field.name} shows ${nameOf(people, first.now ?? null)}, but ${nameOf(people, first.person)} is meant.`,
    remedy:
      elsewhere(situation, ask).field === null
        ? 'Set the field back, or change the manager of the account; requests follow the account.'
        : `Move the request to ${nameOf(people, first.now ?? null)}, or set the field back.`,
    because: because('AM-08', 'The account says who its managers are.', {
      'asked now': nameOf(people, ask.holder),
    }),
  };
}

/** AM-06: the organization was corrected after somebody was asked. */
function accountDiffers(ledger: Ledger, situation: Situation): RadarFinding | null {
  const { ask } = asksOf(ledger);
  const account = ask === null ? null : elsewhere(situation, ask).account;
  if (ask === null || account === null) return null;
  const { people } = situation;
  return {
    text: `The organization of this ticket belongs to ${account.name}, but the manager of another account is asked.`,
    remedy: `Move the request to ${nameOf(people, account.accountManager)}, or leave it where it is.`,
    because: because('AM-06', 'The account manager is the one of the organization of the ticket.', {
      'asked now': nameOf(people, ask.holder),
      account: account.name,
    }),
  };
}

function noPriority(ledger: Ledger, { ticket }: Situation): RadarFinding | null {
  const { ask } = asksOf(ledger);
  if (ask === null || ticket.priority !== null) return null;
  return {
    text: 'A response is requested, but the ticket has no priority.',
    remedy: 'Choose a priority.',
    because: because('AM-17', 'A ticket without priority is no action item on anybody’s list.', {}),
  };
}

/** AM-11: the field is for managers who are asked; somebody who only watches does not belong there. */
function managerWithoutRequest(ledger: Ledger, situation: Situation): RadarFinding | null {
  const { ask, waiting, closed } = asksOf(ledger);
  const shown = situation.ticket.accountManager?.accountId;
  if (
    ask !== null ||
    waiting !== null ||
    isWaiting(situation) ||
    shown === undefined ||
    shown === closed.at(-1)?.accountManager
  )
    return null;
  return {
    text: `${nameOf(situation.people, shown)} stands in ${situation.queue.fields.accountManager.name}, but no response was requested.`,
    remedy: 'Request a response, or clear the field for somebody who only watches.',
    because: because(
      'AM-11',
      'The field is for account managers who are asked, not for watchers.',
      {},
    ),
    ...since(situation, shown),
  };
}

/** Since when the field has shown that person, where the history tells. */
const since = ({ ticket }: Situation, person: string): { since?: Instant } => {
  const change = ticket.changes.findLast(
    ({ field, to }) => field === 'account-manager' && to === person,
  );
  return change === undefined ? {} : { since: change.at };
};
