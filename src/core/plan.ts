// From what the procedures decided to what Jira is asked for: as few writes as possible, in the SOP's order (AM-23).
import { behindBulkhead } from './bulkhead';
import { canonical } from './canonical';
import type { Effect } from './command';
import type { Draft } from './draft';
import type { Ledger } from './ledger';
import type { Projection } from './projection';
import type { Situation } from './situation';

/** What everybody may search for: each procedure adds its part; of one that has stopped, the last stays. */
const projectionOf = (ledger: Ledger, situation: Situation): Projection | null =>
  situation.procedures.reduce<Projection | null>(
    (projection, procedure) =>
      behindBulkhead(procedure, () => procedure.property?.(projection, ledger, situation)) ??
      projection,
    (situation.stopped ?? []).length > 0 ? ledger.projected : null,
  );

/**
 * The effects that bring Jira to where the ledger stands: comments of the SOP first, then fields and priority, then
 * the status; the projection rides on a write that is made anyway.
 */
export function planEffects(draft: Draft, situation: Situation): Effect[] {
  const { ticket, queue } = situation;
  const comments = draft.announcements
    .filter(({ holds }) => holds?.(draft.ledger) ?? true)
    .map(({ body, actor, clause }): Effect => ({
      command: { kind: 'comment', body },
      actor,
      clause,
    }));
  const { fields } = draft.people ?? { fields: [] };
  const priority =
    draft.priority !== null && draft.priority !== ticket.priority?.id
      ? (queue.priorities.find(({ id }) => id === draft.priority) ?? null)
      : null;
  const to = draft.status?.to ?? null;
  const moves = to !== null && to.id !== ticket.status.id;

  const projection = projectionOf(draft.ledger, situation);
  const due = canonical(projection) === canonical(draft.ledger.projected) ? null : projection;
  const { labels } = draft;
  const edits = fields.length > 0 || priority !== null || labels.length > 0;
  if (due !== null) draft.change({ projected: due });

  const edit: Effect[] = edits
    ? [
        {
          command: {
            kind: 'edit',
            fields,
            priority,
            ...(labels.length === 0 ? {} : { labels }),
            projection: due,
          },
          actor: draft.people?.actor ?? null,
          clause: draft.people?.clause ?? draft.raised?.clause ?? 'AM-16',
        },
      ]
    : [];
  // A rule in the workflow looks at what the property says of gates, so it is written before the move.
  const guard = situation.procedures.find(
    ({ guardsMoves }) => guardsMoves !== undefined && due?.[guardsMoves.key] !== undefined,
  )?.guardsMoves;
  const before = guard !== undefined && moves && !edits;
  const shown: Effect[] =
    due !== null && before
      ? [{ command: { kind: 'project', projection: due }, actor: null, clause: guard.clause }]
      : [];
  const move: Effect[] = moves
    ? [
        ...shown,
        {
          command: { kind: 'transition', to, projection: edits || before ? null : due },
          actor: draft.status?.actor ?? null,
          clause: draft.status?.clause ?? 'AM-13',
        },
      ]
    : [];
  const alone: Effect[] =
    due !== null && !edits && !moves
      ? [{ command: { kind: 'project', projection: due }, actor: null, clause: 'AM-32' }]
      : [];
  // Words first and the move last (AM-23), but an escalation changes the status and then tags (AM-20, AM-21).
  const spoken = draft.movesFirst
    ? [...edit, ...move, ...comments]
    : [...comments, ...edit, ...move];
  return [...spoken, ...alone, ...draft.others];
}
