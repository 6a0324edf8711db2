import type { Reply } from '../../src/contract/problem';
import type { WaitingView } from '../../src/contract/waiting';
import demoSettings from '../../demo/account-relay.json';
import { Desk } from './desk';
import { story } from './stories';

/** A Friday at three in the afternoon in New York; Monday is a working day. */
const friday = '2026-03-06T20:00:00.000Z';

const escalatedOnce = async (desk: Desk, to: string): Promise<void> =>
  desk.until(async () => {
    expect((await desk.seen()).status).toBe('Waiting for Management');
    expect(await desk.timesTagged(to)).toBe(1);
  });

story('5: where the fallback is both managers, the next on the list is asked', async (desk) => {
  await desk.host.invoke({
    module: 'relay-settings',
    as: 'alex.kim@relay.example',
    call: 'configuration.import',
    payload: {
      dryRun: false,
      configuration: {
        ...demoSettings,
        accounts: [
          {
            cid: 'DRFT',
            name: 'Drift Harbor Bank',
            organizations: ['Drift Harbor Bank'],
            accountManager: 'victor.hale@relay.example',
            regionalManager: 'victor.hale@relay.example',
          },
        ],
      },
    },
  });
  await desk.ticket({ organizations: ['Drift Harbor Bank'], reporter: 'mia.falk' });
  await desk.request();
  await desk.until(async () =>
    expect(await desk.seen()).toMatchObject({
      accountManager: 'Victor Hale',
      regionalManager: 'Ines Duarte',
    }),
  );
  await desk.host.advance('PT5H');
  await escalatedOnce(desk, 'Ines Duarte');
});

/** What somebody's list over all procedures says: what waits for them, and what they wait for. */
async function lists(desk: Desk, who: string): Promise<Record<'toDo' | 'askedFor', string[]>> {
  const reply = (await desk.host.invoke({
    module: 'my-asks-gadget',
    as: `${who}@relay.example`,
    call: 'waiting.mine',
    payload: {},
  })) as Reply<WaitingView>;
  if (!reply.ok) throw new Error(reply.problem.message);
  const spelled = (rows: WaitingView['rows']): string[] =>
    rows
      .filter(({ issueKey }) => issueKey === desk.key)
      .map(({ title, holders }) => `${title}: ${holders.map(({ name }) => name).join(', ')}`);
  return { toDo: spelled(reply.value.rows), askedFor: spelled(reply.value.askedFor) };
}

story('W1: the request stands in the list of everybody it is about', async (desk) => {
  await desk.ticket();
  await desk.request();
  const asked = 'Answer the request: Maya Ortiz';
  await desk.until(async () => {
    expect(await lists(desk, 'maya.ortiz')).toEqual({ toDo: [asked], askedFor: [] });
    expect(await lists(desk, 'ben.ito')).toEqual({ toDo: [], askedFor: [asked] });
  });
  await desk.host.advance('PT5H');
  const escalated = 'Answer the request: Tom Reyes';
  await desk.until(async () => {
    for (const who of ['maya.ortiz', 'tom.reyes'])
      expect(await lists(desk, who)).toEqual({ toDo: [escalated], askedFor: [] });
    expect(await lists(desk, 'ben.ito')).toEqual({ toDo: [], askedFor: [escalated] });
  });
  await desk.as('tom.reyes').comment(desk.key, 'The contract ends in June.');
  await desk.until(async () => {
    for (const who of ['maya.ortiz', 'tom.reyes', 'ben.ito'])
      expect(await lists(desk, who)).toEqual({ toDo: [], askedFor: [] });
  });
});

story(
  '7: silence over a weekend ends at the right business minute, and the manager is told once',
  async (desk) => {
    await desk.ticket();
    await desk.request();
    const { ask } = await desk.panel();
    expect(ask?.dueAt.slice(0, 13)).toBe('2026-03-09T15'); // two hours on Friday, two on Monday, the clocks forward between
    await desk.host.clock.advanceTo(Date.parse(ask?.dueAt ?? '') - 1000);
    expect((await desk.seen()).status).toBe('Waiting for Account Manager');
    await desk.host.advance(1000);
    await escalatedOnce(desk, 'Tom Reyes');
    await desk.host.advance('PT1H');
    expect(await desk.timesTagged('Tom Reyes')).toBe(1);
  },
  { start: friday },
);

story('8: an answer a minute before the due time counts, however late its event', async (desk) => {
  await desk.ticket();
  await desk.request();
  const { ask } = await desk.panel();
  const { faults } = desk.host;
  const late = { kind: 'delay-event', nth: 1, seconds: 170 } as const;
  faults.set({ once: [...faults.current.once, late] });
  await desk.host.clock.advanceTo(Date.parse(ask?.dueAt ?? '') - 60_000);
  await desk.as('maya.ortiz').comment(desk.key, 'It is signed.');
  await desk.host.advance('PT10M');
  await desk.until(async () => expect((await desk.seen()).status).toBe('Waiting for Support'));
  expect(await desk.timesTagged('Tom Reyes')).toBe(0);
});

story('9: leadership does not wait for the due time', async (desk) => {
  await desk.ticket();
  await desk.request();
  await desk.host.advance('PT5M');
  await desk.act(
    'ben.ito',
    'account-manager.escalate',
    { reason: 'the board asks' },
    ({ ask }) => ask?.stage === 'management',
  );
  await desk.until(async () => expect((await desk.seen()).status).toBe('Waiting for Management'));
  const { history } = await desk.panel();
  expect(
    history.some(({ why }) => why?.clause === 'AM-15' && why.text.includes('the board asks')),
  ).toBe(true);
});

story(
  '12: an account manager who is deactivated meanwhile is replaced, and the due time stays',
  async (desk) => {
    await desk.ticket();
    await desk.request();
    const before = (await desk.panel()).ask?.dueAt;
    desk.host.faults.set({ deactivated: ['maya.ortiz@relay.example'] });
    await desk.host.advance('PT1H10M');
    await desk.until(async () =>
      expect((await desk.panel()).ask).toMatchObject({
        holder: { name: 'Tom Reyes' },
        dueAt: before,
      }),
    );
    expect((await desk.panel()).history.some(({ why }) => why?.clause === 'A14')).toBe(true);
  },
);

story(
  'a month of silence climbs the ladder once and then reminds on working days only',
  async (desk) => {
    await desk.ticket();
    await desk.request();
    await desk.host.advance('P7D');
    const { comments } = await desk.seen();
    const tagged = (name: string) =>
      comments.filter(
        ({ author, tags, text }) =>
          author === 'Account Relay' &&
          tags.includes(name) &&
          text.includes('now escalated to you'),
      ).length;
    expect([tagged('Tom Reyes'), tagged('Victor Hale'), tagged('Ines Duarte')]).toEqual([1, 1, 0]);
    const reminders = comments.filter(({ text }) => text.includes('a reminder')).length;
    expect(reminders).toBeGreaterThanOrEqual(3);
    expect(reminders).toBeLessThanOrEqual(5);
  },
);

describe('the escalation of a person who is both managers', () => {
  it('goes to the fallback, who answers from the gadget', async () => {
    const desk = await Desk.open();
    await desk.ticket({ organizations: ['Alder Bank'], reporter: 'paul.weber' });
    await desk.request();
    await desk.host.advance('PT4H');
    expect((await desk.gadget('victor.hale')).escalatedToMe).toMatchObject([
      { key: desk.key, account: { cid: 'ALDR' } },
    ]);
    const [row] = (await desk.gadget('victor.hale')).escalatedToMe;
    const reply = await desk.host.invoke({
      module: 'my-asks-gadget',
      as: 'victor.hale@relay.example',
      call: 'account-manager.answer',
      payload: { issueId: row?.issueId, text: 'I spoke to them.', expectedRevision: row?.revision },
    });
    expect(reply).toMatchObject({ ok: true, value: { escalatedToMe: [] } });
    expect(await desk.seen()).toMatchObject({ status: 'Waiting for Support' });
    expect((await desk.seen()).comments.at(-1)).toMatchObject({
      author: 'Victor Hale',
      public: false,
      tags: ['Ben Ito'],
    });
    await desk.invariants();
  });
});
