import TextField from '@atlaskit/textfield';
import type { Permission } from '../../src/contract/action';
import type { WaitingRow } from '../../src/contract/waiting';
import { Field } from '../shared/Field';
import { FormFrame } from '../shared/FormFrame';
import { tellDone } from '../shared/tell';
import { usePromise } from '../shared/use-promise';
import { useWrite } from '../shared/use-write';
import { useViewer } from '../shared/viewer';
import { WordsForm } from '../shared/WordsForm';
import { callMyAsks, whatIsShown } from './call';
import { type ShowAsks, showFor } from './show-asks';

export type ToDoFormKind = 'promise' | 'ask-back' | 'not-mine' | 'inform';

/** What is needed of a line to act on what it says is owed. */
type OwedLine = Pick<
  WaitingRow,
  'issueId' | 'issueKey' | 'procedure' | 'wait' | 'title' | 'revision'
>;

/** What can be done about everything that somebody else has asked for (M9). */
export const backToThem = [
  { kind: 'ask-back', label: 'Need information' },
  { kind: 'not-mine', label: 'Not mine' },
] as const;

interface Props {
  readonly row: OwedLine;
  readonly show: ShowAsks;
  readonly onClose: () => void;
}

const allowed: Permission = { allowed: true };

/** Forms that need one text: what they are called, what is sent, and what is said when it was taken. */
const texts = {
  'ask-back': {
    label: 'What do you need to know?',
    help: 'Whoever asked for it is tagged. The clock stops until they answer.',
    submit: 'Ask',
    missing: 'Enter your question.',
    field: 'text',
    done: 'question asked. The clock is stopped.',
  },
  'not-mine': {
    label: 'Why is it not yours?',
    help: 'The next person who can do it is told.',
    submit: 'Hand back',
    missing: 'Enter a reason.',
    field: 'reason',
    done: 'handed back.',
  },
  inform: {
    label: 'Your answer',
    help: 'Posted as an internal comment; customers never see it.',
    submit: 'Answer',
    missing: 'Enter your answer.',
    field: 'text',
    done: 'answered. The clock is running again.',
  },
} as const;

/** The line that opens under a task. */
export function ToDoForm({ kind, ...props }: Props & { kind: ToDoFormKind }) {
  return kind === 'promise' ? <DateLine {...props} /> : <TextLine kind={kind} {...props} />;
}

const named = ({ issueId, procedure, wait, revision }: OwedLine) => ({
  issueId,
  procedure,
  wait,
  expectedRevision: revision,
  shown: whatIsShown(),
});

const rowOf = ({ issueId, issueKey }: OwedLine) => ({ issueId, key: issueKey });

function TextLine({ kind, row, show, onClose }: Props & { kind: keyof typeof texts }) {
  const { busy, problem, run } = useWrite(showFor(rowOf(row), show));
  const { done, ...words } = texts[kind];
  const send = (text: string) => {
    const input = named(row);
    switch (kind) {
      case 'ask-back':
        return callMyAsks('wait.ask-back', { ...input, text });
      case 'not-mine':
        return callMyAsks('wait.not-mine', { ...input, reason: text });
      case 'inform':
        return callMyAsks('wait.inform', { ...input, text });
    }
  };
  const onSend = async (text: string): Promise<boolean> => {
    if (!(await run(() => send(text)))) return false;
    onClose();
    tellDone(`${row.issueKey}: ${done}`);
    return true;
  };
  return (
    <WordsForm
      {...words}
      name={`${words.submit}: ${row.title}`}
      draft={`${row.issueId} ${row.wait} ${kind}`}
      rows={2}
      permission={allowed}
      busy={busy}
      problem={problem}
      onSend={onSend}
      onClose={onClose}
    />
  );
}

function DateLine({ row, show, onClose }: Props) {
  const { timeZone } = useViewer();
  const promise = usePromise(`${row.issueId} ${row.wait} promise`);
  const { busy, problem, run } = useWrite(showFor(rowOf(row), show));
  const submit = async (): Promise<void> => {
    const said = promise.say();
    if (said === null) return;
    if (!(await run(() => callMyAsks('wait.promise', { ...named(row), by: said.by })))) return;
    promise.forget();
    onClose();
    tellDone(`${row.issueKey}: date set.`);
  };
  const atField = problem?.field === 'by' ? problem : null;
  return (
    <FormFrame
      label={`Set a date for ${row.title}`}
      submit="Set date"
      permission={allowed}
      busy={busy}
      problem={atField === null ? problem : null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label="Done by"
        required
        error={promise.error ?? atField?.message}
        help={`Your time (${timeZone}). The due time moves to this date.`}
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
    </FormFrame>
  );
}
