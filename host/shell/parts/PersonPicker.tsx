import { AsyncSelect } from '@atlaskit/select';
import { read } from '../data/http';
import { type JiraUser } from '../data/wire';
import { Face } from './Person';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly user: JiraUser | null;
}

interface Props {
  readonly inputId: string;
  readonly label: string;
  readonly current: JiraUser | null;
  /** Where to look people up; the text typed is put behind. */
  readonly search: string;
  readonly nobody?: string;
  readonly onPick: (user: JiraUser | null) => void;
  readonly onLeave: () => void;
}

const optionOf = (user: JiraUser): Option => ({
  value: user.accountId,
  label: user.displayName,
  user,
});

/** Finds a person by typing; opens at once and goes away when left. */
export function PersonPicker({ inputId, label, current, search, nobody, onPick, onLeave }: Props) {
  const none: Option[] = nobody === undefined ? [] : [{ value: '', label: nobody, user: null }];
  const look = async (text: string): Promise<Option[]> => {
    const users = await read<JiraUser[]>(`${search}${encodeURIComponent(text)}`);
    return [...(text === '' ? none : []), ...users.map(optionOf)];
  };
  return (
    <AsyncSelect<Option>
      inputId={inputId}
      aria-label={label}
      autoFocus
      openMenuOnFocus
      defaultOptions
      cacheOptions
      spacing="compact"
      defaultValue={current ? optionOf(current) : (none[0] ?? null)}
      loadOptions={look}
      formatOptionLabel={(option) => (
        <span className="person">
          <Face user={option.user} size="xsmall" />
          {option.label}
        </span>
      )}
      onChange={(option) => onPick(option?.user ?? null)}
      onBlur={onLeave}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
      menuPosition="fixed"
    />
  );
}
