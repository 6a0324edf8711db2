import './change-request.css';
import type { ChangeView } from '../../../src/procedures/change-request/contract/panel';
import { Journal } from '../../shared/Journal';
import { TicketLink } from '../../shared/TicketLink';
import { BehindButton } from './BehindButton';
import { Changed } from './Changed';
import { ClassifyForm } from './ClassificationForm';
import { Documents } from './Documents';
import { Gates } from './Gates';
import { Halt } from './Halt';
import { Headline } from './Headline';
import { NewTerms } from './NewTerms';
import { Next } from './Next';
import { ChangeFrame } from './panel-context';
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
      {may && (
        <div className="buttons">
          <BehindButton
            label="This is a change request"
            appearance={view.expected ? 'primary' : 'subtle'}
            compact={!view.expected}
          >
            {(close) => <ClassifyForm onClose={close} />}
          </BehindButton>
        </div>
      )}
    </div>
  );
}
