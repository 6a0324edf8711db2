// The people of an access request (EA-19): the team leads, the engineer, and the CSM of each customer.
import type { AccountId, Cid } from '../../core/ids';
import { peopleIn } from '../../core/roles';
import type { Situation } from '../../core/situation';
import type { Party } from '../../core/wait';
import { type AccessPolicy, type EscalatedTo, accessSettingsOf } from './settings/policy';
import type { AccessRequest } from './access-request';
import { factsOf } from './customer-facts';
import type { AccessSide } from './may';

export const accessPolicyOf = (situation: Situation): AccessPolicy | null =>
  accessSettingsOf(situation.queue) ?? null;

/** In what part somebody looks: a team lead before the engineer before a CSM; of a CSM's rows only their own. */
export function sideOf(
  situation: Situation,
  request: AccessRequest | null,
  person: AccountId,
): AccessSide | null {
  if (peopleIn(situation.policy, 'team-lead').includes(person)) return 'team-lead';
  if (request === null) return null;
  if (request.engineer === person) return 'engineer';
  if (request.rows.some(({ cid }) => factsOf(situation, cid).csm === person)) return 'csm';
  return peopleIn(situation.policy, 'internal-it').includes(person) ? 'internal-it' : null;
}

/** Who chases: the team lead whose request it is, or all of them where that one is none any more. */
export const leadOf = ({ policy }: Situation, { teamLead }: AccessRequest): Party =>
  peopleIn(policy, 'team-lead').includes(teamLead) ? { people: [teamLead] } : 'team-lead';

/** Who is told on a step of a ladder; the team lead where nobody is CSM of the customer. */
export function toldOn(
  situation: Situation,
  request: AccessRequest,
  cid: Cid,
  to: EscalatedTo,
): AccountId {
  const leads = peopleIn(situation.policy, 'team-lead');
  const lead = leads.includes(request.teamLead) ? request.teamLead : (leads[0] ?? request.teamLead);
  return to === 'team-lead' ? lead : (factsOf(situation, cid).csm ?? lead);
}
