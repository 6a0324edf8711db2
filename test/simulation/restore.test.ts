import { Desk } from './desk';
import { story } from './stories';

const is = (desk: Desk, status: string): Promise<void> =>
  desk.until(async () => expect((await desk.seen()).status).toBe(status));
const bannered = (desk: Desk): Promise<void> =>
  desk.until(async () => expect((await desk.panel()).ask?.customerReply).not.toBeNull());

/** Asked, and the customer has replied meanwhile. */
async function askedAndReplied(desk: Desk): Promise<string | undefined> {
  await desk.ticket();
  await desk.request();
  await is(desk, 'Waiting for Account Manager');
  const dueAt = (await desk.panel()).ask?.dueAt;
  await desk.as('nora.quist').reply(desk.key, 'Any news?');
  await is(desk, 'Waiting for Support');
  await bannered(desk);
  return dueAt;
}

story(
  '13: the agent’s reply to the customer puts the ticket back, with the same due time',
  async (desk) => {
    const dueAt = await askedAndReplied(desk);
    await desk.as('ben.ito').comment(desk.key, 'We are asking, one moment.', { public: true });
    await is(desk, 'Waiting for Account Manager');
    expect((await desk.panel()).ask).toMatchObject({ dueAt, customerReply: null });
  },
);

story('14: the same from Waiting for Management', async (desk) => {
  await desk.ticket();
  await desk.request();
  await desk.act(
    'ben.ito',
    'account-manager.escalate',
    { reason: 'leadership asks' },
    ({ ask }) => ask?.stage === 'management',
  );
  await is(desk, 'Waiting for Management');
  await desk.as('nora.quist').reply(desk.key, 'Any news?');
  await is(desk, 'Waiting for Support');
  await bannered(desk);
  await desk.as('ben.ito').comment(desk.key, 'We are asking management.', { public: true });
  await is(desk, 'Waiting for Management');
});

story('15: a longer way round still leads back to the status of the open ask', async (desk) => {
  await askedAndReplied(desk);
  await desk.as('ben.ito').transition(desk.key, 'Waiting for Customer');
  await desk.settle();
  await desk.as('nora.quist').reply(desk.key, 'Here is what you asked for.');
  await is(desk, 'Waiting for Support');
  await bannered(desk);
  await desk.as('ben.ito').comment(desk.key, 'Thank you.', { public: true });
  await is(desk, 'Waiting for Account Manager');
});

story('16: a reply after the answer stays with support', async (desk) => {
  await desk.ticket();
  await desk.request();
  await desk.as('maya.ortiz').comment(desk.key, 'It is signed.');
  await is(desk, 'Waiting for Support');
  await desk.until(async () => expect((await desk.panel()).ask).toBeNull());
  await desk.as('nora.quist').reply(desk.key, 'Any news?');
  await desk.settle();
  await desk.as('ben.ito').comment(desk.key, 'It is signed.', { public: true });
  await desk.settle();
  await desk.host.advance('PT3H');
  expect((await desk.seen()).status).toBe('Waiting for Support');
});

story('17: "No reply needed" puts it back at once', async (desk) => {
  await askedAndReplied(desk);
  await desk.act(
    'ben.ito',
    'account-manager.put-back',
    {},
    ({ ask }) => ask?.customerReply === null,
  );
  await is(desk, 'Waiting for Account Manager');
});

story(
  '17: after the grace time it goes back with a flag until the customer is answered',
  async (desk) => {
    await askedAndReplied(desk);
    await desk.host.advance('PT2H5M');
    await is(desk, 'Waiting for Account Manager');
    expect((await desk.panel()).warnings.map(({ code }) => code)).toContain('customer-unanswered');
    await desk.as('ben.ito').comment(desk.key, 'Sorry for the wait.', { public: true });
    await desk.until(async () =>
      expect((await desk.panel()).warnings.map(({ code }) => code)).not.toContain(
        'customer-unanswered',
      ),
    );
  },
);

for (const order of ['reply first', 'deadline first']) {
  story(`18: a reply in the minute of the deadline escalates once, ${order}`, async (desk) => {
    await desk.ticket();
    await desk.request();
    await is(desk, 'Waiting for Account Manager');
    const dueAt = Date.parse((await desk.panel()).ask?.dueAt ?? '');
    await desk.host.clock.advanceTo(order === 'reply first' ? dueAt - 20_000 : dueAt + 20_000);
    await desk.as('nora.quist').reply(desk.key, 'Any news?');
    await desk.host.clock.advanceTo(dueAt + 60_000);
    await desk.until(async () => {
      expect((await desk.panel()).ask).toMatchObject({
        stage: 'management',
        holder: { name: 'Tom Reyes' },
      });
      expect((await desk.panel()).ask?.customerReply).not.toBeNull();
      expect((await desk.seen()).status).toBe('Waiting for Support');
      expect(await desk.timesTagged('Tom Reyes')).toBe(1);
    });
  });
}

story(
  '19: a transition that is missing is told in the ticket, and nothing is lost',
  async (desk) => {
    await askedAndReplied(desk);
    desk.host.faults.set({
      missingTransitions: [{ project: 'EBH', to: 'Waiting for Account Manager' }],
    });
    await desk.as('ben.ito').comment(desk.key, 'We are asking.', { public: true });
    await desk.until(async () => {
      const { comments, status } = await desk.seen();
      expect(status).toBe('Waiting for Support');
      expect(
        comments.filter(({ text }) => text.includes('could not move this ticket')),
      ).toHaveLength(1);
      expect((await desk.panel()).warnings.map(({ code }) => code)).toContain('status-blocked');
    });
    desk.host.faults.set({ missingTransitions: [] });
    await desk.host.advance('PT1H10M');
    await is(desk, 'Waiting for Account Manager');
  },
);

story('11: nobody but those asked can answer', async (desk) => {
  await desk.ticket();
  await desk.request();
  await is(desk, 'Waiting for Account Manager');
  await desk.as('ben.ito').comment(desk.key, 'Still waiting for Maya.');
  await desk.as('lin.chen').comment(desk.key, 'So am I.');
  await desk.as('ben.ito').comment(desk.key, 'We are on it.', { public: true });
  await desk.settle();
  await desk.host.advance('PT30M');
  expect(await desk.seen()).toMatchObject({ status: 'Waiting for Account Manager' });
  expect((await desk.panel()).ask).toMatchObject({ holder: { name: 'Maya Ortiz' } });
});

describe('looking at the panel', () => {
  it('makes a lost event good at once, and says so meanwhile', async () => {
    const desk = await Desk.open();
    await desk.ticket();
    await desk.request();
    desk.host.faults.set({ events: { drop: 1 } });
    await desk.as('nora.quist').reply(desk.key, 'Any news?');
    await desk.host.settled();
    const first = await desk.panel();
    expect(first.ask?.customerReply).toBeNull();
    expect(first.pending?.reason).toContain('is acting on it');
    await desk.host.settled();
    expect(await desk.panel()).toMatchObject({
      pending: null,
      ask: { customerReply: { at: expect.any(String) } },
    });
    await desk.invariants();
  });
});
