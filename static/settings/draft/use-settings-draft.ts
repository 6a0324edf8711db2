import { useCallback, useState } from 'react';
import type {
  DraftView,
  ProblemView,
  SettingsEdit,
  SettingsReport,
} from '../../../src/contract/versions';
import { callSettings } from '../call';
import type { PageProblem } from '../../shared/problem';
import { announce, tellDone } from '../../shared/tell';
import { useLive } from '../../shared/use-live';
import { useWrite } from '../../shared/use-write';

const load = (): Promise<DraftView> => callSettings('draft.get', {});
const liveliness = { every: () => 10 * 60_000, on: {} };

export interface SettingsDraftPage {
  readonly draft: DraftView | null;
  /** Of reading, when there is nothing to show. */
  readonly unread: PageProblem | null;
  readonly readAgain: () => void;
  readonly busy: boolean;
  /** Of the last write. */
  readonly problem: PageProblem | null;
  /** Why the last write was not done, place by place. */
  readonly refused: readonly ProblemView[];
  /** Sends one part to the draft. Resolves to whether it is in it now. */
  readonly save: (edit: SettingsEdit, said: string) => Promise<boolean>;
  readonly run: (
    call: (draft: DraftView) => Promise<SettingsReport>,
    said: string,
  ) => Promise<boolean>;
}

/** The draft that administrators share, with one write at a time; a stale write shows what somebody else has done. */
export function useSettingsDraft(): SettingsDraftPage {
  const { received, problem: unread, read, show } = useLive(load, liveliness);
  const [refused, setRefused] = useState<readonly ProblemView[]>([]);
  const { busy, problem, run: write } = useWrite<SettingsReport>((report) => show(report.draft));
  const draft = received?.view ?? null;
  const run = useCallback(
    async (call: (draft: DraftView) => Promise<SettingsReport>, said: string): Promise<boolean> => {
      if (draft === null) return false;
      setRefused([]);
      let report: SettingsReport | null = null;
      await write(async () => (report = await call(draft)));
      // Assigned inside the call above; TypeScript does not see that.
      const answer = report as SettingsReport | null;
      if (answer === null) return false;
      setRefused(answer.problems);
      if (answer.done) tellDone(said);
      else announce(`Not done: ${answer.problems.length} problems.`);
      return answer.done;
    },
    [draft, write],
  );
  const save = useCallback(
    (edit: SettingsEdit, said: string) =>
      run((shown) => callSettings('draft.edit', { edit, expectedRevision: shown.revision }), said),
    [run],
  );
  const readAgain = useCallback(() => void read(), [read]);
  return { draft, unread, readAgain, busy, problem, refused, save, run };
}
