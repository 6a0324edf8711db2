// HY-06: opportunities that a file of accounts says are Closed Won.
import type { HybridView } from '../../src/procedures/hybrid-account/contract/panel';
import { AccountsPage, columns, line, wonIn } from './accounts-page';

const withWon = { columns: { ...columns, opportunity: 7, opportunityType: 8 } };
const hybrid = 'LMS; CRED SERV';
const won = (opportunity: string, change: Parameters<typeof line>[0] = {}, type = ''): string[] => [
  ...line({ products: hybrid, ...change }),
  opportunity,
  type,
];
const edge = { cid: 'EDGE', name: 'Edge Bank', organizations: '' };

describe('opportunities that a file says are Closed Won (HY-06)', () => {
  let page: AccountsPage;
  const onboardings = async (): Promise<string[]> =>
    (
      await page.host
        .as('alex.kim@relay.example')
        .search('project = OPS AND summary ~ "Hybrid onboarding" ORDER BY key ASC')
    ).map(({ key }) => key);
  beforeEach(async () => {
    page = await AccountsPage.open();
  });
  afterEach(() => page.close());

  it('open the onboardings of hybrid accounts once somebody has seen which, and each once (H6)', async () => {
    const file = [
      won('006F1'),
      won('006F2', { ...edge, products: 'LMS' }),
      won('', { cid: 'NONE', name: 'No deal', organizations: '' }),
    ];
    const checked = await page.check(file, withWon);
    expect(wonIn(checked)).toMatchObject({
      opens: [{ line: 2, cid: 'NWCU', opportunity: '006F1', type: 'net-new', key: null }],
      already: 0,
      refusals: 1,
      refused: [
        { line: 3, cid: 'EDGE', why: expect.stringContaining('Edge Bank is not hybrid') as string },
      ],
    });
    await page.host.advance('PT5M');
    expect(await onboardings()).toEqual([]);
    expect(wonIn(await page.apply(checked.id)).opens).toMatchObject([
      { opportunity: '006F1', key: 'OPS-1', why: null },
    ]);
    await page.host.advance('PT5M');
    expect(await onboardings()).toEqual(['OPS-1']);
    // An account that stays as it is has its opportunity looked at all the same.
    const again = await page.check([...file.slice(0, 1), won('006F3', edge)], withWon);
    expect(again.counts).toMatchObject({ unchanged: 1, changed: 1 });
    expect(wonIn(again)).toMatchObject({
      already: 1,
      opens: [{ cid: 'EDGE', opportunity: '006F3' }],
    });
    await page.apply(again.id);
    await page.host.advance('PT5M');
    expect(await onboardings()).toHaveLength(2);
    const onboarding = (await page.host.invoke({
      module: 'hybrid-account',
      issue: 'OPS-1',
      as: 'noor.haddad@relay.example',
      call: 'hybrid.get',
      payload: {},
    })) as { value?: HybridView };
    expect(onboarding.value?.onboarding).toMatchObject({
      opportunity: '006F1',
      account: 'Northwind Credit Union',
    });
    // Who imported the file has said it, and nobody else.
    expect(onboarding.value?.history.at(-1)).toMatchObject({
      text: 'Onboarding of Northwind Credit Union opened',
      by: { name: 'Alex Kim' },
    });
  });

  it('make a line wrong that names one twice, one that is none, or a type that nobody knows', async () => {
    const checked = await page.check(
      [
        won('006G1'),
        won('006G1', edge),
        won('006G2', { ...edge, cid: 'TYPE' }, 'renewal'),
        won('006 🙂', { ...edge, cid: 'SIGN' }),
        won('006G4', { ...edge, cid: 'LATE' }, 'Became Hybrid'),
      ],
      withWon,
    );
    expect(
      checked.problems.map(({ line: at, column, message }) => `${at} ${column}: ${message}`),
    ).toEqual([
      '3 Closed Won opportunity: 006G1 stands in line 2 already.',
      '4 Opportunity type: "renewal" is no type.',
      '5 Closed Won opportunity: "006 🙂" is no id of an opportunity.',
    ]);
    // H5: the settings include net new accounts only.
    expect(wonIn(checked)).toMatchObject({
      opens: [{ cid: 'NWCU' }],
      refused: [{ cid: 'LATE', why: expect.stringContaining('only net new') as string }],
    });
    await expect(page.apply(checked.id)).rejects.toThrow('3 lines are wrong');
  });

  it('are opened once each when the job dies on the way and is taken up again', async () => {
    const file = ['1', '2'].map((one) =>
      won(`006H${one}`, { cid: `H${one}`, name: `Account ${one}`, organizations: '' }),
    );
    let cutOff = 0;
    for (let nth = 5, whole = false; !whole; nth += 4) {
      await page.close();
      page = await AccountsPage.open();
      const checked = await page.check(file, withWon);
      page.host.faults.set({ once: [{ kind: 'crash-after', nth }] });
      whole = (await page.apply(checked.id).catch(() => null))?.phase === 'applied';
      page.host.faults.clear();
      if (!whole) cutOff += 1;
      await page.host.advance('PT1H');
      const found = await page.call<typeof checked>('import.get', { id: checked.id });
      // Cut off before the click arrived, it is clicked again.
      const { opens: done } = wonIn(
        found.phase === 'checked' ? await page.apply(checked.id) : found,
      );
      await page.host.advance('PT5M');
      expect(done.map(({ key }) => key)).toEqual(await onboardings());
      expect(done).toHaveLength(2);
    }
    expect(cutOff).toBeGreaterThan(10);
  }, 120_000);

  it('open nothing where they are more than two departments can begin at once', async () => {
    const many = await page.check(
      Array.from({ length: 101 }, (_, index) =>
        won(`006M${index}`, { cid: `M${index}`, name: `Account ${index}`, organizations: '' }),
      ),
      withWon,
    );
    expect(many).toMatchObject({
      phase: 'failed',
      failure: expect.stringContaining('would open 101 onboardings; at most 100') as string,
    });
    expect(
      (
        await page.call<typeof many>('import.check', {
          id: many.id,
          columns,
          dates: 'month-first',
          complete: false,
        })
      ).phase,
    ).toBe('checking');
  });
});
