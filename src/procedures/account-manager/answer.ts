// The response is a recorded fact, not a status (AM-28): a comment of somebody who was asked, or their button.
import { emptyFields } from './manager-fields';
import { asksOf, changeAsk, changeAsks, closedAsksKept } from './asks';
import { type ClosedAsk, type OpenAsk, statusOf } from './ask';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId, StatusId } from '../../core/ids';
import type { Instant } from '../../core/instant';

import { whyNotThere } from '../../core/holder';
import { delegateOf, isActive, nameOf } from '../../core/people';
import { peopleIn } from '../../core/roles';
import type { Party } from '../../core/wait';
import type { Named, QueuePolicy } from '../../core/policy';
import { standsIn, type Situation } from '../../core/situation';
import type { Comment } from '../../core/ticket';
import { isAutomaticReply, isShortPromise } from '../../core/words/reply-words';
import { answeredWords, overWords } from './words';

/** A3, A4: whose word is an answer: everybody asked so far and their delegates; of management only, where the settings say so. */
export function answerers(situation: Situation, ask: OpenAsk): readonly AccountId[] {
  const managementOnly =
    ask.rung > 0 && situation.queue.readings.managementAnswer === 'management-only';
  const stoodInFor = ask.standsInFor === null ? [] : [ask.standsInFor];
  const asked = managementOnly
    ? [...ask.management, ...stoodInFor]
    : [ask.accountManager, ...ask.asked, ...stoodInFor];
  const delegates = asked.flatMap(
    (person) => delegateOf(situation.people, person, situation.now) ?? [],
  );
  return [...new Set([...asked, ...delegates])];
}

/** A3: why that comment is no answer, or null when it is one. */
export function whyNoAnswer(situation: Situation, ask: OpenAsk, comment: Comment): Because | null {
  const { author } = comment;
  const values = { author: author.name };
  if (author.kind === 'app')
    return because('A3', 'A comment of an app or a bot never counts as the response.', values);
  if (comment.at < ask.askedAt)
    return because('A3', 'The comment is older than the request.', values);
  if (author.accountId === ask.askedBy && author.accountId !== ask.holder) {
    return because('A3', 'A comment of the person who asked never counts as the response.', values);
  }
  if (!answerers(situation, ask).includes(author.accountId)) {
    return because(
      'A3',
      `${author.name} is not among those asked.`,
      {
        ...values,
        asked: answerers(situation, ask)
          .map((person) => nameOf(situation.people, person))
          .join(', '),
      },
      { kind: 'be-one-of', people: answerers(situation, ask) },
    );
  }
  return notByTheseSettings(situation, comment);
}

/** The readings of A3 by which a comment of somebody asked may still be none. */
function notByTheseSettings({ queue }: Situation, comment: Comment): Because | null {
  const { from, minLength } = queue.readings.answer;
  if (from === 'button-only')
    return because(
      'A3',
      'Only the answer button counts as the response in this queue.',
      {},
      { kind: 'use-the-button' },
    );
  if (from === 'internal-comment' && comment.public)
    return because(
      'A3',
      'Only an internal comment counts as the response in this queue.',
      {},
      { kind: 'comment-internally' },
    );
  const said = comment.said ?? comment.text;
  if (isAutomaticReply(said))
    return because('A3', 'An automatic reply never counts as the response.', {
      author: comment.author.name,
    });
  if (promisesOnly(queue, said))
    return because('A19', 'The comment promises to look into it; it does not answer yet.', {
      said: said.trim(),
    });
  const { length } = comment.text.trim();
  return length < minLength
    ? because(
        'A3',
        `A response has at least ${minLength} characters in this queue; this comment has ${length}.`,
        { length: `${length}`, 'at least': `${minLength}` },
        { kind: 'write-longer', characters: minLength },
      )
    : null;
}

/** A19: where the reading takes no promise for the answer, is the comment one and no more? */
const promisesOnly = ({ readings, promises }: QueuePolicy, said: string): boolean =>
  readings.shortPromise !== 'answer' &&
  isShortPromise(said, promises.longest ?? usualPromiseLength);

/** Where settings from before this reading say nothing. */
const usualPromiseLength = 120;

/** A19: somebody asked has only promised to see to it: the request stays open, and a date is offered. */
export function promisedOnly(c: Case, ask: OpenAsk, comment: Comment, why: Because): void {
  const { accountId, name } = comment.author;
  changeAsk(c, ask, {
    promiseSaid: { by: accountId, at: comment.at, text: (comment.said ?? comment.text).trim() },
  });
  c.declinedWorthKeeping(
    comment.at,
    accountId,
    `Not taken for the answer: ${name} will look into it`,
    why,
  );
}

/**
 * A5: the ask is answered; the ticket goes back to support where it waited for the answer.
 * @param tell whether support shall be told in a comment of the app's own
 */
export function answered(
  c: Case,
  ask: OpenAsk,
  by: AccountId,
  at: Instant,
  { how, tell }: { readonly how: string; readonly tell: boolean },
): void {
  const { ticket, queue, people } = c;
  close(c, ask, 'answered', by, at);
  const waits = standsIn(c, 'waiting-for-account-manager') || standsIn(c, 'waiting-for-management');
  const to = statusAfter(c, ask);
  c.done(
    at,
    by,
    `${nameOf(people, by)} responded`,
    because('A3', `${how}, so the response is received.`, {
      from: nameOf(people, by),
      'asked at': ask.askedAt,
      status: ticket.status.name,
    }),
  );
  c.status = waits ? { to, actor: null, clause: 'A5' } : null;
  if (queue.readings.fieldsAfterAnswer === 'clear')
    emptyFields(c, ['accountManager', 'regionalManager'], 'A6');
  const told = hearers(c, ask).filter((person) => person !== by);
  if (tell && told.length > 0)
    c.announce(() => answeredWords(c, told, by, waits ? to : null), null, 'A5', null);
}

/** A5: back to support, or to where the ticket stood before, if that was not a waiting status itself. */
function statusAfter({ queue }: Situation, ask: OpenAsk): Named<StatusId> {
  const support = queue.statuses['waiting-for-support'];
  const waiting = [
    queue.statuses['waiting-for-account-manager'].id,
    queue.statuses['waiting-for-management'].id,
  ];
  const back =
    queue.readings.statusAfterAnswer === 'status-before' &&
    ask.statusBefore.id !== '' &&
    !waiting.includes(ask.statusBefore.id);
  return back ? ask.statusBefore : support;
}

/** Who in support waits for the answer: the assignee, else whoever asked; a team lead where both have left. */
export function supporter({ ticket, people, policy }: Situation, ask: OpenAsk): AccountId | null {
  const first = [ticket.assignee?.accountId ?? null, ask.askedBy].filter((one) => one !== null);
  const there = [...first, ...peopleIn(policy, 'team-lead')].find((one) => isActive(people, one));
  return there ?? first[0] ?? null;
}

/** The assignee; on a ticket that is assigned to no colleague, whoever has looped the manager in. */
export function agentFor(c: Case, who: AccountId | null): Party {
  const assignee = c.ticket.assignee?.accountId;
  if (assignee !== undefined && whyNotThere(c, assignee) === null) return 'assignee';
  return who !== null && whyNotThere(c, who) === null ? { people: [who] } : 'assignee';
}

/** Who hears the answer: support, and everybody whose question it answers and who is still there. */
export const hearers = (situation: Situation, ask: OpenAsk): readonly AccountId[] => [
  ...new Set([
    ...[supporter(situation, ask)].filter((one) => one !== null),
    ...(ask.also ?? []).flatMap(({ by }) => (isActive(situation.people, by) ? [by] : [])),
  ]),
];

/** The response is no longer needed. */
export function withdrawn(c: Case, ask: OpenAsk, by: AccountId | null, why: Because): void {
  close(c, ask, 'withdrawn', by, c.now);
  c.done(c.now, by, 'Request withdrawn', why);
  if (c.queue.readings.whenOver === 'comment' && ask.holder !== by)
    c.announce(overWords(c, ask, why.text), by, why.clause, null);
  const stands = standsIn(c, statusOf(ask));
  c.status = stands
    ? { to: c.queue.statuses['waiting-for-support'], actor: by, clause: why.clause }
    : null;
}

function close(
  c: Case,
  ask: OpenAsk,
  how: ClosedAsk['how'],
  by: AccountId | null,
  at: Instant,
): void {
  const closed: ClosedAsk = {
    id: ask.id,
    entryId: ask.entryId,
    accountManager: ask.accountManager,
    askedAt: ask.askedAt,
    closedAt: at,
    how,
    by,
    rung: ask.rung,
    holds: ask.holds,
  };
  c.change({ blocked: null });
  changeAsks(c, {
    ask: null,
    closed: [...asksOf(c.ledger).closed, closed].slice(-closedAsksKept),
  });
}
