import type { ChangeAction } from '../../../src/procedures/change-request/contract/panel';
import { callChangeRequest } from './call';
import { WordsForm } from '../../shared/WordsForm';
import { BehindButton } from './BehindButton';
import { useChange } from './panel-context';
import { useStep } from './use-step';

/** The ways to stop: for a while, or for good. */
export function Halt() {
  const { view } = useChange();
  if (!view.actions.hold.allowed && !view.actions.withdraw.allowed) return null;
  return (
    <div className="buttons">
      {view.actions.hold.allowed && (
        <Stop
          action="hold"
          help="The reminders stop, and the customer sees that it is on hold. The reason stays with the team."
          said="On hold."
        />
      )}
      {view.actions.withdraw.allowed && (
        <Stop
          action="withdraw"
          help="It ends here until somebody takes it up again. The reason stays with the team."
          said="Withdrawn."
        />
      )}
    </div>
  );
}

function Stop({
  action,
  help,
  said,
}: {
  action: Extract<ChangeAction, 'hold' | 'withdraw'>;
  help: string;
  said: string;
}) {
  const { issueId, view } = useChange();
  const { busy, problem, step } = useStep();
  const { title } = view.actions[action];
  return (
    <BehindButton label={title} appearance="subtle" compact>
      {(close) => (
        <WordsForm
          name={title}
          draft={`${action}-${issueId}`}
          label="Why?"
          help={help}
          submit={title}
          missing="Say why."
          field="reason"
          rows={2}
          permission={view.actions[action]}
          busy={busy}
          problem={problem}
          onSend={(reason) =>
            step(
              (expectedRevision) =>
                callChangeRequest(`change-request.${action}`, { reason, expectedRevision }),
              said,
            )
          }
          onClose={close}
        />
      )}
    </BehindButton>
  );
}
