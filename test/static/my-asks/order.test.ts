import type { AskRow, MyAsksView } from '../../../src/procedures/account-manager/contract/gadget';
import { countsNow, overdueInFront } from '../../../static/my-asks/order';
import { showFor } from '../../../static/my-asks/show-asks';

const now = Date.parse('2026-03-02T18:00:00.000Z');
const person = { accountId: 'p', name: 'Maya Ortiz', active: true };
const aRow = (key: string, dueAt: string, overdue = false): AskRow => ({
  issueId: key,
  revision: 1,
  wait: 'ask:1',
  key,
  summary: '',
  account: { cid: 'NWCU', name: 'Northwind', marks: [] },
  priority: { id: '2', name: 'High' },
  status: 'Waiting for Account Manager',
  holder: person,
  askedBy: null,
  askedAt: '2026-03-02T10:00:00.000Z',
  dueAt,
  overdue,
  note: null,
  promisedBy: null,
  customerReplied: false,
  mayPromise: true,
  hiddenBySop: null,
});
const late = '2026-03-02T17:00:00.000Z';
const later = '2026-03-02T19:00:00.000Z';

describe('the order of the gadget', () => {
  it('puts what has become overdue in front and keeps the order of the functions otherwise', () => {
    const rows = [aRow('A', later), aRow('B', late), aRow('C', later), aRow('D', late, true)];
    expect(overdueInFront(rows, now).map(({ key }) => key)).toEqual(['B', 'D', 'A', 'C']);
  });

  it('counts what has become overdue since the functions counted', () => {
    const rows = [aRow('A', later), aRow('B', late), aRow('D', late, true)];
    expect(countsNow({ overdue: 1, waiting: 3 }, rows, now)).toEqual({ overdue: 2, waiting: 3 });
  });
});

describe('a write whose row is gone', () => {
  const view = (mine: readonly AskRow[]): MyAsksView => ({
    now: '2026-03-02T18:00:00.000Z',
    viewer: person,
    awayUntil: null,
    counts: { overdue: 0, waiting: mine.length },
    mine,
    escalatedToMe: [],
    myTeam: [],
    toDo: [],
    toDoTotal: 0,
    askedFor: [],
    news: [],
    more: false,
    gone: [],
    queues: [],
    memory: {},
  });
  const problem = { code: 'changed-meanwhile', message: 'Answered meanwhile.' } as const;
  const told = (fresh: MyAsksView) => {
    const calls: unknown[] = [];
    showFor(aRow('A', later), (_fresh, gone) => calls.push(gone))(fresh, problem);
    return calls;
  };

  it('is told above the lists, since its form is gone too', () => {
    expect(told(view([]))).toEqual([{ ...problem, message: 'A: Answered meanwhile.' }]);
  });

  it('is left to its form while the row is there', () => {
    expect(told(view([aRow('A', later)]))).toEqual([null]);
  });
});
