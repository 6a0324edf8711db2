import Lozenge from '@atlaskit/lozenge';
import TextField from '@atlaskit/textfield';
import type { KeyAccountForm } from '../../../src/procedures/key-account/contract/account';
import type { AccountPart, FieldsProps, PartMark } from '../../settings/accounts/account-part';
import { Field } from '../../shared/Field';

interface Typed {
  readonly isKey: boolean;
  readonly from: string;
  readonly until: string;
}

export const keyAccount: AccountPart = {
  id: 'key-account',
  columns: {
    beforeContacts: [
      {
        key: 'keyAccountFrom',
        label: 'Key account from',
        needed: false,
        like: ['key account from', 'key account', 'key account since', 'effective date'],
      },
      {
        key: 'keyAccountUntil',
        label: 'Key account until',
        needed: false,
        like: ['key account until'],
      },
    ],
  },
  fields: {
    place: 'last',
    begin(shown: KeyAccountForm | undefined): Typed {
      const dates = shown?.dates ?? null;
      return { isKey: dates !== null, from: dates?.from ?? '', until: dates?.until ?? '' };
    },
    sent: ({ isKey, from, until }: Typed): KeyAccountForm => ({
      dates: isKey ? { from: from === '' ? null : from, until: until === '' ? null : until } : null,
    }),
    Fields,
  },
};

export const keyAccountMark: PartMark = {
  id: 'key-account',
  Mark: ({ shown: { dates } }: { shown: KeyAccountForm }) =>
    dates !== null && <Lozenge appearance="new">Key account</Lozenge>,
};

function Fields({ typed, change }: FieldsProps<Typed>) {
  return (
    <fieldset className="choices">
      <legend className="field-label">Key account</legend>
      <label className="choice">
        <input
          type="checkbox"
          checked={typed.isKey}
          onChange={(event) => change({ ...typed, isKey: event.currentTarget.checked })}
        />
        <span>This is a key account</span>
      </label>
      {typed.isKey && (
        <>
          <Field label="From" help="Empty: from always.">
            {({ isInvalid: _, ...field }) => (
              <TextField
                {...field}
                type="date"
                value={typed.from}
                onChange={(event) => change({ ...typed, from: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label="Until" help="Empty: until further notice.">
            {({ isInvalid: _, ...field }) => (
              <TextField
                {...field}
                type="date"
                value={typed.until}
                onChange={(event) => change({ ...typed, until: event.currentTarget.value })}
              />
            )}
          </Field>
        </>
      )}
    </fieldset>
  );
}
