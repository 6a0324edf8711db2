// HY-22: an account stops being hybrid in the middle, or another opportunity of it is won. Both departments are told, and
// decide together what becomes of the onboarding.
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import { followedAccount } from '../../core/followed';
import type { AccountId } from '../../core/ids';
import { productsOf } from './account';
import { opportunityId, sameOpportunity } from './accounts/opportunity';
import { isAsked } from '../../core/asked';
import { id as hybrid, onboardingOf, saveOnboarding } from './state';
import { endOther } from './effects';
import { both, other } from './knowledge';
import { type Choice, type Crossroads, isRunning, notHybrid, type Onboarding } from './onboarding';
import { hybridOf, readProducts } from './products';
import { field, runningOf } from './run-onboarding';
import { type Department, type HybridPolicy, hybridSettingsOf } from './settings/policy';
import { departmentNames, departmentOf, toldOf } from './sides';
import { toPeople } from './words';

/** R1: what was decided long ago is left to the journal. */
const kept = 10;

export const openCrossroads = ({ crossroads = [] }: Onboarding): readonly Crossroads[] =>
  crossroads.filter(({ decided }) => decided === null);

/** The wait for a department's word. */
export const decideKey = ({ id }: Pick<Crossroads, 'id'>, side: Department): string =>
  `decide:${id}:${side}`;

/** Whose word is missing: those who have said nothing, and both where they do not agree. */
export const undecided = ({ votes }: Crossroads): readonly Department[] => {
  const silent = both.filter((side) => votes[side] === undefined);
  return silent.length > 0 ? silent : both;
};

export const choicesAt = (at: Pick<Crossroads, 'other'>): readonly Choice[] =>
  at.other === null ? ['go-on', 'end'] : ['go-on', 'join', 'end'];

const choiceWords = (choice: Choice, at: Pick<Crossroads, 'other'>): string =>
  ({
    'go-on': at.other === null ? 'the onboarding goes on' : 'both onboardings go on',
    join: 'this onboarding covers both opportunities',
    end: 'this onboarding ends',
  })[choice];

/** What it is about, as a question. */
export const asked = (at: Pick<Crossroads, 'other'>, name: string): string =>
  at.other === null
    ? `${name} is no longer hybrid. What becomes of its onboarding?`
    : `${name} has another opportunity, ${at.other.opportunity}, with an onboarding of its own (${at.other.key}). What becomes of this one?`;

const without = ({ crossroads = [] }: Onboarding, id: string): readonly Crossroads[] =>
  crossroads.filter((one) => one.id !== id);

/** Adds the question, and tells both departments. */
function ask(c: Case, onboarding: Onboarding, at: Crossroads, by: AccountId | null): void {
  const name = followedAccount(c, onboarding.cid)?.name ?? onboarding.cid;
  saveOnboarding(c, {
    ...onboarding,
    crossroads: [...without(onboarding, at.id), at].slice(-kept),
  });
  c.done(
    c.now,
    by,
    at.other === null
      ? `${name} is no longer hybrid`
      : `Another opportunity of ${name} is won: ${at.other.opportunity}`,
    because('HY-22', 'Both departments decide what becomes of the onboarding.', {}),
  );
  c.announce(
    toPeople(
      c,
      both.flatMap((side) => toldOf(c, side, [onboarding.cid])),
      asked(at, name),
      'Please decide in the panel.',
    ),
    null,
    'HY-22',
    null,
  );
}

/** What the directory says of the account now; what it says of an account that is gone is not known. */
export function noticeLapse(c: Case): void {
  const policy = hybridSettingsOf(c.policy);
  const onboarding = onboardingOf(c.ledger);
  if (policy === undefined || !isRunning(onboarding) || c.ticket.status.done) return;
  const account = followedAccount(c, onboarding.cid);
  if (account === undefined) return;
  const { owned } = readProducts(productsOf(account), policy.productNames);
  const known = onboarding.crossroads?.find(({ id }) => id === notHybrid);
  if (!hybridOf(owned)) {
    if (known === undefined)
      ask(c, onboarding, { id: notHybrid, at: c.now, other: null, votes: {}, decided: null }, null);
    return;
  }
  if (known === undefined) return;
  saveOnboarding(c, { ...onboarding, crossroads: without(onboarding, notHybrid) });
  c.done(
    c.now,
    null,
    `${account.name} is hybrid again`,
    because('HY-22', 'Nothing has to be decided any more; the onboarding goes on.', {}),
  );
}

/** The onboarding of another opportunity of the same account. */
export type OtherOnboarding = NonNullable<Crossroads['other']>;

/** H6, HY-22: another opportunity is won while this onboarding goes on; said again, it changes nothing. */
export function secondOpportunity(
  c: Case,
  second: OtherOnboarding,
  by: AccountId | null,
): Because | null {
  const onboarding = onboardingOf(c.ledger);
  const id = `opportunity:${opportunityId(second.opportunity)}`;
  if (
    !isRunning(onboarding) ||
    sameOpportunity(onboarding.opportunity, second.opportunity) ||
    onboarding.crossroads?.some((one) => one.id === id)
  )
    return because('HY-22', 'There is nothing to decide here.', {});
  ask(c, onboarding, { id, at: c.now, other: second, votes: {}, decided: null }, by);
  return null;
}

/** What a department wants; what both want is done. */
export function decideOnboarding(
  c: Case,
  _policy: HybridPolicy,
  step: { readonly question: string; readonly choice: Choice },
  by: AccountId,
): Because | null {
  const onboarding = runningOf(c);
  if ('clause' in onboarding) return onboarding;
  const at = openCrossroads(onboarding).find(({ id }) => id === step.question);
  if (at === undefined)
    return because('HY-22', 'There is nothing to decide here, or it is decided already.', {});
  const side =
    both.find((one) => isAsked(c.ledger, { procedure: hybrid, wait: decideKey(at, one) }, by)) ??
    departmentOf(c, by, [onboarding.cid]);
  if (side === null) return because('HY-03', 'This is for the two departments of the account.', {});
  if (!choicesAt(at).includes(step.choice))
    return field(because('HY-22', 'This cannot be chosen here.', {}), 'choice');
  const voted: Crossroads = {
    ...at,
    votes: { ...at.votes, [side]: { choice: step.choice, by, at: c.now } },
  };
  const theirs = voted.votes[other(side)]?.choice;
  const decided = theirs === step.choice;
  saveOnboarding(c, {
    ...onboarding,
    crossroads: [
      ...without(onboarding, at.id),
      decided ? { ...voted, decided: { choice: step.choice, at: c.now } } : voted,
    ],
  });
  c.done(
    c.now,
    by,
    `${departmentNames[side]}: ${choiceWords(step.choice, at)}`,
    because(
      'HY-22',
      decided
        ? 'Both departments want it, so it is decided.'
        : theirs === undefined
          ? `${departmentNames[other(side)]} has to agree.`
          : 'The departments do not agree yet.',
      {},
    ),
  );
  if (decided) carryOut(c, at, step.choice, by);
  else
    tellOther(
      c,
      onboarding,
      side,
      `${departmentNames[side]} suggests: ${choiceWords(step.choice, at)}.`,
    );
  return null;
}

const tellOther = (c: Case, { cid }: Onboarding, side: Department, words: string): void =>
  c.announce(
    toPeople(
      c,
      toldOf(c, other(side), [cid]),
      words,
      'Please agree, or choose something else, in the panel.',
    ),
    null,
    'HY-22',
    null,
  );

function carryOut(c: Case, at: Crossroads, choice: Choice, by: AccountId): void {
  const onboarding = onboardingOf(c.ledger);
  if (onboarding === undefined) return;
  if (choice === 'end')
    end(
      c,
      onboarding,
      at.other === null
        ? 'the account is no longer hybrid'
        : `${at.other.key} goes on in its place`,
      by,
    );
  if (choice === 'join' && at.other !== null)
    c.want({
      command: endOther.command({
        issueId: at.other.issueId,
        opportunity: at.other.opportunity,
        inFavourOf: c.ticket.key,
      }),
      actor: null,
      clause: 'HY-22',
    });
}

function end(c: Case, onboarding: Onboarding, why: string, by: AccountId | null): void {
  saveOnboarding(c, { ...onboarding, ended: { at: c.now, why: `${why}.` } });
  c.done(
    c.now,
    by,
    'The onboarding has ended',
    because('HY-22', `Both departments have decided it: ${why}.`, {}),
  );
  c.announce(
    toPeople(
      c,
      both.flatMap((side) => toldOf(c, side, [onboarding.cid])),
      `this onboarding has ended: ${why}.`,
    ),
    null,
    'HY-22',
    null,
  );
}

/** The other onboarding covers this opportunity as well; done again, it changes nothing. */
export function endInFavourOf(c: Case, opportunity: string, key: string): Because | null {
  const onboarding = onboardingOf(c.ledger);
  if (!isRunning(onboarding) || !sameOpportunity(onboarding.opportunity, opportunity))
    return because('HY-22', 'There is nothing to end here.', {});
  end(c, onboarding, `${key} covers this opportunity as well`, null);
  return null;
}
