import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { Field } from '../../shared/Field';
import { sameValue } from '../draft/same-value';
import { Choose } from '../queues/Choose';
import type { ShownAs } from './inner';
import { meaningsOf, rowsOf } from './values';
import { helpOf } from './words';

/** Names, and what each means. A name being typed may for a moment be that of another row: rows are kept as they stand. */
export function MeaningsField({ field, value, onChange, at, path }: ShownAs<'meanings'>) {
  const [typed, setTyped] = useState(() => rowsOf(value));
  const rows = sameValue(meaningsOf(typed), value) ? typed : rowsOf(value);
  const put = (next: typeof rows): void => {
    setTyped(next);
    onChange(meaningsOf(next));
  };
  const choices = field.meanings.map((one) => ({ id: one.value, name: one.label }));
  return (
    <fieldset className="described-wide described-list">
      <legend className="field-label">{field.label}</legend>
      <p className="help">{helpOf(field)}</p>
      <ol>
        {rows.map(({ name, meaning }, place) => {
          const twice =
            name !== '' && rows.some((row, other) => other > place && row.name === name);
          return (
            <li key={place} aria-label={`${field.one} ${place + 1}`}>
              <div className="fields meaning">
                <Field
                  label={field.one}
                  error={
                    twice
                      ? 'The same name stands further down, and that one counts. Remove one of them.'
                      : name === ''
                        ? 'Write the name, or remove this row.'
                        : undefined
                  }
                >
                  {(input) => (
                    <TextField
                      {...input}
                      autoComplete="off"
                      value={name}
                      onChange={({ currentTarget }) =>
                        put(rows.with(place, { name: currentTarget.value, meaning }))
                      }
                    />
                  )}
                </Field>
                <Choose
                  label="Means"
                  error={at(`${path}.${name}`)}
                  choices={choices}
                  value={meaning}
                  onChange={(next) => put(rows.with(place, { name, meaning: next }))}
                />
                <Button
                  spacing="compact"
                  appearance="subtle"
                  aria-label={`Remove ${name}`}
                  onClick={() => put(rows.filter((_, other) => other !== place))}
                >
                  Remove
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      <div>
        <Button
          spacing="compact"
          onClick={() => put([...rows, { name: '', meaning: field.meanings[0]?.value ?? '' }])}
        >
          {`Add: ${field.one.toLowerCase()}`}
        </Button>
      </div>
    </fieldset>
  );
}
