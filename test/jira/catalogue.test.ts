import api from '@forge/api';
import type { Catalogue } from '../../src/app/settings-ports';
import { jiraCatalogue } from '../../src/jira/catalogue';
import { type AdapterDoor, openAdapterDoor } from '../support/adapter-door';
import { admin } from '../support/real-queue';

const ben = 'ben.ito@relay.example';

describe('What Jira calls things', () => {
  let door: AdapterDoor;
  beforeEach(async () => {
    door = await openAdapterDoor();
  });
  const ask = <T>(question: (catalogue: Catalogue) => Promise<T>, as = admin): Promise<T> =>
    door.run(() => question(jiraCatalogue(api.asApp())), as);

  it('finds a project by its key, and null where there is none', async () => {
    const project = await ask((catalogue) => catalogue.project('HELP'));
    expect(project).toEqual({ id: door.host.jira.projects()[0]?.id, key: 'HELP', name: 'Help' });
    expect(await ask((catalogue) => catalogue.project('NOPE'))).toBeNull();
  });

  it('lists the statuses of a project, each once', async () => {
    const statuses = await ask(async (catalogue) =>
      catalogue.statuses((await catalogue.project('HELP'))?.id ?? ''),
    );
    expect(statuses.map(({ name }) => name).sort()).toEqual([
      'Closed',
      'In Progress',
      'Resolved',
      'Waiting for Account Manager',
      'Waiting for Customer',
      'Waiting for Management',
      'Waiting for Support',
    ]);
  });

  it('lists fields with their types', async () => {
    const fields = await ask((catalogue) => catalogue.fields());
    expect(fields.find(({ name }) => name === 'Account Manager')).toMatchObject({
      id: expect.stringMatching(/^customfield_\d+$/u) as string,
      type: 'com.atlassian.jira.plugin.system.customfieldtypes:userpicker',
    });
    expect(fields.find(({ name }) => name === 'Organizations')?.type).toContain('organizations');
    expect(fields.find(({ name }) => name === 'Summary')).toMatchObject({
      id: 'summary',
      type: 'string',
    });
  });

  it('lists priorities, the highest first', async () => {
    expect((await ask((catalogue) => catalogue.priorities())).map(({ name }) => name)).toEqual([
      'Highest',
      'High',
      'Medium',
      'Low',
      'Lowest',
    ]);
  });

  it('lists organizations through all their pages', async () => {
    for (let count = 1; count <= 60; count += 1) {
      const { status } = await door.host
        .as(admin)
        .request('POST', '/rest/servicedeskapi/organization', { name: `Bank ${count}` });
      expect(status).toBe(201);
    }
    const organizations = await ask((catalogue) => catalogue.organizations());
    expect(organizations).toHaveLength(61);
    expect(new Set(organizations.map(({ id }) => id)).size).toBe(61);
    expect(organizations.every(({ id }) => typeof id === 'string')).toBe(true);
  });

  it('lists the request types of a service project, and null where there is none', async () => {
    const types = await ask(async (catalogue) =>
      catalogue.requestTypes((await catalogue.project('HELP'))?.id ?? ''),
    );
    expect(types?.length).toBeGreaterThan(0);
    expect(await ask((catalogue) => catalogue.requestTypes('999999'))).toBeNull();
  });

  it('lists how issues can be linked', async () => {
    expect((await ask((catalogue) => catalogue.linkTypes())).map(({ name }) => name)).toContain(
      'Relates',
    );
  });

  it('finds people by their whole e-mail address or name, whatever its case', async () => {
    const maya = {
      accountId: door.host.as('maya.ortiz@relay.example').accountId,
      name: 'Maya Ortiz',
      active: true,
      kind: 'person',
      avatarUrl: expect.stringContaining('/avatar/'),
    };
    expect(await ask((catalogue) => catalogue.people('Maya.Ortiz@relay.example'))).toEqual([maya]);
    expect(await ask((catalogue) => catalogue.people('maya ortiz'))).toEqual([maya]);
    expect(await ask((catalogue) => catalogue.people('Maya'))).toEqual([]);
    expect(await ask((catalogue) => catalogue.people('nobody@relay.example'))).toEqual([]);
  });

  it('asks Jira for each list once', async () => {
    await ask(async (catalogue) => {
      await Promise.all([catalogue.fields(), catalogue.fields(), catalogue.priorities()]);
      await catalogue.fields();
    });
    expect(
      door.host
        .calls()
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['/rest/api/3/field', '/rest/api/3/priority']);
  });

  it('knows who may administer Jira', async () => {
    const may = (as: string) => door.run(() => jiraCatalogue(api.asUser()).mayAdminister(), as);
    expect(await may(admin)).toBe(true);
    expect(await may(ben)).toBe(false);
  });
});
