import type { PortalView } from '../../src/procedures/change-request/contract/portal';

/** What the customer was asked about, to be read again. */
export function Documents({ documents }: { documents: PortalView['documents'] }) {
  if (documents.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">Documents</h2>
      {documents.map(({ title, url, sections }) => (
        <div key={title} className="portal-document">
          {url !== null && (
            <p>
              <a href={url} target="_blank" rel="noreferrer">
                {title}
              </a>
            </p>
          )}
          {sections.length > 0 && (
            <details>
              <summary>{url === null ? title : `${title}: read it here`}</summary>
              {sections.map((section) => (
                <div key={section.title}>
                  <h3>{section.title}</h3>
                  <p className="portal-text">{section.text}</p>
                </div>
              ))}
            </details>
          )}
        </div>
      ))}
    </section>
  );
}
