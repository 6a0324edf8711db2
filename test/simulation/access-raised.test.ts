// A customer who works in our service desk gets a request there, once (EA-05, E3).
import type { LettersView } from '../../src/procedures/access-request/contract/panel';
import { begin, type FollowUps, profile, ready, traces } from './access-desk';
import { Desk } from './desk';
import { story } from './stories';

/** What the engineer's request says in Jira, for every one there is. */
async function requests(
  desk: Desk,
): Promise<{ key: string; summary: string; reporter: string; description: string }[]> {
  const found = await desk
    .as('alex.kim')
    .search('project = OPS', ['summary', 'reporter', 'description']);
  return found
    .map(({ key, fields }) => ({
      key,
      summary: String(fields['summary']),
      reporter: (fields['reporter'] as { displayName: string }).displayName,
      description: JSON.stringify(fields['description']),
    }))
    .filter(({ reporter }) => reporter === 'Hugo Stein');
}

async function composed(panel: FollowUps): Promise<LettersView['letters'][number]> {
  for (let tries = 1; ; tries += 1) {
    const reply = await panel
      .call<LettersView>('greta.holm', 'letters.compose', { customers: ['CEDR'] })
      .catch((error: unknown) => (panel.desk.faulty ? null : Promise.reject(error)));
    const [letter] = reply?.ok ? reply.value.letters : [];
    if (letter !== undefined) return letter;
    if (tries === 4) throw new Error('Nothing is composed.');
    await panel.desk.host.advance('PT1M10S');
  }
}

story('a request is raised on behalf of the customer, as it was shown, and once', async (desk) => {
  const panel = await begin(desk, { customers: ['CEDR'] });
  const early = await panel
    .click('greta.holm', 'access-request.raise', { cid: 'CEDR', seal: '0'.repeat(64) })
    .catch((error: unknown) => (desk.faulty ? null : Promise.reject(error)));
  expect(early?.ok ?? false).toBe(false);
  expect(await requests(desk)).toEqual([]);
  await ready(panel);
  const letter = await composed(panel);
  expect(letter).toMatchObject({
    method: 'jsm-request',
    to: [],
    cc: [],
    eml: null,
    mailto: null,
    raise: {
      onBehalfOf: 'Hugo Stein',
      participants: ['Lee Moss'],
      requestType: 'Account for our engineer',
    },
    cut: ['contact number'],
  });
  expect(letter.leaving.map(({ field, where }) => [field, where])).toEqual([
    ['name', 'subject'],
    ['name', 'body'],
    ['email', 'body'],
  ]);
  await panel.act(
    'greta.holm',
    'access-request.raise',
    { cid: 'CEDR', seal: letter.raise?.seal },
    ({ rows }) => rows[0]?.raised != null,
  );
  const row = await panel.row('CEDR');
  expect(row).toMatchObject({
    state: 'sent',
    attempts: 1,
    sendable: false,
    raised: expect.stringMatching(/^OPS-\d+$/u),
  });
  await desk.host.advance('PT2H');
  const [request, ...others] = await requests(desk);
  expect(others).toEqual([]);
  expect(request).toMatchObject({
    key: row?.raised,
    summary: `Account at Cedar Savings for ${profile.name}`,
    reporter: 'Hugo Stein',
  });
  expect(request?.description).toContain(profile.email);
  expect(request?.description).not.toContain('0137');
  // EA-04, EA-24: who is named as taking part sees it, as CC would; it is shared with no organization.
  const seenBy = async (name: string): Promise<number> =>
    (await desk.as(name).request('GET', `/rest/servicedeskapi/request/${row?.raised ?? ''}`))
      .status;
  expect(await seenBy('hugo.stein')).toBe(200);
  expect(await seenBy('lee.moss')).toBe(200);
  expect(await seenBy('nora.quist')).toBeGreaterThanOrEqual(400);
  const { body: fields } = await desk
    .as('alex.kim')
    .request<{ id: string; name: string }[]>('GET', '/rest/api/3/field');
  const raised = await desk
    .as('alex.kim')
    .get<{ fields: Record<string, unknown> }>(row?.raised ?? '', 'fields=*all');
  expect(
    raised.fields[fields.find(({ name }) => name === 'Organizations')?.id ?? ''] ?? [],
  ).toEqual([]);
  // What is at the customer is at the customer: nothing of it is in our ticket, our storage or our logs.
  expect((await traces(desk)).filter((place) => place !== 'mail')).toEqual(['secret']);
  const again = await panel.click('greta.holm', 'access-request.raise', {
    cid: 'CEDR',
    seal: letter.raise?.seal,
  });
  expect(again).toMatchObject({ ok: false, problem: { why: { clause: 'E3' } } });
  expect((await panel.seen()).history.map(({ text, why }) => [text, why?.clause])).toContainEqual([
    `${row?.raised ?? ''} raised for CEDR`,
    'E3',
  ]);
});

/** Everything is ready, and the team lead looks at what would leave. */
async function looking(): Promise<{ desk: Desk; panel: FollowUps; seal: string | undefined }> {
  const desk = await Desk.open();
  const panel = await begin(desk, { customers: ['CEDR'] });
  await ready(panel);
  return { desk, panel, seal: (await composed(panel)).raise?.seal };
}

describe('while a request is raised', () => {
  it('a function that is cut off after any of its calls raises nothing twice and loses nothing', async () => {
    let whole = false;
    let nth = 0;
    while (!whole) {
      nth += 1;
      const { desk, panel, seal } = await looking();
      const { revision } = await panel.seen();
      desk.host.faults.set({ once: [{ kind: 'crash-after', nth }] });
      whole = await panel
        .call('greta.holm', 'access-request.raise', {
          cid: 'CEDR',
          seal,
          expectedRevision: revision,
        })
        .then(
          () => true,
          () => false,
        );
      desk.host.faults.clear();
      await desk.host.advance('PT1H');
      if ((await panel.row('CEDR'))?.state === 'not-sent')
        await panel.click('greta.holm', 'access-request.raise', { cid: 'CEDR', seal });
      expect(await requests(desk)).toHaveLength(1);
      expect(await panel.row('CEDR')).toMatchObject({
        state: 'sent',
        attempts: 1,
        raised: (await requests(desk))[0]?.key,
      });
      await desk.invariants();
    }
    expect(nth).toBeGreaterThan(20);
  }, 240_000);

  it('a contact who may not be asked there puts the row back, and says why', async () => {
    const { desk, panel, seal } = await looking();
    const { body } = await desk
      .as('alex.kim')
      .request<{ values: { id: string; name: string }[] }>(
        'GET',
        '/rest/servicedeskapi/organization?limit=50',
      );
    const cedar = body.values.find(({ name }) => name === 'Cedar Savings')?.id ?? '';
    const removed = await desk
      .as('alex.kim')
      .request('DELETE', `/rest/servicedeskapi/organization/${cedar}/user`, {
        accountIds: [desk.as('hugo.stein').accountId],
      });
    expect(removed.status).toBe(204);
    await panel.click('greta.holm', 'access-request.raise', { cid: 'CEDR', seal });
    expect(await requests(desk)).toEqual([]);
    expect(await panel.row('CEDR')).toMatchObject({
      state: 'not-sent',
      attempts: 0,
      raised: null,
      requestedAt: null,
      sendable: true,
    });
    expect((await panel.seen()).history[0]).toMatchObject({
      kind: 'failed',
      text: expect.stringContaining('Nothing was raised for CEDR'),
      why: { clause: 'E3' },
    });
    await desk.invariants();
  });

  it('where Jira lets nobody take it back from the organization, who looks at it is told what to empty (EA-24)', async () => {
    const { desk, panel, seal } = await looking();
    desk.host.faults.set({ missingFields: [{ project: 'OPS', field: 'Organizations' }] });
    await panel.click('greta.holm', 'access-request.raise', { cid: 'CEDR', seal });
    const [request] = await requests(desk);
    expect(await panel.row('CEDR')).toMatchObject({ state: 'sent', raised: request?.key });
    expect((await panel.seen()).history).toContainEqual(
      expect.objectContaining({
        kind: 'failed',
        text: `${request?.key ?? ''} may be shared with the customer's organization`,
        why: expect.objectContaining({
          clause: 'EA-24',
          values: expect.arrayContaining([
            expect.objectContaining({ value: `Empty Organizations in ${request?.key ?? ''}.` }),
          ]) as unknown,
        }) as unknown,
      }),
    );
    await desk.invariants();
  });

  it('what changed since it was looked at is shown again before it leaves', async () => {
    const { desk, panel, seal } = await looking();
    const engineer = desk.as('sami.lund').accountId;
    await panel.click('greta.holm', 'access-request.change', {
      engineer,
      employmentStart: '2026-03-02',
      workStart: '2026-04-15',
      profile: { ...profile, email: 'other@person.example' },
    });
    expect(
      await panel.click('greta.holm', 'access-request.raise', { cid: 'CEDR', seal }),
    ).toMatchObject({
      ok: false,
      problem: { code: 'changed-meanwhile' },
    });
    expect(
      await panel.click('sami.lund', 'access-request.raise', { cid: 'CEDR', seal }),
    ).toMatchObject({
      ok: false,
      problem: { code: 'refused', why: { clause: 'EA-19' } },
    });
    expect(await requests(desk)).toEqual([]);
    await desk.invariants();
  });

  it('a customer with another way is not asked here, and this one not by hand', async () => {
    const { desk, panel } = await looking();
    expect(
      await panel.click('greta.holm', 'access-request.send', { customers: ['CEDR'], via: 'eml' }),
    ).toMatchObject({
      ok: false,
      problem: { field: 'customers', message: expect.stringContaining('Raise it here') },
    });
    await panel.act(
      'greta.holm',
      'access-request.add-customers',
      { customers: ['NWCU'] },
      ({ rows }) => rows.length === 2,
    );
    expect(
      await panel.click('greta.holm', 'access-request.raise', {
        cid: 'NWCU',
        seal: 'f'.repeat(64),
      }),
    ).toMatchObject({ ok: false, problem: { code: 'changed-meanwhile' } });
    expect(
      await panel.click('greta.holm', 'access-request.raise', { cid: 'NWCU', seal: 'none' }),
    ).toMatchObject({ ok: false, problem: { code: 'input', field: 'seal' } });
    await desk.invariants();
  });
});
