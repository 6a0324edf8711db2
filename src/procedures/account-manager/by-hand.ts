// Agents also loop an account manager in by hand: a tag in an internal comment, or setting the status. The app does
// the rest of AM-23's five steps.
import { mayBeManagers } from './managers';
import { changeAsks, standsAt } from './asks';
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import type { LoopIn } from './asks';
import { nameOf } from '../../core/people';
import { entryApplies, entryFor, type SopEntry } from '../../core/policy';
import type { Situation } from '../../core/situation';
import type { Change, Comment } from '../../core/ticket';
import { plusMs } from '../../core/instant';
import { openAsk } from './open-ask';
import { escalationWords, foundWords, requestWords } from './words';

/** Does a hand-written comment ask for a reply? A question mark or one of the settings' words (A11). */
const asksForReply = (situation: Situation, comment: Comment): boolean => {
  const said = comment.text.toLowerCase();
  return (
    said.includes('?') ||
    situation.queue.replyWords.some((word) => said.includes(word.toLowerCase()))
  );
};

/** AM-12, A11: an agent tags the account manager in an internal comment. */
export function onTag(c: Case, comment: Comment): void {
  if (comment.public || comment.author.kind !== 'person' || comment.mentions.length === 0) return;
  const { account, queue, ticket, people } = c;
  const managers =
    account.kind === 'known' ? [account.account] : account.kind === 'choose' ? account.choices : [];
  const tagged =
    account.kind === 'unknown'
      ? mayBeManagers(c, comment)[0]
      : managers.find(({ accountManager }) => comment.mentions.includes(accountManager))
          ?.accountManager;
  if (tagged === undefined || comment.author.accountId === tagged) return;
  const name = nameOf(people, tagged);
  const entry = entryFor(queue, ticket.requestType);
  const values = { tagged: name, entry: entry?.name ?? 'none' };
  if (entry?.mode === 'watch') {
    c.declinedWorthKeeping(
      comment.at,
      comment.author.accountId,
      `No response requested from ${name}`,
      because(
        'AM-12',
        `"${entry.name}" only informs the account manager; it asks for no response.`,
        values,
      ),
    );
    return;
  }
  if ((entry === null || entry.general) && !asksForReply(c, comment)) {
    c.declinedWorthKeeping(
      comment.at,
      comment.author.accountId,
      `No response requested from ${name}`,
      because(
        'A11',
        'No SOP entry decides here, and the comment does not ask for a reply.',
        values,
      ),
    );
    return;
  }
  loopIn(c, {
    how: 'mention',
    rung: 0,
    by: comment.author.accountId,
    at: comment.at,
    note: comment.text,
    statusBefore: ticket.status,
  });
}

/** AM-13, AM-14: somebody sets a waiting status by hand, with no ask open. */
export function onWaitingStatus(c: Case, change: Change, rung: 0 | 1): void {
  const by = change.by?.kind === 'person' ? change.by.accountId : null;
  const statusBefore = { id: change.from ?? '', name: change.fromName ?? '' };
  loopIn(c, { how: 'status', rung, by, at: change.at, note: null, statusBefore });
}

/** Opens the ask of a loop-in by hand, or keeps it until the account is known (A12). */
export function loopIn(c: Case, wanted: LoopIn): void {
  const { account, people, queue } = c;
  if (wanted.found === undefined && wanted.at < plusMs(c.now, -longAgoMs))
    return tooLate(c, wanted);
  if (account.kind !== 'known') {
    changeAsks(c, { waiting: wanted });
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
  const byTag = wanted.how === 'mention' && wanted.found === undefined;
  const entry = entryForHand(c);
  const forced = queue.readings.priority === 'force' ? (entry?.priority ?? null) : null;
  const priority = forced ?? c.ticket.priority?.id ?? entry?.priority ?? null;
  const ask =
    entry === null
      ? null
      : openAsk(c, {
          ...wanted,
          account: account.account,
          entry,
          priority,
          at: wanted.found ?? wanted.at,
          // Whoever was tagged was told by that; the app tags everybody else.
          ...(byTag ? { told: wanted.at } : {}),
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
      ? `${nameOf(people, wanted.by)} tagged the account manager`
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
  if (byTag && ask.standsInFor === null) return; // tagged already
  const words =
    wanted.rung === 0
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

/** Older than this, what was never seen asks nobody any more: the hourly look goes no further back either. */
const longAgoMs = 7 * 24 * 60 * 60_000;

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
function entryForHand(situation: Situation): SopEntry | null {
  const { queue, ticket } = situation;
  return (
    queue.entries.find(
      (entry) => entry.mode === 'tag' && entryApplies(entry, ticket.requestType),
    ) ?? null
  );
}
