import { callChangeRequest } from './call';
import { WordsForm } from '../../shared/WordsForm';
import { BehindButton } from './BehindButton';
import { HoldForm } from './HoldForm';
import { useChange } from './panel-context';
import { useStep } from './use-step';

/** The ways to stop: for a while, or for good. */
export function Halt() {
  const { view } = useChange();
  if (!view.actions.hold.allowed && !view.actions.withdraw.allowed) return null;
  return (
    <div className="buttons">
      {view.hold === null && view.actions.hold.allowed && (
        <BehindButton label={view.actions.hold.title} appearance="subtle" compact>
          {(close) => <HoldForm onClose={close} />}
        </BehindButton>
      )}
      {view.actions.withdraw.allowed && (
        <Withdraw
          help="It ends here until somebody takes it up again. The reason stays with the team."
          said="Withdrawn."
        />
      )}
    </div>
  );
}

function Withdraw({ help, said }: { help: string; said: string }) {
  const { issueId, view } = useChange();
  const { busy, problem, step } = useStep();
  const { title } = view.actions.withdraw;
  return (
    <BehindButton label={title} appearance="subtle" compact>
      {(close) => (
        <WordsForm
          name={title}
          draft={`withdraw-${issueId}`}
          label="Why?"
          help={help}
          submit={title}
          missing="Say why."
          field="reason"
          rows={2}
          permission={view.actions.withdraw}
          busy={busy}
          problem={problem}
          onSend={(reason) =>
            step(
              (expectedRevision) =>
                callChangeRequest('change-request.withdraw', { reason, expectedRevision }),
              said,
            )
          }
          onClose={close}
        />
      )}
    </BehindButton>
  );
}
