// Whose word ends a request (scenario 10), and that the order in which Jira tells of it does not matter (20, 43).
import fc from 'fast-check';
import { Desk } from './desk';
import { story } from './stories';

story(
  '10: the regional manager answers, and a later word of the account manager opens nothing again',
  async (desk) => {
    await desk.ticket();
    await desk.request();
    await desk.host.advance('PT5H');
    await desk.until(async () => expect((await desk.seen()).status).toBe('Waiting for Management'));
    await desk.act(
      'tom.reyes',
      'account-manager.answer',
      { text: 'It is signed.' },
      ({ ask }) => ask === null,
    );
    await desk.until(async () => expect((await desk.seen()).status).toBe('Waiting for Support'));
    await desk.as('maya.ortiz').comment(desk.key, 'Sorry, I was on a plane. It is signed.');
    await desk.host.advance('PT3H');
    expect((await desk.panel()).ask).toBeNull();
    expect((await desk.seen()).status).toBe('Waiting for Support');
    expect(await desk.timesTagged('Tom Reyes')).toBe(1);
  },
);

describe('20: comments and moves whose events come twice, late and in any order', () => {
  it('end in the same state as if each had come once and at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 10_000 }), async (seed) => {
        const desk = await Desk.open({
          faults: {
            seed,
            events: { duplicate: 0.6, reorder: 0.6, delay: 0.6, maxDelaySeconds: 300 },
          },
        });
        await desk.ticket();
        await desk.request();
        await desk.as('nora.quist').reply(desk.key, 'Any news?');
        await desk
          .as('ben.ito')
          .transition(desk.key, 'Waiting for Support')
          .catch(() => undefined);
        await desk.as('ben.ito').comment(desk.key, 'We are asking.', { public: true });
        await desk.host.advance('PT20M');
        expect(await desk.seen()).toMatchObject({
          status: 'Waiting for Account Manager',
          accountManager: 'Maya Ortiz',
          regionalManager: 'Tom Reyes',
        });
        await desk.as('maya.ortiz').comment(desk.key, 'It is signed.');
        await desk.host.advance('PT20M');
        expect(await desk.seen()).toMatchObject({ status: 'Waiting for Support' });
        expect((await desk.panel()).ask).toBeNull();
        await desk.invariants();
      }),
      { numRuns: 15, seed: 20 },
    );
  });
});

describe('43: Jira asks to wait, at every one of the first requests', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'request %i: done after the wait, and nothing is said twice',
    async (nth) => {
      const desk = await Desk.open({
        faults: {
          once: [
            { kind: 'rate-limit', nth, seconds: 90 },
            { kind: 'rate-limit', nth: nth + 3, seconds: 90 },
          ],
        },
      });
      await desk.ticket();
      await desk.request();
      await desk.until(async () =>
        expect(await desk.seen()).toMatchObject({
          status: 'Waiting for Account Manager',
          accountManager: 'Maya Ortiz',
        }),
      );
      expect(await desk.timesTagged('Maya Ortiz')).toBe(1);
      await desk.host.advance('PT5H');
      await desk.until(async () => expect(await desk.timesTagged('Tom Reyes')).toBe(1));
      await desk.invariants();
    },
  );
});
