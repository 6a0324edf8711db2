// X12: how people stand to a request, as the local Jira answers it.
import api from '@forge/api';
import { requestPeople } from '../../src/jira/request-people';
import { rememberedPeople } from '../../src/kvs/request-people';
import { type AdapterDoor, openAdapterDoor } from '../support/adapter-door';

const asApp = () => requestPeople(api.asApp());

describe('how people stand to a request', () => {
  let door: AdapterDoor;
  let issue: { readonly id: string; readonly projectId: string; readonly key: string };
  const accountId = (name: string): string => door.host.as(`${name}@relay.example`).accountId;

  beforeEach(async () => {
    door = await openAdapterDoor({ seed: 'demo' });
    const { key } = await door.host.as('ben.ito@relay.example').raise({
      project: 'EBH',
      requestType: 'Benefits question',
      summary: 'Who signs?',
      description: 'Who?',
      onBehalfOf: 'paul.weber@relay.example',
    });
    const { body } = await door.host
      .as('ben.ito@relay.example')
      .request<{ id: string; fields: { project: { id: string } } }>(
        'GET',
        `/rest/api/3/issue/${key}?fields=project`,
      );
    issue = { id: body.id, key, projectId: body.fields.project.id };
  });
  afterEach(() => door.host.stop());

  it.each([
    ['an agent', 'lin.chen', true],
    ['a collaborator', 'maya.ortiz', false],
    ['a customer with an Atlassian account', 'ada.winter', false],
    ['a portal-only customer', 'nora.quist', false],
  ])('%s works in the project: %s', async (_who, name, works) => {
    expect(await door.run(() => asApp().worksIn(accountId(name), issue.projectId))).toBe(works);
  });

  it('names the participants of a request, and nobody where there is no such request', async () => {
    expect(await door.run(() => asApp().participants(issue.id))).toEqual([]);
    await door.host
      .as('ben.ito@relay.example')
      .request('POST', `/rest/servicedeskapi/request/${issue.key}/participant`, {
        accountIds: [accountId('ada.winter')],
      });
    expect(await door.run(() => asApp().participants(issue.id))).toEqual([accountId('ada.winter')]);
    expect(await door.run(() => asApp().participants('999999'))).toEqual([]);
  });

  it('names the organizations somebody is a member of', async () => {
    expect(await door.run(() => asApp().organizationsOf(accountId('sam.hart')))).toHaveLength(2);
    expect(await door.run(() => asApp().organizationsOf(accountId('lee.moss')))).toEqual([]);
  });

  it('asks Jira once a day about the same person and project', async () => {
    const asked: string[] = [];
    const jira = {
      worksIn: async (person: string, project: string) => {
        asked.push(`${person} ${project}`);
        return person === 'Kim';
      },
      participants: async () => [],
      organizationsOf: async (person: string) => {
        asked.push(person);
        return ['o1'];
      },
    };
    let now = '2026-03-02T10:00:00.000Z';
    const look = () =>
      door.run(async () => {
        const people = rememberedPeople(jira, () => now);
        return [
          await people.worksIn('Kim', '1'),
          await people.worksIn('Kim', '2'),
          await people.worksIn('Lee', '1'),
          await people.organizationsOf('Kim'),
        ];
      });
    expect(await look()).toEqual([true, true, false, ['o1']]);
    expect(await look()).toEqual([true, true, false, ['o1']]);
    expect(asked).toEqual(['Kim 1', 'Kim 2', 'Lee 1', 'Kim']);
    now = '2026-03-03T10:00:01.000Z';
    await look();
    expect(asked).toHaveLength(8);
  });

  it('a customer with an Atlassian account reads public comments only, and writes no internal ones', async () => {
    const ben = door.host.as('ben.ito@relay.example');
    const ada = door.host.as('ada.winter@relay.example');
    await ben.request('POST', `/rest/servicedeskapi/request/${issue.key}/participant`, {
      accountIds: [ada.accountId],
    });
    await ben.comment(issue.key, 'For us alone.');
    await ben.comment(issue.key, 'For everybody.', { public: true });
    const path = `/rest/servicedeskapi/request/${issue.key}/comment`;
    const { body } = await ada.request<{ values: { body: string }[] }>('GET', path);
    expect(body.values.map((one) => one.body)).toEqual(['For everybody.']);
    const refused = await ada.request('POST', path, { body: 'Psst.', public: false });
    expect(refused.status).toBe(403);
  });
});
