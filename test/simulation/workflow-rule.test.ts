// The rules that an administrator may put on a workflow's transitions: they only say no, and the app looks again.
import { begin } from './change-desk';
import { Desk } from './desk';
import { story } from './stories';

const statuses = [
  'To Do',
  'In Approval',
  'In Progress',
  'In Testing',
  'Waiting for Customer',
  'Waiting for Support',
  'Done',
];
const rule = 'change-request-gates';
const guard = (desk: Desk, rules: readonly string[] = [rule]): void =>
  statuses.forEach((to) => desk.host.jira.setRules('CHG', to, rules));
const property = (key: string): string => `/rest/api/3/issue/${key}/properties/account-relay`;
const closedIn = async (desk: Desk, key: string): Promise<string[]> => {
  const { body } = await desk
    .as('alex.kim')
    .request<{ value: { change: { closed: { status: string }[] } } }>('GET', property(key));
  return body.value.change.closed.map(({ status }) => status);
};

story(
  'CR-33: the rule never stops the app itself on the way from the request to the go-live sign-off',
  async (desk) => {
    guard(desk);
    const change = await begin(desk, 'CHG');
    await change.inPrinciple();
    await change.document();
    await change.approvals();
    await change.interface();
    await desk.until(async () => expect((await desk.seen()).status).toBe('In Progress'));
    await change.toUat();
    await change.agree('uat');
    await change.finish('luca.moretti', 'deployed-to-production', '2026.3');
    await change.agree('go-live');
    await desk.until(async () => expect((await desk.seen()).status).toBe('Done'));
  },
);

describe('the rule "Change-request gates" on the transitions', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
    guard(desk);
  });
  afterEach(() => desk.host.stop());

  it('stops a move past a closed gate with the gate as the reason; nothing moves, and nothing is put back', async () => {
    const change = await begin(desk, 'CHG');
    await change.classify();
    const before = await desk.seen();
    await expect(desk.as('ben.ito').transition(desk.key, 'In Testing')).rejects.toThrow(
      / 400 In principle: customer \(gate 1a\) is still open\. See the change-request panel\.$/u,
    );
    await desk.settle();
    expect(await desk.seen()).toEqual(before);
  });

  it('lets it through when the gates before it are approved', async () => {
    const change = await begin(desk, 'CHG');
    await change.inPrinciple();
    await change.document();
    await expect(desk.as('ben.ito').transition(desk.key, 'In Testing')).rejects.toThrow(
      /is still open/u,
    );
    await change.approvals();
    await change.interface();
    await desk.settle();
    await desk.as('ben.ito').transition(desk.key, 'In Testing');
    await desk.settle();
    expect((await desk.seen()).comments.filter(({ text }) => text.includes('put back'))).toEqual(
      [],
    );
  });

  it('CR-33: a property edited by hand gets a move past Jira and not past the app, which puts both right', async () => {
    const change = await begin(desk, 'CHG');
    await change.classify();
    expect(await closedIn(desk, desk.key)).toContain('In Testing');
    const forged = await desk.as('ben.ito').request('PUT', property(desk.key), {
      state: null,
      change: { step: 'done', gatesOpen: [], closed: [] },
    });
    expect(forged.status).toBe(200);
    await desk.as('ben.ito').transition(desk.key, 'In Testing');
    await desk.settle();
    const seen = await desk.seen();
    expect(seen.status).toBe('To Do');
    expect(
      seen.comments.filter(({ text }) =>
        text.includes('which is still open. This ticket is put back'),
      ),
    ).toHaveLength(1);
    expect(await closedIn(desk, desk.key)).toContain('In Testing');
    await expect(desk.as('ben.ito').transition(desk.key, 'In Testing')).rejects.toThrow(
      /is still open/u,
    );
  });

  it('stops nothing on a ticket that is no change request', async () => {
    await desk.ticket({ project: 'CHG', requestType: 'Change request' });
    await desk.as('ben.ito').transition(desk.key, 'In Testing');
    expect((await desk.seen()).status).toBe('In Testing');
  });

  it('lets no ticket get stuck when the app is uninstalled: taken out of the workflow, every way is open again', async () => {
    const change = await begin(desk, 'CHG');
    await change.classify();
    const { key } = desk;
    await desk.ticket({ project: 'CHG', requestType: 'Change request' });
    await desk.host.uninstall();
    // As Atlassian has it: a rule whose app is gone says no to everything. The documentation says so before.
    for (const one of [key, desk.key])
      await expect(desk.as('ben.ito').transition(one, 'In Testing')).rejects.toThrow(
        /app that is not installed any more/u,
      );
    guard(desk, []);
    for (const one of [key, desk.key]) {
      for (const to of ['In Testing', 'Waiting for Customer', 'In Progress', 'To Do', 'Done'])
        await desk.as('ben.ito').transition(one, to);
      desk.key = one;
      await desk.host.advance('PT1H');
      expect((await desk.seen()).status).toBe('Done');
    }
  });
});

describe('the rule "Release finished"', () => {
  it('KA-16: says in its own words what is missing, and where', async () => {
    const desk = await Desk.open();
    desk.host.jira.setRules('EBH', 'Resolved', ['release-finished']);
    await desk.ticket();
    await desk.as('ben.ito').request('PUT', property(desk.key), { key: 'yes', release: 'open' });
    await expect(desk.as('ben.ito').transition(desk.key, 'Resolved')).rejects.toThrow(
      / 400 The release of this ticket is not finished\. See what is missing in the panel "Key account"\.$/u,
    );
    await desk
      .as('ben.ito')
      .request('PUT', property(desk.key), { key: 'yes', release: 'finished' });
    await desk.as('ben.ito').transition(desk.key, 'Resolved');
    expect((await desk.seen()).status).toBe('Resolved');
    await desk.host.stop();
  });
});
