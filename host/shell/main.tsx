import './shell.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { storedChoice, wear } from './chrome/color-mode';

/** The pages of the local Jira: the theme first, so that nothing is painted twice. */
async function start(): Promise<void> {
  await wear(storedChoice());
  createRoot(document.getElementById('root') ?? document.body).render(<App />);
}

void start();
