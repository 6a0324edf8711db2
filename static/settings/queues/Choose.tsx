import Select from '@atlaskit/select';
import type { ReactNode } from 'react';
import type { Choice } from '../../../src/contract/settings-choices';
import { Field } from '../../shared/Field';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Common {
  readonly label: string;
  readonly help?: ReactNode;
  readonly error: string | undefined;
  readonly choices: readonly Choice[];
}

const optionsOf = (choices: readonly Choice[]): Option[] =>
  choices.map(({ id, name }) => ({ value: id, label: name }));

/** Two fields of one name are told apart by their ids. */
export const distinct = (choices: readonly Choice[]): readonly Choice[] =>
  choices.map(({ id, name }) => ({
    id,
    name: choices.filter((one) => one.name === name).length > 1 ? `${name} (${id})` : name,
  }));

/** One of the things Jira has. */
export function Choose({
  label,
  help,
  error,
  choices,
  value,
  onChange,
  empty,
}: Common & {
  value: string;
  onChange: (id: string) => void;
  /** Offered as no choice. */ empty?: string;
}) {
  const options = [
    ...(empty === undefined ? [] : [{ value: '', label: empty }]),
    ...optionsOf(choices),
  ];
  return (
    <Field label={label} help={help} error={error} required={empty === undefined}>
      {({ id, isInvalid, ...field }) => (
        <Select<Option>
          {...field}
          inputId={id}
          isInvalid={isInvalid}
          menuPosition="fixed"
          options={options}
          value={options.find((option) => option.value === value) ?? null}
          onChange={(option) => option && onChange(option.value)}
        />
      )}
    </Field>
  );
}

/** Any number of them. */
export function ChooseSome({
  label,
  help,
  error,
  choices,
  value,
  onChange,
  none,
}: Common & {
  value: readonly string[];
  onChange: (ids: readonly string[]) => void;
  /** Said while none is chosen. */ none: string;
}) {
  const known = [
    ...choices,
    ...value.filter((id) => !choices.some((one) => one.id === id)).map((id) => ({ id, name: id })),
  ];
  return (
    <Field label={label} help={help} error={error}>
      {({ id, isInvalid, ...field }) => (
        <Select<Option, true>
          {...field}
          inputId={id}
          isInvalid={isInvalid}
          isMulti
          menuPosition="fixed"
          placeholder={none}
          options={optionsOf(known)}
          value={optionsOf(known.filter((one) => value.includes(one.id)))}
          onChange={(options) => onChange(options.map((option) => option.value))}
        />
      )}
    </Field>
  );
}
