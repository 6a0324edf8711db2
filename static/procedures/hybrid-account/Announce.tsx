import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { counted } from '../../shared/counted';
import { callHybrid } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { useDraft } from '../../shared/use-draft';
import { useHybrid } from './panel-context';
import { useStep } from './use-step';

/** HY-16: a maintenance, announced once to all affected accounts and both departments. */
export function Announce({ onClose }: { onClose: () => void }) {
  const {
    view: { hybridAccounts },
    issueId,
  } = useHybrid();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [text, setText] = useDraft(`${issueId} maintenance`);
  const [forAdmins, setForAdmins] = useDraft(`${issueId} for admins`);
  const [asked, setAsked] = useState(false);
  const { busy, problem, step } = useStep();
  const send = async (): Promise<void> => {
    setAsked(true);
    if (text.trim() === '' || chosen.length === 0) return;
    if (
      !(await step(
        (expectedRevision) =>
          callHybrid('hybrid-account.announce-maintenance', {
            accounts: chosen,
            text: text.trim(),
            forAdmins: forAdmins.trim(),
            expectedRevision,
          }),
        `Announced to ${counted(chosen.length, 'account')}.`,
      ))
    )
      return;
    setText('');
    setForAdmins('');
    onClose();
  };
  return (
    <FormFrame
      label="Announce maintenance"
      submit="Announce to both departments"
      permission={{ allowed: true }}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <fieldset className="choices">
        <legend className="field-label">Affected hybrid accounts</legend>
        <label className="choice">
          <input
            type="checkbox"
            checked={chosen.length === hybridAccounts.length}
            onChange={(event) =>
              setChosen(event.currentTarget.checked ? hybridAccounts.map(({ cid }) => cid) : [])
            }
          />
          <span>All {hybridAccounts.length}</span>
        </label>
        <div className="account-choices">
          {hybridAccounts.map(({ cid, name }) => (
            <label key={cid} className="choice">
              <input
                type="checkbox"
                checked={chosen.includes(cid)}
                onChange={(event) =>
                  setChosen(
                    event.currentTarget.checked
                      ? [...chosen, cid]
                      : chosen.filter((one) => one !== cid),
                  )
                }
              />
              <span>
                {name} <span className="subtle">{cid}</span>
              </span>
            </label>
          ))}
        </div>
        {asked && chosen.length === 0 && (
          <p className="field-error" role="alert">
            Choose the accounts that are affected.
          </p>
        )}
      </fieldset>
      <Field
        label="What happens when?"
        required
        help="For our own people, as an internal comment."
        error={asked && text.trim() === '' ? 'Say what happens.' : undefined}
      >
        {(field) => (
          <TextArea
            {...field}
            minimumRows={2}
            maxHeight="30vh"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label="Text for the customer’s admin"
        help="Ready to copy for whoever speaks to the customer. Write it without internal words."
      >
        {(field) => (
          <TextArea
            {...field}
            minimumRows={2}
            maxHeight="30vh"
            value={forAdmins}
            onChange={(event) => setForAdmins(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormFrame>
  );
}
