import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { useSession } from '../data/session';
import { Face } from '../parts/Person';
import { groupPeople, titleOf } from './roles';

/** Who is at the keyboard, and everybody else one could be. */
export function PersonSwitcher() {
  const { people, person, become } = useSession();
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-end"
      shouldRenderToParent
      trigger={({ triggerRef, ...props }) => (
        <button {...props} ref={triggerRef} type="button" className="person-switcher">
          {person ? (
            <>
              <Face user={person} size="medium" />
              <span className="person-switcher-name">
                <span className="strong">{person.displayName}</span>
                <span className="subtle small">{titleOf(person)}</span>
              </span>
              <span className="for-screen-readers">switch person</span>
            </>
          ) : (
            <span className="strong">Choose who you are</span>
          )}
          <ChevronDownIcon label="" size="small" />
        </button>
      )}
    >
      <div className="person-menu">
        {groupPeople(people).map((group) => (
          <DropdownItemGroup key={group.name} title={group.name}>
            {group.people.map((one) => (
              <DropdownItem
                key={one.accountId}
                elemBefore={<Face user={one} />}
                description={titleOf(one)}
                isSelected={one.accountId === person?.accountId}
                onClick={() => void become(one.accountId)}
              >
                {one.displayName}
              </DropdownItem>
            ))}
          </DropdownItemGroup>
        ))}
      </div>
    </DropdownMenu>
  );
}
