import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { type ReactNode, useEffect, useState } from 'react';
import type { AccountView, MovingView } from '../../../src/contract/accounts';
import { accountParts } from '../../procedures/accounts';
import { callSettings } from '../call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { Moment } from '../../shared/Moment';
import { Notice } from '../../shared/Notice';
import { tellDone } from '../../shared/tell';
import { useWrite } from '../../shared/use-write';
import type { PartFields } from './account-part';
import { formOf, type Values, valuesOf } from './form-values';
import { OrganizationsPicker, PersonPicker } from './Picker';

/** One account, to be added or changed; open requests that move with it are shown before. */
export function AccountForm({
  account,
  onClose,
}: {
  account: AccountView | null;
  onClose: () => void;
}) {
  const [values, setValues] = useState<Values>(() => valuesOf(account));
  const [checked, setChecked] = useState(false);
  const { busy, problem, run } = useWrite<AccountView>(() => undefined);
  const moving = useMoving(account, values);
  const change = (part: Partial<Values>): void => setValues((before) => ({ ...before, ...part }));
  const missing = (value: string | object | null, what: string): string | undefined =>
    checked && (value === null || value === '') ? `${what} is missing.` : undefined;
  const at = (field: string): string | undefined =>
    problem?.field?.replace(/^account\.(?:parts\.[^.]+\.)?/u, '').split('.')[0] === field
      ? problem.message
      : undefined;
  const atAField = problem?.field !== undefined && problem.code === 'input';
  const text = (
    name: 'cid' | 'name' | 'externalId',
    label: string,
    help: ReactNode,
    required: boolean,
  ) => (
    <Field
      label={label}
      required={required}
      help={help}
      error={(required ? missing(values[name].trim(), label) : undefined) ?? at(name)}
    >
      {(field) => (
        <TextField
          {...field}
          isDisabled={name === 'cid' && account !== null}
          value={values[name]}
          autoComplete="off"
          onChange={(event) => change({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  const parts = (place: PartFields['place']) =>
    accountParts.map(
      ({ id, fields }) =>
        fields?.place === place && (
          <fields.Fields
            key={id}
            typed={values.parts[id]}
            change={(typed) => change({ parts: { ...values.parts, [id]: typed } })}
            at={at}
          />
        ),
    );
  const save = async (): Promise<void> => {
    setChecked(true);
    const form = formOf(values);
    if (form === null) return;
    if (
      await run(() =>
        callSettings('accounts.save', { account: form, expectedRevision: account?.revision ?? 0 }),
      )
    ) {
      tellDone(account === null ? `${form.name} is added.` : `${form.name} is saved.`);
      onClose();
    }
  };
  return (
    <section aria-labelledby="account" className="stack">
      <h2 id="account">{account === null ? 'Add an account' : account.name}</h2>
      <FormFrame
        label="Account"
        submit={account === null ? 'Add account' : 'Save'}
        permission={{ allowed: true }}
        busy={busy}
        problem={atAField ? null : problem}
        onSubmit={() => void save()}
        onClose={onClose}
      >
        <div className="account-fields">
          {text('name', 'Name', 'As people know it.', true)}
          {text(
            'cid',
            'CID',
            account === null
              ? 'The short id, such as NWCU. It never changes.'
              : 'A CID never changes.',
            true,
          )}
          <Field
            label="Account manager"
            required
            error={missing(values.accountManager, 'The account manager') ?? at('accountManager')}
          >
            {(field) => (
              <PersonPicker
                field={field}
                value={values.accountManager}
                onChange={(accountManager) => change({ accountManager })}
              />
            )}
          </Field>
          <Field
            label="Regional manager"
            required
            help={
              values.regionalManager !== null &&
              values.regionalManager.id === values.accountManager?.id
                ? 'The same person: the fallback list decides who is above (AM-09).'
                : 'Takes over when the account manager does not respond.'
            }
            error={missing(values.regionalManager, 'The regional manager') ?? at('regionalManager')}
          >
            {(field) => (
              <PersonPicker
                field={field}
                value={values.regionalManager}
                onChange={(regionalManager) => change({ regionalManager })}
              />
            )}
          </Field>
          <Field
            label="Organizations"
            help="Tickets of these organizations belong to the account."
            error={at('organizations')}
          >
            {(field) => (
              <OrganizationsPicker
                field={field}
                value={values.organizations}
                onChange={(organizations) => change({ organizations })}
              />
            )}
          </Field>
          <Field label="Customer success manager" error={at('customerSuccessManager')}>
            {(field) => (
              <PersonPicker
                optional
                field={field}
                value={values.customerSuccessManager}
                onChange={(customerSuccessManager) => change({ customerSuccessManager })}
              />
            )}
          </Field>
          {text(
            'externalId',
            'External id',
            'Its id in your CRM, by which the feed knows it.',
            false,
          )}
          {parts('before-contacts')}
          <Field
            label="Contacts"
            help="One per line, such as: Nora Quist <nora@northwind.example> (Payroll)"
            error={at('contacts')}
          >
            {({ isInvalid, ...field }) => (
              <TextArea
                {...field}
                isInvalid={isInvalid}
                minimumRows={2}
                value={values.contacts}
                onChange={(event) => change({ contacts: event.currentTarget.value })}
              />
            )}
          </Field>
          {parts('after-contacts')}
          {parts('last')}
        </div>
        {moving.length > 0 && <Moving moving={moving} />}
      </FormFrame>
      {account !== null && <Remove account={account} onRemoved={onClose} />}
    </section>
  );
}

/** Requests that go to the new managers: said before, done with the save. */
export function Moving({ moving }: { moving: readonly MovingView[] }) {
  return (
    <Notice
      appearance="information"
      title={
        moving.length === 1
          ? 'One open request moves to the new manager'
          : `${moving.length} open requests move to the new managers`
      }
    >
      <ul>
        {moving.slice(0, 10).map(({ key, account, dueAt }) => (
          <li key={key}>
            {key} of {account}, still due <Moment at={dueAt} />
          </li>
        ))}
        {moving.length > 10 && <li>and {moving.length - 10} more</li>}
      </ul>
      <p>The new manager is told what was asked. Due times do not move.</p>
    </Notice>
  );
}

function useMoving(account: AccountView | null, values: Values): readonly MovingView[] {
  const [moving, setMoving] = useState<readonly MovingView[]>([]);
  const [am, rm] = [values.accountManager?.id, values.regionalManager?.id];
  const changed =
    account !== null &&
    am !== undefined &&
    rm !== undefined &&
    (am !== account.accountManager.accountId || rm !== account.regionalManager.accountId);
  useEffect(() => {
    const form = changed ? formOf(values) : null;
    setMoving([]);
    if (form === null) return undefined;
    let wanted = true;
    // What would move is a help: where it cannot be read, saving says what is wrong.
    void callSettings('accounts.preview', { account: form }).then(
      (view) => wanted && setMoving(view.moving),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only the managers decide what moves
  }, [am, rm, changed]);
  return moving;
}

function Remove({ account, onRemoved }: { account: AccountView; onRemoved: () => void }) {
  const [asking, setAsking] = useState(false);
  const { busy, problem, run } = useWrite<{ removed: true }>(() => undefined);
  const remove = async (): Promise<void> => {
    if (
      !(await run(() =>
        callSettings('accounts.remove', { cid: account.cid, expectedRevision: account.revision }),
      ))
    )
      return;
    tellDone(`${account.name} is removed.`);
    onRemoved();
  };
  if (!asking) {
    return (
      <div>
        <Button appearance="subtle" onClick={() => setAsking(true)}>
          Remove this account
        </Button>
      </div>
    );
  }
  return (
    <FormFrame
      label="Remove account"
      submit={`Remove ${account.name}`}
      permission={{ allowed: true }}
      busy={busy}
      problem={problem}
      onSubmit={() => void remove()}
      onClose={() => setAsking(false)}
    >
      <p>
        Tickets of its organizations will no longer know their account manager. Open requests stay
        with whoever has them. Nothing in Jira is deleted.
      </p>
    </FormFrame>
  );
}
