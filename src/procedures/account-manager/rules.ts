// The account-manager SOP: what it makes of comments, of changes by hand, and of time.
import { openAskRows } from './rows';
import { searchProperty } from './search';
import { emptyFields } from './manager-fields';
import { asksOf, id } from './asks';
import type { Actor } from '../../core/act';
import { statusOf } from './ask';
import { because } from '../../core/because';
import type { Draft } from '../../core/draft';
import { earliest, type Instant, plusMs } from '../../core/instant';
import { blockedRetryMs, type Ledger } from '../../core/ledger';
import { standsIn, type Situation } from '../../core/situation';
import type { Heard, Procedure } from '../../core/procedure';
import type { Change, Comment } from '../../core/ticket';
import { answered, whyNoAnswer, withdrawn } from './answer';
import { onTag, onWaitingStatus } from './by-hand';
import { onClosed } from './closing';
import {
  customerAnswered,
  customerReplied,
  graceOver,
  isCustomerReply,
  supportHasIt,
} from './customer-reply';
import { leakAlarm } from './leak';
import { onOwnerChange } from './owner-change';
import { prefill } from './prefill';
import { radar } from './radar';
import { onEmptied } from './repair';
import { whyNotEscalate } from './may';
import { escalateAtRequest, onHolderGone, onSilence } from './silence';

export const rules: Procedure = {
  id,
  onComment,
  onChange,
  onTime,
  wakeAt,
  radar,
  isOpen: (ledger) => asksOf(ledger).ask !== null || asksOf(ledger).waiting !== null,
  hears,
  property: (projection, ledger) => {
    const own = searchProperty(ledger);
    return own === null ? projection : { ...projection, ...own };
  },
  needs: (ledger) => {
    const { ask, asks } = asksOf(ledger);
    return {
      account: ask?.cid ?? null,
      people: ask?.asked ?? [],
      wholeHistory: asks > 0,
    };
  },
  rows: openAskRows,
  ownsStatus: (ledger) => asksOf(ledger).ask !== null,
};

/** A tag, a status or a manager field may ask somebody; a new ticket only where its fields are filled at once (A1). */
function hears({ kind, fields, mentions, queue, policy }: Heard): boolean {
  if (kind === 'created') return queue?.readings.fillFields === 'on-create';
  if (kind === 'commented') return mentions;
  return fields.some(
    (field) =>
      field === 'status' ||
      Object.values(policy.queues).some((one) => one.fields.accountManager.id === field),
  );
}

function onComment(draft: Draft, situation: Situation, comment: Comment): void {
  leakAlarm(draft, situation, comment);
  const { ask } = asksOf(draft.ledger);
  if (ask === null) return onTag(draft, situation, comment);
  const noAnswer = whyNoAnswer(situation, ask, comment);
  if (noAnswer === null)
    return answered(draft, situation, ask, comment.author.accountId, comment.at, {
      how: `${comment.author.name} was asked and has commented`,
      tell: true,
    });
  if (isCustomerReply(situation, comment)) return customerReplied(draft, situation, ask, comment);
  draft.decline(noAnswer);
  const reply = ask.customerReply;
  if (
    comment.public &&
    comment.author.kind === 'person' &&
    reply !== null &&
    !reply.answered &&
    comment.at >= reply.at
  ) {
    customerAnswered(
      draft,
      situation,
      ask,
      comment.at,
      comment.author.accountId,
      because('AM-27', `${comment.author.name} has replied to the customer.`, {
        'customer replied at': reply.at,
      }),
    );
  }
}

function onChange(draft: Draft, situation: Situation, change: Change): void {
  if (change.field === 'status') onClosed(draft, situation, change);
  if (change.ours || change.by?.accountId === situation.self) return;
  const { ask } = asksOf(draft.ledger);
  if (change.field !== 'status') {
    onEmptied(draft, situation, change);
    if (change.field === 'account-manager') onManagerField(draft, situation, change);
    return;
  }
  const { statuses } = situation.queue;
  if (
    change.to !== statuses['waiting-for-account-manager'].id &&
    change.to !== statuses['waiting-for-management'].id
  )
    return;
  const rung = change.to === statuses['waiting-for-account-manager'].id ? 0 : 1;
  if (ask === null) {
    if (stillMeant(situation, change)) onWaitingStatus(draft, situation, change, rung);
    return;
  }
  if (rung === 1 && ask.rung === 0 && change.at >= ask.askedAt && stillMeant(situation, change)) {
    escalateByHand(draft, situation, change);
  }
}

/** Somebody who set a waiting status and took it back before we looked has changed their mind. */
const stillMeant = (situation: Situation, change: Change): boolean =>
  situation.ticket.status.id === change.to ||
  (standsIn(situation, 'waiting-for-support') &&
    situation.ticket.comments.some(
      (comment) => comment.at >= change.at && isCustomerReply(situation, comment),
    ));

function escalateByHand(draft: Draft, situation: Situation, change: Change): void {
  const actor: Actor = { accountId: change.by?.accountId ?? situation.self, mayTransition: true };
  const { ask } = asksOf(draft.ledger);
  const refused = whyNotEscalate(draft.ledger, situation, actor);
  if (refused !== null) draft.decline(refused);
  else if (ask !== null)
    escalateAtRequest(draft, situation, ask, 'the status was set by hand', actor);
}

/** AM-11: the field is for managers who are asked; somebody who only watches does not belong there. */
function onManagerField(draft: Draft, situation: Situation, change: Change): void {
  const { ask, waiting } = asksOf(draft.ledger);
  if (ask !== null || waiting !== null || change.to === null) return;
  if (situation.ticket.accountManager?.accountId !== change.to) return;
  if (
    standsIn(situation, 'waiting-for-account-manager') ||
    standsIn(situation, 'waiting-for-management')
  )
    return;
  if (situation.queue.readings.fieldWithoutAsk === 'clear') {
    emptyFields(draft, situation, ['accountManager'], 'AM-11');
    draft.done(
      change.at,
      change.by?.accountId ?? null,
      `${situation.queue.fields.accountManager.name} emptied: nobody is asked`,
      because(
        'AM-11',
        'This queue empties the field where it was filled for somebody who only watches.',
        { was: situation.ticket.accountManager?.name ?? '' },
      ),
    );
    return;
  }
  draft.declinedWorthKeeping(
    change.at,
    change.by?.accountId ?? null,
    `Nobody asked: only the ${situation.queue.fields.accountManager.name} field was filled`,
    because(
      'AM-11',
      'Filling the field alone asks for nothing. Request a response, or leave the field empty for somebody who only watches.',
      {
        'account manager': situation.ticket.accountManager?.name ?? '',
      },
    ),
  );
}

function onTime(draft: Draft, situation: Situation): void {
  onDue(draft, situation);
  prefill(draft, situation);
  unblock(draft, situation);
  const { statuses } = situation.queue;
  draft.movesFirst = draft.status?.to.id === statuses['waiting-for-management'].id;
  // A priority is set for somebody who is asked; a raised one whether or not anybody is.
  if (asksOf(draft.ledger).ask === null && draft.raised === null) draft.priority = null;
}

function onDue(draft: Draft, situation: Situation): void {
  const { ask } = asksOf(draft.ledger);
  if (ask === null) return;
  if (situation.ticket.status.done) {
    return withdrawn(
      draft,
      situation,
      ask,
      null,
      because(
        'AM-13',
        `The ticket is ${situation.ticket.status.name}, so no response is needed any more.`,
        { status: situation.ticket.status.name },
      ),
    );
  }
  const held = onHolderGone(draft, situation, onOwnerChange(draft, situation, ask));
  onSilence(draft, situation, held);
  const left = asksOf(draft.ledger).ask;
  if (left !== null) graceOver(draft, situation, left);
}

/** A status the workflow refused is tried again once it can be reached; that is looked at every hour, and said once. */
function unblock(draft: Draft, situation: Situation): void {
  const { blocked } = draft.ledger;
  const { ask } = asksOf(draft.ledger);
  if (blocked === null) return;
  const to =
    draft.status?.to ?? (ask === null ? blocked.to : situation.queue.statuses[statusOf(ask)]);
  const stuck = situation.ticket.status.id === blocked.from;
  const reachable = situation.ticket.reachable.some(({ status }) => status === to.id);
  if (!stuck || (draft.status !== null && (reachable || to.id !== blocked.to.id)))
    return draft.change({ blocked: null });
  draft.status = null;
  if (reachable && (ask === null || !supportHasIt(situation, ask))) {
    draft.change({ blocked: null });
    draft.status = { to, actor: null, clause: 'AM-27' };
    return;
  }
  draft.decline(
    because('AM-27', `The workflow has no transition to ${to.name}.`, {
      from: situation.ticket.status.name,
    }),
  );
  if (situation.now >= blocked.tryAgainAt)
    draft.change({ blocked: { ...blocked, tryAgainAt: plusMs(situation.now, blockedRetryMs) } });
}

function wakeAt(ledger: Ledger): Instant | null {
  const { ask } = asksOf(ledger);
  if (ask === null) return null;
  return earliest(
    ask.exhausted || ask.heldAtDue !== null ? null : ask.dueAt,
    ask.customerReply?.putBackAt,
    ...ask.reminders,
  );
}
