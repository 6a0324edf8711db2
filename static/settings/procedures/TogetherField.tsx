import type { ShownAs, ShowInner } from './inner';
import { Tick } from './Tick';
import { type Values, valueAt, withValue } from '../../../src/contract/settings-description';
import { helpOf } from './words';

/** Several values that are there together, or not at all. */
export function TogetherField({
  field,
  value,
  onChange,
  at,
  path,
  show,
}: ShownAs<'together'> & { readonly show: ShowInner }) {
  const values = (value ?? null) as Values | null;
  return (
    <div className="described-wide">
      <Tick
        label={field.label}
        help={helpOf(field)}
        error={at(path)}
        isOn={values !== null}
        onChange={(isOn) => onChange(isOn ? field.blank : null)}
      />
      {values !== null && (
        <div className="fields together" role="group" aria-label={field.label}>
          {field.fields.map((one) =>
            show({
              key: one.path,
              field: one,
              value: valueAt(values, one.path),
              onChange: (next) => onChange(withValue(values, one.path, next)),
              at,
              path: `${path}.${one.path}`,
            }),
          )}
        </div>
      )}
    </div>
  );
}
