import { type ReactNode, useState } from 'react';
import { useSession } from '../data/session';
import { StageBar } from '../stage/StageBar';
import { type ColorModeChoice } from './color-mode';
import { Navigation } from './Navigation';
import { StoryGuide } from '../tour/StoryGuide';
import { TopBar } from './TopBar';

interface Props {
  readonly colorMode: {
    readonly choice: ColorModeChoice;
    readonly choose: (choice: ColorModeChoice) => void;
  };
  readonly children: ReactNode;
}

/** Jira's frame around every page, and the stage's bar below it. */
export function Layout({ colorMode, children }: Props) {
  const { person } = useSession();
  const [menuOpen, setMenuOpen] = useState(false);
  return (
    <div className={person ? 'layout' : 'layout layout-alone'}>
      <a href="#main" className="skip-link">
        Skip to the content
      </a>
      <TopBar colorMode={colorMode} onMenu={person ? () => setMenuOpen(!menuOpen) : null} />
      {person && (
        <div
          className={menuOpen ? 'side side-open' : 'side'}
          onKeyDown={(event) => event.key === 'Escape' && setMenuOpen(false)}
        >
          <Navigation onFollow={() => setMenuOpen(false)} />
        </div>
      )}
      {menuOpen && <div className="side-blanket" onClick={() => setMenuOpen(false)} />}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <StoryGuide />
      <StageBar />
    </div>
  );
}
