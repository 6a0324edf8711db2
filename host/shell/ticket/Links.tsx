import { type IssueLink } from '../data/wire';
import { StatusLozenge } from '../parts/StatusLozenge';
import { Link } from '../routing/Link';
import { paths } from '../routing/paths';

/** Tickets this one is linked to, by how. */
export function Links({ links }: { readonly links: readonly IssueLink[] }) {
  if (links.length === 0) return null;
  return (
    <section aria-labelledby="links">
      <h2 id="links" className="section-title">
        Linked tickets
      </h2>
      <ul className="links">
        {links.map(({ id, type, inwardIssue, outwardIssue }) => {
          const other = outwardIssue ?? inwardIssue;
          return (
            other && (
              <li key={id}>
                <span className="subtle small">{outwardIssue ? type.outward : type.inward}</span>
                <Link to={paths.ticket(other.key)}>{other.key}</Link>
                <span className="clipped">{other.fields.summary}</span>
                <StatusLozenge status={other.fields.status} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
