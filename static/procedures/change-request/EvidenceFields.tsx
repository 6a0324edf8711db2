import TextField from '@atlaskit/textfield';
import { useEffect, useState } from 'react';
import type {
  EvidenceChoices,
  EvidenceForm,
} from '../../../src/procedures/change-request/contract/panel';
import { callChangeRequest } from './call';
import { useNow } from '../../shared/clock';
import { Field } from '../../shared/Field';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { type PageProblem, problemOf } from '../../shared/problem';
import { spellMoment } from '../../shared/time';
import { useViewer } from '../../shared/viewer';
import { useChange } from './panel-context';

const kinds: Readonly<Record<EvidenceForm['kind'], string>> = {
  mail: 'A mail',
  attachment: 'A file of this ticket',
  comment: 'The customer’s comment on this ticket',
};

interface Props {
  readonly value: EvidenceForm;
  readonly at: (field: string) => string | undefined;
  readonly onChange: (evidence: EvidenceForm) => void;
}

/** What shows the customer's decision: a mail by its id, a file of the ticket, or their own words on it. */
export function EvidenceFields({ value, at, onChange }: Props) {
  const { view } = useChange();
  const [choices, setChoices] = useState<EvidenceChoices | null>(null);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  useEffect(() => {
    let wanted = true;
    void callChangeRequest('evidence.choices', {}).then(
      (read) => wanted && setChoices(read),
      (error: unknown) => wanted && setProblem(problemOf(error)),
    );
    return () => {
      wanted = false;
    };
  }, []);
  const choose = (kind: EvidenceForm['kind']): void => {
    const from =
      value.kind === 'comment'
        ? { address: '', person: null }
        : { address: value.address, person: value.person };
    if (kind === 'mail') onChange({ kind, messageId: '', date: view.today, ...from });
    if (kind === 'attachment') onChange({ kind, id: choices?.attachments[0]?.id ?? '', ...from });
    if (kind === 'comment') onChange({ kind, comment: choices?.comments[0]?.id ?? 0 });
  };
  return (
    <>
      <fieldset className="choices">
        <legend className="field-label">What shows it?</legend>
        {(Object.keys(kinds) as EvidenceForm['kind'][]).map((kind) => (
          <label key={kind} className="choice">
            <input
              type="radio"
              name="evidence-kind"
              checked={value.kind === kind}
              onChange={() => choose(kind)}
            />
            {kinds[kind]}
          </label>
        ))}
      </fieldset>
      {problem && <ProblemMessage problem={problem} />}
      <Details value={value} choices={choices} at={at} onChange={onChange} />
    </>
  );
}

function Details({
  value,
  choices,
  at,
  onChange,
}: Props & { readonly choices: EvidenceChoices | null }) {
  const { view } = useChange();
  const now = useNow();
  const { timeZone } = useViewer();
  if (value.kind === 'comment') {
    const comments = choices?.comments ?? [];
    if (choices !== null && comments.length === 0)
      return <p className="subtle">The customer has written nothing on this ticket yet.</p>;
    return (
      <Field label="Comment" required error={at('comment')}>
        {({ isInvalid: _, ...field }) => (
          <select
            {...field}
            className="plain-select"
            value={value.comment}
            onChange={(event) => onChange({ ...value, comment: Number(event.currentTarget.value) })}
          >
            {comments.map(({ id, author, at: when, text }) => (
              <option key={id} value={id}>
                {author}, {spellMoment(when, now, timeZone)}: {text.slice(0, 80)}
              </option>
            ))}
          </select>
        )}
      </Field>
    );
  }
  const address = (
    <>
      <Field
        label="Who decided"
        help="Needed where not everybody may decide, or several have to."
        error={at('person')}
      >
        {({ isInvalid: _, ...field }) => (
          <select
            {...field}
            className="plain-select"
            value={value.person ?? ''}
            onChange={(event) =>
              onChange({
                ...value,
                person: event.currentTarget.value === '' ? null : event.currentTarget.value,
              })
            }
          >
            <option value="">Somebody without an account</option>
            {view.customers.map(({ accountId, name }) => (
              <option key={accountId} value={accountId}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="From" required help="The address of whoever decided." error={at('address')}>
        {(field) => (
          <TextField
            {...field}
            type="email"
            maxLength={254}
            value={value.address}
            onChange={(event) => onChange({ ...value, address: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
  if (value.kind === 'mail') {
    return (
      <div className="form-columns">
        <Field
          label="Message id"
          required
          help="The mail program shows it under “source” or “headers”."
          error={at('messageId')}
        >
          {(field) => (
            <TextField
              {...field}
              maxLength={250}
              value={value.messageId}
              onChange={(event) => onChange({ ...value, messageId: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label="Date of the mail" required error={at('date')}>
          {(field) => (
            <TextField
              {...field}
              type="date"
              value={value.date}
              onChange={(event) => onChange({ ...value, date: event.currentTarget.value })}
            />
          )}
        </Field>
        {address}
      </div>
    );
  }
  const files = choices?.attachments ?? [];
  if (choices !== null && files.length === 0)
    return (
      <p className="subtle">
        No file is attached to this ticket yet. Attach the mail first, then come back.
      </p>
    );
  return (
    <div className="form-columns">
      <Field label="File" required error={at('id')}>
        {({ isInvalid: _, ...field }) => (
          <select
            {...field}
            className="plain-select"
            value={value.id}
            onChange={(event) => onChange({ ...value, id: event.currentTarget.value })}
          >
            {files.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {address}
    </div>
  );
}
