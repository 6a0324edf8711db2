// Scenario 52: customers have whatever kind of account.
import { Desk } from './desk';
import { story } from './stories';

const is = (desk: Desk, status: string): Promise<void> =>
  desk.until(async () => expect((await desk.seen()).status).toBe(status));
const replied = (desk: Desk, wanted: boolean): Promise<void> =>
  desk.until(async () => expect((await desk.panel()).ask?.customerReply !== null).toBe(wanted));

/** How somebody with an Atlassian account comes to be a customer of the ticket. */
const ways: readonly (readonly [string, string, (desk: Desk) => Promise<void>])[] = [
  ['reporter', 'ada.winter', async (desk) => void (await desk.ticket({ reporter: 'ada.winter' }))],
  ['member of the organization', 'ada.winter', async (desk) => void (await desk.ticket())],
  [
    'participant',
    'ada.winter',
    async (desk) => {
      await desk.ticket({ organizations: ['Alder Bank'], reporter: 'paul.weber' });
      await desk
        .as('ben.ito')
        .request('POST', `/rest/servicedeskapi/request/${desk.key}/participant`, {
          accountIds: [desk.host.as('ada.winter@relay.example').accountId],
        });
      await desk.settle();
    },
  ],
];

for (const [way, who, given] of ways)
  story(`52: a ${way} with an Atlassian account replies as any customer does`, async (desk) => {
    await given(desk);
    await desk.request();
    await is(desk, 'Waiting for Account Manager');
    await desk.as(who).reply(desk.key, 'Any news?');
    await is(desk, 'Waiting for Support');
    await replied(desk, true);
    await desk.as('ben.ito').comment(desk.key, 'We are asking, one moment.', { public: true });
    await is(desk, 'Waiting for Account Manager');
    await replied(desk, false);
  });

story('52: an agent who answers in public is not taken for the customer', async (desk) => {
  await desk.ticket();
  await desk.request();
  await is(desk, 'Waiting for Account Manager');
  await desk.as('lin.chen').comment(desk.key, 'We are asking, one moment.', { public: true });
  await desk.settle();
  await is(desk, 'Waiting for Account Manager');
  await replied(desk, false);
});
