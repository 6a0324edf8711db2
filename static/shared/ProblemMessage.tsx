import Button from '@atlaskit/button/new';
import { Notice } from './Notice';
import { headingOf, type PageProblem } from './problem';
import { useSaid } from './use-said';
import { Why } from './Why';

const appearanceOf = ({ code }: PageProblem) =>
  code === 'changed-meanwhile'
    ? 'information'
    : code === 'defect' || code === 'misconfigured'
      ? 'error'
      : 'warning';

/** What happened, what to do, and the rule behind it. */
export function ProblemMessage({
  problem,
  onTryAgain,
}: {
  problem: PageProblem;
  onTryAgain?: () => void;
}) {
  const said = useSaid();
  const { message, remedy, why, retryAfterSeconds } = problem;
  return (
    <div role="alert">
      <Notice title={headingOf(problem)} appearance={appearanceOf(problem)}>
        <p>{said(message)}</p>
        {problem.code === 'changed-meanwhile' && (
          <p>Here is the fresh version. What you typed is kept.</p>
        )}
        {remedy !== undefined && <p>{said(remedy)}</p>}
        {retryAfterSeconds !== undefined && (
          <p>Jira asks to wait {retryAfterSeconds} seconds. Nothing is lost.</p>
        )}
        {why && <Why why={why} question="Why not?" />}
        {onTryAgain && (
          <div>
            <Button spacing="compact" onClick={onTryAgain}>
              Try again
            </Button>
          </div>
        )}
      </Notice>
    </div>
  );
}
