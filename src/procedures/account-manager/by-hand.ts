// Agents also loop an account manager in by hand: a tag in an internal comment, or setting the status. The app does
// the rest of AM-23's five steps.
import { asksOf, changeAsks, standsAt } from './asks';
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import type { LoopIn, Offer } from './asks';
import type { AccountId } from '../../core/ids';
import { nameOf } from '../../core/people';
import { entryApplies, entryById, entryFor, type SopEntry } from '../../core/policy';
import type { Situation } from '../../core/situation';
import { takenFor } from '../../core/speaker';
import type { Change, Comment } from '../../core/ticket';
import { requestIn } from '../../core/words/request-words';
import { dayMs, type Instant, plusMs } from '../../core/instant';
import { openAsk } from './open-ask';
import { type Tagged, taggedIn } from './tagged';
import { escalationWords, foundWords, requestWords } from './words';

/**
 * AM-12, A11: somebody of the team tags a manager in an internal comment; the words say whether that asks for something.
 * @param writtenAt when it was written first, where it was edited: Jira tells nobody of a tag that was there before
 */
export function onTag(c: Case, comment: Comment, writtenAt?: Instant): void {
  if (comment.public || takenFor(c, comment).speaker !== 'team') return;
  const tagged = taggedIn(c, comment);
  if (tagged === null) return;
  const entry = entryFor(c.queue, c.ticket.requestType);
  const verdict = requestIn(comment.said ?? comment.text, c.queue.replyWords);
  const informs = entry?.mode === 'watch';
  if (verdict === 'does-not-ask' || (verdict === 'unclear' && informs))
    return notAsked(c, comment, tagged, {
      clause: informs ? 'AM-12' : 'A11',
      text: informs
        ? `"${entry.name}" only informs the account manager, and the comment asks for nothing.`
        : 'The comment does not ask for a reply.',
    });
  const why = verdict === 'unclear' ? 'unclear' : whyNoRule(c, tagged, writtenAt ?? comment.at);
  if (why !== null) {
    changeAsks(c, {
      offer: {
        comment: comment.id,
        by: comment.author.accountId,
        at: comment.at,
        tagged: tagged.person,
        rung: tagged.rung,
        note: comment.text,
        why,
      },
    });
    return notAsked(c, comment, tagged, { clause: 'A11', text: `${reasons[why]} The panel asks.` });
  }
  loopIn(c, {
    how: 'mention',
    rung: tagged.rung,
    by: comment.author.accountId,
    at: comment.at,
    note: comment.text,
    statusBefore: c.ticket.status,
    tagged: writtenAt === undefined ? comment.mentions : [],
    mentioned: tagged.person,
  });
}

const reasons = {
  unclear: 'It is not clear whether the comment asks for a reply.',
  'no-entry': 'No SOP entry that asks for a response is for this request type.',
  'other-manager': 'The person tagged manages another account.',
  late: 'The comment was found more than a week after it was written.',
} as const;

/** S4: why a tag that asks for something opens no request by itself. */
function whyNoRule(c: Case, tagged: Tagged, writtenAt: Instant): Offer['why'] | null {
  if (writtenAt < plusMs(c.now, -longAgoMs)) return 'late';
  if (tagged.means === 'other-manager') return 'other-manager';
  return entryForHand(c) === null ? 'no-entry' : null;
}

function notAsked(
  c: Case,
  comment: Comment,
  { person }: Tagged,
  { clause, text }: { readonly clause: string; readonly text: string },
): void {
  const name = nameOf(c.people, person);
  const entry = entryFor(c.queue, c.ticket.requestType)?.name ?? 'none';
  c.declinedWorthKeeping(
    comment.at,
    comment.author.accountId,
    `No response requested from ${name}`,
    because(clause, text, { tagged: name, entry }),
  );
}

/** AM-13, AM-14: somebody sets a waiting status by hand, with no ask open. */
export function onWaitingStatus(c: Case, change: Change, rung: 0 | 1): void {
  const by = change.by?.kind === 'person' ? change.by.accountId : null;
  const statusBefore = { id: change.from ?? '', name: change.fromName ?? '' };
  const question = questionBefore(c, change);
  loopIn(c, {
    how: 'status',
    rung,
    by,
    at: change.at,
    note: question?.text ?? null,
    statusBefore,
    tagged: question?.mentions ?? [],
  });
}

/** AM-23: what whoever set the status has asked in a note of theirs, since the ticket came to where it stood before. */
function questionBefore({ ticket, ledger, self }: Case, change: Change): Comment | undefined {
  const since =
    ticket.changes.findLast(({ field, id }) => field === 'status' && id < change.id)?.at ??
    ticket.createdAt;
  return ticket.comments.findLast(
    ({ id, author, at, public: isPublic, said, text }) =>
      !isPublic &&
      author.accountId === change.by?.accountId &&
      author.accountId !== self &&
      !ledger.ourComments.includes(id) &&
      at >= since &&
      at <= change.at &&
      requestIn(said ?? text) === 'asks',
  );
}

/** Who asked first keeps the request; what others ask meanwhile joins it, and they hear the answer too (W10). */
function joined(first: LoopIn | null, { by, at, note, ...wanted }: LoopIn): LoopIn {
  if (first === null) return { by, at, note, ...wanted };
  if (by === null || note === null) return first;
  return { ...first, also: [...(first.also ?? []), { by, at, note }] };
}

/** Opens the ask of a loop-in by hand, or keeps it until the account is known (A12). */
export function loopIn(c: Case, wanted: LoopIn): void {
  const { account, people, queue } = c;
  if (wanted.found === undefined && wanted.at < plusMs(c.now, -longAgoMs))
    return tooLate(c, wanted);
  if (account.kind !== 'known') {
    changeAsks(c, { waiting: joined(asksOf(c.ledger).waiting, wanted) });
    c.declinedWorthKeeping(
      wanted.at,
      wanted.by,
      'Nobody asked yet: the account is not known',
      because(
        'A12',
        account.kind === 'choose'
          ? 'The organizations of this ticket belong to several accounts; choose one in the panel.'
          : 'No account is known for the organizations of this ticket; choose one in the panel.',
        {
          organizations: c.ticket.organizations.map(({ name }) => name).join(', ') || 'none',
        },
      ),
    );
    return;
  }
  const entry = entryById(queue, wanted.entryId ?? null) ?? entryForHand(c);
  const forced = queue.readings.priority === 'force' ? (entry?.priority ?? null) : null;
  const priority = forced ?? c.ticket.priority?.id ?? entry?.priority ?? null;
  const { tagged = [], mentioned: _mentioned, found: _found, ...request } = wanted;
  const ask =
    entry === null
      ? null
      : openAsk(c, {
          ...request,
          account: account.account,
          entry,
          priority,
          at: wanted.found ?? wanted.at,
          // Whoever was tagged was told by that; the app tags everybody else.
          ...(wanted.how === 'mention' && wanted.found === undefined
            ? { told: { people: tagged, at: wanted.at } }
            : {}),
        });
  if (ask === null || entry === null) {
    c.declinedWorthKeeping(
      wanted.at,
      wanted.by,
      'Nobody asked: there is nobody to ask',
      because(
        'A10',
        'No SOP entry of this queue asks for a response, or nobody stands above the account manager.',
        { queue: queue.name },
      ),
    );
    return;
  }
  // A13: the SOP's priority is set where the ticket has none; over somebody's choice only where the settings force it.
  if (c.ticket.priority === null || forced !== null) c.priority = entry.priority;
  const name = nameOf(people, ask.holder);
  const how =
    wanted.how === 'mention'
      ? `${nameOf(people, wanted.by)} tagged ${nameOf(people, wanted.mentioned ?? account.account.accountManager)}`
      : 'the status was set by hand';
  c.done(
    wanted.found ?? wanted.at,
    wanted.by,
    `Response requested from ${name}`,
    because(wanted.rung === 0 ? 'AM-13' : 'AM-14', `A response is required from ${name}: ${how}.`, {
      entry: entry.name,
      'due at': ask.dueAt,
      priority: c.ticket.priority?.name ?? 'none',
    }),
  );
  if (toldByTag(wanted, ask.holder)) return;
  const words =
    wanted.rung === 0 || wanted.how === 'mention'
      ? wanted.found === undefined
        ? requestWords(c, ask)
        : foundWords(c, ask)
      : escalationWords(
          c,
          ask,
          account.account.accountManager,
          'Waiting for Management was chosen in the ticket (AM-14).',
        );
  c.announce(words, null, wanted.rung === 0 ? 'AM-23' : 'AM-21', standsAt(ask));
}

/** AM-23: whoever is asked was tagged with the question just now; everybody else the app tags. */
const toldByTag = ({ how, found, tagged = [] }: LoopIn, holder: AccountId): boolean =>
  how === 'mention' && found === undefined && tagged.includes(holder);

/** Older than this, what was never seen asks nobody any more: the hourly look goes no further back either. */
const longAgoMs = 7 * dayMs;

/** Found so late that nobody can have been waiting for it: said in the ticket, and left to people. */
const tooLate = (c: Case, { at, by }: LoopIn): void =>
  c.declinedWorthKeeping(
    at,
    by,
    'Nobody asked: it was found too late',
    because(
      'AM-13',
      'The account manager was looped in more than a week before it was found. Request a response where it is still needed.',
      { 'looped in at': at },
    ),
  );

/** By hand nobody chooses an entry: the first that applies and asks for a response. */
export function entryForHand(situation: Situation): SopEntry | null {
  const { queue, ticket } = situation;
  return (
    queue.entries.find(
      (entry) => entry.mode === 'tag' && entryApplies(entry, ticket.requestType),
    ) ?? null
  );
}
