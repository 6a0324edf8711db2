// Scenario 53: what the words of a tag ask for.
import { Desk } from './desk';
import { story } from './stories';

const maya = { mention: ['maya.ortiz@relay.example'] };
const asked = (desk: Desk, wanted: boolean): Promise<void> =>
  desk.until(async () => expect((await desk.panel()).ask !== null).toBe(wanted));

for (const [what, text] of [
  ['for information', 'FYI, the customer has paid. No action needed.'],
  ['thanks', 'Thank you!'],
  ['a quoted question', 'She asked "can you tell us when it is fixed?" and I answered.'],
  ['a link', 'See https://relay.example/?q=who'],
] as const)
  story(`53: ${what} with a tag asks nobody`, async (desk) => {
    await desk.ticket();
    await desk.as('ben.ito').comment(desk.key, text, maya);
    await desk.settle();
    await desk.host.advance('PT6H');
    await asked(desk, false);
    const { status, comments } = await desk.seen();
    expect(status).not.toContain('Waiting for Account Manager');
    expect(comments.filter(({ author }) => author === 'Account Relay')).toEqual([]);
  });

story('53: a question in another script asks, also where the entry only informs', async (desk) => {
  await desk.ticket({ requestType: 'Enrollment problem' });
  await desk.as('ben.ito').comment(desk.key, 'هل تم توقيع العقد؟', maya);
  await asked(desk, true);
});

story(
  'A11: what is not clear is offered in the panel, and asked when somebody says so',
  async (desk) => {
    await desk.ticket();
    await desk.as('ben.ito').comment(desk.key, 'Northwind wants a discount.', maya);
    await desk.until(async () =>
      expect((await desk.panel()).offer).toMatchObject({
        why: 'unclear',
        asks: { name: 'Maya Ortiz' },
      }),
    );
    await asked(desk, false);
    await desk.act('ben.ito', 'account-manager.request-now', {}, ({ ask }) => ask !== null);
    await desk.until(async () => expect(await desk.timesTagged('Maya Ortiz')).toBe(1));
    expect((await desk.panel()).ask?.note).toContain('Northwind wants a discount.');
  },
);

story('A19: "I will look into it" is offered as a date', async (desk) => {
  await desk.ticket();
  await desk.request();
  await desk.as('maya.ortiz').comment(desk.key, 'I will look into it.');
  await desk.until(async () =>
    expect((await desk.panel()).ask?.promiseSaid).toMatchObject({ by: { name: 'Maya Ortiz' } }),
  );
  await desk.as('maya.ortiz').comment(desk.key, 'It is signed until 2028.');
  await asked(desk, false);
});
