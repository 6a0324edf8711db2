// KA-06, KA-07: the weekly meeting of key accounts on the host: opened, held, its actions looked at again until they are done.
import demo from '../../demo/account-relay.json';
import type { Reply } from '../../src/contract/problem';
import type { KeyAccountView } from '../../src/procedures/key-account/contract/panel';
import type { MonthTold } from '../../src/procedures/key-account/contract/overview';
import { Desk } from './desk';
import { KeyPanel } from './key-panel';
import { story } from './stories';

const mail = (name: string): string => `${name}@relay.example`;
const elm = { organizations: ['Elm Street Bank'], reporter: 'ida.moen' };

/** The demo's settings, in which the desk of Operations keeps a meeting every Tuesday. */
const settings = (meeting: object | null, holidays: readonly string[] = []) => ({
  ...demo,
  calendars: {
    ...demo.calendars,
    office: {
      ...demo.calendars.office,
      holidays: [...demo.calendars.office.holidays, ...holidays],
    },
  },
  queues: demo.queues.map((queue) =>
    queue.project === 'OPS' ? { ...queue, keyAccounts: { ...queue.keyAccounts, meeting } } : queue,
  ),
});
const weekly = {
  requestType: 'Month-end summary',
  weekday: 'tuesday',
  by: 'key-account-keeper',
  recordDays: 1,
};

async function publish(desk: Desk, configuration: object): Promise<void> {
  const reply = (await desk.host.invoke({
    module: 'relay-settings',
    as: mail('alex.kim'),
    call: 'configuration.import',
    payload: { configuration, dryRun: false },
  })) as Reply<{ readonly applied: boolean; readonly problems: readonly unknown[] }>;
  expect(reply).toMatchObject({ ok: true, value: { applied: true, problems: [] } });
}

const at = (desk: Desk, moment: string) => desk.host.clock.advanceTo(Date.parse(moment));

/** The tickets of meetings, the oldest first. */
const meetings = async (desk: Desk): Promise<string[]> =>
  (
    await desk.as('alex.kim').search('project = OPS AND summary ~ "weekly" ORDER BY created ASC')
  ).map(({ key }) => key);

/** The panel of the number-th meeting, once it is there. */
async function panelOf(desk: Desk, number: number): Promise<KeyPanel> {
  await desk.until(async () => expect(await meetings(desk)).toHaveLength(number));
  desk.key = (await meetings(desk))[number - 1] ?? '';
  const panel = new KeyPanel(desk);
  await desk.until(async () => expect((await panel.seen()).meeting).not.toBeNull());
  return panel;
}

const meetingIn = ({ meeting }: KeyAccountView) => {
  if (meeting === null) throw new Error('This ticket is no meeting.');
  return meeting;
};

const idOf = async (desk: Desk, name: string): Promise<string> => {
  const { body } = await desk
    .as('alex.kim')
    .request<{ accountId: string }[]>('GET', `/rest/api/3/user/search?query=${mail(name)}`);
  return body[0]?.accountId ?? '';
};

const told = async (desk: Desk, month: string, as = 'olga.petrov'): Promise<MonthTold> => {
  const reply = (await desk.host.invoke({
    module: 'key-accounts',
    project: 'OPS',
    as: mail(as),
    call: 'month.told',
    payload: { month },
  })) as Reply<MonthTold>;
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
};

const add = async (desk: Desk, panel: KeyPanel, owner: string, due: string): Promise<void> => {
  const payload = {
    text: 'Ask for a second test environment',
    owner: await idOf(desk, owner),
    due,
  };
  await panel.act(
    'ben.ito',
    'key-account.add-action',
    payload,
    (view) => meetingIn(view).actions.length > 0,
  );
};

const record = async (desk: Desk, panel: KeyPanel, on: string): Promise<void> =>
  panel.act(
    'ada.sandoval',
    'key-account.hold-meeting',
    { attended: [await idOf(desk, 'ada.sandoval')], others: 'Sales', on },
    (view) => meetingIn(view).outcome?.how === 'held',
  );

story(
  'KA-06, KA-07: a meeting is opened each week, says who attended, and its action is looked at again until it is done',
  async (desk) => {
    await publish(desk, settings(weekly));
    await desk.ticket(elm);
    await at(desk, '2026-03-03T15:00:00.000Z');
    const first = await panelOf(desk, 1);
    const [firstKey = ''] = await meetings(desk);
    await desk.until(async () => expect(await desk.timesTagged('Ada Sandoval')).toBe(1));
    await first.act(
      'ben.ito',
      'key-account.note-change',
      { text: 'The bank changes its file format.', affects: ['accuracy'], cid: 'ELMS' },
      (view) => meetingIn(view).changes.length === 1,
    );
    await add(desk, first, 'tara.quinn', '2026-03-12');
    await desk.until(async () => expect(await desk.timesTagged('Tara Quinn')).toBe(1));
    await record(desk, first, '2026-03-03');
    // The action keeps it open.
    expect((await desk.seen()).status).not.toBe('Resolved');
    await at(desk, '2026-03-10T15:00:00.000Z');
    const second = await panelOf(desk, 2);
    const seen = meetingIn(await second.seen('ada.sandoval'));
    expect(seen).toMatchObject({
      week: '2026-03-09',
      outcome: null,
      whyNotRecord: null,
      earlier: [{ key: firstKey, week: '2026-03-02', id: 1, owner: { name: 'Tara Quinn' } }],
      actions: [],
    });
    expect(seen.weeks.at(-1)?.from).toBe('2026-03-09');
    await record(desk, second, '2026-03-10');
    // It is counted once, in its own meeting, and this one is over.
    await desk.until(async () => expect((await desk.seen()).status).toBe('Resolved'));
    expect(meetingIn(await second.seen()).outcome).toMatchObject({ lookedAt: 1, others: 'Sales' });
    desk.key = firstKey;
    await first.act(
      'tara.quinn',
      'key-account.finish-action',
      { id: 1 },
      (view) => meetingIn(view).actions[0]?.done != null,
    );
    await desk.until(async () => expect((await desk.seen()).status).toBe('Resolved'));
    await desk.until(async () =>
      expect(await told(desk, '2026-03')).toMatchObject({
        meetings: [
          { key: firstKey, state: 'held', heldOn: '2026-03-03', lookedAt: 0 },
          { state: 'held', heldOn: '2026-03-10', lookedAt: 1 },
        ],
        changes: [{ text: 'The bank changes its file format.', cid: 'ELMS' }],
        actions: [{ owner: { name: 'Tara Quinn' }, due: '2026-03-12', inTime: true }],
        unseen: 0,
      }),
    );
    expect(await meetings(desk)).toHaveLength(2);
  },
);

describe('weekly meetings', () => {
  let desk: Desk;
  beforeEach(async () => (desk = await Desk.open()));
  afterEach(async () => desk.invariants());

  it('nobody holds for a month are asked for, climb, and stand in the month as not recorded', async () => {
    await publish(desk, settings(weekly));
    await desk.ticket(elm);
    await at(desk, '2026-03-31T22:00:00.000Z');
    const keys = await meetings(desk);
    expect(keys).toHaveLength(5);
    expect(
      (await told(desk, '2026-03')).meetings.map(({ day, state }) => `${day} ${state}`),
    ).toEqual(['03', '10', '17', '24', '31'].map((day) => `2026-03-${day} not-recorded`));
    [desk.key = ''] = keys;
    const { comments } = await desk.seen();
    const tagged = comments.flatMap(({ tags }) => tags);
    expect(tagged.filter((name) => name === 'Ada Sandoval').length).toBeGreaterThan(1);
    expect(tagged).toContain('Oscar Dahl');
  });

  it('move over a holiday, and are of the next working day', async () => {
    await publish(desk, settings(weekly, ['2026-03-03']));
    await desk.ticket(elm);
    await at(desk, '2026-03-02T17:30:00.000Z');
    const panel = await panelOf(desk, 1);
    expect(meetingIn(await panel.seen())).toMatchObject({
      day: '2026-03-04',
      dueAt: '2026-03-05T22:00:00.000Z',
    });
  });

  it('are recorded once, though two say so at the same time', async () => {
    const both = {
      ...settings(weekly),
      roles: {
        ...demo.roles,
        'key-account-keeper': [...demo.roles['key-account-keeper'], mail('olga.petrov')],
      },
    };
    await publish(desk, both);
    await desk.ticket(elm);
    await at(desk, '2026-03-03T15:00:00.000Z');
    const panel = await panelOf(desk, 1);
    const { revision } = await panel.seen('ada.sandoval');
    const replies = await Promise.all(
      ['ada.sandoval', 'olga.petrov'].map(async (who) =>
        panel.call(who, 'key-account.hold-meeting', {
          attended: [await idOf(desk, who)],
          on: '2026-03-03',
          expectedRevision: revision,
        }),
      ),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    await desk.host.settled();
    const outcome = meetingIn(await panel.seen()).outcome;
    expect(outcome).toMatchObject({ how: 'held', attended: [expect.anything()] });
    const late = await panel.click('olga.petrov', 'key-account.skip-meeting', {
      reason: 'No time.',
    });
    expect(late).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/recorded this meeting already/u) as string },
    });
  });

  it('stay owed where the setting is withdrawn in their week, and no other is opened', async () => {
    await publish(desk, settings(weekly));
    await desk.ticket(elm);
    await at(desk, '2026-03-02T17:30:00.000Z');
    const panel = await panelOf(desk, 1);
    await publish(desk, settings(null));
    await at(desk, '2026-03-10T17:30:00.000Z');
    expect(await meetings(desk)).toHaveLength(1);
    expect(meetingIn(await panel.seen())).toMatchObject({ overdue: true, outcome: null });
    await panel.act(
      'ada.sandoval',
      'key-account.skip-meeting',
      { reason: 'All were at the fair.' },
      (view) => meetingIn(view).outcome?.how === 'not-held',
    );
    expect((await desk.seen()).status).toBe('Resolved');
  });

  it('that are deleted are not opened again in their week, and nothing of them is left in the month', async () => {
    await publish(desk, settings(weekly));
    await desk.ticket(elm);
    const { key } = desk;
    await at(desk, '2026-03-02T17:30:00.000Z');
    await panelOf(desk, 1);
    await desk.as('alex.kim').request('DELETE', `/rest/api/3/issue/${desk.key}`);
    await at(desk, '2026-03-06T17:30:00.000Z');
    expect(await meetings(desk)).toEqual([]);
    expect((await told(desk, '2026-03')).meetings).toEqual([]);
    await at(desk, '2026-03-09T17:30:00.000Z');
    expect(await meetings(desk)).toHaveLength(1);
    desk.key = key;
  });

  it('are shown to no customer, and recorded by nobody but who attends for ISD', async () => {
    await publish(desk, settings(weekly));
    await desk.ticket(elm);
    await at(desk, '2026-03-03T15:00:00.000Z');
    const panel = await panelOf(desk, 1);
    for (const who of ['nora.quist', 'ida.moen'])
      await expect(panel.call(who, 'key.get')).rejects.toThrow();
    const refused = await panel.click('ben.ito', 'key-account.hold-meeting', {
      attended: [await idOf(desk, 'ben.ito')],
    });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'refused' } });
  });
});
