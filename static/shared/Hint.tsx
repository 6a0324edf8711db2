import { type ReactNode, useId } from 'react';

interface Props {
  readonly text: string;
  /** Also by keyboard: for the few that matter most, as each is one more stop. */
  readonly reachable?: boolean;
  readonly children: ReactNode;
}

/** A tooltip in CSS: shown on hover and focus, read out where it can be focused. */
export function Hint({ text, reachable = false, children }: Props) {
  const id = useId();
  return (
    <span
      className="hint"
      {...(reachable ? { tabIndex: 0, role: 'note', 'aria-describedby': id } : {})}
    >
      {children}
      <span id={id} className="hint-text" role="tooltip">
        {text}
      </span>
    </span>
  );
}
