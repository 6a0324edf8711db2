import { checkQueue } from '../../../src/core/doctor/check-queue';
import type { Finding } from '../../../src/core/doctor/finding';
import {
  neededPermissions,
  type QueueFacts,
  type Sample,
  userPickerType,
} from '../../../src/core/doctor/queue-facts';
import type { QueuePolicy } from '../../../src/core/policy';
import { aPolicy, aQueue, watchOnly } from '../../support/sop';

const everyStatus = ['wfs', 'wfam', 'wfm', 'wfc', 'progress'];
const names: Readonly<Record<string, string>> = {
  wfs: 'Waiting for Support',
  wfam: 'Waiting for Account Manager',
  wfm: 'Waiting for Management',
  wfc: 'Waiting for Customer',
  progress: 'progress',
};

const sample = (status: string, change: Partial<Sample> = {}): Sample => ({
  key: `EBH-${everyStatus.indexOf(status) + 1}`,
  type: 'Question',
  status: { id: status, name: names[status] ?? status },
  editable: ['am', 'rm', 'priority'],
  leadsTo: everyStatus,
  ...change,
});

/** A project in which everything is as the SOP needs it. */
const sound = (change: Partial<QueueFacts> = {}): QueueFacts => ({
  permissions: new Set(neededPermissions),
  requestTypesNamed: [],
  statuses: [
    ...everyStatus.map((id) => ({ id, name: names[id] ?? id, done: false })),
    { id: 'done', name: 'Done', done: true },
  ],
  fields: [
    { id: 'am', name: 'Account Manager', type: userPickerType },
    { id: 'rm', name: 'Regional Manager', type: userPickerType },
  ],
  priorities: ['highest', 'high', 'medium', 'low'].map((id) => ({ id, name: id })),
  requestTypes: ['news', 'Question'],
  samples: everyStatus.map((status) => sample(status)),
  movedByRule: [],
  organizations: [{ name: 'Midland', hasAccount: true }],
  ...change,
});

const check = (facts: QueueFacts, queue: QueuePolicy = aQueue()): Finding[] =>
  checkQueue(aPolicy(queue), queue, facts);
const notFine = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity }) => severity !== 'fine');
const without = <T>(all: Iterable<T>, one: T): T[] => [...all].filter((each) => each !== one);

describe('the doctor on a queue', () => {
  it('S9: names the rule of Jira that takes tickets from whoever is asked, and what to do', () => {
    const [finding, ...others] = notFine(check(sound({ movedByRule: ['EBH-4', 'EBH-9'] })));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'team-reply-rule', severity: 'warning' });
    expect(finding?.what).toContain(
      'to Waiting for Customer when the team comments: EBH-4 and EBH-9',
    );
    expect(finding?.fix).toContain('relayManager IS EMPTY');
  });

  it('finds nothing wrong where nothing is, and says what it looked at', () => {
    const findings = check(sound());
    expect(notFine(findings)).toEqual([]);
    expect(findings.map(({ code }) => code).sort()).toEqual([
      'field-on-screens',
      'field-there',
      'internal-notes',
      'organizations',
      'permissions',
      'request-types',
      'status-there',
      'transition',
    ]);
    expect(findings.every(({ fix }) => fix === null)).toBe(true);
  });

  it('says of a project it cannot see that, and nothing else', () => {
    expect(check(sound({ permissions: new Set() }))).toMatchObject([
      {
        code: 'permissions',
        severity: 'blocking',
        what: expect.stringContaining('Browse projects'),
        fix: expect.stringContaining('permission scheme of project EBH'),
      },
    ]);
  });

  it.each<readonly [string, Partial<QueueFacts>, Partial<Finding>]>([
    [
      'may not comment',
      { permissions: new Set(without(neededPermissions, 'ADD_COMMENTS')) },
      { code: 'permissions', severity: 'blocking', clause: 'AM-23' },
    ],
    [
      'may not manage watchers',
      { permissions: new Set(without(neededPermissions, 'MANAGE_WATCHERS')) },
      { code: 'permissions', severity: 'warning', clause: 'AM-12' },
    ],
    [
      'has no transitions to look at',
      { permissions: new Set(without(neededPermissions, 'TRANSITION_ISSUES')) },
      { code: 'permissions', severity: 'blocking', clause: 'AM-13' },
    ],
    [
      'finds no field',
      { fields: sound().fields.slice(1) },
      {
        code: 'field-there',
        severity: 'blocking',
        clause: 'AM-04',
        offer: {
          kind: 'create-field',
          projectId: '1',
          place: 'accountManager',
          name: 'Account Manager',
        },
      },
    ],
    [
      'finds another field of the name',
      {
        fields: [
          ...sound().fields.slice(0, 1),
          { id: 'rm2', name: 'regional manager', type: userPickerType },
        ],
      },
      {
        code: 'field-there',
        severity: 'blocking',
        clause: 'AM-05',
        offer: {
          kind: 'use-field',
          projectId: '1',
          place: 'regionalManager',
          field: { id: 'rm2', name: 'regional manager' },
        },
      },
    ],
    [
      'finds a field that holds no person',
      { fields: [{ id: 'am', name: 'Account Manager', type: 'text' }, ...sound().fields.slice(1)] },
      {
        code: 'field-there',
        severity: 'blocking',
        what: 'The field Account Manager does not hold one person, so it cannot show the account manager.',
      },
    ],
    [
      'finds a field on no screen',
      { samples: [sample('wfs', { editable: ['rm', 'priority'] })] },
      {
        code: 'field-on-screens',
        severity: 'blocking',
        clause: 'AM-07',
        what: 'Account Manager cannot be set (Question, seen on EBH-1): it is not on the edit screen.',
      },
    ],
    [
      'finds no priority on a screen',
      { samples: [sample('wfs', { editable: ['am', 'rm'] })] },
      { code: 'field-on-screens', severity: 'warning', clause: 'AM-16' },
    ],
    [
      'finds no ticket to look at',
      { samples: [] },
      {
        code: 'field-on-screens',
        severity: 'unknown',
        fix: 'Create a test ticket and check again.',
      },
    ],
    [
      'misses a mapped status',
      { statuses: sound().statuses.filter(({ id }) => id !== 'wfm') },
      {
        code: 'status-there',
        severity: 'blocking',
        clause: 'AM-13',
        what: 'No workflow of project EBH has the status Waiting for Management.',
      },
    ],
    [
      'misses a status of the customer',
      { statuses: sound().statuses.filter(({ id }) => id !== 'wfc') },
      { code: 'status-there', severity: 'warning', clause: 'AM-30' },
    ],
    [
      'sees that what is done has changed',
      { statuses: [...sound().statuses, { id: 'closed', name: 'Closed', done: true }] },
      {
        code: 'done-statuses',
        severity: 'warning',
        clause: 'AM-30',
        what: 'What counts as done has changed in Jira: Closed.',
      },
    ],
    [
      'misses the way back to the account manager (19)',
      {
        samples: everyStatus.map((status) =>
          sample(status, status === 'wfs' ? { leadsTo: ['wfm', 'wfc'] } : {}),
        ),
      },
      {
        code: 'transition',
        severity: 'blocking',
        clause: 'AM-27',
        what: expect.stringContaining(
          'There is no transition from Waiting for Support to Waiting for Account Manager (Question, seen on EBH-1)',
        ) as string,
      },
    ],
    [
      'misses a way from another status',
      {
        samples: everyStatus.map((status) =>
          sample(status, status === 'progress' ? { leadsTo: [] } : {}),
        ),
      },
      { code: 'transition', severity: 'warning', clause: 'AM-13' },
    ],
    [
      'has no ticket in a status',
      { samples: everyStatus.filter((status) => status !== 'wfm').map((status) => sample(status)) },
      {
        code: 'transition',
        severity: 'unknown',
        what: expect.stringContaining('no ticket stands in that status') as string,
      },
    ],
    [
      'knows a priority no more',
      { priorities: [{ id: 'low', name: 'low' }] },
      {
        code: 'priority',
        severity: 'warning',
        clause: 'AM-16',
        what: 'The priority of "Urgent matter" is gone from Jira.',
      },
    ],
    [
      'knows a request type no more',
      { requestTypes: ['Question'] },
      {
        code: 'request-types',
        severity: 'warning',
        clause: 'AM-12',
        what: 'Project EBH has no request type "News", so the rules of this queue that name it never apply.',
      },
    ],
    [
      'cannot read request types',
      { requestTypes: null },
      { code: 'request-types', severity: 'unknown' },
    ],
    [
      'sees an organization without account',
      { organizations: [{ name: 'Drift Harbor', hasAccount: false }] },
      { code: 'organizations', severity: 'warning', clause: 'A12' },
    ],
  ])('%s', (_what, change, expected) => {
    const found = notFine(check(sound(change)));
    expect(found).toContainEqual(expect.objectContaining(expected));
    for (const { fix } of found) expect(fix).toMatch(/\.$/u);
  });

  it('names a calendar that the settings do not have, and a ladder with nobody above', () => {
    const queue = aQueue({
      calendar: 'night',
      entries: [
        watchOnly,
        {
          ...(aQueue().entries[1] as typeof watchOnly),
          ladder: [{ to: 'account-manager', respondWithin: { default: 60 }, remindBefore: [] }],
        },
      ],
    });
    expect(notFine(check(sound(), queue))).toMatchObject([
      { code: 'calendar', severity: 'blocking' },
      { code: 'ladder', severity: 'warning', clause: 'AM-21' },
    ]);
  });

  it('puts the most urgent first', () => {
    const found = check(
      sound({
        permissions: new Set(without(neededPermissions, 'MANAGE_WATCHERS')),
        fields: sound().fields.slice(1),
        samples: [],
      }),
    );
    const order = ['blocking', 'warning', 'unknown', 'fine'];
    const places = found.map(({ severity }) => order.indexOf(severity));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
