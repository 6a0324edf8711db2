import api from '@forge/api';
import type { Policy } from '../../src/core/policy';
import type { Ticket } from '../../src/core/ticket';
import { jiraDoor } from '../../src/jira/door';
import { type AdapterDoor, openAdapterDoor } from '../support/adapter-door';
import { policyFor } from '../support/real-queue';

const ben = 'ben.ito@relay.example';
const maya = 'maya.ortiz@relay.example';
const nora = 'nora.quist@relay.example';

describe('Reading a ticket', () => {
  let door: AdapterDoor;
  let policy: Policy;
  let id: string;
  const asApp = () => jiraDoor(api.asApp());
  const read = async (): Promise<Ticket> => {
    const ticket = await door.run(() => asApp().readTicket(id, policy));
    if (ticket === null) throw new Error('The app cannot see the ticket.');
    return ticket;
  };
  const accountId = (email: string): string => door.host.as(email).accountId;

  beforeEach(async () => {
    door = await openAdapterDoor();
    policy = await policyFor(door.host, 'HELP');
    ({ id } = await door.host
      .as(nora)
      .raise({ project: 'HELP', requestType: 'Question', summary: 'Who signs?' }));
  });

  it('takes what rules look at: reporter, request type, organization, status, priority', async () => {
    expect(await read()).toMatchObject({
      issueId: id,
      key: 'HELP-1',
      summary: 'Who signs?',
      assignee: null,
      accountManager: null,
      regionalManager: null,
      status: { name: 'Waiting for Support', done: false },
      reporter: { accountId: accountId(nora), name: 'Nora Quist', kind: 'customer', active: true },
      requestType: 'Question',
      organizations: [{ name: 'Northwind Credit Union' }],
      priority: { name: 'Medium' },
      comments: [],
      changes: [],
      effects: [],
    });
  });

  it('reads it in one request that asks for the mapped fields only', async () => {
    door.host.clearCalls();
    await read();
    const paths = door.host.calls().map(({ path }) => path);
    expect(paths).toHaveLength(1);
    expect(paths[0]).toContain(
      encodeURIComponent(
        `summary,status,resolution,priority,assignee,reporter,project,comment,created,${policy.queues[(await read()).projectId]?.fields.accountManager.id}`,
      ),
    );
  });

  it('tells internal from public comments, who is tagged, and by whom (belief internal-comment-property)', async () => {
    await door.host.as(ben).comment('HELP-1', 'please look', { mention: [maya] });
    await door.host.advance('PT1M');
    await door.host.as(nora).reply('HELP-1', 'Any news?');
    expect((await read()).comments).toMatchObject([
      {
        author: { accountId: accountId(ben), kind: 'person' },
        at: '2026-03-02T14:00:00.000Z',
        public: false,
        mentions: [accountId(maya)],
        text: expect.stringContaining('please look') as string,
      },
      {
        author: { accountId: accountId(nora), kind: 'customer' },
        at: '2026-03-02T14:01:00.000Z',
        public: true,
        mentions: [],
        text: 'Any news?',
      },
    ]);
  });

  it('takes changes of status and of the account manager from the history, oldest first', async () => {
    await door.host.as(ben).transition('HELP-1', 'In Progress');
    await door.host.as(ben).edit('HELP-1', { 'Account Manager': maya, summary: 'Who signs it?' });
    const ticket = await read();
    expect(ticket.accountManager).toMatchObject({ accountId: accountId(maya), name: 'Maya Ortiz' });
    expect(ticket.changes).toMatchObject([
      { field: 'status', to: ticket.status.id, ours: false, by: { accountId: accountId(ben) } },
      { field: 'account-manager', from: null, to: accountId(maya), ours: false },
    ]);
  });

  it('takes what a closed ticket was closed as, and nothing while it is open', async () => {
    expect(await read()).not.toHaveProperty('resolution');
    await door.host.as(ben).transition('HELP-1', 'Closed');
    expect(await read()).toMatchObject({ status: { done: true }, resolution: 'Done' });
  });

  it('knows its own changes by their mark in the history, and which effects are done', async () => {
    const { reachable } = await read();
    const [way] = reachable;
    await door.run(() =>
      asApp().transition(id, way?.transition ?? '', null, { effectId: 'e-1', clause: 'AM-13' }),
    );
    const ticket = await read();
    expect(ticket.changes).toMatchObject([
      { field: 'status', to: way?.status, ours: true, by: { kind: 'app' } },
    ]);
    expect(ticket.effects).toEqual(['e-1']);
  });

  it('says which statuses the reader can take it to', async () => {
    const { 'waiting-for-account-manager': waiting } =
      Object.values(policy.queues)[0]?.statuses ?? {};
    const asApp_ = await read();
    expect(asApp_.reachable.map(({ status }) => status)).toContain(waiting?.id);
    expect(await door.run(() => asApp().readTransitions(id))).toEqual(asApp_.reachable);
    const asMaya = await door.run(() => jiraDoor(api.asUser()).readTicket(id, policy), maya);
    expect(asMaya?.reachable).toEqual([]);
  });

  it('leaves a way out that the workflow does not have', async () => {
    door.host.faults.set({ missingTransitions: [{ to: 'Waiting for Account Manager' }] });
    const waiting = Object.values(policy.queues)[0]?.statuses['waiting-for-account-manager'].id;
    expect((await read()).reachable.map(({ status }) => status)).not.toContain(waiting);
  });

  it('is null where the reader cannot see it, and where it does not exist (belief hidden-is-missing)', async () => {
    door.host.faults.set({ appCannotBrowse: ['HELP'] });
    expect(await door.run(() => asApp().readTicket(id, policy))).toBeNull();
    expect(await door.run(() => jiraDoor(api.asUser()).readTicket(id, policy), ben)).toMatchObject({
      key: 'HELP-1',
    });
    expect(
      await door.run(() => jiraDoor(api.asUser()).readTicket('99999', policy), ben),
    ).toBeNull();
  });

  it('marks people whose account is deactivated', async () => {
    await door.host.as(ben).edit('HELP-1', { assignee: ben });
    door.host.faults.set({ deactivated: [ben] });
    expect((await read()).assignee).toMatchObject({ name: 'Ben Ito', active: false });
  });

  it('reads many in one request and leaves out those it cannot see', async () => {
    const other = await door.host
      .as(nora)
      .raise({ project: 'HELP', requestType: 'Question', summary: 'Another' });
    door.host.clearCalls();
    const tickets = await door.run(() => asApp().readTickets([other.id, id, '99999'], policy));
    expect(tickets.map(({ key }) => key).sort()).toEqual(['HELP-1', 'HELP-2']);
    expect(tickets.find(({ key }) => key === 'HELP-1')).toMatchObject({
      reachable: expect.arrayContaining([]) as unknown[],
      summary: 'Who signs?',
    });
    expect(door.host.calls()).toHaveLength(1);
  });

  it('has the newest comments of a ticket with more than Jira puts into it', async () => {
    for (let count = 1; count <= 110; count += 1)
      await door.host.as(ben).comment('HELP-1', `Note ${count}`);
    const { comments } = await read();
    expect(comments.at(-1)?.text).toBe('Note 110');
    expect(comments.map(({ id: one }) => one)).toEqual(
      [...comments.map(({ id: one }) => one)].sort((a, b) => a - b),
    );
  });
});
