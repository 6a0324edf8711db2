import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { WordsForm } from '../../shared/WordsForm';
import { useKeyAccount } from './panel-context';
import { useStep } from './use-step';

interface Props {
  readonly label: string;
  /** What is signed, such as `Peer review`. */
  readonly what: string;
  /** What makes it retrospective now; null where it is in time. */
  readonly late: string | null;
  readonly done: string;
  readonly call: (
    expectedRevision: number,
    reason: { readonly reason?: string },
  ) => ReturnType<Parameters<ReturnType<typeof useStep>['step']>[0]>;
}

/** A button by which somebody signs; what is late needs a reason first (M10). */
export function Sign({ label, what, late, done, call }: Props) {
  const { issueId } = useKeyAccount();
  const { busy, problem, step } = useStep();
  const [reasoning, setReasoning] = useState(false);
  const send = (reason?: string): Promise<boolean> =>
    step((revision) => call(revision, reason === undefined ? {} : { reason }), done);
  if (reasoning)
    return (
      <WordsForm
        name={`${what}: why so late`}
        draft={`${issueId} late ${what}`}
        label="Why was it not given when it happened?"
        help={late ?? ''}
        submit="Sign afterwards"
        missing="Say why."
        field="reason"
        rows={2}
        permission={{ allowed: true }}
        busy={busy}
        problem={problem}
        onSend={send}
        onClose={() => setReasoning(false)}
      />
    );
  return (
    <>
      <Button
        spacing="compact"
        isDisabled={busy}
        onClick={() => (late === null ? void send() : setReasoning(true))}
      >
        {label}
      </Button>
      {late !== null && <span className="subtle small">Will be marked retrospective: {late}</span>}
      {problem && <ProblemMessage problem={problem} />}
    </>
  );
}
