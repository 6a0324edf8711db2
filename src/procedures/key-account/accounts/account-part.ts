// What key accounts add to customer accounts: since when, until when, and when they run production.
import * as v from 'valibot';
import {
  type AccountPart,
  type Line,
  type PartChange,
  partFields,
  partForm,
} from '../../../app/accounts/account-part';
import { clipped } from '../../../app/accounts/bounds';
import { spell } from '../../../app/accounts/import/differences';
import { dateExamples, readDate } from '../../../app/accounts/import/read-date';
import { day } from '../../../app/date-shapes';
import { type KeyDates, keyAccountOf, withKeyAccount } from '../account';
import type { KeyAccountForm } from '../contract/account';
import { keyDatesShape, rhythmShape } from '../settings/shape';

const names = { keyAccountFrom: 'Key account from', keyAccountUntil: 'Key account until' } as const;

/** Marks that mean "a key account from always" and "no key account" in the column of the date. */
const always = ['always', 'yes', 'x'];
const never = ['', 'no'];

const withDates =
  (dates: KeyDates | null): PartChange =>
  (account) =>
    withKeyAccount(account, { ...keyAccountOf(account), dates: dates ?? undefined });

export const keyAccountPart: AccountPart = {
  id: 'key-account',
  stands: 'before-contacts',
  columns: [
    {
      key: 'keyAccountFrom',
      name: names.keyAccountFrom,
      cell(account) {
        const { dates } = keyAccountOf(account);
        return dates === undefined ? '' : (dates.from ?? 'always');
      },
    },
    {
      key: 'keyAccountUntil',
      name: names.keyAccountUntil,
      cell: (account) => keyAccountOf(account).dates?.until ?? '',
    },
  ],
  read(line) {
    const from = line.cell('keyAccountFrom');
    if (from === undefined) return undefined;
    if (never.includes(from.toLowerCase())) return withDates(null);
    const until = line.cell('keyAccountUntil') ?? '';
    return withDates({
      from: always.includes(from.toLowerCase()) ? null : dateIn(line, names.keyAccountFrom, from),
      until: until === '' ? null : dateIn(line, names.keyAccountUntil, until),
    });
  },
  difference: {
    name: names.keyAccountFrom,
    spell: (account) => spell(keyAccountOf(account).dates),
  },

  feed: partFields({ keyAccount: v.optional(v.nullable(keyDatesShape)) }, ({ keyAccount }) =>
    keyAccount === undefined ? undefined : withDates(keyAccount),
  ),
  configuration: partFields(
    { keyAccount: v.optional(keyDatesShape), productionCycle: v.optional(rhythmShape) },
    ({ keyAccount, productionCycle }) =>
      (account) =>
        withKeyAccount(account, { dates: keyAccount, productionCycle }),
  ),

  form: partForm(
    v.object({
      dates: v.nullable(
        v.object({
          from: v.nullable(day('The first day')),
          until: v.nullable(day('The last day')),
        }),
      ),
    }),
    (account, { dates }) =>
      withKeyAccount(account, { ...keyAccountOf(account), dates: dates ?? undefined }),
  ),
  view: async () => (account) =>
    ({ dates: keyAccountOf(account).dates ?? null }) satisfies KeyAccountForm,
};

function dateIn({ dates, wrong }: Line, column: string, text: string): string | null {
  const found = readDate(text, dates);
  if (found === null)
    wrong(
      column,
      `"${clipped(text, 100)}" is no date.`,
      `Write dates like ${dateExamples[dates]}, or choose another way of writing dates.`,
    );
  return found;
}
