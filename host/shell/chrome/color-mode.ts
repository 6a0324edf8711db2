import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';
import { useEffect, useState } from 'react';
import { type ColorMode } from '../../bridge/page/theming';

export type ColorModeChoice = ColorMode | 'auto';

const storedAs = 'local-jira-color-mode';
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');

export function storedChoice(): ColorModeChoice {
  const stored = localStorage.getItem(storedAs);
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}

const effective = (choice: ColorModeChoice): ColorMode =>
  choice === 'auto' ? (prefersDark.matches ? 'dark' : 'light') : choice;

/** Puts Atlassian's tokens on the page; resolves when they are there. */
export const wear = async (choice: ColorModeChoice): Promise<void> =>
  void (await setGlobalTheme({
    colorMode: effective(choice),
    light: 'light',
    dark: 'dark',
    spacing: 'spacing',
    typography: 'typography',
    shape: 'shape',
  }));

/** The choice of the person, what it comes to, and how to change it. */
export function useColorMode(): {
  readonly choice: ColorModeChoice;
  readonly mode: ColorMode;
  readonly choose: (choice: ColorModeChoice) => void;
} {
  const [choice, setChoice] = useState(storedChoice);
  const [, look] = useState(0);
  const mode = effective(choice);
  useEffect(() => {
    const changed = (): void => look((count) => count + 1);
    prefersDark.addEventListener('change', changed);
    return () => prefersDark.removeEventListener('change', changed);
  }, []);
  useEffect(() => void wear(mode), [mode]);
  const choose = (next: ColorModeChoice): void => {
    localStorage.setItem(storedAs, next);
    setChoice(next);
  };
  return { choice, mode, choose };
}
