/** What is known of an engineer as a person (EA-08). The values live in the encrypted store only, never in a ledger. */
export type PersonalField = 'name' | 'email' | 'phone';

export const personalFields = [
  'name',
  'email',
  'phone',
] as const satisfies readonly PersonalField[];

/** The values themselves; a field that is not on file is absent. */
export type Personal = Readonly<Partial<Record<PersonalField, string>>>;

export const fieldNames: Readonly<Record<PersonalField, string>> = {
  name: 'name',
  email: 'e-mail address',
  phone: 'contact number',
};

/** Which fields are on file. */
export const fieldsOf = (personal: Personal): PersonalField[] =>
  personalFields.filter((field) => (personal[field] ?? '').trim() !== '');
