import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import { IconButton } from '@atlaskit/button/new';
import ThemeIcon from '@atlaskit/icon/core/theme';
import { type ColorModeChoice } from './color-mode';

const words: readonly { readonly choice: ColorModeChoice; readonly name: string }[] = [
  { choice: 'light', name: 'Light' },
  { choice: 'dark', name: 'Dark' },
  { choice: 'auto', name: 'Match the system' },
];

export function ColorModeMenu({
  choice,
  choose,
}: {
  readonly choice: ColorModeChoice;
  readonly choose: (choice: ColorModeChoice) => void;
}) {
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-end"
      shouldRenderToParent
      trigger={({ triggerRef, ...props }) => (
        <IconButton
          {...props}
          ref={triggerRef}
          icon={ThemeIcon}
          appearance="subtle"
          label="Theme"
        />
      )}
    >
      <DropdownItemRadioGroup id="theme" title="Theme">
        {words.map((word) => (
          <DropdownItemRadio
            key={word.choice}
            id={word.choice}
            isSelected={choice === word.choice}
            onClick={() => choose(word.choice)}
          >
            {word.name}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
    </DropdownMenu>
  );
}
