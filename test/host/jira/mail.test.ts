import { adf, Desk, internal } from './support/desk';

const to = (desk: Desk): string[] =>
  desk.jira
    .mail()
    .map((mail) => mail.to.replace('@relay.example', ''))
    .sort();

describe('mail (belief: mail)', () => {
  it('of a public comment goes to the customers and the assignee, not to its author', async () => {
    const desk = new Desk();
    await desk.as('lin.chen').post('/issue/PTO-2/comment', { body: adf('Here it is.') });
    expect(to(desk)).toEqual(['felix.braun', 'nora.quist']);
  });

  it('of an internal comment goes to nobody outside', async () => {
    const desk = new Desk();
    await desk.as('lin.chen').post('/issue/EBH-3/comment', {
      body: adf('secret', desk.id('maya.ortiz'), desk.id('nora.quist')),
      properties: internal,
    });
    expect(to(desk)).toEqual(['ben.ito', 'maya.ortiz']);
    expect(desk.jira.mail().find((mail) => mail.to.startsWith('maya'))).toMatchObject({
      reason: 'mentioned',
      issueKey: 'EBH-3',
      subject: expect.stringContaining('[EBH-3]'),
    });
  });

  it('of a new status tells watchers what changed and customers the status', async () => {
    const desk = new Desk();
    await desk.as('ben.ito').post('/issue/EBH-3/watchers', desk.id('tom.reyes'));
    await desk.move('ben.ito', 'EBH-3', 'In Progress');
    expect(to(desk)).toEqual(['nora.quist', 'tom.reyes']);
    expect(desk.jira.mail().find((mail) => mail.to.startsWith('nora'))?.text).toBe(
      'The status of your request is now In Progress.',
    );
  });

  it('of an assignment goes to the new assignee', async () => {
    const desk = new Desk();
    await desk.as('ben.ito').put('/issue/EBH-3/assignee', { accountId: desk.id('sara.novak') });
    expect(to(desk)).toEqual(['sara.novak']);
  });

  it('goes to whom notify names, if they see the issue', async () => {
    const desk = new Desk();
    const notify = {
      subject: 'Please look',
      textBody: 'It is late.',
      to: {
        assignee: true,
        users: [{ accountId: desk.id('tom.reyes') }, { accountId: desk.id('nora.quist') }],
        groups: [{ name: 'leadership' }],
      },
    };
    expect((await desk.app().post('/issue/EBH-3/notify', notify)).status).toBe(204);
    expect(to(desk)).toEqual(['ben.ito', 'ines.duarte', 'tom.reyes', 'victor.hale']);
    expect((await desk.app().post('/issue/EBH-3/notify', { subject: 'x', to: {} })).status).toBe(
      400,
    );
  });
});
