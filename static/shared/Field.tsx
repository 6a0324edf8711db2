import { type ReactNode, useId } from 'react';

interface FieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly children: (field: {
    id: string;
    'aria-describedby': string;
    isInvalid: boolean;
  }) => ReactNode;
}

/** A label, the input, and under it what helps or what is wrong. */
export function Field({ label, help, error, required = false, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="required" aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      {children({ id, 'aria-describedby': `${id}-about`, isInvalid: error !== undefined })}
      <div
        id={`${id}-about`}
        className={error === undefined ? 'help' : 'field-error'}
        role={error === undefined ? undefined : 'alert'}
      >
        {error ?? help}
      </div>
    </div>
  );
}
