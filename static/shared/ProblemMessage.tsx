import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { headingOf, type PageProblem } from './problem';
import { Why } from './Why';

const appearanceOf = ({ code }: PageProblem) =>
  code === 'changed-meanwhile' ? 'information' : code === 'defect' || code === 'misconfigured' ? 'error' : 'warning';

/** What happened, what to do, and the rule behind it. */
export function ProblemMessage({ problem, onTryAgain }: { problem: PageProblem; onTryAgain?: () => void }) {
  const { message, remedy, why, retryAfterSeconds } = problem;
  const actions = onTryAgain
    ? { actions: <SectionMessageAction onClick={onTryAgain}>Try again</SectionMessageAction> }
    : {};
  return (
    <div role="alert">
      <SectionMessage title={headingOf(problem)} headingLevel="h3" appearance={appearanceOf(problem)} {...actions}>
        <p>{message}</p>
        {remedy !== undefined && <p>{remedy}</p>}
        {retryAfterSeconds !== undefined && <p>Jira asks to wait {retryAfterSeconds} seconds. Nothing is lost.</p>}
        {why && <Why why={why} question="Why not?" />}
      </SectionMessage>
    </div>
  );
}
