import { agent, customer, Workshop } from './forge/support/workshop';

let workshop: Workshop;

beforeEach(async () => {
  workshop = await Workshop.open();
});

describe('A person', () => {
  it('does in Jira what people do', async () => {
    const ben = workshop.host.as(agent);
    await ben.transition(workshop.ticket, 'In Progress');
    await ben.edit(workshop.ticket, { 'Account Manager': 'maya.ortiz@relay.example' });
    const { id } = await ben.comment(workshop.ticket, 'could you look?', {
      mention: ['maya.ortiz@relay.example'],
    });
    expect(
      await ben.search('status = "In Progress" AND "Account Manager" = "maya.ortiz@relay.example"'),
    ).toMatchObject([{ key: workshop.ticket }]);
    expect(
      await ben.request('GET', `/rest/api/3/issue/${workshop.ticket}/comment/${id}`),
    ).toMatchObject({ status: 200, body: { jsdPublic: false } });
  });

  it('replies as a customer where the customer sees the request', async () => {
    await workshop.host.as(agent).transition(workshop.ticket, 'Waiting for Customer');
    await workshop.host.as(customer).reply(workshop.ticket, 'Here it is.');
    await workshop.host.settled();
    expect(await workshop.host.as(agent).get(workshop.ticket, 'fields=status')).toMatchObject({
      fields: { status: { name: 'Waiting for Support' } },
    });
  });

  it('is told what does not go, in Jira’s words', async () => {
    const ben = workshop.host.as(agent);
    await expect(ben.transition(workshop.ticket, 'Nowhere')).rejects.toThrow(
      'has no transition to Nowhere; it has',
    );
    await expect(ben.edit(workshop.ticket, { summary: '' })).rejects.toThrow(/400 .*summary/iu);
    await expect(workshop.host.as(customer).get(workshop.ticket)).rejects.toThrow('404');
    await expect(
      ben.raise({ project: 'HELP', requestType: 'Nothing', summary: 'x' }),
    ).rejects.toThrow('HELP has no request type Nothing; it has Question');
    expect(() => workshop.host.as('nobody@relay.example')).toThrow('Nobody here is');
  });
});
