// Hybrid accounts: how two departments keep each other informed (scenario 41, HY-14 to HY-18, HY-21).
import type { AccountsView } from '../../src/contract/accounts';
import type { Reply } from '../../src/contract/problem';
import { hybridIn } from './accounts-page';
import { northwind } from './hybrid-desk';
import { story } from './stories';

story(
  '41: an update of one side is a gap of the other until it is acknowledged, and a new one opens it again',
  async (desk) => {
    const panel = await northwind(desk);
    await panel.act(
      'dana.fox',
      'hybrid-account.share-update',
      { class: 'bug', text: 'Development has reproduced it.' },
      ({ gaps }) => gaps.fmc === 1,
    );
    await desk.until(async () => expect(await desk.timesTagged('Petra Vance')).toBe(0)); // posted by Dana Fox, not by the app
    expect((await panel.seen('petra.vance')).knowledge?.updates[0]).toMatchObject({
      news: true,
      text: 'Development has reproduced it.',
    });
    await panel.act(
      'petra.vance',
      'hybrid-account.acknowledge-updates',
      { upTo: 1 },
      ({ gaps }) => gaps.fmc === 0,
    );
    await panel.act(
      'dana.fox',
      'hybrid-account.share-update',
      { class: 'bug', text: 'It is fixed.' },
      ({ gaps }) => gaps.fmc === 1,
    );
    await desk.host.advance('P2D');
    // What the app posts for somebody while Jira was busy is that person's update, not the reminder.
    const reminders = async () =>
      (await desk.seen()).comments.filter(
        ({ author, tags, text }) =>
          author === 'Account Relay' &&
          tags.includes('Petra Vance') &&
          !text.startsWith('On behalf of'),
      );
    await desk.until(async () => expect(await reminders()).toHaveLength(1));
  },
);

story(
  'HY-16: a maintenance is announced once to all affected accounts, and counts on each until the other department has seen it',
  async (desk) => {
    const panel = await northwind(desk);
    expect((await panel.seen()).hybridAccounts.map(({ cid }) => cid).sort()).toEqual([
      'CEDR',
      'NWCU',
    ]);
    const announcement = {
      accounts: ['CEDR', 'NWCU'],
      text: 'The file exchange is down on Saturday from 8 to 10.',
      forAdmins: 'Imports wait on Saturday morning and run afterwards.',
    };
    await panel.act(
      'dana.fox',
      'hybrid-account.announce-maintenance',
      announcement,
      ({ gaps }) => gaps.fmc === 1,
    );
    const posted = async () =>
      (await desk.seen()).comments.filter(({ text }) => text.includes('The file exchange is down'));
    await desk.until(async () => expect(await posted()).toHaveLength(1));
    expect((await posted())[0]).toMatchObject({
      public: false,
      text: expect.stringContaining('Imports wait on Saturday morning') as string,
      tags: expect.arrayContaining(['Petra Vance']) as string[],
    });
    expect((await panel.seen('petra.vance')).knowledge).toMatchObject({
      class: 'maintenance',
      forAdmins: announcement.forAdmins,
      accounts: [{ name: 'Cedar Savings' }, { name: 'Northwind Credit Union' }],
      updates: [{ news: true }],
    });
    const again = await panel
      .click('dana.fox', 'hybrid-account.announce-maintenance', announcement)
      .catch(() => null);
    if (!desk.faulty)
      expect(again).toMatchObject({
        ok: false,
        problem: { code: 'refused', why: { clause: 'HY-16' } },
      });
    const counted = async (): Promise<(number | undefined)[]> => {
      const reply = (await desk.host.invoke({
        module: 'relay-settings',
        as: 'alex.kim@relay.example',
        call: 'accounts.list',
        payload: { search: '' },
      })) as Reply<AccountsView>;
      return reply.ok
        ? ['CEDR', 'NWCU', 'ALDR'].map(
            (wanted) =>
              hybridIn(reply.value.accounts.find(({ cid }) => cid === wanted))?.notAcknowledged,
          )
        : [];
    };
    await desk.until(async () => expect(await counted()).toEqual([1, 1, undefined]));
    await panel.act(
      'petra.vance',
      'hybrid-account.acknowledge-updates',
      { upTo: 1 },
      ({ gaps }) => gaps.fmc === 0,
    );
    await desk.until(async () => expect(await counted()).toEqual([0, 0, undefined]));
  },
);

story(
  'HY-17: a department asks the other, is answered in the panel, and an answer that is due is asked for again',
  async (desk) => {
    const panel = await northwind(desk);
    await panel.act(
      'petra.vance',
      'hybrid-account.ask-question',
      { text: 'Which start date have you told them?' },
      ({ knowledge }) => knowledge?.questions.length === 1,
    );
    expect((await panel.seen()).knowledge?.questions[0]).toMatchObject({
      from: 'fmc',
      overdue: false,
      mayAnswer: true,
      answered: null,
    });
    expect((await panel.seen('petra.vance')).knowledge?.questions[0]?.mayAnswer).toBe(false);
    const told = async (name: string, words: string) =>
      (await desk.seen()).comments.filter(
        ({ tags, text }) => tags.includes(name) && text.includes(words),
      );
    await desk.until(async () =>
      expect(await told('Dana Fox', 'Which start date')).toHaveLength(1),
    );
    // Due after eight business hours; then it is said again each working day.
    await desk.host.advance('P2D');
    expect((await panel.seen()).knowledge?.questions[0]?.overdue).toBe(true);
    const reminders = () => told('Dana Fox', 'still open: Answer: Which start date');
    await desk.until(async () => expect((await reminders()).length).toBeGreaterThan(0));
    await panel.act(
      'dana.fox',
      'hybrid-account.answer-question',
      { question: 1, text: 'The ninth of March.' },
      ({ knowledge }) => knowledge?.questions[0]?.answered !== null,
    );
    await desk.until(async () =>
      expect(await told('Petra Vance', 'The ninth of March.')).toHaveLength(1),
    );
    const { length } = await reminders();
    await desk.host.advance('P3D');
    expect(await reminders()).toHaveLength(length);
    expect((await desk.seen()).comments.every((comment) => !comment.public)).toBe(true);
  },
);

story(
  'HY-18, HY-21: a colleague’s click closes no gap; a status and a public word are news until whoever has to know has seen them',
  async (desk) => {
    const panel = await northwind(desk);
    await panel.act(
      'petra.vance',
      'hybrid-account.share-update',
      { class: 'bug', text: 'It is planned for Thursday.' },
      ({ gaps }) => gaps.cs === 1,
    );
    const colleague = await panel
      .click('noor.haddad', 'hybrid-account.acknowledge-updates', { upTo: 1 })
      .catch(() => null);
    if (!desk.faulty)
      expect(colleague).toMatchObject({
        ok: false,
        problem: { code: 'refused', why: { clause: 'HY-18' } },
      });
    await panel.act(
      'dana.fox',
      'hybrid-account.acknowledge-updates',
      { upTo: 1 },
      ({ gaps }) => gaps.cs === 0,
    );
    await desk.as('ben.ito').comment(desk.key, 'We have found the cause.', { public: true });
    await desk.host.advance('PT70M');
    const seen = await panel.seen();
    expect(seen.gaps).toEqual({ cs: 1, fmc: 1 });
    expect(seen.knowledge?.updates[0]).toMatchObject({
      happened: 'public-comment',
      from: null,
      text: expect.stringContaining('We have found the cause.') as string,
      waitsFor: [{ name: 'Dana Fox' }, { name: 'Petra Vance' }],
    });
    await desk.until(async () => {
      for (const name of ['Dana Fox', 'Petra Vance'])
        expect(
          (await desk.seen()).comments.filter(
            ({ tags, text }) => tags.includes(name) && text.includes('your turn: Acknowledge'),
          ),
        ).toHaveLength(1);
    });
  },
);

story('a symptom of the guide becomes one ticket for the integrations team', async (desk) => {
  const panel = await northwind(desk);
  const symptom = (await panel.seen()).guide.find(({ id }) => id === 'duplicated-users');
  expect(symptom).toMatchObject({
    summary: 'Northwind Credit Union: users appear duplicated',
    causes: [expect.stringContaining('ADP or Paylocity'), expect.anything(), expect.anything()],
  });
  await panel.act(
    'dana.fox',
    'hybrid-account.raise-integration',
    { symptom: 'duplicated-users', summary: symptom?.summary, description: symptom?.description },
    ({ raised }) => raised.length > 0,
  );
  await desk.host.advance('PT10M');
  const { body } = await desk
    .as('alex.kim')
    .request<{ issues: { key: string }[] }>('POST', '/rest/api/3/search/jql', {
      jql: 'project = OPS AND summary ~ "users appear duplicated"',
      fields: ['key'],
    });
  expect(body.issues).toHaveLength(1);
  // HY-15, HY-21: what the app raised it listens to; both departments hear that it is resolved.
  const key = body.issues[0]?.key ?? '';
  await panel.act(
    'petra.vance',
    'hybrid-account.acknowledge-updates',
    { upTo: 9999 },
    ({ gaps }) => gaps.fmc === 0,
  );
  await desk.as('kofi.mensah').transition(key, 'Resolved');
  await desk.until(async () => {
    await desk.host.advance('PT1H');
    const { integrations, gaps } = await panel.seen();
    expect(integrations).toMatchObject([{ key, resolved: { by: null } }]);
    expect(gaps).toEqual({ cs: 1, fmc: 1 });
  });
});
