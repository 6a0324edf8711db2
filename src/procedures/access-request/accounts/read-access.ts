// The columns of the customer access list (EA-01 … EA-07), as a part of the accounts file.
import { isAddress } from '../address';
import type { CustomerAccess } from '../customer-access';
import { unknownFields } from '../letter';
import { type PersonalField, personalFields } from '../personal';

export const accessColumns = [
  'accessMethod',
  'accessTo',
  'accessCc',
  'accessCsmEmail',
  'accessSmeEmail',
  'accessTool',
  'accessContact',
  'accessParticipants',
  'accessSubject',
  'accessRequirements',
  'accessTimeline',
  'accessFirstResponse',
  'accessNeeds',
  'accessKeeper',
] as const;
export type AccessColumn = (typeof accessColumns)[number];

export const accessColumnNames: Readonly<Record<AccessColumn, string>> = {
  accessMethod: 'Access method',
  accessTo: 'Access To',
  accessCc: 'Access CC',
  accessCsmEmail: 'Access CSM e-mail',
  accessSmeEmail: 'Access SME e-mail',
  accessTool: 'Access tool',
  accessContact: 'Access contact',
  accessParticipants: 'Access participants',
  accessSubject: 'Access subject',
  accessRequirements: 'Access requirements',
  accessTimeline: 'Access timeline',
  accessFirstResponse: 'Access first response',
  accessNeeds: 'Access needs',
  accessKeeper: 'Access keeper',
};

/** What a line says of the access list; what the file has no column for is absent, people are names still. */
export type ReadAccess = Partial<Omit<CustomerAccess, 'keeper' | 'contact'>> & {
  readonly keeper?: string | null;
  readonly contact?: string | null;
};

/** A customer of whom nothing is known yet. */
export const emptyAccess: CustomerAccess = {
  method: 'e-mail',
  to: [],
  cc: [],
  csmEmail: null,
  smeEmail: null,
  toolUrl: null,
  contact: null,
  subject: null,
  requirements: null,
  timelineDays: null,
  firstResponseDays: null,
  needs: ['name', 'email'],
  keeper: null,
};

const methods: Readonly<Record<string, CustomerAccess['method']>> = {
  'e-mail': 'e-mail',
  email: 'e-mail',
  mail: 'e-mail',
  'ticketing tool': 'ticketing-tool',
  'ticketing-tool': 'ticketing-tool',
  tool: 'ticketing-tool',
  'jsm-request': 'jsm-request',
  'jsm request': 'jsm-request',
  'our service desk': 'jsm-request',
};
const mostDays = 120;
const list = (cell: string): string[] =>
  cell
    .split(/[;,]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Undefined where the file has none of these columns, or the line says nothing in them. */
export function readAccess(
  cell: (column: AccessColumn) => string | undefined,
  wrong: (column: AccessColumn, message: string, remedy: string) => void,
): ReadAccess | undefined {
  if (accessColumns.every((column) => (cell(column) ?? '') === '')) return undefined;
  const read = <T>(column: AccessColumn, parse: (text: string) => T): T | undefined => {
    const text = cell(column);
    return text === undefined ? undefined : parse(text);
  };
  const address = (column: AccessColumn, text: string): string => {
    if (!isAddress(text))
      wrong(
        column,
        `"${text.slice(0, 100)}" is not an e-mail address.`,
        'An address looks like name@company.example.',
      );
    return text;
  };
  const days = (column: AccessColumn) =>
    read(column, (text) => {
      if (text === '') return null;
      const number = Number(text);
      if (!Number.isInteger(number) || number < 1 || number > mostDays)
        wrong(
          column,
          `"${text.slice(0, 20)}" is no number of business days.`,
          `Write a whole number from 1 to ${mostDays}.`,
        );
      return number;
    });
  const orNull = (text: string): string | null => (text === '' ? null : text);
  const fields = {
    method: read('accessMethod', (text) => {
      const method = text === '' ? 'e-mail' : methods[text.toLowerCase()];
      if (method === undefined)
        wrong(
          'accessMethod',
          `"${text.slice(0, 50)}" is no method.`,
          'Write e-mail, ticketing tool or jsm-request.',
        );
      return method ?? 'e-mail';
    }),
    to: read('accessTo', (text) => list(text).map((one) => address('accessTo', one))),
    cc: read('accessCc', (text) => list(text).map((one) => address('accessCc', one))),
    csmEmail: read('accessCsmEmail', (text) =>
      text === '' ? null : address('accessCsmEmail', text),
    ),
    smeEmail: read('accessSmeEmail', (text) =>
      text === '' ? null : address('accessSmeEmail', text),
    ),
    toolUrl: read('accessTool', (text) => {
      if (text !== '' && !/^https:\/\/\S+$/u.test(text))
        wrong('accessTool', `"${text.slice(0, 100)}" is no link.`, 'A link begins with https://.');
      return orNull(text);
    }),
    contact: read('accessContact', orNull),
    participants: read('accessParticipants', list),
    subject: read('accessSubject', (text) => {
      const [unknown] = unknownFields(text);
      if (unknown !== undefined)
        wrong(
          'accessSubject',
          `{{${unknown}}} is no merge field.`,
          'Use {{engineer.name}}, {{customer.name}} and the like, or plain words.',
        );
      return orNull(text.replace(/\s*[\r\n]+\s*/gu, ' '));
    }),
    requirements: read('accessRequirements', orNull),
    timelineDays: days('accessTimeline'),
    firstResponseDays: days('accessFirstResponse'),
    needs: read('accessNeeds', (text) =>
      list(text).flatMap((one): PersonalField[] => {
        const field = personalFields.find((known) => known === one.toLowerCase().replace('-', ''));
        if (field === undefined)
          wrong(
            'accessNeeds',
            `"${one.slice(0, 50)}" is no personal field.`,
            'Write some of: name; email; phone.',
          );
        return field === undefined ? [] : [field];
      }),
    ),
    keeper: read('accessKeeper', orNull),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The other way: one column of an account in a file. */
export function accessCell(
  access: CustomerAccess | undefined,
  column: AccessColumn,
  nameOf: (id: string) => string,
): string {
  if (access === undefined) return '';
  const values: Readonly<Record<AccessColumn, string>> = {
    accessMethod: access.method,
    accessTo: access.to.join('; '),
    accessCc: access.cc.join('; '),
    accessCsmEmail: access.csmEmail ?? '',
    accessSmeEmail: access.smeEmail ?? '',
    accessTool: access.toolUrl ?? '',
    accessContact: access.contact == null ? '' : nameOf(access.contact),
    accessParticipants: (access.participants ?? []).map(nameOf).join('; '),
    accessSubject: access.subject ?? '',
    accessRequirements: access.requirements ?? '',
    accessTimeline: `${access.timelineDays ?? ''}`,
    accessFirstResponse: `${access.firstResponseDays ?? ''}`,
    accessNeeds: access.needs.join('; '),
    accessKeeper: access.keeper === null ? '' : nameOf(access.keeper),
  };
  return values[column];
}
