import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly help: string;
  readonly error: string | undefined;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Yes or no. */
export function Tick({ label, help, error, isOn, onChange }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label className="choice">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={id}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <div
        id={id}
        className={error === undefined ? 'help' : 'field-error'}
        role={error === undefined ? undefined : 'alert'}
      >
        {error ?? help}
      </div>
    </div>
  );
}
