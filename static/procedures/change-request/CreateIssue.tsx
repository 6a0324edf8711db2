import Button from '@atlaskit/button/new';
import { callChangeRequest } from './call';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { useChange, useContent } from './panel-context';
import { useStep } from './use-step';

/** The change request gets its own issue; what will happen stands above the button. */
export function CreateIssue() {
  const { view } = useChange();
  const { customerRep, documentUrl } = useContent();
  const { busy, problem, step } = useStep();
  return (
    <div className="stack">
      <ul className="plain-list">
        <li>
          It is created on behalf of {customerRep?.name ?? 'the customer'}, and linked with this
          ticket.
        </li>
        <li>
          {documentUrl === null
            ? 'The requirement stands in its description.'
            : 'The link to the CR document stands in its description.'}
        </li>
        <li>Those who watch change requests watch it. It goes on there.</li>
      </ul>
      {problem && <ProblemMessage problem={problem} />}
      <div className="buttons">
        <Button
          appearance="primary"
          isLoading={busy}
          isDisabled={view.pending !== null}
          onClick={() =>
            void step(
              (expectedRevision) =>
                callChangeRequest('change-request.create-issue', { expectedRevision }),
              'The change request is being created.',
            )
          }
        >
          Create the change request
        </Button>
      </div>
    </div>
  );
}
