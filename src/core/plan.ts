// From what the procedures decided to what Jira is asked for: as few writes as possible, in the SOP's order (AM-23).
import { behindBulkhead } from './bulkhead';
import { canonical } from './canonical';
import type { Effect } from './command';
import { type Case, spoken } from './case';
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
export function planEffects(c: Case): Effect[] {
  const { ticket, queue } = c;
  const comments = c.announcements
    .filter(({ holds }) => holds?.(c.ledger) ?? true)
    .flatMap(({ words, tells, holds: _holds, ...whose }): Effect[] => {
      const body = spoken(words);
      if (tells === undefined) return [{ command: { kind: 'comment', body }, ...whose }];
      return body.length === 0 ? [] : [{ command: { kind: 'comment', body, tells }, ...whose }];
    });
  const { fields } = c.personFields ?? { fields: [] };
  const priority =
    c.priority !== null && c.priority !== ticket.priority?.id
      ? (queue.priorities.find(({ id }) => id === c.priority) ?? null)
      : null;
  const to = c.status?.to ?? null;
  const moves = to !== null && to.id !== ticket.status.id;

  const projection = projectionOf(c.ledger, c);
  const due = canonical(projection) === canonical(c.ledger.projected) ? null : projection;
  const { labels } = c;
  const edits = fields.length > 0 || priority !== null || labels.length > 0;
  if (due !== null) c.change({ projected: due });

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
          actor: c.personFields?.actor ?? null,
          clause: c.personFields?.clause ?? c.raised?.clause ?? 'AM-16',
        },
      ]
    : [];
  // A rule in the workflow looks at what the property says of gates, so it is written before the move.
  const guard = c.procedures.find(
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
          actor: c.status?.actor ?? null,
          clause: c.status?.clause ?? 'AM-13',
        },
      ]
    : [];
  const alone: Effect[] =
    due !== null && !edits && !moves
      ? [{ command: { kind: 'project', projection: due }, actor: null, clause: 'AM-32' }]
      : [];
  // Words first and the move last (AM-23), but an escalation changes the status and then tags (AM-20, AM-21).
  const steps = c.movesFirst ? [...edit, ...move, ...comments] : [...comments, ...edit, ...move];
  return [...steps, ...alone, ...c.others];
}
