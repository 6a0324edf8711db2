import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { Permission } from '../../src/contract/action';
import { Field } from './Field';
import { FormFrame } from './FormFrame';
import type { PageProblem } from './problem';
import { useDraft } from './use-draft';

interface Props {
  /** Of the form, for screen readers. */
  readonly name: string;
  /** Under which half-typed text is kept. */
  readonly draft: string;
  readonly label: string;
  readonly help: string;
  readonly submit: string;
  /** What is said when nothing was written. */
  readonly missing: string;
  /** The part of the input that the text is, by which the functions name what is wrong. */
  readonly field: string;
  readonly rows: number;
  readonly permission: Permission;
  readonly busy: boolean;
  readonly problem: PageProblem | null;
  /** @returns whether it was taken; the draft is dropped then */
  readonly onSend: (words: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A form that needs one text. */
export function WordsForm({
  name,
  draft,
  label,
  help,
  submit,
  missing,
  field,
  rows,
  permission,
  busy,
  problem,
  onSend,
  onClose,
}: Props) {
  const [text, setText] = useDraft(draft);
  const [isMissing, setMissing] = useState(false);
  const atField = problem?.field === field;
  const send = async (): Promise<void> => {
    setMissing(text.trim() === '');
    if (text.trim() !== '' && (await onSend(text.trim()))) setText('');
  };
  return (
    <FormFrame
      label={name}
      submit={submit}
      permission={permission}
      busy={busy}
      problem={atField ? null : problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <Field
        label={label}
        help={help}
        required
        error={isMissing ? missing : atField ? problem.message : undefined}
      >
        {(input) => (
          <TextArea
            {...input}
            autoFocus
            minimumRows={rows}
            maxHeight="40vh"
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
