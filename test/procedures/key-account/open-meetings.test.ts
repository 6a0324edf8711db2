// KA-06: every week one ticket for the meeting, whatever fails on the way; and none where there is nothing to meet for.
import { JiraDown } from '../../../src/app/errors';
import type { Ports } from '../../../src/app/ports';
import type { Policy } from '../../../src/core/policy';
import { openTickets } from '../../../src/procedures/key-account/jobs/hourly';
import { keyPartOf } from '../../../src/procedures/key-account/key-part';
import type { Meeting } from '../../../src/procedures/key-account/meeting';
import type { KeyAccountPolicy } from '../../../src/procedures/key-account/settings/policy';
import { keyPolicy, weekly } from '../../support/key-account';
import { type MemoryWorld, memoryWorld } from '../../support/memory-ports';
import { aPolicy, aQueue, office } from '../../support/sop';

const hourMs = 60 * 60_000;

const withMeetings = (
  change: Partial<KeyAccountPolicy> = {},
  policy: Partial<Policy> = {},
  projects: readonly string[] = ['1'],
): Policy =>
  aPolicy(aQueue(), {
    queues: Object.fromEntries(
      projects.map((projectId) => [
        projectId,
        aQueue({
          projectId,
          procedures: {
            'key-account': { ...keyPolicy, monthEnd: null, meeting: weekly, ...change },
          },
        }),
      ]),
    ),
    roles: { 'key-account-keeper': ['Ana'] },
    ...policy,
  });

describe('the ticket of the week', () => {
  let world: MemoryWorld;
  beforeEach(() => {
    world = memoryWorld();
    world.policy = withMeetings();
  });

  const meetings = (): Meeting[] =>
    [...world.records.values()].flatMap(({ ledger }) => keyPartOf(ledger)?.meeting ?? []);
  const raised = (): string[] => world.raised.map(({ reference }) => reference);
  const hours = async (count: number): Promise<void> => {
    for (let hour = 0; hour < count; hour += 1) {
      await openTickets(world.ports()).catch(() => undefined);
      world.advance(hourMs);
    }
  };

  it('is opened once, however often the hour comes round and whoever runs at the same time', async () => {
    await Promise.all([openTickets(world.ports()), openTickets(world.ports())]);
    await hours(24);
    expect(raised()).toEqual(['relay-meeting-1-2026-03-02']);
    expect(world.raised[0]?.summary).toBe('Key accounts: weekly meeting, 3 Mar 2026');
    expect(meetings()).toMatchObject([{ week: '2026-03-02', day: '2026-03-03' }]);
    expect(world.jira.requests.filter((one) => one === 'comment')).toHaveLength(1);
    expect([...world.happenings.values()].map(({ what }) => what.kind)).toEqual(['meeting-opened']);
  });

  it('is opened again in the week after', async () => {
    await hours(1);
    world.now = '2026-03-08T23:30:00.000Z';
    await hours(2);
    expect(raised()).toEqual(['relay-meeting-1-2026-03-02', 'relay-meeting-1-2026-03-09']);
  });

  it('is found again where the run died after raising it', async () => {
    const ports = world.ports();
    const dying: Ports = {
      ...ports,
      openings: { ...ports.openings, opened: () => Promise.reject(new Error('It died.')) },
    };
    await expect(openTickets(dying)).rejects.toThrow('It died.');
    // Whoever claimed it may still be at work.
    await openTickets(world.ports());
    expect(meetings()).toEqual([]);
    await hours(2);
    expect(raised()).toHaveLength(1);
    expect(meetings()).toHaveLength(1);
  });

  it('learns what it is for in the next hour where Jira was down', async () => {
    const ports = world.ports();
    const door = {
      ...ports.jira.app,
      readTicket: () => Promise.reject(new JiraDown('read the ticket')),
    };
    const down: Ports = { ...ports, jira: { ...ports.jira, app: door } };
    await expect(openTickets(down)).rejects.toThrow();
    expect(meetings()).toEqual([]);
    await hours(1);
    expect(raised()).toHaveLength(1);
    expect(meetings()).toHaveLength(1);
  });

  it('that somebody deletes is not opened again in its week', async () => {
    await hours(1);
    world.records.clear();
    world.jira.hidden = true;
    await hours(24);
    expect(raised()).toHaveLength(1);
    expect(meetings()).toEqual([]);
  });

  it('is opened in every queue that keeps the meeting, though one fails, and the month ends all the same', async () => {
    world.now = '2026-04-01T10:00:00.000Z';
    world.policy = withMeetings({ monthEnd: keyPolicy.monthEnd }, {}, ['1', '2']);
    const ports = world.ports();
    const failing: Ports = {
      ...ports,
      requests: {
        ...ports.requests,
        raise: (request) =>
          request.reference.startsWith('relay-meeting-1')
            ? Promise.reject(new Error('No such request type.'))
            : ports.requests.raise(request),
      },
    };
    await expect(openTickets(failing)).rejects.toThrow('No such request type.');
    expect(raised()).toEqual([
      'relay-month-end-1-2026-03',
      'relay-month-end-2-2026-03',
      'relay-meeting-2-2026-03-30',
    ]);
  });

  it.each<[string, () => Policy]>([
    ['the queue keeps no meeting', () => withMeetings({ meeting: null })],
    [
      'settings of before say nothing of it',
      () => aPolicy(aQueue({ procedures: { 'key-account': { ...keyPolicy, monthEnd: null } } })),
    ],
    [
      'the settings are in force since after its day',
      () => withMeetings({}, { effectiveFrom: '2026-03-04T09:00:00.000Z' }),
    ],
    [
      'nobody works in the whole week',
      () =>
        withMeetings(
          {},
          {
            calendars: {
              office: {
                ...office,
                holidays: ['02', '03', '04', '05', '06'].map((day) => `2026-03-${day}`),
              },
            },
          },
        ),
    ],
  ])('is not opened where %s', async (_where, policy) => {
    world.policy = policy();
    world.now = '2026-03-04T10:00:00.000Z';
    await hours(3);
    expect(raised()).toEqual([]);
  });

  it('has the day after a holiday, in the zone of the queue', async () => {
    const holidays = ['2026-03-03'];
    const calendars = { office: { ...office, timeZone: 'Pacific/Auckland', holidays } };
    world.policy = withMeetings({}, { calendars, effectiveFrom: '2026-02-01T00:00:00.000Z' });
    // Monday in Auckland.
    world.now = '2026-03-01T12:00:00.000Z';
    await hours(1);
    expect(meetings()).toMatchObject([
      { week: '2026-03-02', day: '2026-03-04', dueAt: '2026-03-05T04:00:00.000Z' },
    ]);
  });

  it('names the meetings before it in which something is open', async () => {
    await hours(1);
    const [record] = [...world.records.values()];
    if (record === undefined) throw new Error('No meeting was opened.');
    const part = record.ledger.parts['key-account'] as { readonly state: { meeting: Meeting } };
    part.state.meeting = {
      ...part.state.meeting,
      actions: [
        {
          id: 1,
          text: 'Ask them',
          account: null,
          owner: 'Ana',
          due: '2026-03-05',
          dueAt: '2026-03-05T17:00:00.000Z',
          by: 'Ana',
          at: world.now,
          moved: null,
          done: null,
        },
      ],
    };
    world.now = '2026-03-09T10:00:00.000Z';
    await hours(1);
    expect(JSON.stringify(world.jira.comments)).toContain(
      'Actions of earlier meetings are still open in',
    );
  });
});
