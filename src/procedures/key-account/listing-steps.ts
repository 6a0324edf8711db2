// KA-01 … KA-04, KA-14: the list of key accounts changes by a request that is accepted, dated and attributed.
import { listKeyAccount } from './effects';
import type { Actor } from '../../core/act';
import type { CustomerAccount } from '../../core/account';
import { type Because, because } from '../../core/because';
import type { LocalDate } from '../../core/calendar/local-time';
import { mention, text } from '../../core/command';
import type { Case } from '../../core/case';
import type { Cid } from '../../core/ids';
import { nameOf } from '../../core/people';
import { peopleIn } from '../../core/roles';
import { localDay, type Situation } from '../../core/situation';
import type { Rhythm } from './cycles';
import { keyAccountOf } from './account';
import { standingPeriod } from './listed';
import { type Designation, type ListingReason, listingReasons } from './designation';
import type { KeyAccountPolicy } from './settings/policy';
import { hasRole, roleOnly } from './may';
import { sayRhythm } from './record-cycle';
import { count, keep, partOf, tagRole, today, wrong } from './say';
import { listingKeys, rhythmKey } from './wait-keys';

/** A note longer than this belongs into the ticket itself. */
const longestNote = 2000;

const accountName = ({ named }: Situation, cid: string): string =>
  named?.find((one) => one.cid === cid)?.name ?? cid;

/** A change of the list that somebody asks for. */
export interface Proposal {
  readonly cid: Cid;
  readonly change: 'add' | 'remove';
  readonly reason: ListingReason;
  readonly note: string;
  readonly effective: LocalDate | null;
  /** Asked when an account is listed (K10). */
  readonly rhythm?: Rhythm | null | undefined;
}

/** What is wrong with a change of the list, whoever asks for it. */
export function whyNotPropose(
  account: CustomerAccount,
  { change, note, effective }: Proposal,
  day: LocalDate,
): Because | null {
  const { name } = account;
  const { periods = [] } = keyAccountOf(account);
  const last = periods.at(-1);
  const standing = standingPeriod(account, day);
  if (note.trim().length < 5) return wrong('KA-02', 'Say why, in a sentence.', 'note');
  if (note.trim().length > longestNote)
    return wrong('KA-02', `The reason has at most ${longestNote} characters.`, 'note');
  if (change === 'add')
    return last === undefined || last.until !== null
      ? null
      : wrong(
          'KA-01',
          `${name} is on the list already${last.from === null ? '' : `, from ${last.from}`}.`,
          'cid',
        );
  if (standing === null || (standing.until !== null && standing.until < day))
    return wrong('KA-14', `${name} is not on the list.`, 'cid');
  if (effective === null)
    return wrong('KA-14', 'Name the last day on which it is a key account.', 'effective');
  return standing.from !== null && effective < standing.from
    ? wrong(
        'KA-14',
        `It becomes a key account on ${standing.from}; its last day cannot be before that.`,
        'effective',
      )
    : null;
}

export function propose(
  c: Case,
  policy: KeyAccountPolicy,
  step: Proposal,
  { accountId, mayTransition }: Actor,
): Because | null {
  const part = partOf(c);
  const { now, queue } = c;
  if (!mayTransition && !hasRole(c, accountId))
    return because('KA-04', 'The team asks for changes of the list.', {});
  if (part.designation !== null)
    return because('KA-04', 'This ticket is such a request already: one account, one request.', {});
  if (part.release !== null || part.monthEnd !== null || part.meeting != null)
    return because('KA-04', 'This ticket is about something else. Ask on a ticket of its own.', {});
  if (policy.listing.decision === 'accept' && peopleIn(c.policy, 'key-account-keeper').length === 0)
    return because(
      'X6',
      'Nobody keeps the list of key accounts. An administrator names people for that role in the settings.',
      { queue: queue.key },
    );
  const account = c.named?.find((one) => one.cid === step.cid);
  if (account === undefined) return wrong('KA-01', `No account has the CID ${step.cid}.`, 'cid');
  const declined = whyNotPropose(account, step, today(c));
  if (declined !== null) return declined;
  const note = step.note.trim();
  const designation: Designation = {
    cid: step.cid,
    change: step.change,
    reason: step.reason,
    note,
    effective: step.effective,
    rhythm: step.change === 'add' ? (step.rhythm ?? null) : null,
    asked: { by: accountId, at: now },
    decided: null,
  };
  keep(c, { designation });
  c.done(
    now,
    accountId,
    step.change === 'add'
      ? `Asked to make ${account.name} a key account`
      : `Asked to take ${account.name} off the list`,
    because('KA-04', 'The role that keeps the list decides.', {
      reason: listingReasons[step.reason],
      note,
      effective: step.effective ?? 'from always',
    }),
  );
  if (policy.listing.decision === 'notice-only')
    return settle(c, policy, {
      how: 'by-notice',
      by: accountId,
      at: now,
      note: null,
    });
  c.announce(
    [
      [
        ...tagRole(c, 'key-account-keeper'),
        text(
          step.change === 'add'
            ? `please accept or decline: ${account.name} (${step.cid}) shall become a key account${step.effective === null ? '' : ` from ${step.effective}`}. Reason: ${listingReasons[step.reason]}. ${note}`
            : `please accept or decline: ${account.name} (${step.cid}) shall be a key account until ${step.effective ?? ''} and no longer. Reason: ${listingReasons[step.reason]}. ${note}`,
        ),
      ],
    ],
    accountId,
    'KA-04',
    null,
  );
  return null;
}

/** KA-05: Operations has brought the month's document up to date with what was decided. */
export function documentUpdated(
  c: Case,
  _policy: KeyAccountPolicy,
  { note: said }: { readonly note: string | null },
  actor: Actor,
): Because | null {
  const { designation } = partOf(c);
  if (designation?.document === undefined)
    return because('KA-05', 'No change of the list was accepted here.', {});
  const refused = roleOnly(c, { role: 'operations', wait: listingKeys.document }, 'KA-05', actor);
  if (refused !== null) return refused;
  const { document, cid, change } = designation;
  if (document.updated !== null)
    return because('KA-05', `${nameOf(c.people, document.updated.by)} has confirmed it already.`, {
      on: localDay(c, document.updated.at),
    });
  const note = said?.trim() ?? '';
  keep(c, {
    designation: {
      ...designation,
      document: {
        ...document,
        updated: { by: actor.accountId, at: c.now, note: note === '' ? null : note },
      },
    },
  });
  c.done(
    c.now,
    actor.accountId,
    `The month's document ${change === 'add' ? 'has' : 'no longer has'} ${accountName(c, cid)}`,
    because('KA-05', 'Confirmed by Operations.', note === '' ? {} : { note }),
  );
  count(c, actor.accountId, cid, { kind: 'document-updated', change });
  return null;
}

/** K10: the keeper says when the account runs production: asked when it is listed, and before its cycles are due. */
export function setRhythm(
  c: Case,
  _policy: KeyAccountPolicy,
  step: { readonly rhythm: Rhythm },
  actor: Actor,
): Because | null {
  const { designation, release } = partOf(c);
  const cid = release?.cid ?? designation?.cid ?? null;
  if (cid === null) return because('K10', 'No account is named here.', {});
  const refused = roleOnly(c, { role: 'key-account-keeper', wait: rhythmKey }, 'K10', actor);
  if (refused !== null) return refused;
  if (designation !== null) keep(c, { designation: { ...designation, rhythm: step.rhythm } });
  return sayRhythm(c, release, cid, step, actor.accountId);
}

export function decideListing(
  c: Case,
  policy: KeyAccountPolicy,
  step: { readonly accept: boolean; readonly note: string | null },
  actor: Actor,
): Because | null {
  const { designation } = partOf(c);
  if (designation === null) return because('KA-04', 'Nothing is asked here.', {});
  const refused = roleOnly(
    c,
    { role: 'key-account-keeper', wait: listingKeys.decide },
    'KA-04',
    actor,
  );
  if (refused !== null) return refused;
  if (designation.decided !== null)
    return because(
      'KA-04',
      `This was decided by ${nameOf(c.people, designation.decided.by)} already.`,
      { on: localDay(c, designation.decided.at) },
    );
  const note = step.note?.trim() ?? '';
  if (!step.accept && note.length < 5)
    return wrong('KA-04', 'Say why you decline, in a sentence.', 'note');
  return settle(c, policy, {
    how: step.accept ? 'accepted' : 'declined',
    by: actor.accountId,
    at: c.now,
    note: note === '' ? null : note,
  });
}

/** KA-14: the list follows the decision; the account itself is changed by an effect. */
function settle(
  c: Case,
  policy: KeyAccountPolicy,
  decided: NonNullable<Designation['decided']>,
): null {
  const designation = partOf(c).designation as Designation;
  const { cid, change, effective, reason, asked } = designation;
  const name = accountName(c, cid);
  keep(c, { designation: { ...designation, decided } });
  const { now } = c;
  if (decided.how === 'declined') {
    c.done(
      now,
      decided.by,
      `Declined: the list stays as it is`,
      because('KA-04', 'The role that keeps the list has declined.', { note: decided.note ?? '' }),
    );
    c.announce(
      [[mention(asked.by, nameOf(c.people, asked.by)), text(`: declined. ${decided.note ?? ''}`)]],
      decided.by,
      'KA-04',
      null,
    );
    return null;
  }
  keep(c, {
    designation: { ...designation, decided, document: { since: c.now, updated: null } },
  });
  if (change === 'add' && designation.rhythm != null)
    sayRhythm(c, null, cid, { rhythm: designation.rhythm }, decided.by);
  c.want({
    command: listKeyAccount.command(
      change === 'add'
        ? { cid, change, from: effective }
        : { cid, change, until: effective ?? today(c) },
    ),
    actor: null,
    clause: 'KA-14',
  });
  c.done(
    now,
    decided.by,
    change === 'add'
      ? `${name} is a key account${effective === null ? '' : ` from ${effective}`}`
      : `${name} is a key account until ${effective ?? ''}`,
    because(
      'KA-03',
      change === 'add'
        ? 'Its tickets are marked and get priority from that day on; older ones are not changed by themselves.'
        : 'Tickets from after that day are not marked any more.',
      {
        mark: policy.mark.replace('{cid}', cid).replace('{name}', name),
        decided: decided.how === 'by-notice' ? 'no decision is needed here' : 'accepted',
        reason: listingReasons[reason],
      },
    ),
  );
  if (decided.how === 'accepted')
    c.announce(
      [
        [
          mention(asked.by, nameOf(c.people, asked.by)),
          text(`: accepted. ${decided.note ?? ''}`.trimEnd()),
        ],
      ],
      decided.by,
      'KA-04',
      null,
    );
  count(
    c,
    decided.by,
    cid,
    change === 'add'
      ? { kind: 'added', from: effective, reason: listingReasons[reason] }
      : { kind: 'removed', until: effective ?? today(c), reason: listingReasons[reason] },
  );
  return null;
}
