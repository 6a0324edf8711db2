import { Moment } from '../shared/Moment';
import { Notice } from '../shared/Notice';
import type { PageProblem } from '../shared/problem';
import { ProblemMessage } from '../shared/ProblemMessage';
import { useSaid } from '../shared/use-said';
import { usePanel } from './panel-context';
import { Warnings } from './Warnings';

/** What the reader should know before acting: the page is old, something is still under way, something needs mending. */
export function Notices({
  problem,
  onTryAgain,
}: {
  problem: PageProblem | null;
  onTryAgain: () => void;
}) {
  const { now, pending, warnings } = usePanel().view;
  const said = useSaid();
  if (problem === null && pending === null && warnings.length === 0) return null;
  return (
    <div className="notices">
      {problem && (
        <>
          <ProblemMessage problem={problem} onTryAgain={onTryAgain} />
          <p className="subtle small">
            What you see is from <Moment at={now} />.
          </p>
        </>
      )}
      {pending && (
        <Notice appearance="information" title="Being carried out">
          <p>{said(pending.reason)}</p>
          <p className="subtle small">
            Since <Moment at={pending.since} />. Nothing is lost; this page follows.
          </p>
        </Notice>
      )}
      <Warnings warnings={warnings} />
    </div>
  );
}
