// From what the rules decided to what Jira is asked for: as few writes as possible, in the SOP's order (AM-23).
import { statusOf } from './ask';
import type { Effect } from './command';
import type { Draft } from './draft';
import type { FieldId } from './ids';
import type { Ledger } from './ledger';
import type { Named } from './policy';
import type { Projection } from './projection';
import type { Situation } from './situation';
import { withChangeRequest } from '../procedures/change-request/shadow';
import { withKeyAccount } from '../procedures/key-account/shadow';
import { managersOf } from '../procedures/account-manager/managers';

/** What everybody may search for, from where the ledger stands. */
export function projectionOf(ledger: Ledger): Projection | null {
  const { ask, closed, blocked } = ledger;
  if (ask === null) {
    const last = closed.at(-1);
    return last === undefined
      ? null
      : {
          state: last.how,
          holder: null,
          dueAt: null,
          level: null,
          account: ledger.projected?.account ?? null,
          flag: null,
        };
  }
  const flag =
    ask.customerReply !== null
      ? ask.customerReply.answered
        ? null
        : ask.customerReply.stays
          ? 'customer-replied'
          : 'customer-unanswered'
      : blocked !== null
        ? 'status-blocked'
        : ask.exhausted && ask.rung <= 1 && ask.asked.length === 1
          ? 'no-one-above'
          : null;
  return {
    state: statusOf(ask),
    holder: ask.holder,
    dueAt: ask.dueAt,
    level: ask.rung,
    account: ask.cid,
    flag,
  };
}

/** AM-07: both manager fields, where they do not show the ask yet. */
export function missingFields(
  situation: Situation,
): { field: Named<FieldId>; person: string; now: string | undefined }[] {
  const { account, ticket, queue } = situation;
  if (account.kind !== 'known') return [];
  const { accountManager, regionalManager } = managersOf(situation, account.account);
  const wanted = [
    {
      field: queue.fields.accountManager,
      person: accountManager,
      now: ticket.accountManager?.accountId,
    },
    {
      field: queue.fields.regionalManager,
      person: regionalManager,
      now: ticket.regionalManager?.accountId,
    },
  ];
  return wanted.flatMap(({ field, person, now }) =>
    person === null || person === now ? [] : [{ field, person, now }],
  );
}

/** A6, A11: manager fields that shall be empty and are not. */
function emptiedFields(
  { emptied }: Draft,
  { ticket, queue }: Situation,
): { field: Named<FieldId>; person: null }[] {
  return (emptied?.fields ?? []).flatMap((name) =>
    ticket[name] === null ? [] : [{ field: queue.fields[name], person: null }],
  );
}

/**
 * The effects that bring Jira to where the ledger stands: comments of the SOP first, then fields and priority, then
 * the status; the projection rides on a write that is made anyway.
 */
export function planEffects(draft: Draft, situation: Situation): Effect[] {
  const { ticket, queue } = situation;
  const { ask } = draft.ledger;
  const comments = draft.announcements
    .filter(
      ({ about }) =>
        about === null || (ask !== null && ask.id === about.askId && ask.rung === about.rung),
    )
    .map(({ body, actor, clause }): Effect => ({
      command: { kind: 'comment', body },
      actor,
      clause,
    }));

  const fields =
    draft.fields === null || (ask === null && draft.emptied !== null)
      ? emptiedFields(draft, situation)
      : missingFields(situation).map(({ field, person }) => ({ field, person }));
  const priority =
    (ask !== null || draft.raised !== null) &&
    draft.priority !== null &&
    draft.priority !== ticket.priority?.id
      ? (queue.priorities.find(({ id }) => id === draft.priority) ?? null)
      : null;
  const to = draft.status?.to ?? null;
  const moves = to !== null && to.id !== ticket.status.id;

  const projection = withChangeRequest(
    withKeyAccount(projectionOf(draft.ledger), draft.ledger),
    draft.ledger,
    situation,
  );
  const due =
    JSON.stringify(projection) !== JSON.stringify(draft.ledger.projected) ? projection : null;
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
          actor: draft.fields?.actor ?? null,
          clause: draft.fields?.clause ?? draft.emptied?.clause ?? draft.raised?.clause ?? 'AM-16',
        },
      ]
    : [];
  // A rule in the workflow looks at what the property says of gates, so it is written before the move.
  const before = due?.change !== undefined && moves && !edits;
  const shown: Effect[] =
    due !== null && before
      ? [{ command: { kind: 'project', projection: due }, actor: null, clause: 'CR-33' }]
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
  const escalates = to !== null && to.id === queue.statuses['waiting-for-management'].id;
  const spoken = escalates ? [...edit, ...move, ...comments] : [...comments, ...edit, ...move];
  return [...spoken, ...alone, ...draft.others];
}
