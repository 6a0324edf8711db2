import { type ReactNode, useEffect } from 'react';
import { Link } from '../routing/Link';

interface Props {
  readonly title: string;
  readonly crumbs?: readonly { readonly name: string; readonly to: string }[];
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
      {crumbs.length > 0 && (
        <nav aria-label="Breadcrumbs">
          <ol className="crumbs">
            {crumbs.map(({ name, to }) => (
              <li key={to}>
                <Link to={to}>{name}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="page-title">
        <h1>{title}</h1>
        {actions && <div className="buttons">{actions}</div>}
      </div>
      {children}
    </header>
  );
}
