import './change-request.css';
import type { ChangeView } from '../../../src/procedures/change-request/contract/panel';
import { Journal } from '../../shared/Journal';
import { Moment } from '../../shared/Moment';
import { TicketLink } from '../../shared/TicketLink';
import { WordsForm } from '../../shared/WordsForm';
import { BehindButton } from './BehindButton';
import { Changed } from './Changed';
import { ClassifyForm } from './ClassificationForm';
import { Documents } from './Documents';
import { Gates } from './Gates';
import { Halt } from './Halt';
import { Headline } from './Headline';
import { NewTerms } from './NewTerms';
import { Next } from './Next';
import { ChangeFrame, useChange } from './panel-context';
import { callChangeRequest } from './call';
import { useStep } from './use-step';
import { Progress } from './Progress';
import { Tracker } from './Tracker';
import { Written } from './Written';

/** Where a change request stands, who has it, what it says, and what was decided on it. */
export const ChangeRequest = ({ issueId }: { issueId: string }) => (
  <ChangeFrame issueId={issueId} Content={Content} />
);

function Content({ view }: { view: ChangeView }) {
  switch (view.state) {
    case 'off':
      return (
        <p className="subtle">
          No change requests run in this project. An administrator can turn them on in the Account
          Relay settings of this queue.
        </p>
      );
    case 'none':
      return <NotYet view={view} />;
    case 'moved':
      return (
        <p>
          This change request goes on in <TicketLink issueKey={view.issue?.key ?? ''} summary="" />
        </p>
      );
    case 'running':
    case 'on-hold':
    case 'withdrawn':
    case 'done':
      return (
        <>
          <Headline />
          <Tracker steps={view.steps} />
          <Changed />
          <NewTerms />
          <Next />
          {view.content !== null && <Written />}
          <Progress />
          <Gates />
          <Documents />
          <Halt />
          <Journal history={view.history} empty="Nothing has happened yet." />
        </>
      );
  }
}

/** The answer "no", with its reason. */
function NotOne({ onClose }: { onClose: () => void }) {
  const { issueId, view } = useChange();
  const { busy, problem, step } = useStep();
  const permission = view.actions['not-a-change'];
  return (
    <WordsForm
      name={permission.title}
      draft={`not-a-change-${issueId}`}
      label="Why?"
      help="It stays with the team."
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
            callChangeRequest('change-request.not-a-change', { reason, expectedRevision }),
          'Not a change request.',
        )
      }
      onClose={onClose}
    />
  );
}

/** A ticket that is none yet: whoever may say so gets the form, the others who may. */
function NotYet({ view }: { view: ChangeView }) {
  const may = view.actions.classify.allowed;
  return (
    <div className="stack">
      <p className="subtle">
        {view.expected
          ? 'The integration team decides whether this is a change request, and what that means in cost.'
          : 'This ticket is no change request.'}
      </p>
      {view.notOne !== null && (
        <p>
          Not a change request, says {view.notOne.by.name} (<Moment at={view.notOne.at} />
          ): {view.notOne.reason}
        </p>
      )}
      {may && (
        <div className="buttons">
          <BehindButton
            label="This is a change request"
            appearance={view.expected ? 'primary' : 'subtle'}
            compact={!view.expected}
          >
            {(close) => <ClassifyForm onClose={close} />}
          </BehindButton>
          {view.expected && view.notOne === null && (
            <BehindButton label={view.actions['not-a-change'].title} appearance="subtle">
              {(close) => <NotOne onClose={close} />}
            </BehindButton>
          )}
        </div>
      )}
    </div>
  );
}
