import type { TicketRecord } from '../../src/app/outbox';
import { because } from '../../src/core/because';
import { emptyLedger } from '../../src/core/ledger';
import type { RadarItem } from '../../src/core/radar-rule';
import { ticketStore } from '../../src/kvs/ticket-store';
import { openAdapterDoor, type AdapterDoor } from '../support/adapter-door';
import { monday10 } from '../support/sop';

const item = (since: string): RadarItem => ({
  code: 'waits-for-nobody',
  severity: 'urgent',
  repair: 'person',
  text: 'Nobody is asked.',
  remedy: 'Ask somebody.',
  because: because('AM-17', 'Why.'),
  since,
});
const record = (issueId: string, projectId: string, radar: readonly RadarItem[]): TicketRecord => ({
  revision: 0,
  edition: 0,
  ledger: emptyLedger(issueId, `EBH-${issueId}`, projectId),
  outbox: [],
  turn: null,
  pending: null,
  wakeAt: null,
  listed: false,
  radar,
});

describe('tickets on the radar, in storage', () => {
  let door: AdapterDoor;
  beforeEach(async () => {
    door = await openAdapterDoor();
  });
  const save = (one: TicketRecord): Promise<TicketRecord> =>
    door.run(() => ticketStore.save({ ...one, rows: [] }));
  const listed = async (queue = '1'): Promise<string[]> =>
    (await door.run(() => ticketStore.onRadar(queue, 50))).map(({ key }) => key);

  it('are found by queue, the one that has stood wrong the longest first', async () => {
    await save(record('1', '1', [item(monday10)]));
    await save(
      record('2', '1', [item('2026-03-02T11:00:00.000Z'), item('2026-02-02T11:00:00.000Z')]),
    );
    await save(record('3', '2', [item(monday10)]));
    await save(record('4', '1', []));
    expect(await listed()).toEqual(['EBH-2', 'EBH-1']);
    expect(await listed('2')).toEqual(['EBH-3']);
  });

  it('leave the list with the save that finds them mended, and when they are forgotten', async () => {
    const first = await save(record('1', '1', [item(monday10)]));
    expect(first.listed).toBe(true);
    const second = await save({ ...first, radar: [] });
    expect(second.listed).toBe(false);
    expect(await listed()).toEqual([]);
    await save({ ...second, radar: [item(monday10)] });
    await door.run(() => ticketStore.forget('1'));
    expect(await listed()).toEqual([]);
    expect(door.host.storage()).toEqual([]);
  });
});
