import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { MeetingView } from '../../../src/procedures/key-account/contract/meeting';
import type { Aspect } from '../../../src/procedures/key-account/contract/panel';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { Moment } from '../../shared/Moment';
import { useDraft } from '../../shared/use-draft';
import { AccountField } from './AccountField';
import { callKeyAccount } from './call';
import { useKeyAccount } from './panel-context';
import { useStep } from './use-step';
import { aspects } from './words';

/** KA-07: changes that may affect jobs released for key accounts. */
export function MeetingChanges({ meeting }: { meeting: MeetingView }) {
  const [open, setOpen] = useState(false);
  const { changes, whyNotAdd } = meeting;
  return (
    <section aria-labelledby="meeting-changes" className="stack meeting-part">
      <h3 id="meeting-changes" className="section">
        Changes that may affect key accounts
      </h3>
      {changes.length === 0 && <p className="subtle">None noted yet.</p>}
      {changes.length > 0 && (
        <ul className="plain">
          {changes.map(({ id, text, affects, account, by, at }) => (
            <li key={id} className="task task-open">
              <p>{text}</p>
              <p className="subtle small">
                May affect {affects.map((one) => aspects[one].toLowerCase()).join(', ')} ·{' '}
                {account ?? 'all key accounts'} · {by.name} <Moment at={at} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {whyNotAdd === null && !open && (
        <div className="buttons">
          <Button onClick={() => setOpen(true)}>Note a change</Button>
        </div>
      )}
      {open && <ChangeForm meeting={meeting} onClose={() => setOpen(false)} />}
    </section>
  );
}

function ChangeForm({ meeting, onClose }: { meeting: MeetingView; onClose: () => void }) {
  const { issueId } = useKeyAccount();
  const { busy, problem, step } = useStep();
  const [text, setText] = useDraft(`${issueId} change`);
  const [affects, setAffects] = useState<readonly Aspect[]>([]);
  const [cid, setCid] = useState('');
  const [asked, setAsked] = useState(false);
  const at = (field: string): string | undefined =>
    problem?.field === field ? problem.message : undefined;
  const missing = {
    text: text.trim().length < 5 ? 'Say what changes, in a sentence.' : undefined,
    affects: affects.length === 0 ? 'Choose what it may affect.' : undefined,
  };
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (missing.text !== undefined || missing.affects !== undefined) return;
    const done = await step(
      () =>
        callKeyAccount('key-account.note-change', {
          text: text.trim(),
          affects,
          ...(cid === '' ? {} : { cid }),
        }),
      'Noted.',
    );
    if (!done) return;
    setText('');
    onClose();
  };
  const wrong = (asked ? missing.affects : undefined) ?? at('affects');
  return (
    <FormFrame
      label="Note a change"
      submit="Note"
      permission={{ allowed: true }}
      busy={busy}
      problem={['text', 'affects', 'cid'].includes(problem?.field ?? '') ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label="What changes?"
        required
        help="Internal: customers never see it."
        error={(asked ? missing.text : undefined) ?? at('text')}
      >
        {(field) => (
          <TextArea
            {...field}
            autoFocus
            minimumRows={2}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <fieldset className="choices">
        <legend className="field-label">What may it affect?</legend>
        {(Object.keys(aspects) as Aspect[]).map((one) => (
          <label key={one} className="choice">
            <input
              type="checkbox"
              checked={affects.includes(one)}
              onChange={(event) =>
                setAffects(
                  event.currentTarget.checked
                    ? [...affects, one]
                    : affects.filter((other) => other !== one),
                )
              }
            />
            {aspects[one]}
          </label>
        ))}
        {wrong !== undefined && (
          <span className="field-error" role="alert">
            {wrong}
          </span>
        )}
      </fieldset>
      <AccountField accounts={meeting.accounts} cid={cid} error={at('cid')} onChange={setCid} />
    </FormFrame>
  );
}
