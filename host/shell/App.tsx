import { useEffect } from 'react';
import { ClockProvider } from './data/clock';
import { useChanges } from './data/live';
import { useSettling } from './data/settling';
import { SessionProvider, useSession } from './data/session';
import { useColorMode } from './chrome/color-mode';
import { Layout } from './chrome/Layout';
import { ForgeSurroundings } from './forge/ForgeSurroundings';
import { Pages } from './Pages';
import { FlagsProvider, useFlags } from './parts/flags';
import { Skeleton } from './parts/Skeleton';
import { Trouble } from './parts/Trouble';
import { paths } from './routing/paths';

export function App() {
  return (
    <FlagsProvider>
      <SessionProvider
        waiting={
          <div className="starting">
            <Skeleton lines={[30, 60, 60]} label="Starting" />
          </div>
        }
        failed={(error, tryAgain) => (
          <div className="starting">
            <Trouble error={error} title="The local Jira does not answer" onTryAgain={tryAgain} />
          </div>
        )}
      >
        <ClockProvider>
          <Site />
        </ClockProvider>
      </SessionProvider>
    </FlagsProvider>
  );
}

function Site() {
  const { person } = useSession();
  const { clear } = useFlags();
  const colorMode = useColorMode();
  useSettling();
  // What one person was told is not for the next.
  useEffect(clear, [clear, person?.accountId]);
  useChanges(({ type }) => {
    // Another site: nothing on the page is true any more.
    if (type === 'reset') window.location.assign(paths.tour);
  });
  return (
    <Layout colorMode={colorMode}>
      {/* Another person sees another Jira: nothing of the one before stays on the page. */}
      <ForgeSurroundings key={person?.accountId ?? 'nobody'} colorMode={colorMode.mode}>
        <Pages />
      </ForgeSurroundings>
    </Layout>
  );
}
