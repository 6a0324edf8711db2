// Change requests through the local Jira (scenarios 21 to 25): panel, portal, workflow and time, under every mishap.
import { gates } from '../../src/procedures/change-request/lifecycle';
import type { ContentPreview } from '../../src/procedures/change-request/contract/panel';
import { begin, ChangeDesk, impact } from './change-desk';
import { story } from './stories';

story('21: from the request to the go-live sign-off, in order and in one issue', async (desk) => {
  const change = await begin(desk, 'CHG');
  expect(
    (await change.refused('elif.kaya', 'change-request.save', { edit: { part: 'cost' } })).text,
  ).toMatch(/customer success manager|no change request/u);
  await change.inPrinciple();
  expect(
    await change.refused('priya.nair', 'change-request.approve', { gate: 'internal-approval' }),
  ).toMatchObject({ clause: 'CR-33' });
  await change.document();
  await change.approvals();
  await change.interface();
  await desk.until(async () => expect((await desk.seen()).status).toBe('In Progress'));
  await change.toUat();
  await desk.until(async () => expect((await desk.seen()).status).toBe('Waiting for Customer'));
  await change.agree('uat');
  await change.finish('luca.moretti', 'deployed-to-production', '2026.3');
  await change.agree('go-live');
  await desk.until(async () => expect((await desk.seen()).status).toBe('Done'));
  const view = await change.seen();
  expect(view.state).toBe('done');
  expect(view.gates.map(({ state }) => state)).toEqual(gates.map(() => 'approved'));
  expect((await change.portal()).standing).toBe('You are live with this change.');
});

story('21: a "no" goes back to the right step, and what follows is done again', async (desk) => {
  const change = await begin(desk, 'CHG');
  await change.walkToUat();
  await change.act(
    'dana.fox',
    'change-request.record',
    {
      gate: 'uat',
      approved: false,
      reason: 'The file has no header',
      evidence: {
        kind: 'mail',
        messageId: '<uat-7@northwind.example>',
        date: (await change.seen()).today,
        address: 'nora.quist@northwind.example',
      },
    },
    ({ next }) => next[0]?.step === 'development',
  );
  const view = await change.seen();
  expect(view.gates.find(({ gate }) => gate === 'qa')?.state).not.toBe('approved');
  expect(view.gates.find(({ gate }) => gate === 'customer-approval')?.state).toBe('approved');
});

story('22: the cost follows from the effort and the agreed rates', async (desk) => {
  const change = await begin(desk);
  await change.inPrinciple();
  await change.document(12.5);
  const view = await change.save('dana.fox', { part: 'cost' }, (seen) => change.done(seen, 'cost'));
  expect(view.cost).toMatchObject({
    total: '10,000.00 USD',
    lines: [
      { role: 'Integration engineer', days: 12.5, dayRate: '800.00 USD', amount: '10,000.00 USD' },
    ],
  });
});

story('22: without a rate card the account is named, and where to set it', async (desk) => {
  await desk.ticket({
    project: 'CHG',
    requestType: 'Change request',
    organizations: ['Birch Federal Credit Union'],
    reporter: 'rosa.lind',
  });
  const change = new ChangeDesk(desk);
  await change.classify();
  await change.ask('in-principle-client');
  await change.ask('in-principle-internal');
  await change.agree('in-principle-client', 'rosa.lind');
  await change.approve('in-principle-internal', 'priya.nair');
  await change.document();
  const refused = await change.refused('dana.fox', 'change-request.ask', {
    gate: 'internal-approval',
  });
  expect(refused).toMatchObject({ clause: 'CR-09' });
  expect(refused.text).toContain('Birch Federal Credit Union');
  expect(refused.text).toContain('under Accounts');
});

story(
  '23: more effort after the approval of the cost re-opens 2 and 3, and neither 1 nor 4',
  async (desk) => {
    const change = await begin(desk, 'CHG');
    await change.inPrinciple();
    await change.document(12);
    await change.approvals();
    await change.interface();
    const preview = await change.call<ContentPreview>('elif.kaya', 'content.preview', {
      edit: impact(15),
    });
    if (!desk.faulty && preview.ok)
      expect(
        preview.value.reopens.map(({ gate, changes }) => [gate, changes.map(({ text }) => text)]),
      ).toEqual([
        ['internal-approval', ['effort 12 to 15 days', 'cost +25 %']],
        ['customer-approval', ['effort 12 to 15 days', 'cost +25 %']],
      ]);
    await change.save('elif.kaya', impact(15), (view) => view.content?.totalDays === 15);
    const view = await change.seen();
    expect(Object.fromEntries(view.gates.map(({ gate, state }) => [gate, state]))).toMatchObject({
      'in-principle-client': 'approved',
      'in-principle-internal': 'approved',
      'internal-approval': 'lapsed',
      'customer-approval': 'lapsed',
      'interface-approval': 'approved',
    });
    await change.ask('internal-approval');
    await change.approve('internal-approval', 'priya.nair');
    await change.ask('customer-approval');
    const page = await change.portal();
    expect(page.decision).toMatchObject({
      gate: 'customer-approval',
      changes: ['effort 12 to 15 days', 'cost +25 %'],
    });
    expect(page.decision?.agreesTo).toContain('Cost: 12,000.00 USD');
    await change.agree('customer-approval');
    expect((await change.seen()).next.map(({ step }) => step)).toEqual(['development']);
  },
);

story(
  '24: an issue of its own for the customer, linked both ways, with its watchers and nobody else',
  async (desk) => {
    const change = await begin(desk);
    const intake = desk.key;
    await change.inPrinciple();
    await change.document();
    await change.approvals();
    await change.ownIssue();
    const issues = await desk
      .as('alex.kim')
      .request<{ issues: { key: string }[] }>('POST', '/rest/api/3/search/jql', {
        jql: 'project = CHG',
        fields: ['key'],
      });
    expect(issues.body.issues.map(({ key }) => key)).toEqual([change.key]);
    await desk.until(async () => {
      const issue = await desk.as('alex.kim').get<{
        fields: {
          reporter: { displayName: string };
          summary: string;
          issuelinks: { inwardIssue?: { key: string }; outwardIssue?: { key: string } }[];
        };
      }>(change.key, 'fields=*all');
      expect(issue.fields.reporter.displayName).toBe('Nora Quist');
      expect(JSON.stringify(issue.fields)).toContain('https://docs.relay.example/cr/12');
      expect(
        issue.fields.issuelinks.map(
          ({ inwardIssue, outwardIssue }) => (inwardIssue ?? outwardIssue)?.key,
        ),
      ).toEqual([intake]);
      const seen = await desk.seen();
      expect([...seen.watchers].sort()).toEqual(expect.arrayContaining(['Nils Berg', 'Rui Costa']));
      expect(seen.status).toBe('In Progress');
    });
    const { body: people } = await desk
      .as('alex.kim')
      .request<{ values: unknown[] }>(
        'GET',
        `/rest/servicedeskapi/request/${change.key}/participant`,
      );
    expect(people.values).toEqual([]);
    const there = await change.seen('kofi.mensah');
    expect(there).toMatchObject({
      state: 'running',
      issue: { key: intake, is: 'intake' },
      next: [{ step: 'due-date', yours: true }],
    });
    expect(there.gates.filter(({ state }) => state === 'approved').map(({ gate }) => gate)).toEqual(
      ['in-principle-client', 'in-principle-internal', 'internal-approval', 'customer-approval'],
    );
    // The ticket it came from points there, for us and for the customer.
    const before = new ChangeDesk(desk, intake);
    expect(await before.seen()).toMatchObject({
      state: 'moved',
      issue: { key: change.key, is: 'change-request' },
    });
    expect(await before.portal()).toMatchObject({ state: 'moved', continuesAs: change.key });
    // X14: with the hourly look, the ticket that it came from ends; the change request goes on.
    await desk.host.advance('PT2H');
    await desk.until(async () => {
      const { fields } = await desk.as('alex.kim').get<{
        fields: { status: { name: string } };
      }>(intake, 'fields=status');
      expect(fields.status.name).toBe('Resolved');
    });
  },
);

story(
  'CR-33: a status beyond an open gate is put back, and X5: an open request for a response goes first',
  async (desk) => {
    const change = await begin(desk, 'CHG');
    await change.classify();
    await desk.as('ben.ito').transition(desk.key, 'In Testing');
    await desk.until(async () => expect((await desk.seen()).status).toBe('To Do'));
    expect(
      (await desk.seen()).comments.filter(({ text }) => text.includes('is put back')),
    ).toHaveLength(1);
    await desk.request();
    await desk.until(async () =>
      expect((await desk.seen()).status).toBe('Waiting for Account Manager'),
    );
    await change.ask('in-principle-client');
    await change.ask('in-principle-internal');
    await desk.settle();
    expect((await desk.seen()).status).toBe('Waiting for Account Manager');
    await desk.as('maya.ortiz').comment(desk.key, 'They have signed.');
    await desk.until(async () => expect((await desk.seen()).status).toBe('Waiting for Customer'));
  },
);

story(
  'C9: silence about what is being built is late with the engineer, and the customer sees the last word',
  async (desk) => {
    const change = await begin(desk, 'CHG');
    await change.inPrinciple();
    await change.document();
    await change.approvals();
    await change.interface();
    await change.act(
      'kofi.mensah',
      'change-request.note-progress',
      { text: 'The nightly job runs on our side.' },
      ({ progress }) => progress.length === 1,
    );
    const nudges = async (): Promise<number> =>
      (await desk.seen()).comments.filter(
        ({ text, author }) => author === 'Account Relay' && text.includes('still open: Build it'),
      ).length;
    await desk.host.advance('P2D');
    expect(await nudges()).toBe(0);
    await desk.host.advance('P2D');
    await desk.until(async () => expect(await nudges()).toBe(1));
    expect((await change.portal()).progress?.text).toBe('The nightly job runs on our side.');
  },
);
