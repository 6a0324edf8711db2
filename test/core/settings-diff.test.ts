import { defaultAccessPolicy } from '../../src/procedures/access-request/settings/policy';
import { defaultHybridPolicy } from '../../src/procedures/hybrid-account/settings/policy';
import { factsIn } from '../../src/app/settings/procedure-settings';
import { procedures } from '../support/procedures';
import {
  readingChoices,
  defaultReadings,
} from '../../src/procedures/account-manager/settings/reading-choices';
import type { QueuePolicy, Settings } from '../../src/core/policy';
import type { Names } from '../../src/core/prose';
import { differences } from '../../src/core/settings-diff';
import { aPolicy, aQueue, office, urgent, watchOnly } from '../support/sop';

const names: Names = { person: (id) => id, account: (cid) => cid };
const told = (before: Settings, after: Settings): string[] =>
  differences(before, after, names, factsIn(procedures)).map(
    ({ where, text }) => `${where ?? 'all'}: ${text}`,
  );
const queueChange = (change: Partial<QueuePolicy>): string[] =>
  told(aPolicy(), aPolicy(aQueue(change)));
const [first, second, third] = urgent.ladder as [
  (typeof urgent.ladder)[0],
  (typeof urgent.ladder)[0],
  (typeof urgent.ladder)[0],
];

describe('the difference between two versions of the settings', () => {
  it('is nothing where both say the same', () => {
    expect(told(aPolicy(), aPolicy())).toEqual([]);
  });

  it.each<[string, Partial<QueuePolicy>, string[]]>([
    [
      'a response time',
      {
        entries: [
          watchOnly,
          {
            ...urgent,
            ladder: [{ ...first, respondWithin: { default: 120, highest: 30 } }, second, third],
          },
        ],
      },
      ['EBH: response time of "Urgent matter" goes from 4 to 2 business hours'],
    ],
    [
      'a response time at one priority',
      {
        entries: [
          watchOnly,
          {
            ...urgent,
            ladder: [
              { ...first, respondWithin: { default: 240, highest: 45, high: 60 } },
              second,
              third,
            ],
          },
        ],
      },
      [
        'EBH: response time of "Urgent matter" at Highest goes from 30 to 45 business minutes',
        'EBH: response time of "Urgent matter" at High goes from the usual one to 1 business hour',
      ],
    ],
    [
      'a level less',
      { entries: [watchOnly, { ...urgent, ladder: [first, second] }] },
      ['EBH: level 3 of "Urgent matter", the next on the fallback list is removed'],
    ],
    [
      'a new entry, told as a whole',
      { entries: [watchOnly, urgent, { ...urgent, id: 'more', name: 'More' }] },
      ['EBH: the SOP entry "More" is new'],
    ],
    ['an entry gone', { entries: [urgent] }, ['EBH: the SOP entry "News" is removed']],
    [
      'a new name, which is no new entry',
      { entries: [watchOnly, { ...urgent, name: 'Pressing matter' }] },
      ['EBH: the name of "Pressing matter" goes from Urgent matter to Pressing matter'],
    ],
    [
      'another order',
      { entries: [urgent, watchOnly] },
      ['EBH: the order of the SOP entries is now "Urgent matter" and "News"'],
    ],
    [
      'a reading',
      { readings: { ...defaultReadings, atDueTime: 'shadow' } },
      [
        'EBH: "What happens at the due time when nobody has responded?" goes from "The app escalates by itself" to "Nothing; it is only written down"',
      ],
    ],
    [
      'a list',
      { replyWords: ['please', 'need'] },
      ['EBH: the words that ask for a reply: "need" added'],
    ],
    [
      'a status',
      {
        statuses: {
          ...aQueue().statuses,
          'waiting-for-management': { id: 'x', name: 'With the boss' },
        },
      },
      [
        'EBH: the status while management is asked goes from Waiting for Management to With the boss',
      ],
    ],
  ])('%s', (_what, change, expected) => {
    expect(queueChange(change)).toEqual(expected);
  });

  it('names people, calendars and holidays, and a queue gone once', () => {
    const after = {
      ...aPolicy(),
      fallback: ['James Lee'],
      queues: {},
      calendars: {
        office: {
          ...office,
          holidays: ['2026-12-25'],
          week: [[], ...office.week.slice(1, 6), []].map((hours, day) => (day === 5 ? [] : hours)),
        },
      },
    };
    expect(told(aPolicy(), after)).toEqual([
      'all: the fallback list goes from James Lee, then Second Fallback to James Lee',
      'all: Friday in "Office" goes from 09:00-17:00 to closed',
      'all: the holidays of "Office": 2026-12-25 added',
      'EBH: the queue EBH is removed',
    ]);
  });

  it('tells two things of one name apart by their ids', () => {
    expect(
      queueChange({
        fields: { ...aQueue().fields, accountManager: { id: 'am2', name: 'Account Manager' } },
      }),
    ).toEqual([
      'EBH: the account manager field goes from Account Manager (am) to Account Manager (am2)',
    ]);
  });

  /** Every number, text and switch in the settings, by the path it stands at. */
  const everyValue = (
    value: unknown,
    path: readonly (string | number)[] = [],
  ): (readonly (string | number)[])[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => everyValue(inner, [...path, key]))
      : [path];

  const whole = aPolicy(
    aQueue({
      procedures: { 'access-request': defaultAccessPolicy },
      accountRules: [{ requestType: 'Bug', cid: 'MSBK' }],
      entries: [{ ...watchOnly, mode: 'tag', ladder: [{ ...first, remindBefore: [30] }] }, urgent],
      readings: { ...defaultReadings, answer: { from: 'any-comment', minLength: 5 } },
    }),
    {
      roles: { csm: ['Ana'] },
      procedures: {
        'hybrid-account': {
          ...defaultHybridPolicy,
          project: { id: '1', key: 'EBH', name: 'EBH' },
          requestType: 'Onboarding',
        },
      },
      calendars: { office: { ...office, holidays: ['2026-12-25'] } },
    },
  );
  const { fallback, roles = {}, procedures, calendars, queues } = whole;
  const settings: Settings = { fallback, roles, procedures, calendars, queues };
  /** Follow from the project; they are read from Jira, not set. A priority's name is told where it is used. */
  const notSet =
    /^queues\.1\.(key|name|projectId|priorities|doneStatuses|fields\.(organizations|requestType))/u;

  it.each(
    everyValue(settings)
      .map((path) => path.join('.'))
      .filter((path) => !notSet.test(path)),
  )('%s does not change unsaid', (path) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const after = structuredClone(settings) as unknown as Record<string, unknown>;
    const holder = keys.reduce((inner, key) => inner[key] as Record<string, unknown>, after);
    const value = holder[last];
    holder[last] =
      typeof value === 'number'
        ? value + 1
        : typeof value === 'boolean'
          ? !value
          : other(path, value);
    expect(told(settings, after as unknown as Settings)).not.toEqual([]);
  });
});

/** Another value that may stand there. */
function other(path: string, value: unknown): unknown {
  const among = [
    ...readingChoices.map(
      ({ path: at, choices }) => [`readings.${at}`, choices.map((one) => one.value)] as const,
    ),
    ['.priority', ['highest', 'high']],
    ['whoMayAsk', ['agents', 'anyone-who-sees']],
    ['mode', ['tag', 'watch']],
    ['ladder.0.to', ['account-manager', 'fallback']],
    ['.to', ['team-lead', 'csm', 'regional-manager', 'fallback']],
  ] as const;
  const values: readonly string[] | undefined = among.find(([end]) => path.endsWith(end))?.[1];
  return values?.find((one) => one !== value) ?? `${String(value)} changed`;
}
