// What people do through the panel and the gadget, each from where the ledger stands; pages/acts.ts declares them.
import type { Actor } from '../../core/act';
import { askKey, asksOf, id, standsAt } from './asks';
import { statusOf } from './ask';
import { type Because, because } from '../../core/because';
import { mention, type Paragraph, text } from '../../core/command';
import type { Case } from '../../core/case';
import type { Cid, PriorityId } from '../../core/ids';
import { type Instant, msOf } from '../../core/instant';
import { nameOf } from '../../core/people';
import { entryById, type SopEntry } from '../../core/policy';
import { calendarOf, type Situation } from '../../core/situation';
import { promiseWait } from '../../core/wait-acts';
import { answered, hearers, withdrawn } from './answer';
import { dropped } from './account-known';
import { putBack } from './customer-reply';
import { noteOutOfBounds, whyNotAsk } from './may';
import { moveToAccount } from './move-ask';
import { openAsk } from './open-ask';
import { escalateAtRequest } from './escalate';
import { requestWords } from './words';

const noSuchEntry = (entryId: string): Because =>
  because('AM-12', 'This SOP entry does not exist any more. Choose another one.', {
    entry: entryId,
  });

function tagEntry(situation: Situation, entryId: string): SopEntry | Because {
  const entry = entryById(situation.queue, entryId);
  if (entry === null) return noSuchEntry(entryId);
  return entry.mode === 'tag'
    ? entry
    : because('AM-12', `"${entry.name}" only informs the account manager; add them as watcher.`, {
        entry: entry.name,
      });
}

/** What a response is requested for. */
export interface ResponseRequest {
  readonly entryId: string;
  /** Null while it is only being looked at what would happen. */
  readonly note: string | null;
  readonly priorityId: PriorityId | null;
}

/** AM-23: tag with specific notes, both fields, priority, status, in one go. */
export function requestResponse(c: Case, actor: Actor, step: ResponseRequest): Because | null {
  const { account, now, people } = c;
  const entry = tagEntry(c, step.entryId);
  if ('clause' in entry) return entry;
  const notTheirs = whyNotAsk(entry, actor);
  if (notTheirs !== null) return notTheirs;
  if (account.kind !== 'known') return null; // refused above
  const vague = step.note === null ? null : noteOutOfBounds(c, step.note);
  if (vague !== null) return vague;
  const forced = c.queue.readings.priority === 'force' ? entry.priority : null;
  const priority = forced ?? step.priorityId ?? c.ticket.priority?.id ?? entry.priority;
  const ask = openAsk(c, {
    account: account.account,
    entry,
    how: 'panel',
    by: actor.accountId,
    at: now,
    note: step.note,
    priority,
    rung: 0,
    statusBefore: c.ticket.status,
  });
  if (ask === null)
    return because('A10', 'There is nobody to ask.', { account: account.account.name });
  c.priority = priority;
  c.done(
    now,
    actor.accountId,
    `Response requested from ${nameOf(people, ask.holder)}`,
    because('AM-23', `"${entry.name}" requires a response from the account manager.`, {
      entry: entry.name,
      account: account.account.name,
      'due at': ask.dueAt,
    }),
  );
  c.announce(requestWords(c, ask), actor.accountId, 'AM-23', standsAt(ask));
  return null;
}

/** AM-11: for information only; both manager fields stay as they are. */
export function addWatcher(
  c: Case,
  actor: Actor,
  { entryId }: { readonly entryId: string },
): Because | null {
  const { account, now, people, queue } = c;
  const entry = entryById(queue, entryId);
  if (entry === null) return noSuchEntry(entryId);
  const notTheirs = whyNotAsk(entry, actor);
  if (notTheirs !== null) return notTheirs;
  if (account.kind !== 'known') return null; // refused above
  const { accountManager } = account.account;
  c.want({
    command: { kind: 'watch', person: accountManager },
    actor: actor.accountId,
    clause: 'AM-11',
  });
  c.done(
    now,
    actor.accountId,
    `${nameOf(people, accountManager)} added as watcher`,
    because(
      'AM-11',
      'Watching is for information only: no field, no status and no due time change.',
      { entry: entry.name },
    ),
  );
  return null;
}

/** A contact with the account manager outside Jira, for one of the two reasons that allow it. */
export interface ContactOutside {
  readonly reason: 'management-asks' | 'sop-says';
  readonly channel: string;
  readonly note: string;
}

/** AM-01: account managers are not written to outside Jira, but for two reasons; then it is put on record. */
export function recordContact(c: Case, actor: Actor, step: ContactOutside): null {
  const reason =
    step.reason === 'management-asks'
      ? 'management explicitly asked for it'
      : 'the individual SOP says so';
  c.done(
    c.now,
    actor.accountId,
    `Contact outside Jira recorded: ${step.channel}`,
    because('AM-01', `Contact outside Jira is allowed here because ${reason}.`, {
      channel: step.channel,
      reason,
    }),
  );
  c.announce(
    [[text(`Contact outside Jira (${step.channel}), because ${reason}:`)], [text(step.note)]],
    actor.accountId,
    'AM-01',
    null,
  );
  return null;
}

/** A3: the response, in the name of whoever gives it; their own comment also tells support (A5). */
export function answer(c: Case, actor: Actor, { text: words }: { readonly text: string }): null {
  const { ask } = asksOf(c.ledger);
  if (ask === null) return null; // refused before
  answered(c, ask, actor.accountId, c.now, {
    how: 'The answer button was used',
    tell: false,
  });
  const told = hearers(c, ask).filter((person) => person !== actor.accountId);
  const greeting =
    told.length === 0
      ? []
      : told.flatMap((person, place) => [
          mention(person, nameOf(c.people, person)),
          text(place === told.length - 1 ? ': ' : ' '),
        ]);
  c.announce([[...greeting, text(words)]], actor.accountId, 'A3', null);
  return null;
}

/** "By <date>": the ask stays open and its due time moves, never to earlier (A8). */
export function promise(
  c: Case,
  actor: Actor,
  step: { readonly by: Instant; readonly text: string | null },
): Because | null {
  const { ask, asks } = asksOf(c.ledger);
  if (ask === null) return null; // refused before
  const calendar = calendarOf(c, ask.holder);
  const refused = promiseWait(c, actor, { procedure: id, wait: askKey(asks), by: step.by });
  if (refused !== null) return refused;
  const words: Paragraph[] = [
    [
      text(
        `I will respond by ${new Intl.DateTimeFormat('en-GB', {
          timeZone: calendar.timeZone,
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        }).format(msOf(step.by))} (${calendar.timeZone}).`,
      ),
    ],
    ...(step.text === null ? [] : [[text(step.text)]]),
  ];
  c.announce(words, actor.accountId, 'A8', null);
  return null;
}

/** AM-26: "if required": this reply of the customer needs no answer. */
export function noReplyNeeded(c: Case, actor: Actor): null {
  const { ask } = asksOf(c.ledger);
  if (ask === null) return null; // refused before
  putBack(c, ask, {
    at: c.now,
    by: actor.accountId,
    why: because('AM-26', 'An agent says that the customer’s reply needs no answer.', {
      status: c.queue.statuses[statusOf(ask)].name,
    }),
  });
  return null;
}

/** AM-15: before its time, at somebody's request. */
export function escalateNow(
  c: Case,
  actor: Actor,
  { reason }: { readonly reason: string },
): Because | null {
  const { ask } = asksOf(c.ledger);
  return ask && escalateAtRequest(c, ask, reason, actor);
}

export function withdraw(c: Case, actor: Actor, { reason }: { readonly reason: string }): null {
  const { ask, waiting } = asksOf(c.ledger);
  if (ask === null) {
    if (waiting !== null)
      dropped(c, `The response is no longer needed: ${reason}`, actor.accountId);
    return null;
  }
  withdrawn(
    c,
    ask,
    actor.accountId,
    because('AM-13', `The response is no longer needed: ${reason}`, { reason }),
  );
  return null;
}

/** Which account it is, and what becomes of a request that is open. */
export interface ChosenAccount {
  readonly cid: Cid;
  /** Whether a request that is open moves to that account's manager, or stays where it is. */
  readonly ask?: 'moves' | 'stays' | undefined;
}

/** A12: an agent says which account it is; a loop-in that waited for that goes on. */
export function chooseAccount(
  c: Case,
  actor: Actor,
  { cid, ask: becomes }: ChosenAccount,
): Because | null {
  const { account: known, now } = c;
  const { ask } = asksOf(c.ledger);
  // The use case has looked the account up: it is the known, chosen one of this situation, or named in it.
  const account =
    known.kind === 'known' && known.account.cid === cid
      ? known.account
      : ask === null
        ? undefined
        : c.named.find((one) => one.cid === cid);
  if (account === undefined)
    return { ...because('A12', 'No account has this id.', { cid }), field: 'cid' };
  if (ask !== null && ask.cid !== cid && becomes === undefined)
    return {
      ...because('A12', 'Say whether the open request moves to this account, or stays.', {
        'asked now': nameOf(c.people, ask.holder),
      }),
      field: 'ask',
    };
  c.change({ chosen: cid });
  c.done(
    now,
    actor.accountId,
    `Account set to ${account.name}`,
    because(
      'A12',
      'The organizations of the ticket do not say which account it belongs to, so an agent chose.',
      { account: account.name },
    ),
  );
  if (ask !== null && ask.cid !== cid && becomes === 'moves')
    moveToAccount(c, ask, account, actor.accountId);
  return null;
}
