import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { callChangeRequest } from './call';
import { useChange, useContent } from './panel-context';
import { problemAt } from './problem-at';
import { useStep } from './use-step';

/** The engineer shares the interface document; the customer reads it in the portal from then on. */
export function ShareForm({ onClose }: { onClose: () => void }) {
  const { view } = useChange();
  const content = useContent();
  const { busy, problem, step } = useStep();
  const [link, setLink] = useState(content.interface?.url ?? '');
  const { at, rest } = problemAt(problem, ['link']);
  const submit = async (): Promise<void> => {
    const shared = await step(
      (expectedRevision) =>
        callChangeRequest('change-request.share-interface', {
          link: link.trim() === '' ? null : link.trim(),
          expectedRevision,
        }),
      'The interface document is shared.',
    );
    if (shared) onClose();
  };
  return (
    <FormFrame
      label="Share the interface document"
      submit="Share with the customer"
      permission={view.actions['share-interface']}
      busy={busy}
      problem={rest}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label="Link for the customer"
        help="Begins with https://. Without a link the customer reads what is written here, in the portal."
        error={at('link')}
      >
        {(field) => (
          <TextField
            {...field}
            type="url"
            maxLength={1000}
            value={link}
            onChange={(event) => setLink(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormFrame>
  );
}
