// A list hands back what Jira has said of its tickets, and Jira is asked only for what has changed.
import type { Call } from '../../host/jira/types';
import type { Memory } from '../../src/contract/waiting';
import type {
  MyAsksFilter,
  MyAsksView,
} from '../../src/procedures/account-manager/contract/gadget';
import { Desk } from '../simulation/desk';

const request = { entryId: 'other', note: 'Is the contract signed?' };
const asked = 6;

let desk: Desk;
const keys: string[] = [];
beforeEach(async () => {
  desk = await Desk.open();
  keys.length = 0;
  for (let place = 0; place < asked; place += 1) {
    await desk.ticket();
    await desk.click('ben.ito', 'account-manager.request', request);
    keys.push(desk.key);
  }
  await desk.host.settled();
});
afterEach(() => desk.host.stop());

async function read(
  filter: MyAsksFilter,
  as = 'maya.ortiz',
): Promise<{ readonly view: MyAsksView; readonly asked: readonly Call[] }> {
  const before = desk.host.calls().length;
  const view = await desk.gadget(as, filter);
  const calls = desk.host.calls().slice(before);
  return { view, asked: calls.filter(({ path }) => path.startsWith('/rest/')) };
}

/** What it shows, but for the time, and for what is only to be handed back. */
const said = ({ now: _now, memory: _memory, ...rest }: MyAsksView): object => rest;

describe('A list that hands back what it knows', () => {
  it('asks Jira for nothing, and shows the same', async () => {
    const first = await read({});
    expect(first.view.mine).toHaveLength(asked);
    const { view, asked: requests } = await read({ memory: first.view.memory });
    expect(requests).toEqual([]);
    expect(said(view)).toEqual(said(first.view));
    expect(view.memory).toEqual(first.view.memory);
  });

  it('asks for the one ticket that has changed', async () => {
    const { memory } = (await read({})).view;
    const [changed = ''] = keys;
    await desk.as('ben.ito').edit(changed, { priority: { name: 'High' } });
    await desk.host.settled();
    const { view, asked: requests } = await read({ memory });
    expect(view.mine.find(({ key }) => key === changed)?.priority.name).toBe('High');
    expect(requests.reduce((sum, { points }) => sum + points, 0)).toBeLessThanOrEqual(3);
  });

  it('asks for a ticket that has come, and has lost one that was answered', async () => {
    const { memory } = (await read({})).view;
    await desk.as('maya.ortiz').comment(keys[0] ?? '', 'It is signed.');
    await desk.ticket();
    await desk.click('ben.ito', 'account-manager.request', request);
    await desk.host.settled();
    const { view } = await read({ memory });
    expect(view.mine.map(({ key }) => key).sort()).toEqual([...keys.slice(1), desk.key].sort());
  });

  const forgeries: Readonly<Record<string, (memory: Memory) => unknown>> = {
    'with another summary': (memory) =>
      eachOf(memory, ({ facts, seal }) => ({
        facts: { ...(facts as object), summary: 'Not what Jira says' },
        seal,
      })),
    'with another organization': (memory) =>
      eachOf(memory, ({ facts, seal }) => ({
        facts: { ...(facts as object), organizations: [{ id: '1', name: 'Alder Bank' }] },
        seal,
      })),
    'with a seal of another ticket': (memory) =>
      Object.fromEntries(
        Object.keys(memory).map((id, place, ids) => [id, memory[ids[(place + 1) % asked] ?? '']]),
      ),
    'with no seal': (memory) => eachOf(memory, ({ facts }) => ({ facts, seal: '' })),
    'that is none': () => 'known',
    'of too many tickets': () =>
      Object.fromEntries(
        Array.from({ length: 300 }, (_, id) => [String(id), { facts: {}, seal: 'x'.repeat(32) }]),
      ),
  };
  it.each(Object.entries(forgeries))('is not believed %s', async (_what, forge) => {
    const first = (await read({})).view;
    const { view, asked: requests } = await read({ memory: forge(first.memory) as Memory });
    expect(requests.length).toBeGreaterThan(0);
    expect(said(view)).toEqual(said(first));
  });

  it('is not believed from somebody else', async () => {
    const { memory } = (await read({})).view;
    // Tom leads Maya's region and has the same tickets in his list.
    const his = await read({ includeTeam: true }, 'tom.reyes');
    const { view, asked: requests } = await read({ includeTeam: true, memory }, 'tom.reyes');
    expect(requests.length).toBe(his.asked.length);
    expect(said(view)).toEqual(said(his.view));
  });

  it('is answered by an act as it was asked to be shown', async () => {
    const filter = { rows: 2, memory: (await read({ rows: 2 })).view.memory };
    const [row] = (await read(filter)).view.mine;
    if (row === undefined) throw new Error('Nothing waits.');
    const before = desk.host.calls().length;
    const reply = (await desk.host.invoke({
      module: 'my-asks-gadget',
      as: 'maya.ortiz@relay.example',
      call: 'account-manager.promise',
      payload: {
        issueId: row.issueId,
        by: '2026-03-03T15:00:00.000Z',
        reason: 'The lawyers have it.',
        expectedRevision: row.revision,
        shown: filter,
      },
    })) as { readonly ok: boolean; readonly value: MyAsksView };
    expect(reply).toMatchObject({ ok: true });
    expect(reply.value.mine).toHaveLength(2);
    expect(reply.value.counts.waiting).toBe(asked);
    const reads = desk.host
      .calls()
      .slice(before)
      .filter(({ path }) => path.includes('/issue/bulkfetch'));
    expect(reads.reduce((sum, { points }) => sum + points, 0)).toBeLessThanOrEqual(3);
  });
});

const eachOf = (memory: Memory, change: (one: Memory[string]) => unknown): object =>
  Object.fromEntries(Object.entries(memory).map(([id, one]) => [id, change(one)]));
