import type { OwnAbsenceView } from '../../src/contract/absences';
import type { Reply } from '../../src/contract/problem';
import type { Desk } from './desk';
import { story } from './stories';

/** The gadget of that person, whose page is loaded again when it fails. */
async function away(
  desk: Desk,
  who: string,
  delegate: string | null,
  { from, until } = { from: '', until: '' },
): Promise<OwnAbsenceView> {
  const absence = delegate === null ? null : { delegate: desk.as(delegate).accountId, from, until };
  for (let tries = 1; ; tries += 1) {
    const call = desk.host.invoke({
      module: 'my-asks-gadget',
      as: `${who}@relay.example`,
      call: 'absence.set',
      payload: { absence },
    });
    const reply = (await call.catch(() => null)) as Reply<OwnAbsenceView> | null;
    if (reply?.ok) return reply.value;
    if (!desk.faulty || tries > 6) throw new Error(JSON.stringify(reply));
    await desk.host.advance('PT1M');
  }
}

story('A14: an account manager says in the gadget that they are away from now on', async (desk) => {
  await desk.ticket();
  await desk.request();
  const { dueAt } = (await desk.panel()).ask ?? {};
  const view = await away(desk, 'maya.ortiz', 'jonas.weber', {
    from: '2026-03-02T15:00:00.000Z',
    until: '2026-03-06T22:00:00.000Z',
  });
  expect(view).toMatchObject({
    absence: { state: 'now', delegate: { name: 'Jonas Weber' }, conflicts: [] },
  });
  const handedOver = async (): Promise<void> => {
    expect((await desk.panel()).ask).toMatchObject({ holder: { name: 'Jonas Weber' }, dueAt });
    const told = (await desk.seen()).comments.filter(
      ({ tags, text }) => tags.includes('Jonas Weber') && text.includes('Maya Ortiz'),
    );
    expect(told).toMatchObject([{ public: false }]);
  };
  await desk.until(handedOver);
  // The delegate answers; what comes after the absence goes to her again.
  await desk.act(
    'jonas.weber',
    'account-manager.answer',
    { text: 'Signed on Friday.' },
    ({ ask }) => ask === null,
  );
  await away(desk, 'maya.ortiz', null);
  await desk.request();
  await desk.until(async () =>
    expect((await desk.panel()).ask).toMatchObject({ holder: { name: 'Maya Ortiz' } }),
  );
});

story(
  'A14: an absence begins, and the open request goes to the delegate within the hour',
  async (desk) => {
    await desk.ticket();
    await desk.request();
    await away(desk, 'maya.ortiz', 'jonas.weber', {
      from: '2026-03-02T15:30:00.000Z',
      until: '2026-03-06T22:00:00.000Z',
    });
    expect((await desk.panel()).ask).toMatchObject({ holder: { name: 'Maya Ortiz' } });
    await desk.host.advance('PT1H31M');
    await desk.until(async () =>
      expect((await desk.panel()).ask).toMatchObject({
        holder: { name: 'Jonas Weber' },
        holderRole: expect.stringContaining('Maya Ortiz') as string,
      }),
    );
    // While she is away, a new request goes to the delegate at once; after the last day, to her.
    await desk.host.advance('P4DT12H');
    await desk.act(
      'ben.ito',
      'account-manager.withdraw',
      { reason: 'settled by phone' },
      ({ ask }) => ask === null,
    );
    await desk.request();
    await desk.until(async () =>
      expect((await desk.panel()).ask).toMatchObject({ holder: { name: 'Maya Ortiz' } }),
    );
  },
);
