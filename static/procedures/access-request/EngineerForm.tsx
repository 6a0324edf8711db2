import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { counted } from '../../shared/counted';
import type { PersonalField } from '../../../src/procedures/access-request/contract/panel';
import { callFollowUps } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { tellDone } from '../../shared/tell';
import { useWrite } from '../../shared/use-write';
import { ChooseCustomers } from './ChooseCustomers';
import { useFollowUps } from './panel-context';
import { fields } from './words';

const inputs: readonly {
  readonly field: PersonalField;
  readonly type: string;
  readonly help: string;
}[] = [
  { field: 'name', type: 'text', help: 'As customers shall know them.' },
  {
    field: 'email',
    type: 'email',
    help: 'Goes only to customers that need it, and as a copy of the letter.',
  },
  { field: 'phone', type: 'tel', help: 'Goes only to customers that need it.' },
];

/** Who the engineer is and when they start; at the beginning also for which customers. */
export function EngineerForm({ onClose }: { onClose: () => void }) {
  const { view, show } = useFollowUps();
  const { request } = view;
  const [profile, setProfile] = useState(
    () => request?.profile ?? { name: '', email: '', phone: '' },
  );
  const [employmentStart, setEmploymentStart] = useState(request?.employmentStart ?? '');
  const [workStart, setWorkStart] = useState(request?.workStart ?? '');
  const [engineer, setEngineer] = useState(request?.engineer?.accountId ?? '');
  const [customers, setCustomers] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(false);
  const { busy, problem, run } = useWrite(show);
  const starting = request === null;
  const told = view.rows.filter(
    ({ requestedAt, forecast }) => requestedAt !== null && forecast !== null,
  );
  const moved = told.length > 0 && workStart !== (request?.workStart ?? '');
  const atField = (field: string): string | undefined =>
    problem?.field === field ? problem.message : undefined;
  const missing = { start: employmentStart === '', customers: starting && customers.length === 0 };

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (missing.start || missing.customers) return;
    const form = {
      profile,
      employmentStart,
      workStart: workStart === '' ? null : workStart,
      engineer: engineer === '' ? null : engineer,
      expectedRevision: view.revision,
    };
    const done = await run(() =>
      starting
        ? callFollowUps('access-request.start', { ...form, customers })
        : callFollowUps('access-request.change', form),
    );
    if (!done) return;
    onClose();
    tellDone(starting ? 'Access request started.' : 'Changed.');
  };
  const known =
    problem?.field !== undefined &&
    (problem.field.startsWith('profile.') ||
      ['employmentStart', 'workStart', ...(starting ? ['customers'] : [])].includes(problem.field));
  return (
    <FormFrame
      label={starting ? 'Start access request' : 'Edit engineer and dates'}
      submit={starting ? 'Start access request' : 'Save'}
      permission={{ allowed: true }}
      busy={busy}
      problem={known ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className="form-columns">
        <Field
          label="Employment starts"
          required
          help="Nothing is sent before this day."
          error={
            asked && missing.start
              ? 'Enter the day: nothing may leave before it.'
              : atField('employmentStart')
          }
        >
          {(field) => (
            <TextField
              {...field}
              type="date"
              value={employmentStart}
              onChange={(event) => setEmploymentStart(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field
          label="Work at customers starts"
          help={
            moved
              ? `${counted(told.length, 'customer')} was told another day: ${told.map(({ customer }) => customer).join(', ')}. Tell them, too.`
              : 'What cannot be ready by then is critical.'
          }
          error={atField('workStart')}
        >
          {(field) => (
            <TextField
              {...field}
              type="date"
              value={workStart}
              onChange={(event) => setWorkStart(event.currentTarget.value)}
            />
          )}
        </Field>
        {inputs.map(({ field, type, help }) => (
          <Field key={field} label={fields[field]} help={help} error={atField(`profile.${field}`)}>
            {(input) => (
              <TextField
                {...input}
                type={type}
                autoComplete="off"
                value={profile[field]}
                onChange={(event) => setProfile({ ...profile, [field]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        <Field
          label="Their Jira account"
          help="Assign the ticket to the engineer to choose them here."
        >
          {({ isInvalid: _, ...field }) => (
            <select
              {...field}
              className="plain-select"
              value={engineer}
              onChange={(event) => setEngineer(event.currentTarget.value)}
            >
              <option value="">None yet</option>
              {view.engineers.map(({ accountId, name }) => (
                <option key={accountId} value={accountId}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <p className="subtle small">
        Name, address and number are kept encrypted, apart from the ticket, and deleted when no
        customer needs them any more.
      </p>
      {starting && (
        <ChooseCustomers
          chosen={customers}
          onChange={setCustomers}
          error={
            asked && missing.customers ? 'Choose at least one customer.' : atField('customers')
          }
        />
      )}
    </FormFrame>
  );
}
