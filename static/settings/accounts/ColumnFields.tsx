import { Field } from '../../shared/Field';
import { type ColumnKey, columns } from './columns';

interface Props {
  readonly headings: readonly string[];
  readonly where: Readonly<Partial<Record<ColumnKey, number>>>;
  readonly busy: boolean;
  readonly onChange: (where: Partial<Record<ColumnKey, number>>) => void;
}

const [access, account] = [
  columns.filter(({ key }) => key.startsWith('access')),
  columns.filter(({ key }) => !key.startsWith('access')),
];

/** Which column of the file is what; those of the access list stand apart, since most files have none of them. */
export function ColumnFields(props: Props) {
  const found = access.filter(({ key }) => props.where[key] !== undefined).length;
  return (
    <>
      <div className="columns">
        {account.map((column) => (
          <ColumnField key={column.key} {...props} column={column} />
        ))}
      </div>
      <details open={found > 0}>
        <summary>
          Customer access list{' '}
          <span className="subtle">
            {found === 0 ? 'not in the file' : `${found} of ${access.length} columns in the file`}
          </span>
        </summary>
        <div className="columns">
          {access.map((column) => (
            <ColumnField key={column.key} {...props} column={column} />
          ))}
        </div>
      </details>
    </>
  );
}

function ColumnField({
  column: { key, label, needed },
  headings,
  where,
  busy,
  onChange,
}: Props & { column: (typeof columns)[number] }) {
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
