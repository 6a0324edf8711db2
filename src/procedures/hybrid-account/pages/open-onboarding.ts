import { because } from '../../../core/because';
import type { IssueId } from '../../../core/ids';
import { Refused } from '../../../app/errors';
import type { Ports } from '../../../app/ports';
import { seeTicket } from '../../../app/see-ticket';
import { type ClosedWon, closedWon } from '../accounts/closed-won';
import { departmentOf } from '../sides';

/** The button "Closed won". @throws RelayError `refused` to anybody outside the two departments */
export async function openOnboarding(
  ports: Ports,
  issueId: IssueId,
  won: ClosedWon,
): Promise<{ readonly key: string; readonly fresh: boolean }> {
  const { viewer, situation } = await seeTicket(ports, issueId);
  if (departmentOf(situation, viewer.accountId, [won.cid]) !== 'cs')
    throw new Refused(because('HY-06', 'Customer Success and CS Operations open onboardings.', {}));
  const { key, fresh } = await closedWon(ports, situation.policy, won, viewer.accountId);
  return { key, fresh };
}
