import { type ReactNode, useEffect, useState } from 'react';

interface Props {
  readonly title: string;
  /** What is set inside, while it is closed. */
  readonly about: string;
  /** Something in it is wrong: it is opened, and says so. */
  readonly isWrong: boolean;
  readonly children: ReactNode;
}

/** A part of a long form, closed until somebody wants it. */
export function Section({ title, about, isWrong, children }: Props) {
  const [isOpen, setOpen] = useState(isWrong);
  // What is wrong is shown; what was mended stays in sight until somebody closes it.
  useEffect(() => {
    if (isWrong) setOpen(true);
  }, [isWrong]);
  return (
    <details
      className="form-section"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <span className="strong">{title}</span>
        <span className={isWrong ? 'field-error' : 'small subtle'}>
          {' '}
          {isWrong ? 'Something to correct' : about}
        </span>
      </summary>
      <div className="form-section-inside">{children}</div>
    </details>
  );
}
