import Button from '@atlaskit/button/new';
import { keyFor } from '../draft/key-for';
import { moved } from '../draft/moved';
import type { ShownAs, ShowInner } from './inner';
import { type Values, valueAt, withValue } from '../../../src/contract/settings-description';
import { helpOf } from './words';

/** Several of a kind, in an order that counts. */
export function ListField({
  field,
  value,
  onChange,
  at,
  path,
  show,
}: ShownAs<'list'> & { readonly show: ShowInner }) {
  const items = (Array.isArray(value) ? value : []) as readonly Values[];
  const { one, key, shows } = field;
  const shown =
    shows?.flatMap((at) => field.items.filter((item) => item.path === at)) ?? field.items;
  const add = (): void => {
    const taken = key === undefined ? [] : items.map((item) => String(item[key]));
    onChange([
      ...items,
      key === undefined ? field.blank : { ...field.blank, [key]: keyFor(one, taken) },
    ]);
  };
  return (
    <fieldset className="described-wide described-list">
      <legend className="field-label">{field.label}</legend>
      <p className="help">{helpOf(field)}</p>
      {at(path) !== undefined && (
        <p className="field-error" role="alert">
          {at(path)}
        </p>
      )}
      <ol>
        {items.map((item, place) => {
          const called = `${one} ${place + 1}`;
          return (
            <li key={key === undefined ? place : String(item[key])} aria-label={called}>
              <div className="settings-head">
                <span className="strong small">{called}</span>
                <div className="buttons">
                  <Button
                    spacing="compact"
                    appearance="subtle"
                    isDisabled={place === 0}
                    aria-label={`Move ${called} up`}
                    onClick={() => onChange(moved(items, place, -1))}
                  >
                    Up
                  </Button>
                  <Button
                    spacing="compact"
                    appearance="subtle"
                    isDisabled={place === items.length - 1}
                    aria-label={`Move ${called} down`}
                    onClick={() => onChange(moved(items, place, 1))}
                  >
                    Down
                  </Button>
                  <Button
                    spacing="compact"
                    appearance="subtle"
                    aria-label={`Remove ${called}`}
                    onClick={() => onChange(items.filter((_, other) => other !== place))}
                  >
                    Remove
                  </Button>
                </div>
              </div>
              <div className="fields">
                {shown.map((part) =>
                  show({
                    key: part.path,
                    field: part,
                    value: valueAt(item, part.path),
                    onChange: (next) =>
                      onChange(items.with(place, withValue(item, part.path, next))),
                    at,
                    path: `${path}[${place}].${part.path}`,
                  }),
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <div>
        <Button spacing="compact" isDisabled={items.length >= field.most} onClick={add}>
          {`Add: ${one.toLowerCase()}`}
        </Button>
      </div>
    </fieldset>
  );
}
