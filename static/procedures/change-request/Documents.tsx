import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { callChangeRequest } from './call';
import { download } from '../../shared/files';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { type PageProblem, problemOf } from '../../shared/problem';
import { fileOf } from './document-file';
import { useChange } from './panel-context';

/** Links where documents are kept elsewhere, and a file of what is kept here. */
export function Documents() {
  const { view } = useChange();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  if (view.documents.length === 0) return null;
  const take = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const document = await callChangeRequest('document.read', {});
      download(`${document.name}.docx`, await fileOf(document));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="documents" className="stack">
      <h2 id="documents" className="section">
        Documents
      </h2>
      <ul className="plain-list">
        {view.documents.map(({ title, url, at }) => (
          <li key={title}>
            {url === null ? (
              title
            ) : (
              <a href={url} target="_blank" rel="noreferrer">
                {title}
              </a>
            )}{' '}
            {at !== null && (
              <span className="subtle small">
                <Moment at={at} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className="buttons">
        <Button spacing="compact" isLoading={busy} onClick={() => void take()}>
          Download CR document
        </Button>
        <span className="subtle small">
          A .docx for Word and others
          {view.cost !== null
            ? ', with the cost and the rates: not for the customer before they are asked'
            : ''}
          .
        </span>
      </div>
      {problem && <ProblemMessage problem={problem} />}
    </section>
  );
}
