// What everybody may search for of a change request, and what a rule in the workflow looks at.
import { changeOf } from './state';
import type { Ledger } from '../../core/ledger';
import { emptyProjection, type Projection } from '../../core/projection';
import type { Situation } from '../../core/situation';
import type { StatusGroup } from './lifecycle';
import { gateBefore, openGates, presentSteps } from './standing';
import { changeRequestSettingsOf } from './settings/policy';

/** The projection with the change request's part, where the ticket is one. */
export function withChangeRequest(
  projection: Projection | null,
  ledger: Ledger,
  { queue }: Situation,
): Projection | null {
  const change = changeOf(ledger);
  const policy = changeRequestSettingsOf(queue);
  if (change === undefined || policy === undefined) return projection;
  const base = projection ?? emptyProjection;
  const groups = Object.keys(policy.statuses) as StatusGroup[];
  const closed = groups.flatMap((group) => {
    const gate = gateBefore(change, policy, group);
    const status = policy.statuses[group];
    const earlier = groups.some(
      (other) =>
        policy.statuses[other]?.id === status?.id && gateBefore(change, policy, other) === null,
    );
    return gate === null || status === undefined || earlier
      ? []
      : [
          {
            status: status.name,
            why: `${gate.title} (gate ${gate.gate?.number ?? ''}) is still open. See the change-request panel.`,
          },
        ];
  });
  return {
    ...base,
    change: {
      step:
        change.withdrawn !== null
          ? 'withdrawn'
          : change.hold !== null
            ? 'on-hold'
            : (presentSteps(change, policy)[0]?.key ?? 'done'),
      gatesOpen: openGates(change, policy).map(({ key }) => key),
      closed,
    },
  };
}
