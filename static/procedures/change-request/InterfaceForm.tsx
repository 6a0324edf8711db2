import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import type { InterfaceHeading } from '../../../src/procedures/change-request/contract/panel';
import { Field } from '../../shared/Field';
import { useChange, useContent } from './panel-context';
import { problemAt } from './problem-at';
import { SaveForm } from './SaveForm';
import { useSave } from './use-save';
import { interfaceTitles } from './words';

const keys = Object.keys(interfaceTitles) as InterfaceHeading[];

/** The interface document under its six headings, or a link to it. */
export function InterfaceForm({ onClose }: { onClose: () => void }) {
  const { view } = useChange();
  const content = useContent();
  const [url, setUrl] = useState(content.interface?.url ?? '');
  const [headings, setHeadings] = useState<Readonly<Partial<Record<InterfaceHeading, string>>>>(
    () =>
      Object.fromEntries(
        (content.interface?.headings ?? []).map(({ heading, text }) => [heading, text]),
      ),
  );
  const saving = useSave({
    part: 'interface',
    url: url.trim() === '' ? null : url.trim(),
    headings,
  });
  const { at, rest } = problemAt(saving.problem, ['url', ...keys]);
  return (
    <SaveForm
      label="Interface document"
      permission={view.actions['save-interface']}
      saving={saving}
      problem={rest}
      said="The interface document is saved."
      onClose={onClose}
    >
      <Field
        label="Link to the interface document"
        help="Begins with https://. Without a link, fill all six headings."
        error={at('url')}
      >
        {(field) => (
          <TextField
            {...field}
            type="url"
            maxLength={1000}
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className="form-columns">
        {keys.map((heading) => (
          <Field key={heading} label={interfaceTitles[heading]} error={at(heading)}>
            {(field) => (
              <TextArea
                {...field}
                minimumRows={2}
                maxHeight="30vh"
                maxLength={2000}
                value={headings[heading] ?? ''}
                onChange={(event) =>
                  setHeadings({ ...headings, [heading]: event.currentTarget.value })
                }
              />
            )}
          </Field>
        ))}
      </div>
    </SaveForm>
  );
}
