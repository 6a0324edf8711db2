// Access requests of new engineers, through the local Jira (scenarios 32 to 37).
import type { LettersView } from '../../src/procedures/access-request/contract/panel';
import { begin, profile, ready, sent, told, traces } from './access-desk';
import { story } from './stories';

story(
  '32: nothing personal leaves before the start and before Internal IT is ready',
  async (desk) => {
    const panel = await begin(desk, { employmentStart: '2026-03-04' });
    const refused = async (clause: string): Promise<void> => {
      const reply = await panel.call<LettersView>('greta.holm', 'letters.compose', {
        customers: ['NWCU'],
      });
      if (desk.faulty && !reply.ok && reply.problem.code !== 'refused') return;
      expect(reply).toMatchObject({ ok: false, problem: { code: 'refused', why: { clause } } });
    };
    await refused('EA-20');
    await desk.host.advance('P2D');
    await refused('EA-21');
    await ready(panel);
    const reply = await panel.call<LettersView>('greta.holm', 'letters.compose', {
      customers: ['NWCU', 'ALDR', 'BRCH'],
    });
    if (!reply.ok) throw new Error(reply.problem.message);
    expect(reply.value.problems).toEqual([]);
    expect(
      reply.value.letters.map(({ to, cc, subject, eml }) => ({
        to,
        cc,
        subject,
        file: eml?.name ?? null,
      })),
    ).toEqual([
      {
        to: ['it-access@northwind.example'],
        cc: ['hr@northwind.example', 'dana.fox@relay.example', profile.email],
        subject: 'Account request for a new engineer',
        file: 'account-request-NWCU.eml',
      },
      {
        to: ['accounts@alder.example'],
        cc: [profile.email],
        subject: '[NEW USER] Quilla Zorn for Alder Bank',
        file: 'account-request-ALDR.eml',
      },
      { to: [], cc: [], subject: 'Account request for a new engineer', file: null },
    ]);
  },
);

story(
  '33: a customer without a subject of their own gets the standard one; one with a ticketing tool a link and the text, and no mail',
  async (desk) => {
    const panel = await begin(desk, { customers: ['NWCU', 'BRCH'] });
    await ready(panel);
    const composed = async (): Promise<LettersView['letters']> => {
      const reply = await panel.call<LettersView>('greta.holm', 'letters.compose', {
        customers: ['NWCU', 'BRCH'],
      });
      return reply.ok ? reply.value.letters : [];
    };
    await desk.until(async () =>
      expect(await composed()).toMatchObject([
        {
          cid: 'NWCU',
          method: 'e-mail',
          subject: 'Account request for a new engineer',
          toolUrl: null,
          raise: null,
          eml: { name: 'account-request-NWCU.eml' },
          mailto: expect.stringMatching(/^mailto:it-access@northwind\.example/u) as string,
        },
        {
          cid: 'BRCH',
          method: 'ticketing-tool',
          subject: 'Account request for a new engineer',
          toolUrl: 'https://helpdesk.birch.example/new',
          to: [],
          cc: [],
          raise: null,
          eml: null,
          mailto: null,
          body: expect.stringContaining(profile.name) as string,
        },
      ]),
    );
    await panel.act(
      'greta.holm',
      'access-request.send',
      { customers: ['BRCH'], via: 'ticketing-tool' },
      ({ rows }) => rows.some(({ cid, state }) => cid === 'BRCH' && state === 'sent'),
    );
    expect((await panel.row('NWCU'))?.state).toBe('not-sent');
  },
);

story(
  '34: no response goes to the team lead, lateness on to the CSM, who tells the customer',
  async (desk) => {
    const panel = await begin(desk, { workStart: null, customers: ['NWCU'] });
    await ready(panel);
    await sent(panel, 'NWCU');
    const state = async () => (await panel.row('NWCU'))?.state;
    await desk.host.clock.advanceTo(Date.parse('2026-03-04T22:00:00.000Z'));
    await desk.until(async () => expect(await told(desk, 'Greta Holm', 'first response')).toBe(1));
    expect(await state()).toBe('escalated-to-team-lead');
    await desk.host.clock.advanceTo(Date.parse('2026-03-09T23:00:00.000Z'));
    await desk.until(async () => expect(await told(desk, 'Greta Holm', 'the account at')).toBe(1));
    await desk.host.clock.advanceTo(Date.parse('2026-03-10T23:00:00.000Z'));
    await desk.until(async () =>
      expect(await told(desk, 'Dana Fox', 'Greta Holm did not do this in time')).toBe(1),
    );
    expect(await state()).toBe('escalated-to-csm');
    await desk.host.clock.advanceTo(Date.parse('2026-03-12T23:00:00.000Z'));
    await desk.until(async () =>
      expect(await told(desk, 'Dana Fox', 'Escalate to the customer contact')).toBe(1),
    );
    expect(await state()).toBe('escalated-to-customer');
    expect((await panel.row('NWCU', 'dana.fox'))?.steps).toContain('customer-told');
    await panel.act(
      'dana.fox',
      'access-request.report',
      { cid: 'NWCU', step: 'customer-told', remarks: 'Spoke to their head of IT.' },
      ({ rows }) => rows[0]?.remarks !== null,
    );
    await panel.act(
      'sami.lund',
      'access-request.report',
      { cid: 'NWCU', step: 'verified' },
      ({ rows }) => rows.some(({ state }) => state === 'verified'),
    );
  },
);

story('35: what cannot be ready is critical on day 0', async (desk) => {
  const panel = await begin(desk, { employmentStart: '2026-03-09', workStart: '2026-03-18' });
  await desk.until(async () =>
    expect(
      (await desk.seen()).comments.filter(({ text }) => text.includes('critical')),
    ).toHaveLength(1),
  );
  const view = await panel.seen();
  expect(view.rows.map(({ cid, verdict }) => [cid, verdict])).toEqual([
    ['NWCU', 'in-time'],
    ['ALDR', 'cannot-be-ready'],
    ['BRCH', 'cannot-be-ready'],
  ]);
  expect(view.sendingOrder).toEqual(['ALDR', 'BRCH', 'NWCU']);
});

story('36: after a reply nobody is reminded', async (desk) => {
  const panel = await begin(desk, { workStart: null });
  await ready(panel);
  await sent(panel, 'NWCU');
  await panel.act(
    'sami.lund',
    'access-request.report',
    { cid: 'NWCU', step: 'acknowledged' },
    ({ rows }) => rows.some(({ state }) => state === 'acknowledged'),
  );
  await desk.host.clock.advanceTo(Date.parse('2026-03-06T22:00:00.000Z'));
  expect(await told(desk, 'Greta Holm', 'first response')).toBe(0);
  const again = await panel.click('greta.holm', 'access-request.send', {
    customers: ['NWCU'],
    via: 'eml',
  });
  expect(again).toMatchObject({ ok: false, problem: { why: { clause: 'EA-16' } } });
});

story('37: on its date the personal data is gone everywhere, and the counts stay', async (desk) => {
  const panel = await begin(desk, { workStart: null });
  await ready(panel);
  await sent(panel, 'NWCU', 'ALDR');
  for (const cid of ['NWCU', 'ALDR']) {
    await panel.act('sami.lund', 'access-request.report', { cid, step: 'verified' }, ({ rows }) =>
      rows.some((row) => row.cid === cid && row.state === 'verified'),
    );
  }
  expect(await traces(desk)).toEqual(['secret']);
  const closed = desk.host.clock.now();
  await panel.act(
    'greta.holm',
    'access-request.report',
    { cid: 'BRCH', step: 'not-needed' },
    ({ request }) => request?.purgeAt !== null,
  );
  const purgeAt = Date.parse((await panel.seen()).request?.purgeAt ?? '');
  expect(Math.floor((purgeAt - closed) / 86_400_000)).toBe(30);
  // Not a minute early: a customer may still ask who that is.
  await desk.host.advance(purgeAt - 60_000 - desk.host.clock.now());
  expect(await traces(desk)).toEqual(['secret']);
  await desk.host.advance('PT2M');
  await desk.until(async () =>
    expect((await panel.seen()).request).toMatchObject({
      onFile: [],
      profile: null,
      engineerName: null,
      certificate: { fields: 3, customers: 3, requestsSent: 2, ready: 2, notNeeded: 1 },
    }),
  );
  expect(await traces(desk)).toEqual([]);
});
