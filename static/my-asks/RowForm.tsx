import type { AskRow } from '../../src/procedures/account-manager/contract/gadget';
import type { Permission } from '../../src/contract/action';
import { callMyAsks, whatIsShown } from './call';
import { FormFrame } from '../shared/FormFrame';
import { PromiseFields } from '../shared/PromiseFields';
import { tellDone } from '../shared/tell';
import { usePromise } from '../shared/use-promise';
import { useWrite } from '../shared/use-write';
import { WordsForm } from '../shared/WordsForm';
import { type ShowAsks, showFor } from './show-asks';
import { ToDoForm } from './ToDoForm';

export type RowFormKind = 'answer' | 'promise' | 'ask-back' | 'not-mine';

interface Props {
  readonly row: AskRow;
  readonly show: ShowAsks;
  readonly onClose: () => void;
}

const allowed: Permission = { allowed: true };

/** The line that opens under a row. */
export function RowForm({ kind, ...props }: Props & { kind: RowFormKind }) {
  switch (kind) {
    case 'answer':
      return <AnswerLine {...props} />;
    case 'promise':
      return <PromiseLine {...props} />;
    case 'ask-back':
    case 'not-mine':
      return <ToDoForm {...props} kind={kind} row={owed(props.row)} />;
  }
}

/** The request as a line of what is owed: what is done about every wait is done about it in the same words (M9). */
const owed = ({ issueId, key, wait, revision }: AskRow) => ({
  issueId,
  issueKey: key,
  procedure: 'account-manager' as const,
  wait,
  title: `the request on ${key}`,
  revision,
});

function AnswerLine({ row, show, onClose }: Props) {
  const { busy, problem, run } = useWrite(showFor(row, show));
  const onSend = async (text: string): Promise<boolean> => {
    if (
      !(await run(() =>
        callMyAsks('account-manager.answer', {
          issueId: row.issueId,
          text,
          expectedRevision: row.revision,
          shown: whatIsShown(),
        }),
      ))
    )
      return false;
    onClose();
    tellDone(`${row.key}: answer posted, handed back to support.`);
    return true;
  };
  return (
    <WordsForm
      name={`Answer ${row.key}`}
      draft={`${row.issueId} answer`}
      label={`Your answer on ${row.key}`}
      help="Posted as an internal comment; customers never see it."
      submit="Post and hand back"
      missing="Write the answer support can work with."
      field="text"
      rows={2}
      permission={allowed}
      busy={busy}
      problem={problem}
      onSend={onSend}
      onClose={onClose}
    />
  );
}

function PromiseLine({ row, show, onClose }: Props) {
  const promise = usePromise(`${row.issueId} promise`);
  const { busy, problem, run } = useWrite(showFor(row, show));
  const submit = async (): Promise<void> => {
    const said = promise.say();
    if (said === null) return;
    const input = {
      issueId: row.issueId,
      ...said,
      expectedRevision: row.revision,
      shown: whatIsShown(),
    };
    if (!(await run(() => callMyAsks('account-manager.promise', input)))) return;
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
