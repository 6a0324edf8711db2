import Button from '@atlaskit/button/new';
import type { GateView } from '../../../src/procedures/change-request/contract/panel';
import { callChangeRequest } from './call';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { WordsForm } from '../../shared/WordsForm';
import { Why } from '../../shared/Why';
import { BehindButton } from './BehindButton';
import { DeclineForm } from './DeclineForm';
import { useChange } from './panel-context';
import { RecordForm } from './RecordForm';
import { useStep } from './use-step';
import { decisionWords } from './words';

/** A gate whose turn it is: it is asked for, decided, or recorded for the customer. */
export function Decide({ gate }: { gate: GateView }) {
  const { busy, problem, step } = useStep();
  const { may, side } = gate;
  const words = decisionWords(gate);
  const asking = gate.state !== 'open';
  const given = gate.verdicts.filter(({ approved, holds }) => approved && holds).length;
  const anything = Object.values(may).some(({ allowed }) => allowed);
  const closed = asking ? may.ask : side === 'customer' ? may.record : may.approve;
  return (
    <div className="stack">
      {gate.needed > 1 && (
        <p className="subtle small">
          {given} of {gate.needed} people have agreed.
        </p>
      )}
      {problem && <ProblemMessage problem={problem} />}
      {!anything && !closed.allowed && (
        <Why why={closed.why} question="Why not?" about={`not by me: ${gate.title}`}>
          <span className="subtle small">Not by you now.</span>
        </Why>
      )}
      <div className="buttons">
        {may.ask.allowed && (
          <Button
            appearance="primary"
            isLoading={busy}
            onClick={() =>
              void step(
                (expectedRevision) =>
                  callChangeRequest('change-request.ask', { gate: gate.gate, expectedRevision }),
                side === 'customer' ? 'The customer is asked.' : 'Asked.',
              )
            }
          >
            {side === 'customer' ? 'Ask the customer' : 'Ask for approval'}
            <span className="for-screen-readers"> {gate.title}</span>
          </Button>
        )}
        {may.approve.allowed && (
          <Button
            appearance="primary"
            isLoading={busy}
            onClick={() =>
              void step(
                (expectedRevision) =>
                  callChangeRequest('change-request.approve', {
                    gate: gate.gate,
                    expectedRevision,
                  }),
                `${words.given}.`,
              )
            }
          >
            {words.yes}
            <span className="for-screen-readers"> {gate.title}</span>
          </Button>
        )}
        {may.decline.allowed && (
          <BehindButton label={words.no} about={gate.title}>
            {(close) => <DeclineForm gate={gate} onClose={close} />}
          </BehindButton>
        )}
        {may.record.allowed && (
          <BehindButton label="Record the customer’s decision" about={gate.title}>
            {(close) => <RecordForm gate={gate} onClose={close} />}
          </BehindButton>
        )}
        {may['follow-up'].allowed && (
          <Button
            appearance="subtle"
            isLoading={busy}
            onClick={() =>
              void step(
                (expectedRevision) =>
                  callChangeRequest('change-request.follow-up', {
                    gate: gate.gate,
                    expectedRevision,
                  }),
                'You are reminded again later.',
              )
            }
          >
            {may['follow-up'].title}
            <span className="for-screen-readers"> {gate.title}</span>
          </Button>
        )}
        {may.skip.allowed && (
          <BehindButton label="Skip" about={gate.title} appearance="subtle">
            {(close) => <SkipForm gate={gate} onClose={close} />}
          </BehindButton>
        )}
      </div>
    </div>
  );
}

/** Where the settings allow it. */
function SkipForm({ gate, onClose }: { gate: GateView; onClose: () => void }) {
  const { issueId } = useChange();
  const { busy, problem, step } = useStep();
  return (
    <WordsForm
      name={`Skip ${gate.title}`}
      draft={`skip-${issueId}-${gate.gate}`}
      label="Why is it skipped?"
      help="Kept with the gate."
      submit="Skip"
      missing="Say why."
      field="reason"
      rows={2}
      permission={gate.may.skip}
      busy={busy}
      problem={problem}
      onSend={(reason) =>
        step(
          (expectedRevision) =>
            callChangeRequest('change-request.skip', { gate: gate.gate, reason, expectedRevision }),
          'Skipped.',
        )
      }
      onClose={onClose}
    />
  );
}
