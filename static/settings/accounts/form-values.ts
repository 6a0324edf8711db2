// What somebody types in the form, and the account it stands for.
import type { AccountForm, AccountView, Choice } from '../../../src/contract/accounts';
import { accountParts } from '../../procedures/accounts';
import type { PartFields } from './account-part';
import { linesIn } from './lines';

export interface Values {
  readonly cid: string;
  readonly name: string;
  readonly externalId: string;
  readonly organizations: readonly Choice[];
  readonly accountManager: Choice | null;
  readonly regionalManager: Choice | null;
  readonly customerSuccessManager: Choice | null;
  /** One per line. */
  readonly contacts: string;
  /** What is typed of what procedures keep with it, by procedure. */
  readonly parts: Readonly<Record<string, unknown>>;
}

const choiceOf = (person: { accountId: string; name: string } | null): Choice | null =>
  person === null ? null : { id: person.accountId, name: person.name };
/** What each procedure that has fields makes of it. */
const eachPart = (of: (fields: PartFields, id: string) => unknown): Record<string, unknown> =>
  Object.fromEntries(
    accountParts.flatMap(({ id, fields }) => (fields === undefined ? [] : [[id, of(fields, id)]])),
  );

export const valuesOf = (account: AccountView | null): Values => ({
  cid: account?.cid ?? '',
  name: account?.name ?? '',
  externalId: account?.externalId ?? '',
  organizations: account?.organizations ?? [],
  accountManager: choiceOf(account?.accountManager ?? null),
  regionalManager: choiceOf(account?.regionalManager ?? null),
  customerSuccessManager: choiceOf(account?.customerSuccessManager ?? null),
  contacts: (account?.contacts ?? []).map(spellContact).join('\n'),
  parts: eachPart((fields, id) => fields.begin(account?.parts[id])),
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
    contacts: linesIn(values.contacts).map(readContact),
    parts: eachPart((fields, id) => fields.sent(values.parts[id])),
  };
}

type Contact = AccountForm['contacts'][number];

const spellContact = ({ name, email, role }: Contact): string =>
  `${name}${email === null ? '' : ` <${email}>`}${role === null ? '' : ` (${role})`}`;

function readContact(line: string): Contact {
  const [, name = line, email, role] =
    /^([^<(]*)(?:<([^>]*)>)?\s*(?:\(([^)]*)\))?$/u.exec(line) ?? [];
  return { name: name.trim(), email: email?.trim() ?? null, role: role?.trim() ?? null };
}
