import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { Field } from '../../shared/Field';
import { Choose, ChooseSome } from '../queues/Choose';
import { DurationField } from '../queues/DurationField';
import { minutesOf, spellMinutes } from '../queues/durations';
import type { Option } from '../../../src/contract/settings-description';
import type { Shown, ShownAs, ShowInner } from './inner';
import { ListField } from './ListField';
import { MeaningsField } from './MeaningsField';
import { useOffers } from './offers';
import { Tick } from './Tick';
import { TogetherField } from './TogetherField';
import { helpOf } from './words';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const choicesOf = (options: readonly Option[]) =>
  options.map(({ value, label }) => ({ id: value, name: label }));

const showInner: ShowInner = ({ key, ...shown }) => <DescribedField key={key} {...shown} />;

/** One value, as its description says. */
export function DescribedField(props: Shown) {
  const { field, value, onChange, at, path } = props;
  const { roles } = useOffers();
  const common = { label: field.label, help: helpOf(field), error: at(path) };
  switch (field.kind) {
    case 'number':
      return <NumberField {...props} field={field} />;
    case 'minutes':
      return (
        <DurationField
          {...common}
          value={typeof value === 'number' ? value : field.min}
          spell={spellMinutes}
          read={minutesOf}
          onChange={onChange}
        />
      );
    case 'yes-no':
      return <Tick {...common} isOn={value === true} onChange={onChange} />;
    case 'text':
      return (
        <div className={field.wide ? 'described-wide' : 'described-cell'}>
          <Field {...common} required={field.empty === undefined}>
            {(input) => (
              <TextField
                {...input}
                autoComplete="off"
                placeholder={field.empty ?? ''}
                value={text(value)}
                onChange={({ currentTarget }) =>
                  onChange(
                    currentTarget.value === '' && field.empty !== undefined
                      ? null
                      : currentTarget.value,
                  )
                }
              />
            )}
          </Field>
        </div>
      );
    case 'long-text':
      return (
        <div className="described-wide">
          <Field {...common} required>
            {(input) => (
              <TextArea
                {...input}
                minimumRows={4}
                value={text(value)}
                onChange={({ currentTarget }) => onChange(currentTarget.value)}
              />
            )}
          </Field>
        </div>
      );
    case 'lines':
      return (
        <Field {...common} error={at(path, true)}>
          {(input) => (
            <TextArea
              {...input}
              minimumRows={2}
              value={list(value).join('\n')}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.value === '' ? [] : currentTarget.value.split('\n'))
              }
              onBlur={() =>
                onChange(
                  list(value)
                    .map((one) => one.trim())
                    .filter((one) => one !== ''),
                )
              }
            />
          )}
        </Field>
      );
    case 'choice':
      return (
        <Choose
          {...common}
          choices={choicesOf(field.options)}
          value={text(value)}
          onChange={onChange}
        />
      );
    case 'several':
      return (
        <ChooseSome
          {...common}
          error={at(path, true)}
          choices={choicesOf(field.options)}
          value={list(value)}
          onChange={onChange}
          none="None"
        />
      );
    case 'role':
      return <Choose {...common} choices={roles} value={text(value)} onChange={onChange} />;
    case 'pick':
      return <Pick {...props} field={field} />;
    case 'pick-some':
      return <PickSome {...props} field={field} />;
    case 'list':
      return <ListField {...props} field={field} show={showInner} />;
    case 'meanings':
      return <MeaningsField {...props} field={field} />;
    case 'together':
      return <TogetherField {...props} field={field} show={showInner} />;
  }
}

function NumberField({ field, value, onChange, at, path }: ShownAs<'number'>) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(value ?? '');
  const number = Number(shown);
  const isWrong =
    shown.trim() === '' || !Number.isInteger(number) || number < field.min || number > field.max;
  return (
    <Field
      label={field.label}
      help={helpOf(field)}
      error={isWrong ? `Write a whole number from ${field.min} to ${field.max}.` : at(path)}
    >
      {(input) => (
        <div className="with-unit">
          <TextField
            {...input}
            type="number"
            min={field.min}
            max={field.max}
            value={shown}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
              // What is no number at all is left to be corrected; what is out of bounds is refused when it is saved.
              if (
                currentTarget.value.trim() !== '' &&
                Number.isInteger(Number(currentTarget.value))
              )
                onChange(Number(currentTarget.value));
            }}
            onBlur={() =>
              setTyped((left) =>
                left !== null && left.trim() !== '' && Number.isInteger(Number(left)) ? null : left,
              )
            }
          />
          <span className="subtle">{field.unit}</span>
        </div>
      )}
    </Field>
  );
}

function Pick({ field, value, onChange, at, path }: ShownAs<'pick'>) {
  const { from } = useOffers();
  const known = from[field.from];
  const chosen = text(value);
  const choices =
    chosen === '' || known.some(({ id }) => id === chosen)
      ? known
      : [...known, { id: chosen, name: `${chosen} (not there)` }];
  return (
    <Choose
      label={field.label}
      help={helpOf(field)}
      error={at(path)}
      choices={choices}
      value={chosen}
      {...(field.empty === undefined ? {} : { empty: field.empty })}
      onChange={(id) => onChange(id !== '' ? id : field.mayLack ? undefined : null)}
    />
  );
}

function PickSome({ field, value, onChange, at, path }: ShownAs<'pick-some'>) {
  const { from } = useOffers();
  return (
    <ChooseSome
      label={field.label}
      help={helpOf(field)}
      error={at(path, true)}
      choices={from[field.from]}
      value={list(value)}
      onChange={onChange}
      none={field.nothing}
    />
  );
}
