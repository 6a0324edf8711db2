import { type HeldTicket, teamList } from '../../src/core/procedure';
import { openAskRows } from '../../src/procedures/account-manager/rows';
import { withAsks } from '../../src/procedures/account-manager/asks';
import { ChangedMeanwhile, TooLarge } from '../../src/app/errors';
import type { TicketRecord } from '../../src/app/outbox';
import type { Ask } from '../../src/procedures/account-manager/ask';
import type { Clock } from '../../src/core/clock';
import { emptyLedger, type Ledger, withEntry } from '../../src/core/ledger';
import { ticketStore } from '../../src/kvs/ticket-store';
import { type AdapterDoor, openAdapterDoor } from '../support/adapter-door';
import { monday10 } from '../support/sop';

const anAsk = (change: Partial<Ask> = {}): Ask => ({
  id: 'a1',
  entryId: 'urgent',
  cid: 'NWCU',
  how: 'panel',
  askedBy: 'agent',
  askedAt: monday10,
  note: 'Who signs?',
  accountManager: 'Maya',
  regionalManager: 'Tom',
  holds: [],
  statusBefore: { id: 'wfs', name: 'Waiting for Support' },
  priority: null,
  ladder: [],
  from: 0,
  customerReply: null,
  ...change,
});

const aRecord = (
  issueId: string,
  change: Partial<TicketRecord> = {},
  ledger: Partial<Ledger> = {},
): TicketRecord => ({
  revision: 0,
  edition: 0,
  ledger: { ...emptyLedger(issueId, `EBH-${issueId}`, '1'), ...ledger },
  outbox: [],
  turn: null,
  pending: null,
  wakeAt: null,
  radar: [],
  listed: false,
  ...change,
});

/** Who has the ask, on which step, and until when. */
interface Holding {
  readonly holder?: string;
  readonly rung?: number;
  readonly dueAt?: string;
  readonly regionalManager?: string;
}

/** A ledger with an open ask. */
function asking({
  holder = 'Maya',
  rung = 0,
  dueAt = '2026-03-02T14:00:00.000Z',
  ...change
}: Holding = {}): Pick<Ledger, 'parts' | 'clocks'> {
  const { parts } = withAsks(emptyLedger('', '', '1'), { ask: anAsk(change), asks: 1 });
  const clock: Clock = {
    procedure: 'account-manager',
    key: 'ask:1',
    clause: 'AM-19',
    title: 'Answer the request',
    of: { people: ['Maya'] },
    since: monday10,
    within: { minutes: 240 },
    above: [],
    tell: 'said',
    acts: ['answer'],
    opened: monday10,
    rung,
    asked: [{ person: holder, rung, toldAt: monday10 }],
    dueAt,
    nextAt: dueAt,
  };
  return { parts, clocks: [clock] };
}

describe('The ledgers in storage', () => {
  let door: AdapterDoor;
  beforeEach(async () => {
    door = await openAdapterDoor();
  });
  const run: AdapterDoor['run'] = (work) => door.run(work);
  const save = (record: TicketRecord): Promise<TicketRecord> =>
    run(() => ticketStore.save({ ...record, rows: openAskRows(record.ledger) }));
  const load = (issueId: string) => run(() => ticketStore.load(issueId));

  it('know nothing of a ticket nobody saved', async () => {
    expect(await load('1')).toBeNull();
    expect(await run(() => ticketStore.loadAll(['1', '2']))).toEqual(new Map());
  });

  it('give back what was saved, one revision on', async () => {
    const saved = await save(aRecord('1', { edition: 7 }, asking()));
    expect(saved.revision).toBe(1);
    expect(await load('1')).toEqual(saved);
    expect((await save({ ...saved, edition: 0 })).revision).toBe(2);
    expect(await load('1')).toMatchObject({ revision: 2, edition: 0 });
  });

  it('let one of two who start from the same revision save, and tell the other', async () => {
    const ends = await run(() =>
      Promise.allSettled([
        ticketStore.save({ ...aRecord('1'), rows: [] }),
        ticketStore.save({ ...aRecord('1', { edition: 7 }), rows: [] }),
      ]),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const saved = await load('1');
    if (saved === null) throw new Error('Nobody was saved.');
    await save(saved);
    await expect(save(saved)).rejects.toBeInstanceOf(ChangedMeanwhile);
    expect((await load('1'))?.revision).toBe(2);
  });

  it('do not let a ticket be made that somebody forgot meanwhile', async () => {
    const saved = await save(aRecord('1', {}, asking()));
    await run(() => ticketStore.forget('1'));
    expect(await load('1')).toBeNull();
    await expect(save(saved)).rejects.toBeInstanceOf(ChangedMeanwhile);
    expect(door.host.storage()).toEqual([]);
  });

  it('store many in few transactions, and one that somebody else has changed does not stop the others', async () => {
    const records = Array.from({ length: 30 }, (_, place) => aRecord(String(place)));
    const saveAll = (some: readonly TicketRecord[]) =>
      run(() => ticketStore.saveAll(some.map((record) => ({ ...record, rows: [] }))));
    door.host.clearCalls();
    const saved = (await saveAll(records)) as readonly TicketRecord[];
    expect(door.host.calls()).toHaveLength(2);
    expect(saved.map(({ revision }) => revision)).toEqual(records.map(() => 1));
    await save({ ...(saved[7] as TicketRecord), wakeAt: monday10 });
    const again = await saveAll(saved);
    expect(again.map((one) => (one instanceof Error ? one : one.revision))).toEqual(
      saved.map((_, place) => (place === 7 ? expect.any(ChangedMeanwhile) : 2)),
    );
    expect(await load('8')).toMatchObject({ revision: 2 });
    expect(await load('7')).toMatchObject({ revision: 2, wakeAt: monday10 });
  });

  it('store the others where one has become too large', async () => {
    const huge = { since: monday10, notBefore: monday10, reason: 'x'.repeat(300_000) };
    const records = [aRecord('1'), aRecord('2', { pending: huge }), aRecord('3')];
    const results = await run(() =>
      ticketStore.saveAll(records.map((record) => ({ ...record, rows: [] }))),
    );
    expect(results.map((one) => one instanceof TooLarge)).toEqual([false, true, false]);
    expect(await load('3')).toMatchObject({ revision: 1 });
  });

  it('say what is wrong when it is not the revision', async () => {
    const huge = aRecord('1', {
      pending: { since: monday10, notBefore: monday10, reason: 'x'.repeat(300_000) },
    });
    const failed = save(huge);
    await expect(failed).rejects.not.toBeInstanceOf(ChangedMeanwhile);
    await expect(failed).rejects.toMatchObject({ code: 'too-large' });
  });

  it('load many at once, over the limit of one batch', async () => {
    const ids = Array.from({ length: 60 }, (_one, place) => String(place + 1));
    for (const id of ids) await save(aRecord(id));
    door.host.clearCalls();
    const records = await run(() => ticketStore.loadAll([...ids, 'gone']));
    expect([...records.keys()].sort()).toEqual([...ids].sort());
    expect(door.host.calls()).toHaveLength(3);
  });

  it('forget a ticket they never knew', async () => {
    await run(() => ticketStore.forget('never'));
  });

  describe('that have to be looked at', () => {
    it('come the earliest first, up to the moment, and not those asleep', async () => {
      const wakes: readonly [string, string | null][] = [
        ['1', '2026-03-02T16:00:00.000Z'],
        ['2', '2026-03-02T15:00:00.000Z'],
        ['3', '2026-03-02T17:00:00.000Z'],
        ['4', null],
      ];
      for (const [id, wakeAt] of wakes) await save(aRecord(id, { wakeAt }));
      const due = await run(() => ticketStore.waking('2026-03-02T16:00:00.000Z', null));
      expect(due).toEqual({
        wakes: [
          { issueId: '2', at: '2026-03-02T15:00:00.000Z' },
          { issueId: '1', at: '2026-03-02T16:00:00.000Z' },
        ],
        next: null,
      });
    });

    it('come in pages', async () => {
      for (let id = 1; id <= 130; id += 1)
        await save(
          aRecord(String(id), { wakeAt: new Date(Date.parse(monday10) + id * 1000).toISOString() }),
        );
      const first = await run(() => ticketStore.waking('2026-03-03T00:00:00.000Z', null));
      const second = await run(() => ticketStore.waking('2026-03-03T00:00:00.000Z', first.next));
      expect([first.wakes.length, second.wakes.length, second.next]).toEqual([100, 30, null]);
      expect([...first.wakes, ...second.wakes].map(({ issueId }) => Number(issueId))).toEqual(
        Array.from({ length: 130 }, (_one, place) => place + 1),
      );
    });

    it('fall asleep when nothing is due any more', async () => {
      const saved = await save(aRecord('1', { wakeAt: monday10 }));
      await save({ ...saved, wakeAt: null });
      expect((await run(() => ticketStore.waking('2027-01-01T00:00:00.000Z', null))).wakes).toEqual(
        [],
      );
    });
  });

  describe('with an open ask', () => {
    const asksOf = (manager: string, limit = 100) =>
      run(() => ticketStore.listed<HeldTicket>(teamList, manager, limit));
    const ofTeam = (regionalManager: string, dueAt = due(18)) => asking({ regionalManager, dueAt });
    const due = (hour: number): string => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;

    it('are found by whose team it is, the earliest due first', async () => {
      await save(aRecord('1', {}, ofTeam('Tom')));
      await save(aRecord('2', {}, ofTeam('Tom', due(16))));
      await save(aRecord('3', {}, ofTeam('Helena', due(15))));
      const issues = async (...of: Parameters<typeof asksOf>): Promise<string[]> =>
        (await asksOf(...of)).map(({ issueId }) => issueId);
      expect(await issues('Tom')).toEqual(['2', '1']);
      expect(await issues('Helena')).toEqual(['3']);
      expect(await issues('Tom', 1)).toEqual(['2']);
      expect(await issues('Nobody')).toEqual([]);
      expect((await asksOf('Helena'))[0]?.dueAt).toBe(due(15));
    });

    it('move with the ask, and are gone from there when it is over', async () => {
      const saved = await save(aRecord('1', {}, ofTeam('Tom')));
      const moved = await save({ ...saved, ledger: { ...saved.ledger, ...ofTeam('Helena') } });
      expect(await asksOf('Tom')).toEqual([]);
      expect(await asksOf('Helena')).toHaveLength(1);
      await save({ ...moved, ledger: withAsks(moved.ledger, { ask: null }) });
      expect(await asksOf('Helena')).toEqual([]);
    });

    it('are written once they stand still: not while a turn is at work, and only what says something new', async () => {
      const lists = (): number =>
        door.host
          .calls()
          .flatMap(({ keys = [] }) => keys)
          .filter((key) => key.startsWith('row:')).length;
      const turn = { id: '1-1', until: monday10 };
      const saved = await save({ ...aRecord('1', {}, ofTeam('Tom')), turn });
      expect(await asksOf('Tom')).toEqual([]);
      const done = await save({ ...saved, turn: null });
      expect(await asksOf('Tom')).toHaveLength(1);
      door.host.clearCalls();
      const again = await save({ ...done, pending: null });
      expect(lists()).toBe(0);
      await save({ ...again, ledger: { ...again.ledger, ...ofTeam('Tom', due(19)) } });
      expect(lists()).toBe(1);
      expect((await asksOf('Tom'))[0]?.dueAt).toBe(due(19));
    });

    it('come through more than one page, up to the limit', async () => {
      for (let id = 1; id <= 130; id += 1)
        await save(
          aRecord(
            String(id),
            {},
            asking({ dueAt: new Date(Date.parse(monday10) + id * 1000).toISOString() }),
          ),
        );
      expect(await asksOf('Tom', 120)).toHaveLength(120);
      expect(await asksOf('Tom', 500)).toHaveLength(130);
    });

    it('say whose they are in as many reads as there are pages, or that they are too many to read', async () => {
      const teams = (most: number) => run(() => ticketStore.listedPeople(teamList, most));
      expect(await teams(100)).toEqual(new Set());
      for (let id = 1; id <= 130; id += 1)
        await save(aRecord(String(id), {}, ofTeam(id === 130 ? 'Helena' : 'Tom')));
      expect(await teams(200)).toEqual(new Set(['Tom', 'Helena']));
      expect(await teams(100)).toBeNull();
    });
  });

  describe('with a long journal', () => {
    const journalOf = (entries: number, issueId = '1'): TicketRecord => {
      let ledger = emptyLedger(issueId, 'EBH-1', '1');
      for (let count = 1; count <= entries; count += 1) {
        ledger = withEntry(ledger, {
          at: monday10,
          kind: 'done',
          by: null,
          text: `Entry ${count}`,
          because: null,
          policyVersion: 3,
        });
      }
      return aRecord(issueId, {}, ledger);
    };
    const archives = () => door.host.storage().filter(({ key }) => key.startsWith('journal:'));

    it('keep up to 120 entries in the row', async () => {
      expect((await save(journalOf(120))).ledger.journal).toHaveLength(120);
      expect(archives()).toEqual([]);
    });

    it('move all but the newest 80 to a page of their own beyond that', async () => {
      const saved = await save(journalOf(121));
      expect(saved.ledger.journal.map(({ id }) => id)).toEqual(
        Array.from({ length: 80 }, (_one, place) => place + 42),
      );
      expect(await load('1')).toEqual(saved);
      expect(archives().map(({ key, value }) => [key, (value as unknown[]).length])).toEqual([
        ['journal:1:1', 41],
      ]);
    });

    it('rewrite what was moved out, in every page (EA-24)', async () => {
      let record = await save(journalOf(121));
      for (let turn = 1; turn <= 60; turn += 1)
        record = await save({
          ...record,
          ledger: withEntry(record.ledger, {
            at: monday10,
            kind: 'done',
            by: null,
            text: `Turn ${turn}`,
            because: null,
            policyVersion: 3,
          }),
        });
      expect(archives().length).toBeGreaterThan(1);
      await run(() => ticketStore.rewriteArchive('1', (entry) => ({ ...entry, text: 'gone' })));
      const texts = archives().flatMap(({ value }) =>
        (value as { text: string }[]).map(({ text }) => text),
      );
      expect(new Set(texts)).toEqual(new Set(['gone']));
    });

    it('lose no entry over many turns', async () => {
      let record = aRecord('1');
      for (let turn = 1; turn <= 250; turn += 1) {
        record = await save({
          ...record,
          ledger: withEntry(record.ledger, {
            at: monday10,
            kind: 'done',
            by: null,
            text: `Entry ${turn}`,
            because: null,
            policyVersion: 3,
          }),
        });
      }
      const archived = archives().flatMap(({ value }) =>
        (value as Ledger['journal']).map(({ id }) => id),
      );
      expect([...archived, ...record.ledger.journal.map(({ id }) => id)]).toEqual(
        Array.from({ length: 250 }, (_one, place) => place + 1),
      );
    });
  });
});
