// The follow-up document as a file, and an edited one read back (E7).
import type { SheetPreview, SheetView } from '../contract/panel';
import { datesShown, readSheet, sheetRow } from '../sheet';
import { baseCell, baseOf, baseTitle } from '../sheet-base';
import { factsOf } from '../customer-facts';
import type { IssueId } from '../../../core/ids';
import type { Ports } from '../../../app/ports';
import { seeTicket } from '../../../app/see-ticket';
import { rowsSeen } from './rows-seen';

export async function followUpSheet(ports: Ports, issueId: IssueId): Promise<SheetView> {
  const seen = await seeTicket(ports, issueId);
  const { policy, request, rows, looking } = rowsSeen(seen);
  return {
    name: `follow-up-${seen.situation.ticket.key}`,
    columns: [...policy.sheet, { column: 'base', title: baseTitle }],
    rows: rows.map((row) => [
      ...sheetRow(looking, policy, request, row),
      baseCell(baseOf(looking, row)),
    ]),
  };
}

/** What an edited sheet would change. */
export async function previewSheet(
  ports: Ports,
  issueId: IssueId,
  cells: readonly (readonly string[])[],
): Promise<SheetPreview> {
  const seen = await seeTicket(ports, issueId);
  const { policy, rows, looking } = rowsSeen(seen);
  const { changes, problems, notices, unchanged } = readSheet(looking, policy, rows, cells);
  return {
    changes: changes.map(({ cid, from, to, remarks, dates }) => ({
      cid,
      customer: factsOf(seen.situation, cid).name,
      from,
      to,
      remarks,
      dates: datesShown(seen.situation, policy, dates),
    })),
    notices,
    problems,
    unchanged,
  };
}
