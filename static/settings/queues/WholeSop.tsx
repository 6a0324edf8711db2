import { useContext, useEffect, useRef, useState } from 'react';
import type { SopView } from '../../../src/contract/sop';
import type { DraftView } from '../../../src/contract/versions';
import { callSettings } from '../call';
import { type PageProblem, problemOf } from '../../shared/problem';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Skeleton } from '../../shared/Skeleton';
import { ClauseToShow } from '../open-tab';
import { SopText } from './SopText';

/** The whole SOP as the settings have it: in force, or as the draft would have it. */
export function WholeSop({ draft }: { draft: DraftView }) {
  const [of, setOf] = useState<'in-force' | 'draft'>(draft.live === null ? 'draft' : 'in-force');
  const [sop, setSop] = useState<SopView | null>(null);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  useEffect(() => {
    let wanted = true;
    callSettings('sop.read', { of }).then(
      (view) => wanted && setSop(view),
      (error: unknown) => wanted && setProblem(problemOf(error)),
    );
    return () => {
      wanted = false;
    };
  }, [of, draft.revision]);
  const clause = useContext(ClauseToShow);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (sop === null || clause === null) return;
    const all = [
      ...(place.current?.querySelectorAll<HTMLElement>(`[data-clause="${CSS.escape(clause)}"]`) ??
        []),
    ];
    for (const sentence of all) sentence.closest('details')?.setAttribute('open', '');
    all[0]?.scrollIntoView({ block: 'center' });
    all[0]?.focus({ preventScroll: true });
  }, [sop, clause]);
  const common = sop?.sentences.filter(({ queue }) => queue === null) ?? [];
  return (
    <section aria-labelledby="sop" className="settings-section" ref={place}>
      <h2 id="sop">The SOP in words</h2>
      <p className="settings-intro">
        These settings read back as the SOP they are. Every automatic act in a ticket names the
        clause it follows.
      </p>
      {draft.changed && draft.live !== null && (
        <fieldset className="choices sop-of">
          <legend className="field-label">Show</legend>
          {(['in-force', 'draft'] as const).map((one) => (
            <label key={one} className="choice">
              <input type="radio" name="sop-of" checked={of === one} onChange={() => setOf(one)} />
              <span>{one === 'draft' ? 'The draft' : 'What is in force'}</span>
            </label>
          ))}
        </fieldset>
      )}
      {problem && <ProblemMessage problem={problem} />}
      {sop === null && problem === null && (
        <Skeleton lines={[90, 80, 95]} label="Reading the SOP" />
      )}
      {sop && (
        <>
          {common.length > 0 && (
            <details className="sop-queue" open>
              <summary>For all queues</summary>
              <SopText key={of} sentences={common} entries={[]} />
            </details>
          )}
          {sop.queues.map(({ projectId, name, key }) => (
            <details key={projectId} className="sop-queue">
              <summary>
                {name} ({key})
              </summary>
              <SopText
                key={of}
                sentences={sop.sentences.filter(({ queue }) => queue === projectId)}
                entries={entriesIn(sop, draft, projectId)}
              />
            </details>
          ))}
        </>
      )}
    </section>
  );
}

/** Entries of the queue, by the names the draft has for them; one it has no more is called by its id. */
function entriesIn(
  { sentences }: SopView,
  { form }: DraftView,
  project: string,
): { id: string; name: string }[] {
  const known = form.queues.find((queue) => queue.project === project)?.entries ?? [];
  const ids = [
    ...new Set(
      sentences.flatMap(({ queue, entry }) => (queue === project && entry !== null ? [entry] : [])),
    ),
  ];
  return ids.map((id) => ({ id, name: known.find((entry) => entry.id === id)?.name ?? id }));
}
