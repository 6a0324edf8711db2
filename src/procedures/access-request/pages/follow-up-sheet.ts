// The follow-up document as a file, and an edited one read back (E7).
import { factsOf } from '../customer-facts';
import { accessOf } from '../state';
import type { SheetPreview, SheetView, FollowUpsView } from '../contract/panel';
import { seesRow } from '../may';
import { readSheet, sheetRow } from '../sheet';
import { accessPolicyOf, sideOf } from '../who';
import type { IssueId } from '../../../core/ids';
import { RelayError } from '../../../app/errors';
import type { Ports } from '../../../app/ports';
import { seeTicket, type SeenTicket } from '../../../app/see-ticket';
import { stepFollowUps } from './follow-ups';

/** The rows the viewer may see. @throws RelayError `missing` where there is no access request */
function rowsSeen({ viewer, situation, record }: SeenTicket) {
  const request = accessOf(record?.ledger) ?? null;
  const policy = accessPolicyOf(situation);
  if (request === null || policy === null)
    throw new RelayError('missing', 'This ticket is no access request.', {
      remedy: 'Start the access request first.',
    });
  const side = sideOf(situation, request, viewer.accountId);
  return {
    policy,
    request,
    rows: request.rows.filter(({ cid }) =>
      seesRow(side, viewer.accountId, factsOf(situation, cid).csm),
    ),
  };
}

export async function followUpSheet(ports: Ports, issueId: IssueId): Promise<SheetView> {
  const seen = await seeTicket(ports, issueId);
  const { policy, request, rows } = rowsSeen(seen);
  return {
    name: `follow-up-${seen.situation.ticket.key}`,
    columns: policy.sheet,
    rows: rows.map((row) => sheetRow(seen.situation, policy, request, row)),
  };
}

/** What an edited sheet would change. */
export async function previewSheet(
  ports: Ports,
  issueId: IssueId,
  cells: readonly (readonly string[])[],
): Promise<SheetPreview> {
  const seen = await seeTicket(ports, issueId);
  const { policy, rows } = rowsSeen(seen);
  const { changes, problems, unchanged } = readSheet(seen.situation, policy, rows, cells);
  return {
    changes: changes.map(({ cid, from, to, remarks }) => ({
      cid,
      customer: factsOf(seen.situation, cid).name,
      from,
      to,
      remarks,
    })),
    problems,
    unchanged,
  };
}

/** Takes the sheet's changes over, all or none. @throws RelayError `input` with the first thing that is wrong with it */
export async function applySheet(
  ports: Ports,
  issueId: IssueId,
  cells: readonly (readonly string[])[],
  expectedRevision: number,
): Promise<FollowUpsView> {
  const seen = await seeTicket(ports, issueId);
  const { policy, rows } = rowsSeen(seen);
  const {
    changes,
    problems: [first],
  } = readSheet(seen.situation, policy, rows, cells);
  if (first !== undefined)
    throw new RelayError('input', `Line ${first.line}: ${first.text}`, {
      field: 'cells',
      remedy: first.remedy,
    });
  return stepFollowUps(
    ports,
    issueId,
    { kind: 'rows', changes: changes.map(({ cid, step, remarks }) => ({ cid, step, remarks })) },
    expectedRevision,
  );
}
