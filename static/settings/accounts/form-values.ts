// What somebody types in the form, and the account it stands for.
import type { AccountForm, AccountView, Choice } from '../../../src/contract/accounts';

export interface Values {
  readonly cid: string;
  readonly name: string;
  readonly externalId: string;
  readonly organizations: readonly Choice[];
  readonly accountManager: Choice | null;
  readonly regionalManager: Choice | null;
  readonly customerSuccessManager: Choice | null;
  /** One per line. */
  readonly products: string;
  readonly contacts: string;
  readonly currency: string;
  readonly rates: string;
  readonly isKey: boolean;
  readonly keyFrom: string;
  readonly keyUntil: string;
}

const choiceOf = (person: { accountId: string; name: string } | null): Choice | null =>
  person === null ? null : { id: person.accountId, name: person.name };
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const valuesOf = (account: AccountView | null): Values => ({
  cid: account?.cid ?? '',
  name: account?.name ?? '',
  externalId: account?.externalId ?? '',
  organizations: account?.organizations ?? [],
  accountManager: choiceOf(account?.accountManager ?? null),
  regionalManager: choiceOf(account?.regionalManager ?? null),
  customerSuccessManager: choiceOf(account?.customerSuccessManager ?? null),
  products: (account?.products ?? []).join('\n'),
  contacts: (account?.contacts ?? []).map(spellContact).join('\n'),
  currency: account?.rateCard?.currency ?? 'USD',
  rates: (account?.rateCard?.rates ?? [])
    .map(({ role, dayRate }) => `${role}: ${dayRate}`)
    .join('\n'),
  isKey: account?.keyAccount != null,
  keyFrom: account?.keyAccount?.from ?? '',
  keyUntil: account?.keyAccount?.until ?? '',
});

/** Null while something is missing. */
export function formOf(values: Values): AccountForm | null {
  const { accountManager, regionalManager, cid, name } = values;
  if (
    accountManager === null ||
    regionalManager === null ||
    cid.trim() === '' ||
    name.trim() === ''
  )
    return null;
  return {
    cid: cid.trim(),
    name: name.trim(),
    externalId: values.externalId.trim(),
    organizations: values.organizations.map(({ id }) => id),
    accountManager: accountManager.id,
    regionalManager: regionalManager.id,
    customerSuccessManager: values.customerSuccessManager?.id ?? '',
    products: lines(values.products),
    contacts: lines(values.contacts).map(readContact),
    rateCard:
      values.rates.trim() === ''
        ? null
        : {
            currency: values.currency.trim().toUpperCase(),
            rates: lines(values.rates).map(readRate),
          },
    keyAccount: values.isKey
      ? {
          from: values.keyFrom === '' ? null : values.keyFrom,
          until: values.keyUntil === '' ? null : values.keyUntil,
        }
      : null,
  };
}

type Rate = NonNullable<AccountForm['rateCard']>['rates'][number];

/** `Engineer: 800.00`; what is no rate is sent as it is, and the answer says what is wrong. */
function readRate(line: string): Rate {
  const [, role = line, dayRate = ''] = /^(.*?)[:\s]\s*([\d.,]+)$/u.exec(line) ?? [];
  return { role: role.trim(), dayRate: dayRate === '' ? '?' : dayRate };
}

type Contact = AccountForm['contacts'][number];

const spellContact = ({ name, email, role }: Contact): string =>
  `${name}${email === null ? '' : ` <${email}>`}${role === null ? '' : ` (${role})`}`;

function readContact(line: string): Contact {
  const [, name = line, email, role] =
    /^([^<(]*)(?:<([^>]*)>)?\s*(?:\(([^)]*)\))?$/u.exec(line) ?? [];
  return { name: name.trim(), email: email?.trim() ?? null, role: role?.trim() ?? null };
}
