import { IconButton } from '@atlaskit/button/new';
import MenuIcon from '@atlaskit/icon/core/menu';
import { useSession } from '../data/session';
import { Link } from '../routing/Link';
import { paths } from '../routing/paths';
import { type ColorModeChoice } from './color-mode';
import { ColorModeMenu } from './ColorModeMenu';
import { PersonSwitcher } from './PersonSwitcher';
import { seesQueues } from './roles';
import { Search } from './Search';

interface Props {
  readonly colorMode: {
    readonly choice: ColorModeChoice;
    readonly choose: (choice: ColorModeChoice) => void;
  };
  /** Opens the navigation where it is folded away; absent where there is none. */
  readonly onMenu: (() => void) | null;
}

export function TopBar({ colorMode, onMenu }: Props) {
  const { person } = useSession();
  return (
    <header className="top-bar">
      <div className="top-bar-start">
        {onMenu && (
          <span className="menu-button">
            <IconButton icon={MenuIcon} label="Navigation" appearance="subtle" onClick={onMenu} />
          </span>
        )}
        <Link to={paths.tour} className="product" title="The tour">
          <img src="/local-jira.svg" width={24} height={24} alt="" />
          <span className="product-name">Local Jira</span>
        </Link>
      </div>
      <div className="top-bar-middle">{seesQueues(person) && <Search />}</div>
      <div className="top-bar-end">
        <ColorModeMenu choice={colorMode.choice} choose={colorMode.choose} />
        <PersonSwitcher />
      </div>
    </header>
  );
}
