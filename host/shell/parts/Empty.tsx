import { type ReactNode } from 'react';

/** What will be here, and how it comes. */
export const Empty = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}) => (
  <div className="empty">
    <p className="strong">{title}</p>
    {children && <div className="subtle">{children}</div>}
  </div>
);
