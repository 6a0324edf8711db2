// The account-manager SOP: what it makes of comments, of changes by hand, and of time.
import { askersOf, openAskRows } from './rows';
import { searchProperty } from './search';
import { emptyFields } from './manager-fields';
import { asksOf, changeAsks, factsOf, id } from './asks';
import type { Actor } from '../../core/act';
import { statusOf } from './ask';
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import { type Instant, plusMs } from '../../core/instant';
import { blockedRetryMs, type Ledger } from '../../core/ledger';
import { standsIn, type Situation } from '../../core/situation';
import type { Procedure } from '../../core/procedure';
import { spellTaken, takenFor } from '../../core/speaker';
import type { Change, Comment } from '../../core/ticket';
import { answered, answerers, promisedOnly, whyNoAnswer, withdrawn } from './answer';
import { onAccountKnown, onMovedOn } from './account-known';
import { onTag, onWaitingStatus } from './by-hand';
import { onClosed } from './closing';
import { hearing, onEdited } from './edited';
import { noticeElsewhere } from './elsewhere';
import {
  customerAnswered,
  customerReplied,
  graceOver,
  isCustomerReply,
  supportHasIt,
} from './customer-reply';
import { leakAlarm } from './leak';
import { onFieldChanged } from './move-ask';
import { onOwnerChange } from './owner-change';
import { onWait, sayAsk } from './on-ask';
import { joins } from './questions';
import { prefill } from './prefill';
import { radar } from './radar';
import { onRaised } from './raised-priority';
import { onEmptied, onMovedByRule } from './repair';
import { whyNotEscalate, whyNotYet } from './may';
import { escalateAtRequest } from './escalate';
import { asEnded } from './take-up';
import { waits } from './waits';

export const rules: Procedure = {
  id,
  onComment: hearing(onComment),
  onEdited: hearing(onEdited),
  onChange,
  waits,
  onWait,
  sayWait: sayAsk,
  onTime,
  wakeAt,
  radar,
  property: (projection, ledger) => {
    const own = searchProperty(ledger);
    return own === null ? projection : { ...projection, ...own };
  },
  needs: (ledger) => {
    const { ask, asks } = asksOf(ledger);
    return {
      account: ask?.cid ?? null,
      people: ask === null ? [] : [...(ask.resumed?.asked ?? []), ...askersOf(ask)],
      wholeHistory: asks > 0,
      speakers: ask !== null,
    };
  },
  rows: openAskRows,
  ownsStatus: (ledger) => asksOf(ledger).ask !== null,
};

function onComment(c: Case, comment: Comment): void {
  leakAlarm(c, comment);
  const { ask } = asksOf(c.ledger);
  if (ask === null) return onTag(c, comment);
  const noAnswer = whyNoAnswer(c, ask, comment);
  if (noAnswer === null)
    return answered(c, ask, comment.author.accountId, comment.at, {
      how: `${comment.author.name} was asked and has commented`,
      tell: true,
    });
  const taken = takenFor(c, comment, answerers(c, ask));
  if (taken.speaker === 'customer') return customerReplied(c, ask, comment);
  if (joins(c, ask, comment)) return;
  if (noAnswer.clause === 'A19') promisedOnly(c, ask, comment, noAnswer);
  else c.decline(noAnswer);
  const reply = ask.customerReply;
  if (
    comment.public &&
    taken.speaker !== 'automation' &&
    reply !== null &&
    !reply.answered &&
    comment.at >= reply.at
  ) {
    customerAnswered(c, asksOf(c.ledger).ask ?? ask, {
      at: comment.at,
      by: comment.author.accountId,
      why: because('AM-27', `${comment.author.name} has replied to the customer.`, {
        'customer replied at': reply.at,
        'taken for': spellTaken(taken),
      }),
    });
  }
}

function onChange(c: Case, change: Change): void {
  if (change.field === 'status') onClosed(c, change);
  if (change.field === 'priority') onPriority(c, change);
  if (change.ours || change.by?.accountId === c.self) return;
  const { ask } = asksOf(c.ledger);
  if (change.field !== 'status') {
    onEmptied(c, change);
    if (change.field === 'account-manager') onManagerField(c, change);
    return;
  }
  onMovedOn(c, change);
  if (ask !== null) onMovedByRule(c, ask, change);
  const { statuses } = c.queue;
  if (
    change.to !== statuses['waiting-for-account-manager'].id &&
    change.to !== statuses['waiting-for-management'].id
  )
    return;
  const rung = change.to === statuses['waiting-for-account-manager'].id ? 0 : 1;
  if (ask === null) {
    if (stillMeant(c, change)) onWaitingStatus(c, change, rung);
    return;
  }
  if (rung === 1 && ask.rung === 0 && change.at >= ask.askedAt && stillMeant(c, change)) {
    escalateByHand(c, change);
  }
}

/** A18: whoever raised it, also another procedure of the app, such as a key account's floor. */
function onPriority(c: Case, { to, at, by }: Change): void {
  const { ask } = asksOf(c.ledger);
  if (ask !== null && to !== null && at >= ask.askedAt)
    onRaised(c, ask, { priority: to, at, by: by?.accountId ?? null });
}

/** Somebody who set a waiting status and took it back before we looked has changed their mind. */
const stillMeant = (situation: Situation, change: Change): boolean =>
  situation.ticket.status.id === change.to ||
  (standsIn(situation, 'waiting-for-support') &&
    situation.ticket.comments.some(
      (comment) => comment.at >= change.at && isCustomerReply(situation, comment),
    ));

function escalateByHand(c: Case, change: Change): void {
  const actor: Actor = { accountId: change.by?.accountId ?? c.self, mayTransition: true };
  const { ask } = asksOf(c.ledger);
  const refused = whyNotEscalate(c.ledger, c, actor);
  if (refused !== null) c.decline(refused);
  else if (ask !== null) escalateAtRequest(c, ask, 'the status was set by hand', actor);
}

/** AM-11: the field is for managers who are asked; somebody who only watches does not belong there. */
function onManagerField(c: Case, change: Change): void {
  const { ask, waiting } = asksOf(c.ledger);
  if (ask !== null) return onFieldChanged(c, ask, change);
  if (waiting !== null || change.to === null) return;
  if (c.ticket.accountManager?.accountId !== change.to) return;
  if (standsIn(c, 'waiting-for-account-manager') || standsIn(c, 'waiting-for-management')) return;
  if (c.queue.readings.fieldWithoutAsk === 'clear') {
    emptyFields(c, ['accountManager'], 'AM-11');
    c.done(
      change.at,
      change.by?.accountId ?? null,
      `${c.queue.fields.accountManager.name} emptied: nobody is asked`,
      because(
        'AM-11',
        'This queue empties the field where it was filled for somebody who only watches.',
        { was: c.ticket.accountManager?.name ?? '' },
      ),
    );
    return;
  }
  c.declinedWorthKeeping(
    change.at,
    change.by?.accountId ?? null,
    `Nobody asked: only the ${c.queue.fields.accountManager.name} field was filled`,
    because(
      'AM-11',
      'Filling the field alone asks for nothing. Request a response, or leave the field empty for somebody who only watches.',
      {
        'account manager': c.ticket.accountManager?.name ?? '',
      },
    ),
  );
}

function onTime(c: Case): void {
  onAccountKnown(c);
  onDue(c);
  prefill(c);
  unblock(c);
  const { statuses } = c.queue;
  c.movesFirst = c.status?.to.id === statuses['waiting-for-management'].id;
  // A priority is set for somebody who is asked; a raised one whether or not anybody is.
  if (asksOf(c.ledger).ask === null && c.raised === null) c.priority = null;
}

function onDue(c: Case): void {
  const { ask } = asksOf(c.ledger);
  const facts = factsOf(c.ledger);
  if (ask === null || facts === null) return;
  if (c.ticket.status.done) {
    const ended = asEnded(c, ask, facts);
    withdrawn(
      c,
      ask,
      null,
      because(
        'AM-13',
        `The ticket is ${c.ticket.status.name}, so no response is needed any more.`,
        { status: c.ticket.status.name },
      ),
    );
    return changeAsks(c, { ended });
  }
  const open = noticeElsewhere(c, onOwnerChange(c, ask));
  graceOver(c, open);
  const notYet = whyNotYet(c, open);
  if (notYet !== null) c.decline(notYet);
}

/** A status the workflow refused is tried again once it can be reached; that is looked at every hour, and said once. */
function unblock(c: Case): void {
  const { blocked } = c.ledger;
  const { ask } = asksOf(c.ledger);
  if (blocked === null) return;
  const to = c.status?.to ?? (ask === null ? blocked.to : c.queue.statuses[statusOf(ask)]);
  const stuck = c.ticket.status.id === blocked.from;
  const reachable = c.ticket.reachable.some(({ status }) => status === to.id);
  if (!stuck || (c.status !== null && (reachable || to.id !== blocked.to.id)))
    return c.change({ blocked: null });
  c.status = null;
  if (reachable && (ask === null || !supportHasIt(c, ask))) {
    c.change({ blocked: null });
    c.status = { to, actor: null, clause: 'AM-27' };
    return;
  }
  c.decline(
    because('AM-27', `The workflow has no transition to ${to.name}.`, {
      from: c.ticket.status.name,
    }),
  );
  if (c.now >= blocked.tryAgainAt)
    c.change({ blocked: { ...blocked, tryAgainAt: plusMs(c.now, blockedRetryMs) } });
}

/** When a ticket is put back although its customer was not answered (A9); the time of what is owed is the engine's. */
function wakeAt(ledger: Ledger): Instant | null {
  return factsOf(ledger)?.customerReply?.putBackAt ?? null;
}
