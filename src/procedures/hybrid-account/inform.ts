// HY-12 … HY-18: what one department knows, the other has to see.
import { followedAccount } from '../../core/followed';
import { knowledgeOf, saveKnowledge } from './state';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId, Cid } from '../../core/ids';
import type { Situation } from '../../core/situation';
import { productsOf } from './account';
import { hybridAccount } from './hybrid-account';
import type { Department, HybridPolicy } from './settings/policy';
import {
  acknowledged,
  both,
  type Knowledge,
  lackedBy,
  newsOf,
  nothingKnown,
  other,
  seatsOf,
  told,
} from './knowledge';
import { nameOf } from '../../core/people';
import { listed } from '../../core/prose';
import { bytesOf, compact, isFull, mostPeople } from './room';
import { knowersOf, notTheirs, seatsHeldBy } from './who-knows';
import { hybridOf, readProducts } from './products';
import { departmentNames, departmentOf, meantFor, nobodyIn, toldOf, vacancy } from './sides';
import { toPeople } from './words';

const empty = (name: string): Because => ({
  ...because('HY-12', 'Say what there is to know.', {}),
  field: name,
});

/** R1: so much waits to be acknowledged or answered that nothing more is taken; nothing of it is lost. */
export function noRoom(situation: Situation, knowledge: Knowledge): Because | null {
  if (!isFull(knowledge)) return null;
  const seats = new Set(knowledge.updates.flatMap((update) => lackedBy(knowledge, update)));
  const people = [...seats].flatMap((seat) => knowersOf(situation, seat).slice(0, 1));
  const names = [...new Set(people)].map((person) => nameOf(situation.people, person));
  return because(
    'HY-18',
    `This ticket holds as many unread updates and open questions as it can. ${
      names.length === 0
        ? 'Answer the open questions first.'
        : `${listed(names.slice(0, 5))} must acknowledge them first.`
    }`,
    { open: `${knowledge.updates.filter((one) => lackedBy(knowledge, one).length > 0).length}` },
  );
}

const cidsOf = (situation: Situation, knowledge: Knowledge | undefined): readonly Cid[] =>
  knowledge?.accounts ??
  (situation.account.kind === 'known' ? [situation.account.account.cid] : []);

/** The side somebody speaks for, or why they speak for none. */
export function sideFor(
  situation: Situation,
  knowledge: Knowledge | undefined,
  by: AccountId,
): Department | Because {
  return (
    departmentOf(situation, by, cidsOf(situation, knowledge)) ??
    because(
      'HY-03',
      `This is between ${departmentNames.cs} and ${departmentNames.fmc}; you have a role in neither.`,
      {},
    )
  );
}

/** What a ticket tells already; questions alone have said nothing of what it is about. */
export const telling = (known: Knowledge | undefined): Knowledge | undefined =>
  known !== undefined && (known.updates.length > 0 || (known.older?.updates ?? 0) > 0)
    ? known
    : undefined;
/** Where something is told for the first time. */
export const beginning = (
  known: Knowledge | undefined,
  of: Pick<Knowledge, 'class' | 'accounts' | 'forAdmins'>,
): Knowledge => (known === undefined ? nothingKnown(of) : { ...known, ...of });

export function share(
  c: Case,
  policy: HybridPolicy,
  step: { readonly class: Knowledge['class']; readonly text: string },
  by: AccountId,
): Because | null {
  const knowledge = knowledgeOf(c.ledger);
  const account = hybridAccount(c, policy);
  if (knowledge === undefined && account === null)
    return because(
      'HY-01',
      'The account of this ticket is not hybrid, or not known, so there is no other department to inform.',
      {},
    );
  if (step.text.trim() === '') return empty('text');
  const side = sideFor(c, knowledge, by);
  if (typeof side !== 'string') return side;
  const cids = knowledge?.accounts ?? (account === null ? [] : [account.cid]);
  const refused = nobodyIn(c, other(side), cids);
  if (refused !== null) return refused;
  const before =
    telling(knowledge) ??
    beginning(knowledge, {
      class: step.class,
      accounts: cids,
      forAdmins: null,
    });
  const after = compact(
    told(before, {
      from: side,
      by,
      at: c.now,
      class: step.class,
      text: step.text,
      comment: null,
    }),
  );
  const full = noRoom(c, after);
  if (full !== null) return full;
  saveKnowledge(c, after);
  c.done(
    c.now,
    by,
    `${departmentNames[side]} shared news`,
    because(clauseOf(step.class), `${departmentNames[other(side)]} has to acknowledge it.`, {
      class: step.class,
    }),
  );
  c.announce(
    toPeople(
      c,
      toldOf(c, other(side), before.accounts),
      `${departmentNames[side]} lets you know: ${step.text}`,
      'Please acknowledge it in the panel.',
    ),
    by,
    clauseOf(step.class),
    null,
  );
  return null;
}

export const clauseOf = (kind: Knowledge['class']): string =>
  ({ bug: 'HY-12', integration: 'HY-13', maintenance: 'HY-16' })[kind];

/** What the ids of a ticket's accounts may take of its row. */
const mostAccountBytes = 8_000;

/** A maintenance that is announced once, to all affected accounts and both departments. */
export interface Announcement {
  readonly accounts: readonly Cid[];
  readonly text: string;
  readonly forAdmins: string;
}

/** HY-16: Product and Development belong to neither department, so their announcement is news to both. */
export function announceAll(
  c: Case,
  policy: HybridPolicy,
  step: Announcement,
  by: AccountId,
): Because | null {
  if (telling(knowledgeOf(c.ledger)) !== undefined)
    return because(
      'HY-16',
      'This ticket informs the departments already. Share an update instead of announcing it again.',
      {},
    );
  if (step.text.trim() === '') return empty('text');
  const wanted = [...new Set(step.accounts)];
  if (wanted.length === 0)
    return {
      ...because('HY-16', 'Choose the accounts that are affected.', {}),
      field: 'customers',
    };
  const strangers = wanted.filter((cid) => {
    const account = followedAccount(c, cid);
    return (
      account === undefined ||
      !hybridOf(readProducts(productsOf(account), policy.productNames).owned)
    );
  });
  if (strangers.length > 0)
    return {
      ...because(
        'HY-16',
        `Not hybrid, or not known: ${strangers.map((cid) => followedAccount(c, cid)?.name ?? cid).join(', ')}.`,
        { accounts: strangers.join(', ') },
      ),
      field: 'customers',
    };
  const refused = vacancy(c, ['fmc-team-lead']);
  if (refused !== null) return refused;
  if (bytesOf(wanted) > mostAccountBytes)
    return {
      ...because(
        'HY-16',
        'These are more accounts than one ticket can hold. Announce it in two tickets, to half of them each.',
        { accounts: `${wanted.length}` },
      ),
      field: 'customers',
    };
  const people = new Set(wanted.map((cid) => meantFor(c, 'cs', cid)[0]));
  if (people.size > mostPeople)
    return {
      ...because(
        'HY-16',
        `These accounts have ${people.size} CSMs, and one ticket can ask ${mostPeople} at most. Announce it in several tickets.`,
        { people: `${people.size}` },
      ),
      field: 'customers',
    };
  const fresh = beginning(knowledgeOf(c.ledger), {
    class: 'maintenance',
    accounts: wanted,
    forAdmins: step.forAdmins.trim() === '' ? null : step.forAdmins,
  });
  const announced = compact(
    told(fresh, {
      from: departmentOf(c, by, wanted),
      by,
      at: c.now,
      class: 'maintenance',
      text: step.text,
      comment: null,
      everybody: true,
      known: seatsHeldBy(c, fresh, by),
    }),
  );
  const full = noRoom(c, announced);
  if (full !== null) return full;
  saveKnowledge(c, announced);
  c.done(
    c.now,
    by,
    `Maintenance announced to ${wanted.length === 1 ? '1 account' : `${wanted.length} accounts`}`,
    because(
      'HY-16',
      'Both departments must know, so that the account admin is accurately informed.',
      { accounts: wanted.join(', ') },
    ),
  );
  c.announce(
    toPeople(
      c,
      both.flatMap((one) => toldOf(c, one, wanted)),
      `maintenance: ${step.text}`,
      ...(fresh.forAdmins === null ? [] : [`For the customer's admin: ${fresh.forAdmins}`]),
    ),
    by,
    'HY-16',
    null,
  );
  return null;
}

/** HY-18: somebody who has to know has seen what there is up to that update. */
export function markSeen(c: Case, upTo: number, by: AccountId): Because | null {
  const knowledge = knowledgeOf(c.ledger);
  if (knowledge === undefined) return because('HY-18', 'There is nothing to acknowledge here.', {});
  const held = seatsHeldBy(c, knowledge, by, c.ledger);
  const lacking = held.filter((seat) => newsOf(knowledge, seat).length > 0);
  if (lacking.length === 0) {
    const side = sideFor(c, knowledge, by);
    if (held.length === 0) {
      const seats = seatsOf(knowledge, typeof side === 'string' ? side : 'cs').filter(
        (seat) => newsOf(knowledge, seat).length > 0,
      );
      if (typeof side !== 'string') return side;
      if (seats.length > 0) return notTheirs(c, 'HY-18', seats);
    }
    return because('HY-18', 'You have acknowledged everything here.', {});
  }
  const count = (known: Knowledge): number =>
    new Set(lacking.flatMap((seat) => newsOf(known, seat))).size;
  const after = acknowledged(knowledge, lacking, upTo);
  const seen = count(knowledge) - count(after);
  if (seen === 0) return because('HY-18', 'You have acknowledged that update already.', {});
  saveKnowledge(c, compact(after));
  c.done(
    c.now,
    by,
    `${nameOf(c.people, by)} has acknowledged ${seen === 1 ? 'an update' : `${seen} updates`}`,
    because('HY-18', 'Whoever has to know it has seen it.', { left: `${count(after)}` }),
  );
  return null;
}
