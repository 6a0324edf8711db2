// A procedure that nobody has written: everything about its settings follows from their description.
import { readFile } from '../../../src/app/configuration/file';
import { Resolution } from '../../../src/app/configuration/resolution';
import { resolveSettings } from '../../../src/app/configuration/resolve-settings';
import { requestTypesNamed } from '../../../src/app/settings/described/names';
import { formOf } from '../../../src/app/settings/form-of';
import type { Configured } from '../../../src/app/app-procedure';
import { factsIn } from '../../../src/app/settings/procedure-settings';
import { asNames } from '../../../src/app/settings/spelling';
import type { SettingsDescription } from '../../../src/contract/settings-description';
import type { Settings } from '../../../src/core/policy';
import { differences } from '../../../src/core/settings-diff';
import { procedures } from '../../support/procedures';
import { memoryCatalogue } from '../../support/memory-catalogue';
import { aPolicy } from '../../support/sop';

const described: SettingsDescription = {
  id: 'lunch-order',
  of: 'queue',
  file: 'lunch',
  title: 'Lunch',
  intro: '',
  subject: 'how lunch is ordered',
  groups: [],
  values: [
    {
      path: 'requestTypes',
      label: 'Request types',
      subject: 'the request types of lunch',
      kind: 'pick-some',
      from: 'request-types',
      nothing: 'None',
      usual: [],
    },
    {
      path: 'kitchen.minutes',
      label: 'Time',
      subject: 'the time of the kitchen',
      kind: 'number',
      unit: 'minutes',
      min: 5,
      max: 90,
      usual: 30,
    },
    {
      path: 'kitchen.done',
      label: 'Status',
      subject: 'the status of a meal',
      kind: 'pick',
      from: 'statuses',
    },
    {
      path: 'floor',
      label: 'Priority',
      subject: 'the priority of the hungry',
      kind: 'pick',
      from: 'priorities',
      empty: 'Any',
      usual: null,
    },
    {
      path: 'soonFor',
      label: 'Priorities served first',
      subject: 'the priorities served first',
      kind: 'pick-some',
      from: 'priorities',
      nothing: 'None',
      usual: [],
    },
    {
      path: 'order',
      label: 'Order',
      subject: 'where meals are ordered',
      kind: 'together',
      usual: null,
      blank: {},
      said: '{type} in {project}',
      fields: [
        { path: 'project', label: '', subject: 'the project', kind: 'pick', from: 'projects' },
        {
          path: 'type',
          label: '',
          subject: 'the request type',
          kind: 'text',
          names: 'request-type',
          longest: 255,
        },
      ],
    },
  ],
};
const all: readonly Configured[] = [
  ...procedures,
  { accounts: undefined, settings: { described } },
];

/** A file of the usual queue with lunch. */
const file = (lunch: unknown): unknown => {
  const { queues, ...rest } = formOf(
    aPolicy(),
    asNames((id) => id),
    procedures,
  );
  return {
    format: 'account-relay/configuration@1',
    ...rest,
    queues: queues.map((queue) => ({ ...queue, lunch })),
  };
};
const resolved = async (lunch: unknown): Promise<readonly [Settings, readonly string[]]> => {
  const read = readFile(file(lunch), all);
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join(' '));
  const resolution = new Resolution(memoryCatalogue());
  const settings = await resolveSettings(resolution, read.file, all);
  return [settings, resolution.problems.map(({ path, message }) => `${path}: ${message}`)];
};
const part = ({ queues }: Settings): unknown => queues['1']?.procedures['lunch-order'];

const lunch = {
  requestTypes: ['NEWS'],
  kitchen: { minutes: 45, done: 'waiting for support' },
  floor: 'high',
  soonFor: ['high'],
  order: { project: 'EBH', type: 'news' },
};

describe('the settings of any procedure', () => {
  it('are read from a file with their names found in Jira, and written as they are called there', async () => {
    const [settings, problems] = await resolved(lunch);
    expect(problems).toEqual([]);
    expect(part(settings)).toEqual({
      requestTypes: ['News'],
      kitchen: { minutes: 45, done: { id: 'wfs', name: 'Waiting for Support' } },
      floor: 'high',
      soonFor: ['high'],
      order: { project: { id: '1', key: 'EBH', name: 'EBH' }, type: 'News' },
    });
    expect(
      formOf(
        settings,
        asNames((id) => id),
        all,
      ).queues[0]?.['lunch'],
    ).toEqual({
      requestTypes: ['News'],
      kitchen: { minutes: 45, done: 'Waiting for Support' },
      floor: 'High',
      soonFor: ['High'],
      order: { project: 'EBH', type: 'News' },
    });
    expect(requestTypesNamed(described.values, part(settings) as never)).toEqual(['News']);
  });

  it('are as usual where the file says nothing, and missing where it has to say something', async () => {
    const [settings] = await resolved({ kitchen: { done: 'Done' } });
    expect(part(settings)).toEqual({
      requestTypes: [],
      kitchen: { minutes: 30, done: { id: 'done', name: 'Done' } },
      floor: null,
      soonFor: [],
      order: null,
    });
    const told = (wrong: unknown): unknown =>
      'problems' in readFile(file(wrong), all) && readFile(file(wrong), all);
    expect(told({})).toMatchObject({
      problems: [
        { path: 'queues[0].lunch.kitchen', message: 'queues[0].lunch.kitchen is missing.' },
      ],
    });
    expect(told({ kitchen: { minutes: 91, done: 'Done' } })).toMatchObject({
      problems: [
        {
          path: 'queues[0].lunch.kitchen.minutes',
          message: 'The time of the kitchen must be at most 90.',
        },
      ],
    });
  });

  it('name what Jira does not have, with its place', async () => {
    const [, problems] = await resolved({
      ...lunch,
      kitchen: { done: 'Eaten' },
      soonFor: ['High', 'Hungry'],
      order: { project: 'EBH', type: 'Soup' },
    });
    expect(problems).toEqual([
      'queues[0].lunch.kitchen.done: There is no status called "Eaten" in project EBH.',
      'queues[0].lunch.soonFor[1]: There is no priority called "Hungry" in Jira.',
      'queues[0].lunch.order.type: There is no request type called "Soup" in project EBH.',
    ]);
  });

  it('tell what changes in words', async () => {
    const [before] = await resolved({ kitchen: { done: 'Done' } });
    const [after] = await resolved(lunch);
    const names = { person: (id: string) => id, account: (cid: string) => cid };
    expect(differences(before, after, names, factsIn(all)).map(({ text }) => text)).toEqual([
      'the request types of lunch: News added',
      'the time of the kitchen goes from 30 to 45 minutes',
      'the status of a meal goes from Done to Waiting for Support',
      'the priority of the hungry goes from none to High',
      'the priorities served first: High added',
      'where meals are ordered goes from none to "News" in EBH (EBH)',
    ]);
    expect(differences(aPolicy(), after, names, factsIn(all)).map(({ text }) => text)).toContain(
      'how lunch is ordered is new',
    );
  });
});
