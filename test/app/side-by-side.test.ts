import { ChangedMeanwhile } from '../../src/app/errors';
import type { TicketRecord, TicketToSave } from '../../src/app/outbox';
import { newRecord } from '../../src/app/outbox';
import type { Ports } from '../../src/app/ports';
import { sideBySide } from '../../src/app/side-by-side';
import { emptyLedger } from '../../src/core/ledger';
import { memoryWorld } from '../support/memory-ports';

const ids = ['1', '2', '3'];
const aRecord = (id: string): TicketToSave => ({
  ...newRecord(emptyLedger(id, `EBH-${id}`, '1')),
  rows: [],
});

/** What was stored together, and what became of each turn. */
async function taken(
  turn: (ports: Ports, id: string) => Promise<unknown>,
  fails: (record: TicketToSave) => Error | null = () => null,
): Promise<{ together: string[][]; ended: Record<string, unknown> }> {
  const ports = memoryWorld().ports();
  const together: string[][] = [];
  const ended: Record<string, unknown> = {};
  const tickets: Ports['tickets'] = {
    ...ports.tickets,
    saveAll: (records) => {
      together.push(records.map(({ ledger }) => ledger.issueId));
      return Promise.resolve(
        records.map((one): TicketRecord | Error => fails(one) ?? { ...one, revision: 1 }),
      );
    },
  };
  await sideBySide({ ...ports, tickets }, ids, async (those, id) => {
    ended[id] = await turn(those, id).catch((error: unknown) => error);
  });
  return { together, ended };
}

describe('Turns side by side', () => {
  it('store together what they store at the same step', async () => {
    const { together } = await taken(async ({ tickets }, id) => {
      await tickets.save(aRecord(id));
      await tickets.save(aRecord(id));
    });
    expect(together).toEqual([ids, ids]);
  });

  it('do not wait for one that has nothing to store, or fails', async () => {
    const { together, ended } = await taken(async ({ tickets }, id) => {
      if (id === '2') throw new Error('Broken.');
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (id === '1') await tickets.save(aRecord(id));
      return 'done';
    });
    expect(together).toEqual([['1']]);
    expect(ended).toEqual({ '1': 'done', '2': new Error('Broken.'), '3': 'done' });
  });

  it('tell the one whose ticket somebody else has changed, which can try again by itself', async () => {
    let times = 0;
    const conflict = ({ ledger }: TicketToSave): Error | null =>
      ledger.issueId === '2' && (times += 1) === 1 ? new ChangedMeanwhile() : null;
    const { together, ended } = await taken(
      ({ tickets }, id) =>
        tickets
          .save(aRecord(id))
          .catch(() => tickets.save(aRecord(id)))
          .then(({ revision }) => revision),
      conflict,
    );
    expect(together).toEqual([ids, ['2']]);
    expect(ended).toEqual({ '1': 1, '2': 1, '3': 1 });
  });
});
