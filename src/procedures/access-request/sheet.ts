// The follow-up document (EA-12, E7): the rows as a sheet in the template's columns, and an edited one read back.
import { factsOf } from './customer-facts';
import type { Cid } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { localDay, type Situation } from '../../core/situation';
import type { AccessPolicy, SheetColumn } from './settings/policy';
import type { AccessRequest, AccessRow, Progress } from './access-request';
import { noonOf } from './days';
import type { DatesSaid, RowStep } from './said';
import { forecastOf } from './on-time';
import { holderOf, type Looking, nextAt, stateOf } from './row-state';
import { rowSteps } from './row-steps';
import { baseTitle, isStale, Merge, plain, readBase } from './sheet-base';
import { holderTitles, methodTitles, stateTitles } from './sheet-titles';

/** One row in the template's columns. */
export function sheetRow(
  situation: Looking,
  policy: AccessPolicy,
  request: AccessRequest,
  row: AccessRow,
): string[] {
  const { name } = factsOf(situation, row.cid);
  const day = (at: Instant | null): string => (at === null ? '' : localDay(situation, at));
  const cell = (column: SheetColumn): string => {
    switch (column) {
      case 'cid':
        return row.cid;
      case 'customer':
        return name;
      case 'method':
        return methodTitles[row.method];
      case 'request-date':
        return day(row.requestedAt);
      case 'status':
        return stateTitles[stateOf(situation, row)];
      case 'with':
        return holderTitles[holderOf(situation, row)];
      case 'attempts':
        return `${row.attempts}`;
      case 'expected':
        return day(row.dueAt);
      case 'forecast':
        return row.closedAt === null ? forecastOf(situation, policy, request, row).typical : '';
      case 'first-response':
        return day(row.respondedAt);
      case 'created':
        return day(row.createdAt);
      case 'verified':
        return day(row.verifiedAt);
      case 'next':
        return day(nextAt(situation, row));
      case 'remarks':
        return row.remarks ?? '';
    }
  };
  return policy.sheet.map(({ column }) => cell(column));
}

export interface SheetChange {
  readonly cid: Cid;
  readonly step: RowStep | null;
  readonly remarks: string | null;
  /** Dates that the sheet says otherwise (EA-14). */
  readonly dates: DatesSaid;
  readonly from: string;
  readonly to: string;
}

/** Something in a sheet that is not taken from one, and says so. */
export interface SheetNotice {
  readonly line: number;
  readonly text: string;
}

export interface SheetProblem {
  readonly line: number;
  readonly text: string;
  readonly remedy: string;
}

/** Dates that a sheet may set right, by their columns. */
const dateColumns = {
  'first-response': 'respondedAt',
  created: 'createdAt',
  verified: 'verifiedAt',
} as const satisfies Partial<Record<SheetColumn, keyof DatesSaid>>;

/** Dates that were fixed when the request left (EA-12, EA-16). */
const fixed = ['request-date', 'expected'] as const satisfies readonly SheetColumn[];

const isDay = (written: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(written) &&
  !Number.isNaN(Date.parse(`${written}T00:00:00Z`)) &&
  new Date(`${written}T00:00:00Z`).toISOString().startsWith(written);

/** Columns an edited sheet must have: which row, and what may be edited. */
const needed = ['cid', 'status'] as const satisfies readonly SheetColumn[];

/** What an edited sheet says that the rows do not: changes, or everything that is wrong with it. */
export function readSheet(
  situation: Looking,
  policy: AccessPolicy,
  rows: readonly AccessRow[],
  cells: readonly (readonly string[])[],
): {
  readonly changes: readonly SheetChange[];
  readonly problems: readonly SheetProblem[];
  readonly notices: readonly SheetNotice[];
  readonly unchanged: number;
} {
  const [headings = [], ...lines] = cells;
  const place = (column: SheetColumn): number => {
    const title = policy.sheet.find((one) => one.column === column)?.title;
    return title === undefined
      ? -1
      : headings.findIndex((heading) => plain(heading) === plain(title));
  };
  const lost = needed
    .filter((column) => place(column) < 0)
    .map((column) => policy.sheet.find((one) => one.column === column)?.title ?? column);
  if (lost.length > 0) {
    return {
      changes: [],
      notices: [],
      unchanged: 0,
      problems: [
        {
          line: 1,
          text: `The sheet has no column "${lost.join('" and no column "')}". It has: ${headings.filter((one) => one.trim() !== '').join(', ') || 'no headings'}.`,
          remedy:
            'Keep the headings of the downloaded document; a renamed column cannot be matched.',
        },
      ],
    };
  }
  const basePlace = headings.findIndex((heading) => plain(heading) === plain(baseTitle));
  const changes: SheetChange[] = [];
  const problems: SheetProblem[] = [];
  const notices: SheetNotice[] = [];
  const seen = new Set<Cid>();
  let unchanged = 0;
  lines.forEach((line, index) => {
    if (line.every((cell) => cell.trim() === '')) return;
    const cid = (line[place('cid')] ?? '').trim();
    const row = rows.find((one) => one.cid === cid);
    const problem = (text: string, remedy: string): void =>
      void problems.push({ line: index + 2, text, remedy });
    if (row === undefined)
      return problem(
        `There is no row for "${cid}".`,
        'Remove the line, or add the customer to the request first.',
      );
    if (seen.has(cid))
      return problem(`${cid} stands in the sheet twice.`, 'Keep one of the lines.');
    seen.add(cid);
    const notice = (text: string): void => void notices.push({ line: index + 2, text });
    const status = line[place('status')] ?? '';
    const wanted = plain(status);
    const state = stateOf(situation, row);
    const merge = new Merge(situation, row, basePlace < 0 ? null : readBase(line[basePlace] ?? ''));
    const dates: Partial<Record<keyof DatesSaid, Instant>> = {};
    const kept = (at: Instant | null): string => (at === null ? '' : localDay(situation, at));
    const said = (column: SheetColumn): string | null =>
      place(column) < 0 ? null : (line[place(column)] ?? '').trim();
    for (const [column, date] of Object.entries(dateColumns) as [
      keyof typeof dateColumns,
      keyof DatesSaid,
    ][]) {
      const day = said(column);
      if (day === null || day === kept(row[date]) || !merge.isEdited(date, day)) continue;
      if (merge.hasChanged(date)) {
        notice(
          `${headings[place(column)] ?? ''} of ${cid} was changed here since the document was downloaded: it stays ${kept(row[date]) || 'empty'}, not ${day || 'empty'}.`,
        );
        continue;
      }
      if (day === '')
        notice(
          `${headings[place(column)] ?? ''} of ${cid} is empty and stays ${kept(row[date])}: a sheet takes no date away.`,
        );
      else if (isDay(day)) dates[date] = noonOf(situation, day);
      else
        return problem(
          `"${day}" is no day.`,
          'Write a day as 2026-03-16, as in the downloaded document.',
        );
      if (isDay(day) && day > localDay(situation, situation.now))
        return problem(`${day} has not come yet.`, 'Write the day on which it happened.');
    }
    for (const column of fixed) {
      const day = said(column);
      const stands = kept(column === 'expected' ? row.dueAt : row.requestedAt);
      if (day !== null && day !== stands)
        notice(
          `${headings[place(column)] ?? ''} of ${cid} ${stands === '' ? 'stays empty' : `stays ${stands}`}: it is fixed when the request is sent.`,
        );
    }
    const isSame = [state, row.progress].some((one) => wanted === plain(stateTitles[one]));
    const stale = !isSame && merge.isEdited('state', wanted) && isStale(merge, wanted, said);
    if (stale)
      notice(
        `The status of ${cid} stays "${stateTitles[state]}": "${status.trim()}" is older than that, or was said without knowing it. Report it on the ticket if it is so.`,
      );
    const written = said('remarks') ?? row.remarks ?? '';
    const isNew = written !== (row.remarks ?? '') && merge.isEdited('remarks', written);
    if (isNew && merge.hasChanged('remarks'))
      notice(
        `The remarks of ${cid} were changed here since the document was downloaded, and stay: "${row.remarks ?? ''}".`,
      );
    // An old document that has no remark yet takes none away.
    const remarks =
      isNew && !merge.hasChanged('remarks') && !(stale && written === '') ? written : null;
    if (isSame || stale || !merge.isEdited('state', wanted)) {
      const right = stale ? {} : dates;
      if (remarks === null && Object.keys(right).length === 0) unchanged += 1;
      else
        changes.push({
          cid,
          step: null,
          remarks,
          dates: right,
          from: stateTitles[state],
          to: stateTitles[state],
        });
      return;
    }
    const step = (Object.keys(rowSteps) as RowStep[]).find(
      (one) => rowSteps[one].to !== null && plain(stateTitles[rowSteps[one].to]) === wanted,
    );
    if (step === undefined)
      return problem(
        `"${status}" cannot be set from a sheet.`,
        `Use one of: ${(['acknowledged', 'created', 'verified', 'not-functional', 'done', 'not-needed'] as const).map((one) => stateTitles[one]).join(', ')}.`,
      );
    if (!rowSteps[step].from.includes(row.progress))
      return problem(
        `${factsOf(situation, cid).name} is "${stateTitles[row.progress]}", so it cannot become "${stateTitles[rowSteps[step].to as Progress]}".`,
        step === 'done'
          ? `Write ${stateTitles.verified}, with the day on which the engineer logged in; it is done after that.`
          : 'Correct the status, or leave it as it was.',
      );
    changes.push({
      cid,
      step,
      remarks,
      dates,
      from: stateTitles[state],
      to: stateTitles[rowSteps[step].to as Progress],
    });
  });
  return { changes, problems, notices, unchanged };
}

/** Dates that a sheet sets right, by the headings of their columns. */
export const datesShown = (
  situation: Situation,
  { sheet }: AccessPolicy,
  dates: DatesSaid,
): { readonly title: string; readonly day: string }[] =>
  Object.entries(dateColumns).flatMap(([column, date]) => {
    const at = dates[date];
    const title = sheet.find((one) => one.column === column)?.title ?? column;
    return at === undefined ? [] : [{ title, day: localDay(situation, at) }];
  });
