import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { callHybrid } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { useDraft } from '../../shared/use-draft';
import { useHybrid } from './panel-context';
import { useStep } from './use-step';
import { classes, departments } from './words';

type Class = keyof typeof classes;

/** An update that the other department has to acknowledge. */
export function Share({ onClose }: { onClose: () => void }) {
  const { view, issueId } = useHybrid();
  const { side, knowledge } = view;
  const [about, setAbout] = useState<Class>(
    knowledge === null || knowledge.class === 'question' ? 'bug' : knowledge.class,
  );
  const [text, setText] = useDraft(`${issueId} update`);
  const [asked, setAsked] = useState(false);
  const { busy, problem, step } = useStep();
  const send = async (): Promise<void> => {
    setAsked(true);
    if (text.trim() === '') return;
    if (
      !(await step(
        (expectedRevision) =>
          callHybrid('hybrid-account.share-update', {
            class: about,
            text: text.trim(),
            expectedRevision,
          }),
        'Shared.',
      ))
    )
      return;
    setText('');
    onClose();
  };
  return (
    <FormFrame
      label="Share an update"
      submit={`Share with ${departments[side === 'cs' ? 'fmc' : 'cs']}`}
      permission={{ allowed: true }}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <fieldset className="choices">
        <legend className="field-label">What is it about?</legend>
        {(Object.keys(classes) as Class[]).map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name="class"
              checked={one === about}
              onChange={() => setAbout(one)}
            />
            <span>{classes[one]}</span>
          </label>
        ))}
      </fieldset>
      <Field
        label="What is new?"
        required
        help="Posted as an internal comment; customers never see it. It counts as known when they acknowledge it."
        error={asked && text.trim() === '' ? 'Say what there is to know.' : undefined}
      >
        {(field) => (
          <TextArea
            {...field}
            minimumRows={2}
            maxHeight="40vh"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormFrame>
  );
}
