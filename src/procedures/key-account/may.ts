// Who may do what about key accounts: asked before it is done, and when buttons are shown.
import type { Actor } from '../../core/act';
import { askedOf, type Authority, isAsked } from '../../core/asked';
import { type Because, because } from '../../core/because';
import type { AccountId } from '../../core/ids';
import { nameOf } from '../../core/people';
import { peopleIn, type Role, roleNames } from '../../core/roles';
import type { Situation } from '../../core/situation';
import type { KeyAccountPolicy } from './settings/policy';
import { id, type KeyAccountPart } from './key-part';
import { coveredBy } from './covered';
import { escalationKeys, openEscalation } from './escalation';
import { rankOf } from './rank';

const holders = ({ policy, people }: Situation, role: Role): string =>
  peopleIn(policy, role)
    .map((one) => nameOf(people, one))
    .join(', ') || 'nobody yet';

/** Only somebody with that role, or who was asked in the place of somebody who has it (A14). */
export const roleOnly = (
  known: Authority,
  { role, wait }: { readonly role: Role; readonly wait?: string },
  clause: string,
  { accountId }: Actor,
): Because | null =>
  peopleIn(known.policy, role).includes(accountId) ||
  (wait !== undefined && isAsked(known.ledger, { procedure: id, wait }, accountId))
    ? null
    : because(clause, `This is for the ${roleNames[role]}.`, {
        [roleNames[role]]: holders(known, role),
      });

/** Has somebody any role of the settings? */
export const hasRole = ({ policy }: Pick<Situation, 'policy'>, person: AccountId): boolean =>
  Object.values(policy.roles ?? {}).some((people) => people.includes(person));

/** Agents and engineers, and who was asked in the place of one of them (A14); what is signed asks for more. */
export const teamOnly = ({ policy, ledger }: Authority, actor: Actor): Because | null =>
  actor.mayTransition ||
  rankOf(policy, actor.accountId) !== null ||
  askedOf(ledger, id, actor.accountId).length > 0
    ? null
    : because('KA-08', 'Agents and engineers keep the documentation of a release.', {});

/** Why nobody may start an escalation here, or this person may not. */
export function whyNotEscalate(
  part: KeyAccountPart,
  situation: Situation,
  actor: Actor,
): Because | null {
  if (coveredBy(situation, part) === null)
    return because('KA-13', 'Only quality issues of key accounts are escalated this way.', {
      account: situation.account.kind === 'known' ? situation.account.account.name : 'not known',
    });
  if (situation.ticket.status.done)
    return because('KA-13', `The ticket is ${situation.ticket.status.name}; reopen it first.`, {});
  return actor.mayTransition || rankOf(situation.policy, actor.accountId) !== null
    ? null
    : because('KA-13', 'Agents and engineers escalate quality issues.', {});
}

/** KA-13: whoever stands on the ladder may answer, or was asked in their place; not only the one who is asked now. */
export function whyNotAnswer(
  part: KeyAccountPart,
  situation: Authority,
  policy: KeyAccountPolicy,
  { accountId }: Actor,
): Because | null {
  const open = openEscalation(part.escalations);
  if (open === null) return because('KA-13', 'Nothing is escalated here.', {});
  if (open.answered !== null)
    return because(
      'KA-13',
      `${nameOf(situation.people, open.answered.by)} has answered already.`,
      {},
    );
  const roles = policy.escalation.ladder.map(({ to }) => to);
  const wait = escalationKeys(open).answer;
  return isAsked(situation.ledger, { procedure: id, wait }, accountId) ||
    roles.some((role) => peopleIn(situation.policy, role).includes(accountId))
    ? null
    : because('KA-13', 'Somebody on the escalation ladder answers.', {
        ladder: roles.map((role) => roleNames[role]).join(', then '),
      });
}
