import TextField from '@atlaskit/textfield';
import { type ReactNode, useState } from 'react';
import { Field } from '../../shared/Field';

interface Props<T> {
  readonly label: string;
  readonly help?: ReactNode;
  readonly error: string | undefined;
  readonly value: T;
  readonly spell: (value: T) => string;
  /** Null for what is no time. */
  readonly read: (typed: string) => T | null;
  readonly onChange: (value: T) => void;
  readonly placeholder?: string;
}

/** A time as people write it, such as "1 h 30 min"; read while it is typed, tidied when the person is done. */
export function DurationField<T>({
  label,
  help,
  error,
  value,
  spell,
  read,
  onChange,
  placeholder,
}: Props<T>) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && read(typed) === null;
  return (
    <Field
      label={label}
      help={help}
      error={isWrong ? 'Write a time such as 4 h, 90 min or 1 h 30 min.' : error}
    >
      {(field) => (
        <TextField
          {...field}
          autoComplete="off"
          {...(placeholder === undefined ? {} : { placeholder })}
          value={typed ?? spell(value)}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            const time = read(text);
            if (time !== null) onChange(time);
          }}
          onBlur={() => setTyped((text) => (text !== null && read(text) === null ? text : null))}
        />
      )}
    </Field>
  );
}
