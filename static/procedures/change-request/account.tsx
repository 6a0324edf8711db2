import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import type {
  ChangeRequestForm,
  RateCardForm,
} from '../../../src/procedures/change-request/contract/account';
import type { AccountPart, FieldsProps } from '../../settings/accounts/account-part';
import { linesIn } from '../../settings/accounts/lines';
import { Field } from '../../shared/Field';

interface Typed {
  readonly currency: string;
  /** One per line. */
  readonly rates: string;
}

export const changeRequest: AccountPart = {
  id: 'change-request',
  columns: {
    afterContacts: [
      {
        key: 'rateCard',
        label: 'Rate card',
        needed: false,
        like: ['rate card', 'day rates', 'rates'],
      },
    ],
  },
  fields: {
    place: 'after-contacts',
    begin(shown: ChangeRequestForm | undefined): Typed {
      const { currency = 'USD', rates = [] } = shown?.rateCard ?? {};
      return {
        currency,
        rates: rates.map(({ role, dayRate }) => `${role}: ${dayRate}`).join('\n'),
      };
    },
    sent: ({ currency, rates }: Typed): ChangeRequestForm => ({
      rateCard:
        rates.trim() === ''
          ? null
          : { currency: currency.trim().toUpperCase(), rates: linesIn(rates).map(readRate) },
    }),
    Fields,
  },
};

/** `Engineer: 800.00`; what is no rate is sent as it is, and the answer says what is wrong. */
function readRate(line: string): RateCardForm['rates'][number] {
  const [, role = line, dayRate = ''] = /^(.*?)[:\s]\s*([\d.,]+)$/u.exec(line) ?? [];
  return { role: role.trim(), dayRate: dayRate === '' ? '?' : dayRate };
}

function Fields({ typed, change, at }: FieldsProps<Typed>) {
  return (
    <>
      <Field
        label="Day rates for change requests"
        help="One per line, such as: Integration engineer: 800.00"
        error={at('rateCard')}
      >
        {({ isInvalid, ...field }) => (
          <TextArea
            {...field}
            isInvalid={isInvalid}
            minimumRows={2}
            value={typed.rates}
            onChange={(event) => change({ ...typed, rates: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label="Currency of its day rates">
        {(field) => (
          <TextField
            {...field}
            value={typed.currency}
            maxLength={3}
            autoComplete="off"
            onChange={(event) => change({ ...typed, currency: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}
