// AM-32: whatever is not as the SOP expects is found, mended where that is safe, and listed for a person where not.
import type { ActivityItem, ActivityView } from '../../src/contract/activity';
import type { Reply } from '../../src/contract/problem';
import { seededRandom } from '../../host/random';
import { Desk } from './desk';
import { story } from './stories';

const admin = 'alex.kim@relay.example';

async function activity(desk: Desk): Promise<ActivityView> {
  const reply = (await desk.host.invoke({
    module: 'relay-settings',
    as: admin,
    call: 'activity.get',
    payload: {},
  })) as Reply<ActivityView>;
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

/** What is listed of each ticket, by its key. */
async function listed(desk: Desk): Promise<Record<string, string[]>> {
  const { queues } = await activity(desk);
  return Object.fromEntries(
    queues.flatMap(({ tickets }) =>
      tickets.map(({ key, items }) => [key, items.map(({ code }) => code).sort()]),
    ),
  );
}

const codesOf = async (desk: Desk): Promise<string[]> => (await listed(desk))[desk.key] ?? [];

story(
  'the Account Manager field emptied by hand is filled again, once, and the history says who emptied it',
  async (desk) => {
    await desk.ticket();
    await desk.request();
    await desk.until(async () =>
      expect(await desk.seen()).toMatchObject({
        accountManager: 'Maya Ortiz',
        regionalManager: 'Tom Reyes',
      }),
    );
    await desk.as('ben.ito').edit(desk.key, { 'Account Manager': null });
    await desk.as('ben.ito').edit(desk.key, { 'Regional Manager': null });
    await desk.until(async () =>
      expect(await desk.seen()).toMatchObject({
        accountManager: 'Maya Ortiz',
        regionalManager: 'Tom Reyes',
      }),
    );
    await desk.until(async () => {
      const again = (await desk.panel()).history.filter(({ text }) =>
        text.includes('filled in again'),
      );
      expect(again.length).toBeGreaterThanOrEqual(1);
      expect(again[0]?.why?.values).toContainEqual({ name: 'emptied by', value: 'Ben Ito' });
      expect(await codesOf(desk)).toEqual([]);
    });
  },
);

story('a ticket moved away from an open request is listed until it is back', async (desk) => {
  await desk.ticket();
  await desk.request();
  await desk.until(async () =>
    expect((await desk.seen()).status).toBe('Waiting for Account Manager'),
  );
  await desk.as('ben.ito').transition(desk.key, 'Waiting for Support');
  await desk.until(async () => expect(await codesOf(desk)).toEqual(['status-elsewhere']));
  await desk.as('ben.ito').transition(desk.key, 'Waiting for Account Manager');
  await desk.until(async () => expect(await codesOf(desk)).toEqual([]));
});

describe('the radar', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.invariants());
  const item = async (): Promise<ActivityItem | undefined> =>
    (await activity(desk)).queues
      .flatMap(({ tickets }) => tickets)
      .find(({ key }) => key === desk.key)?.items[0];

  it('says what, since when, why and what to do', async () => {
    await desk.ticket();
    await desk.as('ben.ito').comment(desk.key, 'what do you think?', {
      mention: ['maya.ortiz@relay.example'],
      public: true,
    });
    await desk.host.settled();
    expect(await item()).toMatchObject({
      code: 'leak',
      severity: 'urgent',
      repair: 'person',
      text: 'Customers can see that Maya Ortiz was tagged.',
      since: '2026-03-02T15:00:00.000Z',
      why: { clause: 'X7' },
    });
  });

  it('drops a leak once the comment is gone, at the latest with the hourly search, and at once when asked to look again', async () => {
    await desk.ticket();
    const { id } = await desk.as('ben.ito').comment(desk.key, 'what do you think?', {
      mention: ['maya.ortiz@relay.example'],
      public: true,
    });
    await desk.host.settled();
    await desk.as('alex.kim').request('DELETE', `/rest/api/3/issue/${desk.key}/comment/${id}`);
    const { queues } = await activity(desk);
    const queue = queues.find(({ tickets }) => tickets.some(({ key }) => key === desk.key));
    expect(
      await desk.host.invoke({
        module: 'relay-settings',
        as: admin,
        call: 'activity.look-again',
        payload: { projectId: queue?.projectId },
      }),
    ).toEqual({ ok: true, value: { tickets: 1 } });
    await desk.host.settled();
    expect(await codesOf(desk)).toEqual([]);
  });

  it('lists whoever is asked and loses sight of the queue, within the hour, and drops it when they see it again', async () => {
    await desk.ticket();
    await desk.request();
    desk.host.faults.set({ cannotBrowse: ['maya.ortiz@relay.example'] });
    await desk.host.advance('PT1H10M');
    expect(await codesOf(desk)).toEqual(['wait-out-of-sight']);
    desk.host.faults.set({ cannotBrowse: [] });
    await desk.host.advance('PT1H10M');
    expect(await codesOf(desk)).toEqual([]);
  });

  it('finds what no event told of with the hourly search', async () => {
    await desk.ticket({ organizations: ['Alder Bank'], reporter: 'paul.weber' });
    desk.host.faults.set({ seed: 3, events: { drop: 1 } });
    await desk.as('ben.ito').edit(desk.key, { 'Account Manager': 'owen.clarke@relay.example' });
    await desk.host.settled();
    expect(await codesOf(desk)).toEqual([]);
    await desk.host.advance('PT1H10M');
    expect(await codesOf(desk)).toEqual(['manager-without-request']);
  });
});

/** What people do to tickets, and what the radar then has to say. */
const mishandled: readonly {
  readonly does: (desk: Desk) => Promise<void>;
  readonly codes: readonly string[];
}[] = [
  {
    does: async (desk) =>
      void (await desk
        .as('ben.ito')
        .comment(desk.key, 'see above', { mention: ['maya.ortiz@relay.example'], public: true })),
    codes: ['leak'],
  },
  {
    does: (desk) =>
      desk.as('ben.ito').edit(desk.key, { 'Account Manager': 'maya.ortiz@relay.example' }),
    codes: ['manager-without-request'],
  },
  {
    does: async (desk) => {
      await desk.request();
      await desk.as('ben.ito').transition(desk.key, 'Waiting for Support');
    },
    codes: ['status-elsewhere'],
  },
  {
    does: async (desk) => {
      await desk.request();
      await desk.as('ben.ito').edit(desk.key, { 'Account Manager': null });
    },
    codes: [],
  },
  {
    does: async (desk) => {
      await desk.request();
      await desk.as('ben.ito').edit(desk.key, { 'Account Manager': 'owen.clarke@relay.example' });
    },
    codes: ['field-differs'],
  },
  {
    does: async (desk) => {
      await desk.as('ben.ito').transition(desk.key, 'Waiting for Account Manager');
      await desk.as('ben.ito').transition(desk.key, 'Waiting for Support');
      await desk.as('ben.ito').transition(desk.key, 'Waiting for Account Manager');
    },
    codes: [],
  },
  { does: (desk) => desk.request(), codes: [] },
];

describe('with every fifth event lost, the radar is right after two searches', () => {
  it.each([1, 2, 3, 5, 8, 13])('seed %i', async (seed) => {
    const desk = await Desk.open();
    const random = seededRandom(seed);
    const expected: Record<string, readonly string[]> = {};
    for (let number = 0; number < 8; number += 1) {
      const mishap = random.pick(mishandled);
      await desk.ticket();
      desk.host.faults.set({ seed: seed + number, events: { drop: 0.2 } });
      await mishap.does(desk);
      if (mishap.codes.length > 0) expected[desk.key] = mishap.codes;
      await desk.host.advance('PT2M');
    }
    await desk.host.advance('PT2H5M');
    expect(await listed(desk)).toEqual(expected);
    // Everything mended by hand, again with events lost.
    for (const key of Object.keys(expected)) {
      desk.key = key;
      await desk.as('ben.ito').transition(key, 'Resolved');
    }
    await desk.host.advance('PT2H5M');
    expect(await listed(desk)).toEqual({});
    desk.host.faults.set({ events: { drop: 0 } });
    await desk.invariants();
  });
});
