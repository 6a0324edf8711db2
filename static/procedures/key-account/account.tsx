import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import TextField from '@atlaskit/textfield';
import type {
  KeyAccountForm,
  KeyPeriod,
  Rhythm,
} from '../../../src/procedures/key-account/contract/account';
import type { AccountPart, FieldsProps, PartMark } from '../../settings/accounts/account-part';
import { Field } from '../../shared/Field';
import { RhythmFields } from './RhythmFields';

interface TypedPeriod {
  readonly from: string;
  readonly until: string;
}

interface Typed {
  readonly periods: readonly TypedPeriod[];
  readonly rhythm: Rhythm | null;
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
        blank: {
          question: 'No day under "Key account from" means',
          options: [
            { value: 'always', label: 'a key account from always (a list of key accounts)' },
            { value: 'no', label: 'no key account (a list of all accounts)' },
          ],
        },
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
    begin: (shown: KeyAccountForm | undefined): Typed => ({
      periods: (shown?.periods ?? []).map(({ from, until }) => ({
        from: from ?? '',
        until: until ?? '',
      })),
      rhythm: shown?.productionCycle ?? null,
    }),
    sent: ({ periods, rhythm }: Typed): KeyAccountForm => ({
      periods: periods.map(({ from, until }): KeyPeriod => ({
        from: from === '' ? null : from,
        until: until === '' ? null : until,
      })),
      productionCycle: rhythm,
    }),
    Fields,
  },
};

export const keyAccountMark: PartMark = {
  id: 'key-account',
  Mark: ({ shown: { periods } }: { shown: KeyAccountForm }) => {
    const today = new Date().toISOString().slice(0, 10);
    const key = periods.some(
      ({ from, until }) => (from === null || from <= today) && (until === null || today <= until),
    );
    return key && <Lozenge appearance="new">Key account</Lozenge>;
  },
};

function Fields({ typed: { periods, rhythm }, change }: FieldsProps<Typed>) {
  const set = (place: number, period: TypedPeriod | null): void =>
    change({
      periods: periods.flatMap((one, at) => (at === place ? (period ?? []) : one)),
      rhythm,
    });
  return (
    <fieldset className="choices">
      <legend className="field-label">Key account</legend>
      {periods.length === 0 && <p className="subtle small">Not on the list of key accounts.</p>}
      {periods.map((period, place) => (
        <div key={place} className="form-columns">
          <Field label={`From (${place + 1})`} help="Empty: from always.">
            {({ isInvalid: _, ...field }) => (
              <TextField
                {...field}
                type="date"
                value={period.from}
                onChange={(event) => set(place, { ...period, from: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={`Until (${place + 1})`} help="Empty: until further notice.">
            {({ isInvalid: _, ...field }) => (
              <TextField
                {...field}
                type="date"
                value={period.until}
                onChange={(event) => set(place, { ...period, until: event.currentTarget.value })}
              />
            )}
          </Field>
          <Button spacing="compact" appearance="subtle" onClick={() => set(place, null)}>
            Remove period {place + 1}
          </Button>
        </div>
      ))}
      <div className="buttons">
        <Button
          spacing="compact"
          onClick={() => change({ periods: [...periods, { from: '', until: '' }], rhythm })}
        >
          Add a period as a key account
        </Button>
      </div>
      {periods.length > 0 && (
        <RhythmFields rhythm={rhythm} onChange={(next) => change({ periods, rhythm: next })} />
      )}
    </fieldset>
  );
}
