import './gadget.css';
import Button from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MyAsksView } from '../../src/procedures/account-manager/contract/gadget';
import { keepMemory, readMyAsks } from './call';
import { Now, useServerClock } from '../shared/clock';
import { Moment } from '../shared/Moment';
import { type PageProblem } from '../shared/problem';
import { ProblemMessage } from '../shared/ProblemMessage';
import { Skeleton } from '../shared/Skeleton';
import type { Asks } from '../shared/back-off';
import { useLive } from '../shared/use-live';
import { AskList } from './AskList';
import { filterOf, readConfiguration } from './configuration';
import { Counts } from './Counts';
import { Gone } from './Gone';
import { News } from './News';
import { type ShowAsks } from './show-asks';
import { AskedFor, ToDoList } from './ToDoList';

const Away = lazy(() => import('./Away'));

/** The page of an account manager or regional manager: what waits for me, oldest debt first, answered in place. */
export function MyAsks({ saved, gadgetId }: { saved: unknown; gadgetId: string | undefined }) {
  const configuration = useMemo(() => readConfiguration(saved), [saved]);
  /** Somebody has asked for it: then everything is read. */
  const anew = useRef(false);
  const load = useCallback(async () => {
    const all = anew.current;
    anew.current = false;
    return readMyAsks(filterOf(configuration), all);
  }, [configuration]);
  const liveliness = useMemo(
    () => ({
      every: () => configuration.refresh * 60_000,
      // Jira: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-dashboard-gadget/#auto-refresh
      on: {
        JIRA_DASHBOARD_GADGET_REFRESH: (payload: unknown): Asks =>
          isForMe(payload, gadgetId) ? 'read' : 'nothing',
      },
    }),
    [configuration, gadgetId],
  );
  const { received, problem, reading, read, show } = useLive(load, liveliness);
  const now = useServerClock(received);
  useEffect(() => {
    if (received !== null) keepMemory(received.view);
  }, [received]);
  const [lost, setLost] = useState<PageProblem | null>(null);
  const showAfterWrite = useCallback<ShowAsks>(
    (fresh, gone) => {
      show(fresh);
      setLost(gone);
    },
    [show],
  );
  const [isAwayOpen, setAwayOpen] = useState(false);
  const tryAgain = (): void => {
    setLost(null);
    anew.current = true;
    void read();
  };

  if (received === null) {
    return (
      <main className="gadget">
        <Title />
        {problem ? (
          <ProblemMessage problem={problem} onTryAgain={tryAgain} />
        ) : (
          <Skeleton lines={[30, 100, 100, 100]} label="Reading what waits for you" />
        )}
      </main>
    );
  }
  return (
    <Now.Provider value={now}>
      <main className="gadget">
        <Title />
        <header className="gadget-head">
          <Counts view={received.view} />
          <Button
            iconBefore={RefreshIcon}
            appearance="subtle"
            isLoading={reading}
            onClick={tryAgain}
          >
            Refresh
          </Button>
          <Button
            appearance="subtle"
            aria-expanded={isAwayOpen}
            onClick={() => setAwayOpen(!isAwayOpen)}
          >
            Away
          </Button>
        </header>
        {received.view.awayUntil !== null && (
          <p role="status">
            You are away until <Moment at={received.view.awayUntil} />: new requests go to whoever
            stands in for you.
          </p>
        )}
        {isAwayOpen && (
          <Suspense fallback={<Skeleton lines={[40, 60]} label="Opening" />}>
            <Away
              onClose={(changed) => {
                setAwayOpen(false);
                if (changed) tryAgain();
              }}
            />
          </Suspense>
        )}
        {problem && <ProblemMessage problem={problem} onTryAgain={tryAgain} />}
        {lost && <ProblemMessage problem={lost} />}
        <Lists view={received.view} show={showAfterWrite} />
        <Gone gone={received.view.gone} />
        {received.view.news.length > 0 && <News news={received.view.news} />}
        {received.view.more && (
          <p className="subtle small">
            There is more. Choose more rows in the gadget's configuration, or work these off.
          </p>
        )}
      </main>
    </Now.Provider>
  );
}

function Lists({ view, show }: { view: MyAsksView; show: ShowAsks }) {
  const { mine, escalatedToMe, myTeam, toDo, askedFor } = view;
  if ([mine, escalatedToMe, myTeam, toDo, askedFor].every((rows) => rows.length === 0))
    return view.news.length > 0 || view.gone.length > 0 ? null : <Nobody />;
  const several =
    [mine, escalatedToMe, myTeam, toDo].filter((rows) => rows.length > 0).length > 1 ||
    mine.length === 0;
  return (
    <>
      <AskList
        title={several ? 'Escalated to me' : null}
        rows={escalatedToMe}
        show={show}
        mayAnswer
      />
      <AskList title={several ? 'Asked of me' : null} rows={mine} show={show} mayAnswer />
      <ToDoList rows={toDo} show={show} />
      <AskList title="My team" rows={myTeam} show={show} />
      <AskedFor rows={askedFor} />
    </>
  );
}

function Nobody() {
  return (
    <div className="nobody">
      <p className="strong">Nobody is waiting for you.</p>
      <p className="subtle">
        When something is yours to do on a ticket, it appears here with the time it is due, and you
        can act on it in place.
      </p>
    </div>
  );
}

/** The refresh of a whole dashboard concerns every gadget on it, that of one gadget only itself. */
function isForMe(payload: unknown, gadgetId: string | undefined): boolean {
  const of = (typeof payload === 'object' && payload !== null ? payload : {}) as {
    origin?: unknown;
    gadgetId?: unknown;
  };
  return of.origin !== 'gadget' || of.gadgetId === gadgetId;
}

/** Jira shows the gadget's title outside the frame; those who hear the frame alone hear it here. */
const Title = () => <h1 className="for-screen-readers">Waiting for me</h1>;
