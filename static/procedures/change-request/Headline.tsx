import Lozenge from '@atlaskit/lozenge';
import { spellDay } from '../../shared/days';
import { Moment } from '../../shared/Moment';
import { Notice } from '../../shared/Notice';
import { Pending } from '../../shared/Pending';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { TicketLink } from '../../shared/TicketLink';
import { WordsForm } from '../../shared/WordsForm';
import Button from '@atlaskit/button/new';
import { BehindButton } from './BehindButton';
import { callChangeRequest } from './call';
import { HoldForm } from './HoldForm';
import { useChange } from './panel-context';
import { useStep } from './use-step';

/** Which change request, how far it is, and who has it. */
export function Headline() {
  const { view } = useChange();
  const { summary, account, stage, steps, state, next, issue } = view;
  const holders = [
    ...new Set(
      next.map(({ owner, holders: people }) =>
        people.length === 0 ? owner : `${people.map(({ name }) => name).join(', ')} (${owner})`,
      ),
    ),
  ];
  return (
    <section className="stack" aria-label="Where it stands">
      <p className="headline">{summary}</p>
      <div className="states">
        {stage !== null && state === 'running' && (
          <Lozenge
            appearance="inprogress"
            maxWidth={320}
          >{`Stage ${stage} of ${steps.length}: ${steps[stage - 1]?.title ?? ''}`}</Lozenge>
        )}
        {state === 'on-hold' && <Lozenge appearance="moved">On hold</Lozenge>}
        {state === 'withdrawn' && <Lozenge appearance="removed">Withdrawn</Lozenge>}
        {state === 'done' && <Lozenge appearance="success">Live and signed off</Lozenge>}
        {state === 'running' && holders.length > 0 && <span>with {holders.join(' and ')}</span>}
      </div>
      <p className="subtle small">
        {account !== null && account.name}
        {issue?.is === 'intake' && (
          <>
            {' · came from '}
            <TicketLink issueKey={issue.key} summary="" />
          </>
        )}
      </p>
      <Stopped />
      <Pending of={view} />
    </section>
  );
}

/** A withdrawn one goes on where it stood, with a reason. */
function TakeUp() {
  const { issueId, view } = useChange();
  const { busy, problem, step } = useStep();
  const permission = view.actions['take-up'];
  return (
    <BehindButton label={permission.title}>
      {(close) => (
        <WordsForm
          name={permission.title}
          draft={`take-up-${issueId}`}
          label="Why?"
          help="It goes on where it stood. The reason stays with the team."
          submit={permission.title}
          missing="Enter a reason."
          field="reason"
          rows={2}
          permission={permission}
          busy={busy}
          problem={problem}
          onSend={(reason) =>
            step(
              (expectedRevision) =>
                callChangeRequest('change-request.take-up', { reason, expectedRevision }),
              'Taken up again.',
            )
          }
          onClose={close}
        />
      )}
    </BehindButton>
  );
}

/** On hold or withdrawn: by whom and why. */
function Stopped() {
  const { view } = useChange();
  const { busy, problem, step } = useStep();
  const stopped = view.hold ?? view.withdrawn;
  if (stopped === null) return null;
  return (
    <Notice appearance="warning" title={view.hold === null ? 'Withdrawn' : 'On hold'}>
      <p>
        {stopped.reason}{' '}
        <span className="subtle">
          {stopped.by.name}, <Moment at={stopped.at} />
          {view.hold?.until != null && `, until ${spellDay(view.hold.until)}`}
        </span>
      </p>
      {view.hold !== null && view.actions.resume.allowed && (
        <div>
          <Button
            isLoading={busy}
            onClick={() =>
              void step(
                (expectedRevision) =>
                  callChangeRequest('change-request.resume', { expectedRevision }),
                'It goes on.',
              )
            }
          >
            Resume
          </Button>
        </div>
      )}
      {view.hold !== null && view.actions.hold.allowed && (
        <BehindButton label="Extend the hold" appearance="subtle">
          {(close) => <HoldForm onClose={close} />}
        </BehindButton>
      )}
      {view.withdrawn !== null && view.actions['take-up'].allowed && <TakeUp />}
      {problem && <ProblemMessage problem={problem} />}
    </Notice>
  );
}
