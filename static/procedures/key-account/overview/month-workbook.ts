import type {
  MonthTold,
  MonthView,
} from '../../../../src/procedures/key-account/contract/overview';
import { spellMonth } from '../../../shared/days';
import { type Cell, type Sheet, toldSheets } from './told-sheets';
import { aspects, signOffs } from './words';

/** The month as a workbook: a sheet for each: the numbers, the list, the releases, what it tells, the months before. */
export async function monthWorkbook(month: MonthView, told: MonthTold): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const sheets = monthSheets(month, told);
  return writeXlsxFile(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      // Texts are typed as texts: nothing is ever taken for a formula.
      data: rows.map((row, line) =>
        row.map((value) => ({
          value,
          type: typeof value === 'number' ? Number : String,
          ...(line === 0 ? { fontWeight: 'bold' as const } : {}),
        })),
      ),
      columns: (rows[0] ?? []).map((_, column) => ({
        width: Math.min(
          60,
          Math.max(10, ...rows.map((row) => String(row[column] ?? '').length + 2)),
        ),
      })),
      stickyRowsCount: 1,
    })),
  ).toBlob();
}

/** The rows of each sheet, headings first. */
export function monthSheets(month: MonthView, told: MonthTold): readonly Sheet[] {
  const keys = (some: readonly string[]): string => some.join(', ');
  return [
    {
      name: 'Summary',
      rows: [
        [spellMonth(month.month), 'Number', 'Tickets'],
        ['Escalations', month.escalations.count, keys(month.escalations.keys)],
        ...aspects.map(({ aspect, title }): Cell[] => [
          `Quality issues: ${title.toLowerCase()}`,
          month.issues[aspect].count,
          keys(month.issues[aspect].keys),
        ]),
        [
          'Escalations answered in time',
          month.answeredInTime.count,
          keys(month.answeredInTime.keys),
        ],
        ['Escalations answered late', month.answeredLate.count, keys(month.answeredLate.keys)],
        ['Releases signed off', month.signedOff.count, keys(month.signedOff.keys)],
        ['of these retrospective', month.retrospective.count, keys(month.retrospective.keys)],
        ['Releases finished', month.finished.count, keys(month.finished.keys)],
        ['Production cycles passed', month.cyclesPassed.count, keys(month.cyclesPassed.keys)],
        ['Production cycles failed', month.cyclesFailed.count, keys(month.cyclesFailed.keys)],
        [
          'Document updated',
          month.confirmed === null
            ? 'No'
            : `${month.confirmed.by?.name ?? 'Operations'}, ${month.confirmed.on}`,
          month.confirmed?.key ?? '',
        ],
      ],
    },
    {
      name: 'Key accounts',
      rows: [
        ['CID', 'Account', 'From', 'Until', 'Change in this month', 'Ticket'],
        ...month.list.map(({ cid, name, from, until, change, key }): Cell[] => [
          cid,
          name,
          from ?? 'always',
          until ?? '',
          change ?? '',
          key ?? '',
        ]),
      ],
    },
    {
      name: 'Releases',
      rows: [
        ['Ticket', 'CID', 'Started', 'Sign-off', 'Cycles passed', 'Cycles failed', 'Finished'],
        ...month.releases.map((one): Cell[] => [
          one.key,
          one.cid ?? '',
          one.startedOn,
          signOffs[one.signOff].title,
          one.cycles.passed,
          one.cycles.failed,
          one.finished ? 'yes' : 'no',
        ]),
      ],
    },
    ...toldSheets(told),
    {
      name: 'Months',
      rows: [
        [
          'Month',
          ...aspects.map(({ title }) => title),
          'Escalations',
          'Signed off',
          'Retrospective',
          'Failed cycles',
        ],
        ...month.before.map((one): Cell[] => [
          one.month,
          ...aspects.map(({ aspect }) => one.issues[aspect]),
          one.escalations,
          one.signedOff,
          one.retrospective,
          one.cyclesFailed,
        ]),
      ],
    },
  ];
}
