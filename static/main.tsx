import '@atlaskit/css-reset';
import './shared/page.css';
import { view } from '@forge/bridge';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openPage } from './open-page';
import { ViewerProvider } from './shared/viewer';

/** The one entry of the one resource: asks Forge which module this frame is, and loads only that page. */
async function start(): Promise<void> {
  const root = createRoot(document.getElementById('root') ?? document.body);
  try {
    const [context] = await Promise.all([view.getContext(), view.theme.enable()]);
    const page = await openPage(context);
    root.render(
      <StrictMode>
        <ViewerProvider context={context}>{page}</ViewerProvider>
      </StrictMode>,
    );
  } catch (error) {
    const [{ ProblemMessage }, { problemOf }] = await Promise.all([
      import('./shared/ProblemMessage'),
      import('./shared/problem'),
    ]);
    root.render(
      <ProblemMessage problem={problemOf(error)} onTryAgain={() => window.location.reload()} />,
    );
  }
}

void start();
