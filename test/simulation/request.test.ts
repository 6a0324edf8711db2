import type { Desk } from './desk';
import { story } from './stories';

const waiting = async (
  desk: Desk,
  accountManager: string,
  regionalManager: string,
): Promise<void> =>
  desk.until(async () => {
    expect(await desk.seen()).toMatchObject({
      status: 'Waiting for Account Manager',
      accountManager,
      regionalManager,
    });
  });

story(
  '1: an account manager who is also the regional manager is tagged in an internal note',
  async (desk) => {
    await desk.ticket({ organizations: ['Alder Bank'], reporter: 'paul.weber' });
    await desk
      .as('ben.ito')
      .comment(desk.key, 'is the new contract signed?', { mention: ['owen.clarke@relay.example'] });
    await waiting(desk, 'Owen Clarke', 'Victor Hale');
    const { ask } = await desk.panel();
    expect(ask).toMatchObject({
      holder: { name: 'Owen Clarke' },
      askedBy: { name: 'Ben Ito' },
      dueAt: '2026-03-02T19:00:00.000Z',
    });
    expect(await desk.timesTagged('Owen Clarke')).toBe(0);
    expect((await desk.seen()).comments.every((comment) => !comment.public)).toBe(true);
  },
);

story('2: where they are two people, the regional manager stands in the field', async (desk) => {
  await desk.ticket();
  await desk.as('ben.ito').comment(desk.key, 'can you tell us when the contract ends?', {
    mention: ['maya.ortiz@relay.example'],
  });
  await waiting(desk, 'Maya Ortiz', 'Tom Reyes');
});

story('3: a watcher is a watcher, and the field filled by hand asks for nothing', async (desk) => {
  await desk.ticket({ requestType: 'Enrollment problem' });
  await desk.act(
    'ben.ito',
    'account-manager.add-watcher',
    { entryId: 'enrollment-news' },
    ({ history }) => history.some(({ text }) => text.includes('added as watcher')),
  );
  await desk.until(async () => expect((await desk.seen()).watchers).toContain('Maya Ortiz'));
  expect(await desk.seen()).toMatchObject({
    status: 'Waiting for Support',
    accountManager: null,
    regionalManager: null,
  });
  await desk.as('ben.ito').edit(desk.key, { 'Account Manager': 'maya.ortiz@relay.example' });
  await desk.settle();
  const view = await desk.panel();
  expect(view.ask).toBeNull();
  expect(view.warnings.map(({ code }) => code)).toContain('manager-without-request');
  expect((await desk.seen()).regionalManager).toBeNull();
});

story('4: a tag in a public comment loops nobody in and raises the alarm', async (desk) => {
  await desk.ticket();
  await desk.as('ben.ito').comment(desk.key, 'what do you think?', {
    mention: ['maya.ortiz@relay.example'],
    public: true,
  });
  await desk.until(async () =>
    expect((await desk.panel()).warnings.map(({ code }) => code)).toContain('leak'),
  );
  expect(await desk.seen()).toMatchObject({ status: 'Waiting for Support', accountManager: null });
});

story('6: the status set by hand fills what is missing', async (desk) => {
  await desk.ticket();
  await desk.as('ben.ito').transition(desk.key, 'Waiting for Account Manager');
  await waiting(desk, 'Maya Ortiz', 'Tom Reyes');
  await desk.until(async () => expect(await desk.timesTagged('Maya Ortiz')).toBe(1));
});

story(
  '6: with the organization unknown it asks, and goes on once the account is chosen',
  async (desk) => {
    await desk.ticket({ organizations: ['Drift Harbor Bank'], reporter: 'mia.falk' });
    await desk.as('ben.ito').transition(desk.key, 'Waiting for Account Manager');
    await desk.until(async () =>
      expect((await desk.panel()).warnings.map(({ code }) => code)).toContain('account-needed'),
    );
    expect(await desk.seen()).toMatchObject({ accountManager: null, comments: [] });
    await desk.act(
      'ben.ito',
      'account-manager.choose-account',
      { cid: 'NWCU' },
      ({ account }) => account.kind === 'known',
    );
    await waiting(desk, 'Maya Ortiz', 'Tom Reyes');
  },
);

story('one click does all five steps, in the agent’s own name', async (desk) => {
  await desk.ticket({ requestType: 'Payroll export problem' });
  await desk.act(
    'ben.ito',
    'account-manager.request',
    { entryId: 'payroll-export', note: 'Who pays for the gap?', priorityId: '2' },
    ({ ask }) => ask !== null,
  );
  await waiting(desk, 'Maya Ortiz', 'Tom Reyes');
  await desk.until(async () => {
    const { priority, comments } = await desk.seen();
    expect(priority).toBe('High');
    expect(comments.filter(({ tags }) => tags.includes('Maya Ortiz'))).toHaveLength(1);
  });
  expect((await desk.seen()).comments[0]).toMatchObject({
    public: false,
    text: expect.stringContaining('Who pays for the gap?'),
  });
});
