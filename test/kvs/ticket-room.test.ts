// What storage keeps of a ticket: every row of it is forgotten with it, older entries of its journal can be read, and what a
// newer version wrote is left alone.
import { kvs } from '@forge/kvs';
import { NewerRow, TooLarge } from '../../src/app/errors';
import type { TicketRecord, TicketToSave } from '../../src/app/outbox';
import { because } from '../../src/core/because';
import { emptyLedger, type JournalEntry } from '../../src/core/ledger';
import { bytesOf } from '../../src/core/room';
import { keys } from '../../src/kvs/keys';
import { recordOf } from '../../src/kvs/ticket-format';
import { ticketStore } from '../../src/kvs/ticket-store';
import { type AdapterDoor, openAdapterDoor } from '../support/adapter-door';

const at = '2026-03-02T14:00:00.000Z';

const aRecord = (change: Partial<TicketToSave> = {}): TicketToSave => ({
  revision: 0,
  edition: 0,
  ledger: emptyLedger('100', 'EBH-1', '1'),
  outbox: [],
  turn: null,
  pending: null,
  wakeAt: null,
  radar: [],
  listed: false,
  rows: [],
  ...change,
});

const entries = (count: number, text = 'Done.', from = 1): JournalEntry[] =>
  Array.from({ length: count }, (_, place) => ({
    id: from + place,
    at,
    kind: 'done',
    by: null,
    text,
    because: because('T1', 'A test.'),
    policyVersion: 1,
  }));

let door: AdapterDoor;
beforeEach(async () => {
  door = await openAdapterDoor();
});
const run: AdapterDoor['run'] = (work) => door.run(work);

/** A ticket with so many entries, noted a few at a time. */
async function withEntries(count: number, text?: string): Promise<TicketRecord> {
  let record: TicketRecord = await run(() => ticketStore.save(aRecord()));
  for (let noted = 0; noted < count; noted += 30) {
    const some = entries(Math.min(30, count - noted), text, noted + 1);
    const { ledger } = record;
    const next = {
      ...record,
      rows: [],
      ledger: {
        ...ledger,
        entries: ledger.entries + some.length,
        journal: [...ledger.journal, ...some],
      },
    };
    record = await run(() => ticketStore.save(next));
  }
  return record;
}

/** Every entry there is, as somebody reads back through the pages. */
async function allOf(record: TicketRecord): Promise<number[]> {
  const ids = record.ledger.journal.map(({ id }) => id);
  for (;;) {
    const first = ids[0];
    if (first === undefined) return ids;
    const page = await run(() => ticketStore.entriesBefore(record, first));
    if (page.length === 0) return ids;
    ids.unshift(...page.map(({ id }) => id));
  }
}
const upTo = (count: number): number[] => Array.from({ length: count }, (_, place) => place + 1);

describe('the journal of a ticket', () => {
  it.each([0, 10, 120, 121, 500])('of %d entries is read back to its first', async (count) => {
    expect(await allOf(await withEntries(count))).toEqual(upTo(count));
  });

  it('is bounded in bytes in the ticket’s row, and none of it is lost', async () => {
    const record = await withEntries(90, 'x'.repeat(2_000));
    expect(bytesOf(record.ledger.journal)).toBeLessThan(90_000);
    expect(record.ledger.journal.length).toBeGreaterThanOrEqual(10);
    expect(await allOf(record)).toEqual(upTo(90));
  });

  it('is found also where the row is from before its pages were noted', async () => {
    const { journalPages: _, ...older } = await withEntries(300);
    expect(await allOf(older)).toEqual(upTo(300));
  });
});

describe('forgetting a ticket', () => {
  /** Keys of which the first thing is the ticket. A new one is found here by itself. */
  const ofTicket = Object.entries(keys)
    .filter(([, key]) => typeof key === 'function' && /^\(?issueId\b/u.test(String(key)))
    .map(([name]) => name);

  it('knows the keys of a ticket', () => {
    expect(ofTicket).toEqual(
      expect.arrayContaining(['ticket', 'row', 'radar', 'journal', 'personal']),
    );
  });

  it('leaves no row of it, of whichever kind, and touches no other ticket', async () => {
    const record = await withEntries(200);
    const rows = upTo(60).map((item) => ({
      list: 'waiting',
      who: 'ana',
      item: `wait-${item}`,
      order: at,
      doc: {},
    }));
    const radar = [
      {
        code: 'room-filling',
        severity: 'warning',
        repair: 'person',
        text: 'It fills.',
        remedy: 'Close it.',
        because: because('X10', 'It fills.'),
        since: at,
      },
    ] as const;
    await run(() => ticketStore.save({ ...record, rows, radar }));
    await run(() => ticketStore.save(aRecord({ ledger: emptyLedger('1001', 'EBH-2', '1'), rows })));
    const written = new Set(door.host.storage().map(({ key }) => key.split(':')[0]));
    // Of the encrypted store, a procedure forgets what is kept; what is on its way is gone within the hour by itself.
    for (const name of ofTicket.filter((name) => !['personal', 'staged'].includes(name)))
      expect(written).toContain(name);
    await run(() => ticketStore.forget('100'));
    const left = door.host.storage().map(({ key }) => key);
    expect(left.filter((key) => key.split(':')[1] === '100')).toEqual([]);
    expect(left.filter((key) => key.split(':')[1] === '1001')).toHaveLength(61);
  });
});

describe('a ticket’s row', () => {
  const stored = (change: object) =>
    run(async () => {
      const row = (await kvs.entity<object>('ticket').get('ticket:100')) ?? {};
      await kvs.entity('ticket').set('ticket:100', { ...row, ...change });
    });

  it('of a newer version is not touched, says so on the radar once, and disturbs no other', async () => {
    await run(() => ticketStore.save(aRecord()));
    await run(() => ticketStore.save(aRecord({ ledger: emptyLedger('101', 'EBH-2', '1') })));
    await stored({ v: 99, state: 'awake', wakeAt: at });
    const before = door.host.storage().find(({ key }) => key === 'ticket:100');
    for (let time = 0; time < 2; time += 1)
      await expect(run(() => ticketStore.load('100'))).rejects.toBeInstanceOf(NewerRow);
    expect([...(await run(() => ticketStore.loadAll(['100', '101']))).keys()]).toEqual(['101']);
    expect((await run(() => ticketStore.waking(at, null))).wakes).toEqual([{ issueId: '100', at }]);
    await expect(run(() => ticketStore.save(aRecord()))).rejects.toBeInstanceOf(Error);
    expect(door.host.storage().find(({ key }) => key === 'ticket:100')).toEqual(before);
    const [listed] = await run(() => ticketStore.onRadar('1', 10));
    expect(listed).toMatchObject({ key: 'EBH-1', items: [{ code: 'newer-version' }] });
    expect(listed?.items).toHaveLength(1);
  });

  it('from before there were versions is of the first', async () => {
    await run(() => ticketStore.save(aRecord()));
    await stored({ v: undefined });
    expect(await run(() => ticketStore.load('100'))).toMatchObject({ revision: 1 });
  });

  it('of an older version goes through every upgrade after its own, in their order', () => {
    const through = ['second', 'third'].map((name) => (doc: object) => ({
      ...doc,
      seen: [...((doc as { seen?: string[] }).seen ?? []), name],
    }));
    const doc = aRecord() as TicketRecord;
    const seen = (v?: number): unknown =>
      (recordOf({ doc, ...(v === undefined ? {} : { v }) }, through) as { seen?: unknown }).seen;
    expect([seen(), seen(1), seen(2), seen(3)]).toEqual([
      ['second', 'third'],
      ['second', 'third'],
      ['third'],
      undefined,
    ]);
    expect(() => seen(4)).toThrow(NewerRow);
  });

  it('that would be too large is refused in words, and what was stored stays', async () => {
    const record = await run(() => ticketStore.save(aRecord()));
    const ledger = {
      ...record.ledger,
      parts: { big: { v: 1, state: 'x'.repeat(300_000) } },
    };
    const saving = run(() => ticketStore.save({ ...record, ledger, rows: [] }));
    await expect(saving).rejects.toBeInstanceOf(TooLarge);
    await expect(saving).rejects.toMatchObject({ code: 'too-large' });
    expect(await run(() => ticketStore.load('100'))).toMatchObject({ revision: 1 });
  });
});
