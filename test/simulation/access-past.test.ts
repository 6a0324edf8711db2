// What is said of an access request on the local Jira beside the scenarios: refusals, deletion, and requests raised for
// customers.
import type {
  FollowUpsView,
  LettersView,
} from '../../src/procedures/access-request/contract/panel';
import { begin, FollowUps, profile, ready, sent, traces } from './access-desk';
import { Desk } from './desk';
import { story } from './stories';

const report = (panel: FollowUps, step: string, state: string, remarks: string | null = null) =>
  panel.act('greta.holm', 'access-request.report', { cid: 'CEDR', step, remarks }, ({ rows }) =>
    rows.some((row) => row.cid === 'CEDR' && row.state === state),
  );

/** Raises the request to Cedar Savings, and says under which key. */
async function raised(panel: FollowUps): Promise<string> {
  let seal: string | undefined;
  await panel.desk.until(async () => {
    const reply = await panel.call<LettersView>('greta.holm', 'letters.compose', {
      customers: ['CEDR'],
    });
    seal = reply.ok ? reply.value.letters[0]?.raise?.seal : undefined;
    expect(seal).toBeDefined();
  });
  await panel.act('greta.holm', 'access-request.raise', { cid: 'CEDR', seal }, ({ rows }) =>
    rows.some((row) => row.cid === 'CEDR' && row.raised !== null),
  );
  return (await panel.row('CEDR'))?.raised ?? '';
}

story(
  'a customer who replies and resolves the request we raised has responded, and has set up',
  async (desk) => {
    const panel = await begin(desk, { customers: ['CEDR'], workStart: null });
    await ready(panel);
    const key = await raised(panel);
    const state = async () => (await panel.row('CEDR'))?.state;
    expect(await state()).toBe('sent');
    await desk.as('hugo.stein').request('POST', `/rest/servicedeskapi/request/${key}/comment`, {
      body: 'We are on it.',
      public: true,
    });
    await desk.until(async () => expect(await state()).toBe('acknowledged'));
    const { body } = await desk.as('alex.kim').request<{
      transitions: { id: string; name: string; to: { statusCategory: { key: string } } }[];
    }>('GET', `/rest/api/3/issue/${key}/transitions`);
    const end = body.transitions.find(({ to }) => to.statusCategory.key === 'done');
    await desk
      .as('alex.kim')
      .request('POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id: end?.id } });
    await desk.until(async () => expect(await state()).toBe('created'));
  },
);

it('a refused start keeps nothing of the engineer, and what is agreed to is kept (L2)', async () => {
  const desk = await Desk.open();
  await desk.ticket({
    project: 'OPS',
    requestType: 'Access for a new engineer',
    organizations: [],
    reporter: 'nora.quist',
  });
  const panel = new FollowUps(desk);
  const input = {
    engineer: null,
    employmentStart: '2026-03-02',
    workStart: null,
    customers: ['NWCU'],
    profile,
  };
  const refused: [string, object][] = [
    ['lin.chen', input],
    ['greta.holm', { ...input, workStart: '2026-02-01' }],
    ['greta.holm', { ...input, customers: ['NOPE'] }],
    ['greta.holm', { ...input, expectedRevision: 7 }],
  ];
  for (const [as, payload] of refused) {
    const reply = await panel.click(as, 'access-request.start', payload);
    expect(reply.ok).toBe(false);
    expect(await traces(desk)).toEqual([]);
  }
  await panel.act('greta.holm', 'access-request.start', input, ({ state }) => state === 'started');
  expect(await traces(desk)).toEqual(['secret']);
  expect((await panel.seen()).request?.profile).toEqual(profile);
  await panel.click('lin.chen', 'access-request.change', {
    ...input,
    profile: { ...profile, name: 'X' },
  });
  expect((await panel.seen()).request?.profile).toEqual(profile);
  await desk.invariants();
});

it('deletion reaches the request we raised, and a profile entered again is a new file (L3)', async () => {
  const desk = await Desk.open();
  const panel = await begin(desk, { customers: ['CEDR'], workStart: null });
  await ready(panel);
  const key = await raised(panel);
  await report(panel, 'acknowledged', 'acknowledged', `Call ${profile.phone}`);
  await report(panel, 'verified', 'verified');
  await panel.act(
    'greta.holm',
    'access-request.delete-personal',
    {},
    ({ request }) => request?.certificate !== null,
  );
  await desk.settle();
  // What Jira keeps of its own history, and mails that have left, are nobody's to take back.
  expect((await traces(desk)).filter((place) => place !== 'mail')).toEqual([]);
  const after = await desk
    .as('alex.kim')
    .get<{ fields: { summary: string; description: unknown } }>(key, 'fields=summary,description');
  expect(JSON.stringify(after.fields)).not.toMatch(/Quilla|quilla|0137/u);
  const view: FollowUpsView = await panel.seen();
  expect(view.history.map(({ text }) => text)).toContain(`Personal data taken out of ${key}`);
  expect(view.rows[0]?.remarks).toBeNull();
  await report(panel, 'not-functional', 'escalated-to-team-lead');
  await panel.act(
    'greta.holm',
    'access-request.change',
    { engineer: null, employmentStart: '2026-03-02', workStart: null, profile },
    ({ request }) => request?.onFile.length === 3,
  );
  expect(await raised(panel)).not.toBe('');
  expect(await panel.row('CEDR')).toMatchObject({ attempts: 2 });
  await desk.invariants();
});

it('what cannot be composed cannot be marked as sent (K7)', async () => {
  const desk = await Desk.open();
  const panel = await begin(desk, { workStart: null });
  await ready(panel);
  await panel.act(
    'greta.holm',
    'access-request.change',
    {
      engineer: desk.as('sami.lund').accountId,
      employmentStart: '2026-03-02',
      workStart: null,
      profile: { ...profile, name: '' },
    },
    ({ request }) => request?.onFile.length === 2,
  );
  expect(
    await panel.click('greta.holm', 'access-request.send', { customers: ['NWCU'], via: 'eml' }),
  ).toMatchObject({ ok: false, problem: { field: 'customers' } });
  await panel.act(
    'greta.holm',
    'access-request.change',
    {
      engineer: desk.as('sami.lund').accountId,
      employmentStart: '2026-03-02',
      workStart: null,
      profile,
    },
    ({ request }) => request?.onFile.length === 3,
  );
  const composed = await panel.call<LettersView>('greta.holm', 'letters.compose', {
    customers: ['NWCU'],
  });
  if (!composed.ok) throw new Error(composed.problem.message);
  const [headings = [], line = []] = composed.value.mergeList;
  expect(
    Object.fromEntries(headings.map((heading, place) => [heading, line[place]])),
  ).toMatchObject({
    'Employment start': '2026-03-02',
    'Work start': '',
    'Team lead': 'Greta Holm',
  });
  expect(composed.value.letters[0]).toMatchObject({ withoutWorkStart: true });
  await sent(panel, 'NWCU');
  await desk.invariants();
});

it('a second ticket for the same engineer and customer is refused by the key of the first (K8)', async () => {
  const desk = await Desk.open();
  const first = await begin(desk, { workStart: null });
  await desk.ticket({
    project: 'OPS',
    requestType: 'Access for a new engineer',
    organizations: [],
    reporter: 'nora.quist',
  });
  const second = new FollowUps(desk);
  expect(
    await second.click('greta.holm', 'access-request.start', {
      engineer: desk.as('sami.lund').accountId,
      employmentStart: '2026-03-02',
      workStart: null,
      customers: ['NWCU'],
      profile,
    }),
  ).toMatchObject({
    ok: false,
    problem: { message: expect.stringContaining(first.key) as unknown, why: { clause: 'EA-22' } },
  });
});
