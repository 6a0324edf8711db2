import { Field } from '../../shared/Field';
import type { Column } from './account-part';
import { columns, columnsApart, type Where } from './columns';

interface Props {
  readonly headings: readonly string[];
  readonly where: Where;
  readonly busy: boolean;
  readonly onChange: (where: Where) => void;
}

/** Which column of the file is what; those that most files have none of stand apart. */
export function ColumnFields(props: Props) {
  return (
    <>
      <div className="columns">
        {columns.map((column) => (
          <ColumnField key={column.key} {...props} column={column} />
        ))}
      </div>
      {columnsApart.map((apart) => (
        <ColumnsApart key={apart.heading} {...props} apart={apart} />
      ))}
    </>
  );
}

function ColumnsApart({
  apart: { heading, columns: some },
  ...props
}: Props & { apart: (typeof columnsApart)[number] }) {
  const found = some.filter(({ key }) => props.where[key] !== undefined).length;
  return (
    <details open={found > 0}>
      <summary>
        {heading}{' '}
        <span className="subtle">
          {found === 0 ? 'not in the file' : `${found} of ${some.length} columns in the file`}
        </span>
      </summary>
      <div className="columns">
        {some.map((column) => (
          <ColumnField key={column.key} {...props} column={column} />
        ))}
      </div>
    </details>
  );
}

function ColumnField({
  column: { key, label, needed },
  headings,
  where,
  busy,
  onChange,
}: Props & { column: Column }) {
  const choose = (value: string): void => {
    const { [key]: _before, ...others } = where;
    onChange(value === '' ? others : { ...others, [key]: Number(value) });
  };
  return (
    <Field label={label} required={needed}>
      {({ isInvalid: _, ...field }) => (
        <select
          {...field}
          className="plain-select"
          disabled={busy}
          value={where[key] ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{needed ? 'Choose a column' : 'Not in the file'}</option>
          {headings.map((heading, index) => (
            <option key={index} value={index}>
              {heading === '' ? `Column ${index + 1}` : heading}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
