import { type Site } from '../../../host/jira/site';
import { seeds } from '../../../host/seeds';
import { Desk, type Json } from './support/desk';

describe('the seeds', () => {
  it('make equal sites, id for id', async () => {
    const world = async (): Promise<Json[]> => {
      const desk = new Desk();
      const { body } = await desk.as('alex.kim').post('/search/jql', {
        jql: 'project in (EBH, SS, PTO)',
        fields: ['*all'],
        maxResults: 100,
      });
      return [body, desk.jira.people(), desk.jira.projects()];
    };
    expect(await world()).toEqual(await world());
  });

  it('have people of every kind, with addresses of the example domain', () => {
    const people = new Desk().jira.people();
    expect(new Set(people.map(({ role }) => role))).toEqual(
      new Set(['admin', 'agent', 'manager', 'collaborator', 'customer']),
    );
    expect(people.filter(({ email }) => !email.endsWith('@relay.example'))).toEqual([]);
  });

  it('have tickets with two organizations and with none, in each queue some', async () => {
    const desk = new Desk();
    const organizations = await desk.fieldId('Organizations');
    const count = async (key: string): Promise<number> =>
      (await desk.as('ben.ito').get(`/issue/${key}`)).body.fields[organizations].length;
    expect([await count('EBH-4'), await count('SS-2')]).toEqual([2, 0]);
    expect((await desk.search('statusCategory != Done')).length).toBeGreaterThanOrEqual(11);
  });

  it('include an empty desk that works', async () => {
    const desk = new Desk({ site: (seeds['empty'] as () => Site)() });
    expect(desk.jira.projects()).toEqual([
      { id: '10000', key: 'HELP', name: 'Help', serviceDeskId: '1' },
    ]);
    const { body } = await desk.as('ben.ito').post('/issue', {
      fields: {
        project: { key: 'HELP' },
        issuetype: { name: 'Service Request' },
        summary: 'First',
      },
    });
    expect(body.key).toBe('HELP-1');
  });

  it('that name what they do not have fail by its name', () => {
    const site = (seeds['empty'] as () => Site)();
    const broken: Site = {
      ...site,
      issues: [
        {
          project: 'HELP',
          requestType: 'Nothing',
          summary: 'x',
          reporter: 'nora.quist@relay.example',
        },
      ],
    };
    expect(() => new Desk({ site: broken })).toThrow(
      'The seed names the request type "Nothing" in the issue "x", but has none of that name.',
    );
  });

  it('prints dates as Jira does', async () => {
    const { fields } = (await new Desk().as('ben.ito').get('/issue/EBH-3?fields=created,duedate'))
      .body;
    expect(fields).toEqual({ created: '2026-03-01T17:30:00.000+0000', duedate: null });
  });

  it('limits people to the projects they are for', async () => {
    const site = (seeds['demo'] as () => Site)();
    const desk = new Desk({
      site: {
        ...site,
        people: site.people.map((person) =>
          person.displayName === 'Maya Ortiz' ? { ...person, projects: ['SS'] } : person,
        ),
      },
    });
    expect((await desk.as('maya.ortiz').get('/issue/EBH-1')).status).toBe(404);
    expect((await desk.as('maya.ortiz').get('/issue/SS-1')).status).toBe(200);
  });
});
