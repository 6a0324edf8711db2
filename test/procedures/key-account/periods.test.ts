import fc from 'fast-check';
import { keyAccountPart } from '../../../src/procedures/key-account/accounts/account-part';
import {
  type KeyPeriod,
  keyAccountOf,
  withKeyAccount,
} from '../../../src/procedures/key-account/account';
import {
  asSaid,
  inOrder,
  isKeyAtEndOf,
  isKeyOn,
  listedFrom,
  listedUntil,
  periodIn,
} from '../../../src/procedures/key-account/listed';
import { exportColumns } from '../../../src/app/accounts/columns';
import { Names } from '../../../src/app/accounts/import/names';
import { type ReadHow, readRow } from '../../../src/app/accounts/import/read-row';
import type { CustomerAccount } from '../../../src/core/account';
import { gates, KeyStory } from '../../support/key-account';
import { aPerson } from '../../support/sop';

const dayAt = (number: number): string =>
  new Date(Date.UTC(2025, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
/** Two years. */
const horizon = 730;
const days = Array.from({ length: horizon }, (_, number) => dayAt(number));

const listing = (periods: readonly KeyPeriod[]): CustomerAccount =>
  withKeyAccount(gates, { periods });

/** On and off the list, in any order of days, decided one after the other. */
const decisions = fc.array(
  fc.oneof(
    fc.record({
      change: fc.constant('add' as const),
      day: fc.option(fc.nat(horizon - 1), { freq: 8 }),
    }),
    fc.record({ change: fc.constant('remove' as const), day: fc.nat(horizon - 1) }),
  ),
  { maxLength: 8 },
);

/** The same, day by day: from a day on, or no more after one. */
function model(changes: readonly { change: 'add' | 'remove'; day: number | null }[]): boolean[] {
  const key = days.map(() => false);
  for (const { change, day } of changes)
    for (let at = change === 'add' ? (day ?? 0) : (day ?? 0) + 1; at < horizon; at += 1)
      key[at] = change === 'add';
  return key;
}

const decided = (changes: readonly { change: 'add' | 'remove'; day: number | null }[]) =>
  changes.reduce<readonly KeyPeriod[]>(
    (periods, { change, day }) =>
      change === 'add'
        ? listedFrom(periods, day === null ? null : dayAt(day))
        : listedUntil(periods, dayAt(day ?? 0)),
    [],
  );

it('56: on, off, on the list: every day and every month reads as it was decided', () => {
  fc.assert(
    fc.property(decisions, (changes) => {
      const account = listing(decided(changes));
      const key = model(changes);
      expect(days.map((day) => isKeyOn(account, day))).toEqual(key);
      for (const month of new Set(days.map((day) => day.slice(0, 7)))) {
        const of = days.flatMap((day, at) => (day.startsWith(month) ? [key[at] === true] : []));
        expect(isKeyAtEndOf(account, month)).toBe(of.at(-1));
        expect(periodIn(account, month) !== null).toBe(of.includes(true));
      }
    }),
    { numRuns: 200 },
  );
});

it('56: a decision that is carried out twice is carried out once', () => {
  fc.assert(
    fc.property(decisions, (changes) => {
      const once = decided(changes);
      expect(decided([...changes, ...changes.slice(-1)])).toEqual(once);
      expect(inOrder(once)).toEqual(once);
    }),
  );
});

it('P3: an account taken off and put back: tickets of the first period keep mark and priority, those between have none', () => {
  const account = listing([
    { from: '2026-01-01', until: '2026-01-31' },
    { from: '2026-03-01', until: null },
  ]);
  for (const [createdAt, from] of [
    ['2026-01-15T10:00:00.000Z', '2026-01-01'],
    ['2026-02-15T10:00:00.000Z', null],
    ['2026-03-02T09:00:00.000Z', '2026-03-01'],
  ] as const) {
    const story = new KeyStory({ account, ticket: { createdAt } });
    story.turn();
    expect(story.part.of?.from ?? null).toBe(from);
    expect(story.ticket.priority?.id).toBe(from === null ? 'medium' : 'high');
  }
});

it('P3: an account kept by an earlier edition, with one pair of days, is read as one period', () => {
  const stored = {
    ...gates,
    parts: { 'key-account': { dates: { from: '2026-02-01', until: null } } },
  };
  expect(keyAccountOf(stored).periods).toEqual([{ from: '2026-02-01', until: null }]);
  expect(isKeyOn(stored, '2026-02-01')).toBe(true);
  const kept = withKeyAccount(stored, keyAccountOf(stored));
  expect(kept.parts?.['key-account']).toEqual({ periods: [{ from: '2026-02-01', until: null }] });
});

describe('a file of accounts', () => {
  const names = new Names({
    people: async (name) => [aPerson(name)],
    organizations: async () => [],
  });
  const columns = {
    ...{ cid: 0, name: 1, accountManager: 2, regionalManager: 3 },
    ...{ keyAccountFrom: 4, keyAccountUntil: 5 },
  };
  const file: ReadHow = {
    columns,
    dates: 'month-first',
    at: '2026-03-02T10:00:00.000Z',
  };
  const line = (from: string, until = '') => ({
    line: 2,
    cells: ['MSBK', 'Midland', 'Ana', 'Paige', from, until],
  });
  async function imported(
    row: { readonly line: number; readonly cells: readonly string[] },
    before: CustomerAccount | null,
    how: Partial<ReadHow> = {},
  ): Promise<readonly KeyPeriod[] | string> {
    const read = readRow(row, { ...file, ...how }, { parts: [keyAccountPart], beside: [] });
    if ('problems' in read) return read.problems.map(({ message }) => message).join(' ');
    const account = await names.accountOf(read, before);
    return 'problems' in account ? 'wrong' : (keyAccountOf(account).periods ?? []);
  }

  it('K13: a blank day is asked about once, and then means what was said', async () => {
    expect(await imported(line(''), null)).toContain('does not say what that means');
    expect(await imported(line(''), null, { blanks: { keyAccountFrom: 'always' } })).toEqual([
      { from: null, until: null },
    ]);
    expect(await imported(line(''), null, { blanks: { keyAccountFrom: 'no' } })).toEqual([]);
    expect(await imported(line('8/1/2019'), null)).toEqual([{ from: '2019-08-01', until: null }]);
  });

  it('X11: says what counts now and forgets nothing of before', async () => {
    const before = listing([
      { from: '2025-01-01', until: '2025-06-30' },
      { from: '2026-01-01', until: null },
    ]);
    expect(await imported(line('no'), before)).toEqual([
      { from: '2025-01-01', until: '2025-06-30' },
      { from: '2026-01-01', until: '2026-03-01' },
    ]);
    expect(await imported(line('2/1/2026'), before)).toEqual([
      { from: '2025-01-01', until: '2025-06-30' },
      { from: '2026-02-01', until: null },
    ]);
    expect(await imported(line('3/1/2026', '2/1/2026'), before)).toContain('lies before the first');
  });

  it('reads back what it wrote, whatever the account was before', async () => {
    const cells = exportColumns([keyAccountPart]);
    const cell = (key: string, account: CustomerAccount): string =>
      cells.find((one) => one.key === key)?.cell(account, (id) => id) ?? '';
    await fc.assert(
      fc.asyncProperty(decisions, async (changes) => {
        const account = listing(decided(changes));
        const row = line(cell('keyAccountFrom', account), cell('keyAccountUntil', account));
        const how = { dates: 'iso' } as const;
        expect(await imported(row, null, how)).toEqual(keyAccountOf(account).periods ?? []);
        expect(await imported(row, account, how)).toEqual(keyAccountOf(account).periods ?? []);
      }),
      { numRuns: 60 },
    );
  });

  it('and a feed that says the same again changes nothing', () => {
    fc.assert(
      fc.property(decisions, (changes) => {
        const periods = decided(changes);
        const last = periods.at(-1);
        if (last === undefined) return;
        expect(asSaid(periods, [last], '2026-03-02')).toEqual(periods);
      }),
    );
  });
});
