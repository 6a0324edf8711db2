// An open ticket that has to do with key accounts, as the page that lists them finds it without searching Jira.
import type { Cid, IssueId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Ledger } from '../../core/ledger';
import type { ListRow } from '../../core/procedure';
import { id, keyPartOf } from './key-part';
import { openEscalation } from './escalation';
import {
  isMeetingOver,
  isOpenAction,
  type Meeting,
  type OpenActions,
  openActionsList,
} from './meeting';

export interface KeyTicket {
  readonly issueId: IssueId;
  readonly key: string;
  /** The key account whose ticket it is, or that the request is about; null for a month-end task and a weekly meeting. */
  readonly cid: Cid | null;
  readonly kind: 'ticket' | 'release' | 'listing' | 'month-end' | 'meeting';
  /** True while an escalation is not resolved. */
  readonly escalated: boolean;
  /** The earliest moment by which something is owed; null where nothing is. */
  readonly dueAt: Instant | null;
}

/** Null where the ticket has nothing to do with key accounts, or is closed. */
export function keyTicketOf(ledger: Ledger): KeyTicket | null {
  const part = keyPartOf(ledger);
  if (part === undefined) return null;
  const { of, designation, release, escalations, monthEnd, meeting } = part;
  const undecided = designation !== null && designation.decided === null;
  const unconfirmed = monthEnd !== null && monthEnd.confirmed === null;
  const escalation = openEscalation(escalations);
  // An escalation that is not resolved burns in a closed ticket, too, and so does what is owed of a release (KA-13, KA-08).
  const clocks = (ledger.clocks ?? []).filter(({ procedure }) => procedure === id);
  if (!part.open && escalation === null && clocks.length === 0) return null;
  if (of === null && !undecided && !unconfirmed && clocks.length === 0) return null;
  const owed = [ledger.projected?.dueAt, ...clocks.map(({ dueAt }) => dueAt)]
    .filter((one) => one != null)
    .sort();
  return {
    issueId: ledger.issueId,
    key: ledger.key,
    cid: of?.cid ?? designation?.cid ?? null,
    kind: undecided
      ? 'listing'
      : unconfirmed
        ? 'month-end'
        : meeting != null && !isMeetingOver(meeting)
          ? 'meeting'
          : release !== null && release.finished === null
            ? 'release'
            : 'ticket',
    escalated: escalation !== null,
    dueAt: owed[0] ?? null,
  };
}

/** The list of open tickets that have to do with key accounts, the newest ticket last. */
export const keyTicketList = 'key-ticket';
export const anybody = 'open';

export function keyTicketRows(ledger: Ledger): readonly ListRow[] {
  const doc = keyTicketOf(ledger);
  const { meeting } = keyPartOf(ledger) ?? {};
  return [
    ...(doc === null
      ? []
      : [{ list: keyTicketList, who: anybody, order: doc.issueId.padStart(20, '0'), doc }]),
    ...(meeting == null ? [] : openActionRows(ledger, meeting)),
  ];
}

/** KA-07: what is open of a meeting, as the meetings of the weeks after find it. */
function openActionRows(
  { issueId, key, projectId }: Ledger,
  { week, actions }: Meeting,
): readonly ListRow[] {
  const open = actions.filter(isOpenAction);
  if (open.length === 0) return [];
  const doc: OpenActions = { issueId, key, projectId, week, actions: open };
  return [{ list: openActionsList, who: projectId, order: week, doc }];
}
