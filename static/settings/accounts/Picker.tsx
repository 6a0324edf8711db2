import { AsyncSelect } from '@atlaskit/select';
import type { Choice } from '../../../src/contract/accounts';
import { callSettings } from '../../shared/call';

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
export function PersonPicker({ field: { id, ...field }, value, onChange, optional = false }: { field: Aria; value: Choice | null; onChange: (person: Choice | null) => void; optional?: boolean }) {
  return (
    <AsyncSelect<Option>
      {...field}
      inputId={id}
      cacheOptions
      defaultOptions
      isClearable={optional}
      loadOptions={(typed) => find('person', typed)}
      value={value === null ? null : optionOf(value)}
      placeholder="Type a name or an e-mail address"
      menuPosition="fixed"
      noOptionsMessage={() => 'Nobody in Jira is called that.'}
      onChange={(option) => onChange(option === null ? null : choiceOf(option))}
    />
  );
}

/** Organizations of Jira Service Management. */
export function OrganizationsPicker({ field: { id, ...field }, value, onChange }: { field: Aria; value: readonly Choice[]; onChange: (organizations: readonly Choice[]) => void }) {
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

const find = async (kind: 'person' | 'organization', search: string): Promise<Option[]> => (await callSettings('accounts.choices', { kind, search })).map(optionOf);
