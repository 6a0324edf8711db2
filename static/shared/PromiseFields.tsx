import TextField from '@atlaskit/textfield';
import { Field } from './Field';
import type { PageProblem } from './problem';
import type { PromiseDraft } from './use-promise';
import { useViewer } from './viewer';

/** "By" when, and a word with it. */
export function PromiseFields({
  promise,
  problem,
}: {
  promise: PromiseDraft;
  problem: PageProblem | null;
}) {
  const { timeZone } = useViewer();
  const error = promise.error ?? (problem?.field === 'by' ? problem.message : undefined);
  return (
    <>
      <Field
        label="By"
        required
        error={error}
        help={`Your time (${timeZone}). The request stays open, and its due time moves there.`}
      >
        {(field) => (
          <TextField
            {...field}
            autoFocus
            type="datetime-local"
            value={promise.wall}
            onChange={(event) => promise.setWall(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label="A word for support (optional)"
        help="Posted with the date as an internal comment."
      >
        {(field) => (
          <TextField
            {...field}
            value={promise.text}
            onChange={(event) => promise.setText(event.currentTarget.value)}
          />
        )}
      </Field>
    </>
  );
}
