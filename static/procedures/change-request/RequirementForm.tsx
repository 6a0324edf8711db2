import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { Field } from '../../shared/Field';
import { useDraft } from '../../shared/use-draft';
import { useChange, useContent } from './panel-context';
import { problemAt } from './problem-at';
import { SaveForm } from './SaveForm';
import { useSave } from './use-save';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the customer needs, here or in a document kept elsewhere. */
export function RequirementForm({ onClose }: { onClose: () => void }) {
  const { issueId, view } = useChange();
  const content = useContent();
  const [draft, setDraft] = useDraft(`requirement-${issueId}`);
  const [touched, setTouched] = useState(draft !== '');
  const [documentUrl, setDocumentUrl] = useState(content.documentUrl ?? '');
  const requirement = touched ? draft : content.requirement;
  const saving = useSave({ part: 'requirement', requirement, documentUrl: orNull(documentUrl) });
  const { at, rest } = problemAt(saving.problem, ['requirement', 'documentUrl']);
  const close = (): void => {
    setDraft('');
    onClose();
  };
  return (
    <SaveForm
      label="Requirement"
      permission={view.actions['save-requirement']}
      saving={saving}
      problem={rest}
      said="The requirement is saved."
      onClose={close}
    >
      <Field
        label="What does the customer need?"
        help="Or link the document below. Both work."
        error={at('requirement')}
      >
        {(field) => (
          <TextArea
            {...field}
            minimumRows={4}
            maxHeight="40vh"
            maxLength={4000}
            value={requirement}
            onChange={(event) => {
              setTouched(true);
              setDraft(event.currentTarget.value);
            }}
          />
        )}
      </Field>
      <Field label="Link to the CR document" help="Begins with https://" error={at('documentUrl')}>
        {(field) => (
          <TextField
            {...field}
            type="url"
            maxLength={1000}
            value={documentUrl}
            onChange={(event) => setDocumentUrl(event.currentTarget.value)}
          />
        )}
      </Field>
    </SaveForm>
  );
}
