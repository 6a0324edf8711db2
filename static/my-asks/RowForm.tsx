import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { AskRow } from '../../src/contract/my-asks';
import type { Permission } from '../../src/contract/ticket-panel';
import { callMyAsks } from '../shared/call';
import { Field } from '../shared/Field';
import { FormFrame } from '../shared/FormFrame';
import { PromiseFields } from '../shared/PromiseFields';
import { tellDone } from '../shared/tell';
import { useDraft } from '../shared/use-draft';
import { usePromise } from '../shared/use-promise';
import { useWrite } from '../shared/use-write';
import { type ShowAsks, showFor } from './show-asks';

export type RowFormKind = 'answer' | 'promise';

interface Props {
  readonly row: AskRow;
  readonly show: ShowAsks;
  readonly onClose: () => void;
}

const allowed: Permission = { allowed: true };

/** The line that opens under a row. */
export function RowForm({ kind, ...props }: Props & { kind: RowFormKind }) {
  return kind === 'answer' ? <AnswerLine {...props} /> : <PromiseLine {...props} />;
}

function AnswerLine({ row, show, onClose }: Props) {
  const [text, setText] = useDraft(`${row.issueId} answer`);
  const [missing, setMissing] = useState(false);
  const { busy, problem, run } = useWrite(showFor(row, show));
  const submit = async (): Promise<void> => {
    setMissing(text.trim() === '');
    if (text.trim() === '') return;
    const input = { issueId: row.issueId, text: text.trim(), expectedRevision: row.revision };
    if (!(await run(() => callMyAsks('ask.answer', input)))) return;
    setText('');
    onClose();
    tellDone(`${row.key}: answer posted, handed back to support.`);
  };
  const atField = problem?.field === 'text';
  return (
    <FormFrame
      label={`Answer ${row.key}`}
      submit="Post and hand back"
      permission={allowed}
      busy={busy}
      problem={atField ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label={`Your answer on ${row.key}`}
        help="Posted as an internal comment; customers never see it."
        required
        error={missing ? 'Write the answer support can work with.' : atField ? problem.message : undefined}
      >
        {(field) => (
          <TextArea
            {...field}
            autoFocus
            minimumRows={2}
            maxHeight="30vh"
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setMissing(false);
            }}
          />
        )}
      </Field>
    </FormFrame>
  );
}

function PromiseLine({ row, show, onClose }: Props) {
  const promise = usePromise(`${row.issueId} promise`);
  const { busy, problem, run } = useWrite(showFor(row, show));
  const submit = async (): Promise<void> => {
    const said = promise.say();
    if (said === null) return;
    const input = { issueId: row.issueId, ...said, expectedRevision: row.revision };
    if (!(await run(() => callMyAsks('ask.promise', input)))) return;
    promise.forget();
    onClose();
    tellDone(`${row.key}: date promised. The request stays open.`);
  };
  return (
    <FormFrame
      label={`Promise a date for ${row.key}`}
      submit="Promise"
      permission={allowed}
      busy={busy}
      problem={problem?.field === 'by' ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <PromiseFields promise={promise} problem={problem} />
    </FormFrame>
  );
}
