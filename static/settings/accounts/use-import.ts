import { useCallback, useEffect, useState } from 'react';
import type { AccountsApi, ImportView } from '../../../src/contract/accounts';
import { callSettings } from '../call';
import type { SheetLine } from '../../shared/files';
import { type PageProblem, problemOf } from '../../shared/problem';
import { announce } from '../../shared/tell';
import { chunksOf } from './chunks';

type CheckInput = Parameters<AccountsApi['import.check']>[0];

/** While something is at work, how often the page looks how far it is. */
const lookAgainMs = 1500;
const atWork = (view: ImportView | null): boolean =>
  view?.phase === 'checking' || view?.phase === 'applying';

/** An import on its way: what was sent, how far it is, what it would do. */
export function useImport() {
  const [view, setView] = useState<ImportView | null>(null);
  const [sent, setSent] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const [problem, setProblem] = useState<PageProblem | null>(null);

  const tell = useCallback((fresh: ImportView) => {
    setView(fresh);
    setProblem(null);
    if (fresh.phase === 'checked') announce(`Checked. ${fresh.counts.bad} lines are wrong.`);
    if (fresh.phase === 'applied') announce('The accounts are in force.');
  }, []);
  const asking = useCallback(
    async (call: () => Promise<ImportView>) => {
      try {
        tell(await call());
      } catch (error) {
        setProblem(problemOf(error));
      }
    },
    [tell],
  );

  useEffect(() => {
    if (view === null || !atWork(view)) return undefined;
    const timer = setTimeout(
      () => void asking(() => callSettings('import.get', { id: view.id })),
      lookAgainMs,
    );
    return () => clearTimeout(timer);
  }, [view, problem, asking]);

  /** Sends the file, and has it checked. */
  const check = async (
    fileName: string,
    rows: readonly SheetLine[],
    how: Pick<CheckInput, 'columns' | 'dates' | 'blanks' | 'complete'>,
  ): Promise<void> => {
    setProblem(null);
    setView(null);
    const chunks = chunksOf(rows);
    setSent({ done: 0, of: rows.length });
    await asking(async () => {
      const { id } = await callSettings('import.begin', {
        fileName,
        rows: rows.length,
        chunks: chunks.length,
      });
      let done = 0;
      for (const [chunk, part] of chunks.entries()) {
        await callSettings('import.stage', { id, chunk, rows: part });
        done += part.length;
        setSent({ done, of: rows.length });
      }
      return callSettings('import.check', { id, ...how });
    });
    setSent(null);
  };
  const apply = (leaveOutBad: boolean): Promise<void> =>
    view === null
      ? Promise.resolve()
      : asking(() => callSettings('import.apply', { id: view.id, leaveOutBad }));
  return { view, sent, problem, check, apply, busy: sent !== null || atWork(view) };
}
