import api from '@forge/api';
import { CameOutPublic, JiraBusy, JiraDown, JiraRefused } from '../../src/app/errors';
import { mention, strong, text } from '../../src/core/command';
import type { Policy, QueuePolicy } from '../../src/core/policy';
import type { Projection } from '../../src/core/projection';
import { jiraDoor } from '../../src/jira/door';
import { type AdapterDoor, openAdapterDoor } from '../support/adapter-door';
import { admin, policyFor } from '../support/real-queue';

const ben = 'ben.ito@relay.example';
const maya = 'maya.ortiz@relay.example';
const nora = 'nora.quist@relay.example';
const mark = { effectId: '10000-1-0', clause: 'AM-13' };

let door: AdapterDoor;
let policy: Policy;
let queue: QueuePolicy;
let id: string;
const asApp = () => jiraDoor(api.asApp());
const asUser = () => jiraDoor(api.asUser());
const accountId = (email: string): string => door.host.as(email).accountId;
const raise = () =>
  door.host.as(nora).raise({ project: 'HELP', requestType: 'Question', summary: 'Who signs?' });
/** What Jira has under a path, as the administrator sees it. */
const jira = async <T>(path: string): Promise<T> =>
  (await door.host.as(admin).request<T>('GET', path)).body;

interface Comment {
  readonly id: string;
  readonly jsdPublic: boolean;
  readonly author: { readonly accountId: string };
  readonly body: unknown;
}
const comments = async (): Promise<readonly Comment[]> =>
  (await jira<{ comments: Comment[] }>(`/rest/api/3/issue/${id}/comment`)).comments;
const statusOf = async (): Promise<string> =>
  (await jira<{ fields: { status: { name: string } } }>(`/rest/api/3/issue/${id}?fields=status`))
    .fields.status.name;
const histories = async () =>
  (
    await jira<{ values: { items: { field: string }[]; historyMetadata?: object }[] }>(
      `/rest/api/3/issue/${id}/changelog`,
    )
  ).values;

const projection = (change: Partial<Projection> = {}): Projection => ({
  state: 'waiting-for-account-manager',
  holder: accountId(maya),
  dueAt: '2026-03-02T18:00:00.000Z',
  level: 0,
  account: 'NWCU',
  flag: null,
  ...change,
});

beforeEach(async () => {
  door = await openAdapterDoor();
  policy = await policyFor(door.host, 'HELP');
  queue = Object.values(policy.queues)[0] as QueuePolicy;
  ({ id } = await raise());
});

describe('A note of the app', () => {
  const note = [
    [mention('712020:someone', 'Maya Ortiz'), text(' is asked by '), strong('Ben'), text('')],
  ];

  it('is internal, carries its effect id and is found by it', async () => {
    const posted = await door.run(() => asApp().comment(id, note, mark));
    expect(await comments()).toMatchObject([{ id: String(posted.id), jsdPublic: false }]);
    expect(await door.run(() => asApp().findComment(id, mark.effectId))).toEqual(posted);
    expect(await door.run(() => asApp().findComment(id, '10000-1-1'))).toBeNull();
  });

  it('reads as written, with its tags', async () => {
    await door.run(() => asApp().comment(id, note, mark));
    const [posted] = await comments();
    expect(posted?.body).toMatchObject({
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'mention', attrs: { id: '712020:someone', text: '@Maya Ortiz' } },
            { type: 'text', text: ' is asked by ' },
            { type: 'text', text: 'Ben', marks: [{ type: 'strong' }] },
          ],
        },
      ],
    });
  });

  it("is the viewer's own when the viewer posts it", async () => {
    await door.run(() => asUser().comment(id, note, mark), ben);
    expect((await comments())[0]?.author.accountId).toBe(accountId(ben));
  });

  it('is deleted and reported when it came out public', async () => {
    door.host.faults.set({ publicComment: { chance: 1 } });
    await expect(door.run(() => asApp().comment(id, note, mark))).rejects.toThrow(CameOutPublic);
    expect(await comments()).toEqual([]);
    expect(door.host.calls().map(({ method, status }) => `${method} ${status}`)).toEqual([
      'POST 201',
      'DELETE 204',
    ]);
  });

  it('stays in sight as a failure when it came out public and cannot be deleted', async () => {
    door.host.faults.set({
      publicComment: { chance: 1 },
      once: [{ kind: 'server-error', nth: 1, method: 'DELETE' }],
    });
    await expect(door.run(() => asApp().comment(id, note, mark))).rejects.toThrow(
      'delete the public note',
    );
  });

  it('is not looked for where nobody ever commented', async () => {
    expect(await door.run(() => asApp().findComment(id, mark.effectId))).toBeNull();
    expect(door.host.calls()).toHaveLength(1);
  });

  it('is found among the newest fifty, whoever wrote them', async () => {
    const posted = await door.run(() => asApp().comment(id, note, mark));
    for (let count = 0; count < 49; count += 1)
      await door.host.as(ben).comment('HELP-1', `Note ${count}`);
    expect(await door.run(() => asApp().findComment(id, mark.effectId))).toEqual(posted);
  });
});

describe('A change of the app', () => {
  it('sets people, priority and the search property in one request, and leaves its mark in the history', async () => {
    const highest = queue.priorities[0];
    const people = [
      { field: queue.fields.accountManager.id, person: accountId(maya) },
      { field: queue.fields.regionalManager.id, person: accountId(ben) },
    ];
    await door.run(() =>
      asApp().edit(id, { people, priority: highest?.id ?? '', projection: projection() }, mark),
    );
    expect(door.host.calls().map(({ method }) => method)).toEqual(['PUT']);
    const ticket = await door.run(() => asApp().readTicket(id, policy));
    expect(ticket).toMatchObject({
      accountManager: { accountId: accountId(maya) },
      regionalManager: { accountId: accountId(ben) },
      priority: { name: 'Highest' },
      effects: [mark.effectId],
    });
    expect(await jira(`/rest/api/3/issue/${id}/properties/account-relay`)).toMatchObject({
      value: projection(),
    });
    expect((await histories()).at(-1)?.historyMetadata).toMatchObject({
      type: 'account-relay',
      activityDescription: 'Account Relay, AM-13',
      extraData: { effect: mark.effectId },
    });
  });

  it('empties a field', async () => {
    const field = queue.fields.accountManager.id;
    await door.run(() =>
      asApp().edit(
        id,
        { people: [{ field, person: accountId(maya) }], priority: null, projection: null },
        mark,
      ),
    );
    await door.run(() =>
      asApp().edit(
        id,
        { people: [{ field, person: null }], priority: null, projection: null },
        mark,
      ),
    );
    expect((await door.run(() => asApp().readTicket(id, policy)))?.accountManager).toBeNull();
  });

  it('moves the ticket, sets the search property and leaves its mark in one request (belief transition-in-one-request)', async () => {
    const to = queue.statuses['waiting-for-account-manager'].id;
    const [way] = (await door.run(() => asApp().readTransitions(id))).filter(
      ({ status }) => status === to,
    );
    door.host.clearCalls();
    await door.run(() => asApp().transition(id, way?.transition ?? '', projection(), mark));
    expect(door.host.calls()).toHaveLength(1);
    expect(await statusOf()).toBe('Waiting for Account Manager');
    expect((await histories()).at(-1)).toMatchObject({
      items: [{ field: 'status' }],
      historyMetadata: { type: 'account-relay' },
    });
    expect(await jira(`/rest/api/3/issue/${id}/properties/account-relay`)).toMatchObject({
      value: projection(),
    });
  });

  it('can be searched by its search property', async () => {
    await door.run(() =>
      asApp().setProjection(id, projection({ state: 'answered', flag: 'customer-replied' })),
    );
    const find = (jql: string) => door.run(() => asApp().search(jql, null));
    expect((await find('relayState = "answered" AND relayAccount = "NWCU"')).issueIds).toEqual([
      id,
    ]);
    expect((await find('relayDue < "2026-03-02 12:00"')).issueIds).toEqual([]);
  });

  it('adds a watcher, once', async () => {
    for (let time = 0; time < 2; time += 1)
      await door.run(() => asApp().watch(id, accountId(maya)));
    expect(await jira(`/rest/api/3/issue/${id}/watchers`)).toMatchObject({
      watchers: [{ accountId: accountId(maya) }],
    });
  });
});

describe('What Jira says no to', () => {
  const way = async (): Promise<string> =>
    (await door.run(() => asApp().readTransitions(id)))[0]?.transition ?? '';

  it('429 is JiraBusy, with how long to wait and why (belief retry-after)', async () => {
    door.host.faults.set({
      once: [{ kind: 'rate-limit', nth: 1, reason: 'jira-per-issue-on-write', seconds: 17 }],
    });
    const failed = door.run(() => asApp().setProjection(id, projection()));
    await expect(failed).rejects.toBeInstanceOf(JiraBusy);
    await expect(failed).rejects.toMatchObject({
      code: 'jira-busy',
      retryAfterSeconds: 17,
      reason: 'jira-per-issue-on-write',
    });
  });

  it('5xx is JiraDown and says what Jira could not do', async () => {
    door.host.faults.set({ once: [{ kind: 'server-error', nth: 1 }] });
    const failed = door.run(() => asApp().readTicket(id, policy));
    await expect(failed).rejects.toBeInstanceOf(JiraDown);
    await expect(failed).rejects.toThrow(`Jira could not show ticket ${id}.`);
  });

  it('a transition somebody was faster with is refused with 409 and its status', async () => {
    const transition = await way();
    door.host.faults.set({ once: [{ kind: 'conflict', nth: 1 }] });
    await expect(
      door.run(() => asApp().transition(id, transition, null, mark)),
    ).rejects.toMatchObject({ status: 409, code: 'misconfigured' });
    expect(await statusOf()).toBe('Waiting for Support');
  });

  it("a transition the workflow does not have is refused in Jira's own words", async () => {
    const failed = door.run(() => asApp().transition(id, '99999', null, mark));
    await expect(failed).rejects.toBeInstanceOf(JiraRefused);
    await expect(failed).rejects.toMatchObject({
      status: 400,
      code: 'misconfigured',
      message: expect.stringContaining('99999') as string,
    });
  });

  it('a field that is on no screen is named (belief edit-follows-screens)', async () => {
    door.host.faults.set({ missingFields: [{ field: 'Account Manager' }] });
    const field = queue.fields.accountManager.id;
    const failed = door.run(() =>
      asApp().edit(
        id,
        { people: [{ field, person: accountId(maya) }], priority: null, projection: null },
        mark,
      ),
    );
    await expect(failed).rejects.toMatchObject({
      status: 400,
      fields: { [field]: expect.stringContaining('cannot be set') as string },
    });
  });

  it('a ticket that is gone is missing', async () => {
    await expect(
      door.run(() => asApp().comment('99999', [[text('x')]], mark)),
    ).rejects.toMatchObject({ status: 404, code: 'missing' });
  });

  it('a collaborator who moves a ticket as themselves is refused', async () => {
    const transition = await way();
    await expect(
      door.run(() => asUser().transition(id, transition, null, mark), maya),
    ).rejects.toBeInstanceOf(JiraRefused);
  });
});

describe('A search', () => {
  it('gives ids, a page at a time, each ticket once', async () => {
    const ids = [id];
    for (let count = 1; count < 505; count += 1) {
      // Jira takes 100 requests a second (belief burst).
      if (count % 90 === 0) await door.host.advance('PT2S');
      ids.push((await raise()).id);
    }
    const search = (after: string | null) =>
      door.run(() => asApp().search('project = HELP ORDER BY created ASC, id ASC', after));
    const first = await search(null);
    expect(first.next).not.toBeNull();
    const second = await search(first.next);
    expect(second.next).toBeNull();
    expect([...first.issueIds, ...second.issueIds].sort()).toEqual([...ids].sort());
  });

  it('gives tickets as they are when they are read one by one, at a point each', async () => {
    await door.run(() => asApp().comment(id, [[{ kind: 'text', text: 'Hello.' }]], mark));
    const read = await door.run(() => asApp().readTicket(id, policy));
    door.host.clearCalls();
    const found = await door.run(() => asApp().searchTickets(`id = ${id}`, policy, null));
    expect(found).toEqual({ tickets: [read], next: null });
    expect(door.host.calls().map(({ points }) => points)).toEqual([2]);
  });

  it('without a restriction is refused (belief search-bounded)', async () => {
    await expect(door.run(() => asApp().search('ORDER BY created', null))).rejects.toMatchObject({
      status: 400,
    });
  });
});

describe('People', () => {
  it('are those that Jira knows', async () => {
    const people = await door.run(() =>
      asApp().people([accountId(maya), 'nobody', accountId(nora)]),
    );
    expect(people).toEqual([
      {
        accountId: accountId(maya),
        name: 'Maya Ortiz',
        active: true,
        kind: 'person',
        avatarUrl: expect.any(String),
      },
      {
        accountId: accountId(nora),
        name: 'Nora Quist',
        active: true,
        kind: 'customer',
        avatarUrl: expect.any(String),
      },
    ]);
  });

  it('are the app itself as the app, and the viewer as the viewer', async () => {
    expect(await door.run(() => asApp().myself(), ben)).toEqual({
      accountId: door.host.app.accountId,
    });
    expect(await door.run(() => asUser().myself(), ben)).toEqual({ accountId: accountId(ben) });
  });
});
