// What the panels of the SOPs in a ticket have in common: they read themselves, keep fresh, and hand what they read to their parts.
import { type ComponentType, createContext, useCallback, useContext, useMemo } from 'react';
import type { Instant } from '../../src/contract/why';
import { Now, useServerClock } from './clock';
import { ProblemMessage } from './ProblemMessage';
import { Skeleton } from './Skeleton';
import { useLive } from './use-live';

/** What every part of a panel needs: the ticket as last read, and where a fresh one goes. */
export interface Panel<View> {
  readonly issueId: string;
  readonly view: View;
  readonly show: (fresh: View) => void;
  readonly read: () => void;
}

interface PanelOf<View> {
  readonly title: string;
  readonly className: string;
  readonly load: () => Promise<View>;
  /** Said while it is read the first time, above lines of these widths. */
  readonly reading: string;
  readonly lines: readonly number[];
}

/** Something that is being carried out is looked at often, everything else now and then. */
const every = (view: { readonly pending: object | null } | null): number =>
  view?.pending ? 3_000 : 60_000;
const liveliness = { every, nextMoment: () => null, on: { JIRA_ISSUE_CHANGED: () => true } };

/**
 * How the parts of a panel find what it has read.
 * @returns `usePanel` throws outside the panel
 */
export function panelContext<View>(title: string) {
  const Context = createContext<Panel<View> | null>(null);

  function usePanel(): Panel<View> {
    const panel = useContext(Context);
    if (panel === null) throw new Error(`A part of the panel "${title}" stands outside it.`);
    return panel;
  }

  return { Context, usePanel };
}

/** A panel: its frame, and how its parts find what it has read. */
export function panelOf<View extends { readonly now: Instant; readonly pending: object | null }>({
  title,
  className,
  load,
  reading,
  lines,
}: PanelOf<View>) {
  const { Context, usePanel } = panelContext<View>(title);

  function Frame({
    issueId,
    Content,
  }: {
    issueId: string;
    Content: ComponentType<{ view: View }>;
  }) {
    const { received, problem, read, show } = useLive(load, liveliness);
    const now = useServerClock(received);
    const again = useCallback(() => void read(), [read]);
    const view = received?.view ?? null;
    const panel = useMemo(
      () => (view === null ? null : { issueId, view, show, read: again }),
      [issueId, view, show, again],
    );
    return (
      <main className={className}>
        <h1 className="for-screen-readers">{title}</h1>
        {problem && <ProblemMessage problem={problem} onTryAgain={again} />}
        {panel === null ? (
          problem === null && <Skeleton lines={lines} label={reading} />
        ) : (
          <Now.Provider value={now}>
            <Context.Provider value={panel}>
              <Content view={panel.view} />
            </Context.Provider>
          </Now.Provider>
        )}
      </main>
    );
  }

  return { Frame, usePanel };
}
