import type { Names } from '../../src/domain/account-manager/prose';
import type { QueuePolicy, Settings } from '../../src/domain/policy';
import { defaultReadings } from '../../src/domain/readings';
import { differences } from '../../src/domain/settings-diff';
import { aPolicy, aQueue, office, urgent, watchOnly } from '../support/sop';

const names: Names = { person: (id) => id, account: (cid) => cid };
const told = (before: Settings, after: Settings): string[] => differences(before, after, names).map(({ where, text }) => `${where ?? 'all'}: ${text}`);
const queueChange = (change: Partial<QueuePolicy>): string[] => told(aPolicy(), aPolicy(aQueue(change)));
const [first, second, third] = urgent.ladder as [typeof urgent.ladder[0], typeof urgent.ladder[0], typeof urgent.ladder[0]];

describe('the difference between two versions of the settings', () => {
  it('is nothing where both say the same', () => {
    expect(told(aPolicy(), aPolicy())).toEqual([]);
  });

  it.each<[string, Partial<QueuePolicy>, string[]]>([
    ['a response time', { entries: [watchOnly, { ...urgent, ladder: [{ ...first, respondWithin: { default: 120, highest: 30 } }, second, third] }] },
      ['EBH: response time of "Urgent matter" goes from 4 to 2 business hours']],
    ['a response time at one priority', { entries: [watchOnly, { ...urgent, ladder: [{ ...first, respondWithin: { default: 240, highest: 45, high: 60 } }, second, third] }] },
      ['EBH: response time of "Urgent matter" at Highest goes from 30 to 45 business minutes', 'EBH: response time of "Urgent matter" at High goes from the usual one to 1 business hour']],
    ['a level less', { entries: [watchOnly, { ...urgent, ladder: [first, second] }] }, ['EBH: level 3 of "Urgent matter", the next on the fallback list is removed']],
    ['a new entry, told as a whole', { entries: [watchOnly, urgent, { ...urgent, id: 'more', name: 'More' }] }, ['EBH: the SOP entry "More" is new']],
    ['an entry gone', { entries: [urgent] }, ['EBH: the SOP entry "News" is removed']],
    ['a new name, which is no new entry', { entries: [watchOnly, { ...urgent, name: 'Pressing matter' }] }, ['EBH: the name of "Pressing matter" goes from Urgent matter to Pressing matter']],
    ['another order', { entries: [urgent, watchOnly] }, ['EBH: the order of the SOP entries is now "Urgent matter" and "News"']],
    ['a reading', { readings: { ...defaultReadings, atDueTime: 'shadow' } },
      ['EBH: "What happens at the due time when nobody has responded?" goes from "The app escalates by itself" to "Nothing; it is only written down"']],
    ['a list', { replyWords: ['please', 'need'] }, ['EBH: the words that ask for a reply: "need" added']],
    ['a status', { statuses: { ...aQueue().statuses, 'waiting-for-management': { id: 'x', name: 'With the boss' } } }, ['EBH: the status while management is asked goes from Waiting for Management to With the boss']],
  ])('%s', (_what, change, expected) => {
    expect(queueChange(change)).toEqual(expected);
  });

  it('names people, calendars and holidays, and a queue gone once', () => {
    const after = { ...aPolicy(), fallback: ['James Lee'], queues: {}, calendars: { office: { ...office, holidays: ['2026-12-25'], week: [[], ...office.week.slice(1, 6), []].map((hours, day) => (day === 5 ? [] : hours)) } } };
    expect(told(aPolicy(), after)).toEqual([
      'all: the fallback list goes from James Lee, then Second Fallback to James Lee',
      'all: Friday in "Office" goes from 09:00-17:00 to closed',
      'all: the holidays of "Office": 2026-12-25 added',
      'EBH: the queue EBH is removed',
    ]);
  });
});
