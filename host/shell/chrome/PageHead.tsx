import { type ReactNode, useEffect } from 'react';
import { type Crumb, Crumbs } from './Crumbs';

interface Props {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** The head of a page: where it stands, what it is called, what one can do. It also names the browser's tab. */
export function PageHead({ title, crumbs = [], actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} – Local Jira`;
  }, [title]);
  return (
    <header className="page-head">
      <Crumbs crumbs={crumbs} />
      <div className="page-title">
        <h1>{title}</h1>
        {actions && <div className="buttons">{actions}</div>}
      </div>
      {children}
    </header>
  );
}
