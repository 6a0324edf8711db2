import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { HistoryEntry } from '../../src/contract/ticket';
import { Moment } from './Moment';
import { useSaid } from './use-said';
import { Why } from './Why';

const shownAtFirst = 5;

/** What was done, and what was not, newest first; each with its reason. @param empty said while there is nothing */
export function Journal({ history, empty }: { history: readonly HistoryEntry[]; empty: string }) {
  const [all, setAll] = useState(false);
  const shown = all ? history : history.slice(0, shownAtFirst);
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="section">
        Before
      </h2>
      {history.length === 0 ? (
        <p className="subtle small">{empty}</p>
      ) : (
        <ol className="steps">
          {shown.map((entry) => (
            <li key={entry.id} className={`step step-${entry.kind}`}>
              <Entry entry={entry} />
            </li>
          ))}
        </ol>
      )}
      {history.length > shownAtFirst && (
        <button
          type="button"
          className="link-button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? 'Show fewer' : `Show all ${history.length}`}
        </button>
      )}
    </section>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const said = useSaid();
  const words = (
    <>
      <span className="step-time">
        <Moment at={entry.at} />
        {entry.by && ` · ${entry.by.name}`}
        {entry.kind === 'declined' && <Lozenge appearance="default">Not done</Lozenge>}
        {entry.kind === 'failed' && <Lozenge appearance="removed">Failed</Lozenge>}
      </span>
      {said(entry.text)}
    </>
  );
  if (entry.why === null) return words;
  return (
    <Why
      why={entry.why}
      question={entry.kind === 'done' ? 'Why?' : 'Why not?'}
      about={said(entry.text)}
    >
      {words}
    </Why>
  );
}
