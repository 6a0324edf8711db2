// What an administrator does with a file: rows arrive, are checked, and take their place once somebody confirms.
import type { ImportView } from '../../../contract/accounts';
import { adminsOnly } from '../../administrators';
import { RelayError } from '../../errors';
import type { Ports } from '../../ports';
import type { AccountPorts } from '../account-ports';
import { bytesOf, mostAccountBytes } from '../bounds';
import { columnNames, type CoreColumn, type Where } from '../columns';
import { type AccountImport, noCounts } from './account-import';
import type { DateFormat } from './read-date';
import type { SheetRow } from './read-row';

/** The most lines of one file. */
export const mostRows = 20_000;
const neededColumns = [
  'cid',
  'name',
  'accountManager',
  'regionalManager',
] as const satisfies readonly CoreColumn[];

/** @param id of the new import, not used before */
export async function beginImport(
  ports: Ports,
  accounts: AccountPorts,
  id: string,
  file: { readonly fileName: string; readonly rows: number; readonly chunks: number },
): Promise<ImportView> {
  const by = await adminsOnly(ports, accounts.catalogues.viewer);
  if (file.rows > mostRows)
    throw new RelayError(
      'input',
      `The file has ${file.rows} lines; at most ${mostRows} are imported at once.`,
      { field: 'rows', remedy: 'Split the file.' },
    );
  const state: AccountImport = {
    id,
    ...file,
    by,
    at: ports.now(),
    phase: 'staging',
    done: 0,
    columns: {},
    dates: 'iso',
    complete: false,
    comparedWith: 0,
    counts: noCounts,
    problems: [],
    changes: [],
    removed: [],
    moving: [],
    handOvers: [],
    failure: null,
  };
  await accounts.imports.keep(state);
  return importView(accounts, state);
}

export async function stageRows(
  ports: Ports,
  accounts: AccountPorts,
  id: string,
  chunk: number,
  rows: readonly SheetRow[],
): Promise<{ staged: number }> {
  await adminsOnly(ports, accounts.catalogues.viewer);
  const state = await importOf(accounts, id, ['staging']);
  if (chunk >= state.chunks)
    throw new RelayError('input', `The file was announced in ${state.chunks} parts.`, {
      field: 'chunk',
      remedy: 'Choose the file again.',
    });
  const tooLong = rows.find((row) => bytesOf(row) > mostAccountBytes);
  if (tooLong !== undefined)
    throw new RelayError(
      'input',
      `Line ${tooLong.line} takes more than ${mostAccountBytes / 1000} KB.`,
      { field: 'rows', remedy: 'Is it the right file? Then shorten the line.' },
    );
  await accounts.imports.stage(id, chunk, rows);
  return { staged: rows.length };
}

/** Starts the check; a file that was checked may be checked again, with other columns. */
export async function startCheck(
  ports: Ports,
  accounts: AccountPorts,
  id: string,
  how: {
    readonly columns: Where;
    readonly dates: DateFormat;
    readonly blanks?: Readonly<Record<string, string>>;
    readonly complete: boolean;
  },
): Promise<ImportView> {
  await adminsOnly(ports, accounts.catalogues.viewer);
  const missing = neededColumns.filter((column) => how.columns[column] === undefined);
  if (missing.length > 0) {
    throw new RelayError(
      'input',
      `No column was chosen for ${missing.map((column) => columnNames[column]).join(', ')}.`,
      { field: 'columns', remedy: 'Choose the columns of the file that have them.' },
    );
  }
  const state = await importOf(accounts, id, ['staging', 'checked', 'failed']);
  const checking: AccountImport = {
    ...state,
    ...how,
    phase: 'checking',
    done: 0,
    counts: noCounts,
    problems: [],
    failure: null,
  };
  await accounts.imports.keep(checking);
  await accounts.jobs.push({ kind: 'check-import', id });
  return importView(accounts, checking);
}

/** @throws RelayError `refused` while lines are wrong and nobody has said that they are left out (A16) */
export async function startApply(
  ports: Ports,
  accounts: AccountPorts,
  id: string,
  leaveOutBad: boolean,
): Promise<ImportView> {
  await adminsOnly(ports, accounts.catalogues.viewer);
  const state = await importOf(accounts, id, ['checked']);
  if (state.counts.bad > 0 && !leaveOutBad) {
    throw new RelayError('refused', `${state.counts.bad} lines are wrong.`, {
      remedy:
        'Correct the file and choose it again, or leave these lines out: their accounts stay as they are.',
    });
  }
  const applying: AccountImport = { ...state, phase: 'applying', done: 0 };
  await accounts.imports.keep(applying);
  await accounts.jobs.push({ kind: 'apply-import', id });
  return importView(accounts, applying);
}

export async function readImport(
  ports: Ports,
  accounts: AccountPorts,
  id: string,
): Promise<ImportView> {
  await adminsOnly(ports, accounts.catalogues.viewer);
  return importView(accounts, await importOf(accounts, id, null));
}

async function importOf(
  { imports }: AccountPorts,
  id: string,
  phases: readonly AccountImport['phase'][] | null,
): Promise<AccountImport> {
  const state = await imports.state(id);
  if (state === null)
    throw new RelayError(
      'missing',
      'This import is gone; what is not applied within a day is deleted.',
      { remedy: 'Choose the file again.' },
    );
  if (phases === null || phases.includes(state.phase)) return state;
  throw new RelayError('changed-meanwhile', `This import is ${state.phase} already.`, {
    remedy: 'Look at how far it is.',
  });
}

function importView({ parts }: AccountPorts, state: AccountImport): ImportView {
  const { id, fileName, phase, done, rows, counts } = state;
  const { problems, changes, removed, moving, failure } = state;
  const beside = parts.flatMap(({ id: procedure, beside: own }) => {
    const announced = state.beside?.[procedure];
    return own === undefined || announced === undefined
      ? []
      : [[procedure, { ...own.progress(announced), announced }] as const];
  });
  return {
    ...{ id, fileName, phase, done, rows, counts, problems, changes, removed, moving, failure },
    beside: Object.fromEntries(beside),
  };
}
