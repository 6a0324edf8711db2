// What the panels of the SOPs in a ticket have in common: they read themselves, keep fresh, and hand what they read to their parts.
import { type ComponentType, createContext, useCallback, useContext, useMemo } from 'react';
import type { Edition } from '../../src/contract/ticket';
import type { Instant } from '../../src/contract/why';
import { Now, useServerClock } from './clock';
import { ProblemMessage } from './ProblemMessage';
import { Skeleton } from './Skeleton';
import { useLiveTicket } from './use-live-ticket';

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
  readonly look: (mark: string) => Promise<Pick<Edition, 'revision'>>;
  /** Said while it is read the first time, above lines of these widths. */
  readonly reading: string;
  readonly lines: readonly number[];
}

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
export function panelOf<
  View extends Edition & { readonly now: Instant; readonly pending: object | null },
>({ title, className, load, look, reading, lines }: PanelOf<View>) {
  const { Context, usePanel } = panelContext<View>(title);

  function Frame({
    issueId,
    Content,
  }: {
    issueId: string;
    Content: ComponentType<{ view: View }>;
  }) {
    // What it shows is in the app's own keeping: a change in Jira matters once the app has taken it in.
    const { received, problem, read, show } = useLiveTicket({
      issueId,
      load,
      look,
      onChange: 'look',
    });
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
