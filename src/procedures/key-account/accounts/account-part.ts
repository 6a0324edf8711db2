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
import { dateExamples, readDate } from '../../../app/accounts/import/read-date';
import { type KeyPeriod, keyAccountOf, runningFrom, withKeyAccount } from '../account';
import type { KeyAccountForm } from '../contract/account';
import { asSaid, inOrder, spellPeriods } from '../listed';
import { keyDatesShape, keyPeriodShape, keyPeriodsShape, rhythmShape } from '../settings/shape';

const names = { keyAccountFrom: 'Key account from', keyAccountUntil: 'Key account until' } as const;

/** Marks that mean "a key account from always" and "no key account" in the column of the date. */
const always = ['always', 'yes', 'x'];
const never = ['no', 'never'];

/** What was before stays: a month that is over reads as it was. */
const saying =
  (said: readonly KeyPeriod[]): PartChange =>
  (account, _find, day) => {
    const facts = keyAccountOf(account);
    return withKeyAccount(account, { ...facts, periods: asSaid(facts.periods ?? [], said, day) });
  };

export const keyAccountPart: AccountPart = {
  id: 'key-account',
  stands: 'before-contacts',
  columns: [
    {
      key: 'keyAccountFrom',
      name: names.keyAccountFrom,
      cell(account) {
        const { periods } = keyAccountOf(account);
        return periods === undefined
          ? 'no'
          : periods.map(({ from }) => from ?? 'always').join('; ');
      },
    },
    {
      key: 'keyAccountUntil',
      name: names.keyAccountUntil,
      cell: (account) =>
        (keyAccountOf(account).periods ?? []).map(({ until }) => until ?? '').join('; '),
    },
  ],
  read(line) {
    const said = periodsIn(line);
    return said === undefined ? undefined : saying(said);
  },
  difference: {
    name: 'Key account',
    spell: (account) => spellPeriods(keyAccountOf(account).periods ?? []),
  },

  feed: partFields({ keyAccount: v.optional(v.nullable(keyDatesShape)) }, ({ keyAccount }) =>
    keyAccount === undefined ? undefined : saying(keyAccount ?? []),
  ),
  configuration: partFields(
    { keyAccount: v.optional(keyDatesShape), productionCycle: v.optional(rhythmShape) },
    ({ keyAccount, productionCycle }) =>
      (account) =>
        withKeyAccount(account, {
          periods: keyAccount === undefined ? undefined : inOrder(keyAccount),
          productionCycle,
        }),
  ),

  form: partForm(
    v.object({
      periods: v.optional(keyPeriodsShape),
      /** One period, or none: how the form said it before there were several. */
      dates: v.optional(v.nullable(keyPeriodShape)),
      productionCycle: v.optional(v.nullable(rhythmShape)),
    }),
    (account, { periods, dates, productionCycle }) => {
      const facts = keyAccountOf(account);
      const said = periods ?? (dates === undefined ? facts.periods : dates === null ? [] : [dates]);
      return withKeyAccount(account, {
        ...facts,
        periods: inOrder(said ?? []),
        productionCycle:
          productionCycle === undefined ? facts.productionCycle : (productionCycle ?? undefined),
      });
    },
  ),
  remembers(account, before, day) {
    const { periods, productionCycle = null } = keyAccountOf(account);
    const running = runningFrom(keyAccountOf(before), productionCycle, day);
    return withKeyAccount(account, { ...running, periods });
  },
  view: async () => (account) => {
    const { periods = [], productionCycle = null } = keyAccountOf(account);
    return { periods, productionCycle } satisfies KeyAccountForm;
  },
};

/** Undefined where the file says nothing of it, or what it says is wrong. */
function periodsIn(line: Line): readonly KeyPeriod[] | undefined {
  const from = line.cell('keyAccountFrom');
  if (from === undefined) return undefined;
  const until = line.cell('keyAccountUntil') ?? '';
  // K13: a blank on a list of key accounts is one since always, and on a list of all accounts it is none: asked once.
  const meant = from === '' ? line.blank('keyAccountFrom') : from;
  if (meant === undefined) {
    line.wrong(
      names.keyAccountFrom,
      'Nothing stands here, and the import does not say what that means.',
      'Say under the columns whether an empty cell is a key account from always, or no key account.',
    );
    return undefined;
  }
  if (never.includes(meant.toLowerCase())) return [];
  const ends = until.split(';').map((one) => one.trim());
  const periods = meant.split(';').map((one, place) => {
    const first = one.trim();
    const last = ends[place] ?? '';
    return {
      from: always.includes(first.toLowerCase()) ? null : dateIn(line, names.keyAccountFrom, first),
      until: last === '' ? null : dateIn(line, names.keyAccountUntil, last),
    };
  });
  const turned = periods.find(({ from, until: to }) => from !== null && to !== null && to < from);
  if (turned !== undefined)
    line.wrong(
      names.keyAccountUntil,
      `The last day ${turned.until ?? ''} lies before the first, ${turned.from ?? ''}.`,
      'Correct one of the two.',
    );
  return periods;
}

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
