import { AsyncSelect } from '@atlaskit/select';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Choice } from '../../../src/contract/accounts';
import { callSettings } from '../call';

interface Option {
  readonly value: string;
  readonly label: string;
}

const optionOf = ({ id, name }: Choice): Option => ({ value: id, label: name });
const choiceOf = ({ value, label }: Option): Choice => ({ id: value, name: label });

interface Aria {
  readonly id: string;
  readonly isInvalid: boolean;
  readonly 'aria-describedby': string;
}

/** A person of Jira, found by typing. */
export function PersonPicker({
  field: { id, ...field },
  value,
  onChange,
  optional = false,
}: {
  field: Aria;
  value: Choice | null;
  onChange: (person: Choice | null) => void;
  optional?: boolean;
}) {
  const [chosenAhead, setChosenAhead] = useState(0);
  const { load, onKeyDown } = useTypeAhead((option) => {
    onChange(choiceOf(option));
    // The typed text is done with; the field begins anew, with the focus where it was.
    setChosenAhead((count) => count + 1);
  });
  return (
    <AsyncSelect<Option>
      {...field}
      key={chosenAhead}
      autoFocus={chosenAhead > 0}
      inputId={id}
      cacheOptions
      defaultOptions
      isClearable={optional}
      loadOptions={load}
      onKeyDown={onKeyDown}
      value={value === null ? null : optionOf(value)}
      placeholder="Type a name or an e-mail address"
      menuPosition="fixed"
      noOptionsMessage={() => 'Nobody in Jira is called that.'}
      onChange={(option) => onChange(option === null ? null : choiceOf(option))}
    />
  );
}

/**
 * Enter that comes before the answer to what was typed: the list still shows answers to less, and must not be chosen
 * from. The choice waits for the answer, and is made if that is one person; of several the person chooses.
 */
function useTypeAhead(choose: (option: Option) => void): {
  readonly load: (typed: string) => Promise<Option[]>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const asked = useRef<string | null>(null);
  const entered = useRef(false);
  const load = async (typed: string): Promise<Option[]> => {
    asked.current = typed;
    entered.current = false;
    try {
      const options = await find('person', typed);
      const [only, ...others] = options;
      if (asked.current === typed && entered.current && only !== undefined && others.length === 0)
        choose(only);
      return options;
    } finally {
      if (asked.current === typed) asked.current = null;
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || asked.current === null || asked.current === '') return;
    event.preventDefault();
    entered.current = true;
  };
  return { load, onKeyDown };
}

/** Organizations of Jira Service Management. */
export function OrganizationsPicker({
  field: { id, ...field },
  value,
  onChange,
}: {
  field: Aria;
  value: readonly Choice[];
  onChange: (organizations: readonly Choice[]) => void;
}) {
  return (
    <AsyncSelect<Option, true>
      {...field}
      inputId={id}
      isMulti
      cacheOptions
      defaultOptions
      loadOptions={(typed) => find('organization', typed)}
      value={value.map(optionOf)}
      placeholder="Type the name of an organization"
      menuPosition="fixed"
      noOptionsMessage={() => 'Jira has no such organization.'}
      onChange={(options) => onChange(options.map(choiceOf))}
    />
  );
}

const find = async (kind: 'person' | 'organization', search: string): Promise<Option[]> =>
  (await callSettings('accounts.choices', { kind, search })).map(optionOf);
