// Key accounts through the local Jira (scenarios 27 to 31): the list, the mark, the floor, releases and escalations.
import type { Desk } from './desk';
import { attest, KeyPanel, tickAll } from './key-panel';
import { story } from './stories';

/** In how many notes of the ticket somebody is tagged, whoever wrote them. */
const tagged = async (desk: Desk, name: string): Promise<number> =>
  (await desk.seen()).comments.filter(({ tags }) => tags.includes(name)).length;

const elm = { organizations: ['Elm Street Bank'], reporter: 'ida.moen', priority: 'Low' };

story(
  'KA-12: the ticket of a key account gets its priority, is marked, and stays as it is',
  async (desk) => {
    await desk.ticket(elm);
    await desk.until(async () => expect((await desk.seen()).priority).toBe('High'));
    const panel = new KeyPanel(desk);
    expect((await panel.seen()).account).toEqual({
      cid: 'ELMS',
      name: 'Elm Street Bank',
      marked: 'ELMS $$ - Elm Street Bank',
      from: null,
    });
    await desk.host.advance('PT2H');
    const found = await desk
      .as('alex.kim')
      .search('relayKey = yes ORDER BY priority DESC', ['summary']);
    expect(JSON.stringify(found)).toContain(desk.key);
    // X7: nothing of it reaches a customer.
    const { body } = await desk
      .as('ida.moen')
      .request('GET', `/rest/servicedeskapi/request/${desk.key}?expand=comment`);
    expect(JSON.stringify(body)).not.toContain('$$');
  },
);

story(
  '27, 28: asked for, accepted, listed from its day on; older tickets are left alone',
  async (desk) => {
    await desk.ticket({
      organizations: ['Cedar Savings'],
      reporter: 'hugo.stein',
      priority: 'Low',
    });
    const older = desk.key;
    await desk.ticket({
      project: 'OPS',
      requestType: 'Key account list',
      organizations: [],
      reporter: 'ben.ito',
    });
    const panel = new KeyPanel(desk);
    await panel.act(
      'ben.ito',
      'key-account.propose-listing',
      {
        cid: 'CEDR',
        change: 'add',
        reason: 'client-experience',
        note: 'Three incidents in February.',
        effective: '2026-03-03',
      },
      ({ listing }) => listing !== null,
    );
    await desk.until(async () => expect(await tagged(desk, 'Ada Sandoval')).toBe(1));
    expect(
      await panel.click('ben.ito', 'key-account.decide-listing', { accept: true }),
    ).toMatchObject({
      ok: false,
    });
    await panel.act(
      'ada.sandoval',
      'key-account.decide-listing',
      { accept: true },
      ({ listing }) => listing?.decided != null,
    );
    await desk.host.advance('P1D');
    const listing = desk.key;
    await desk.ticket({
      organizations: ['Cedar Savings'],
      reporter: 'hugo.stein',
      priority: 'Low',
    });
    await desk.until(async () => expect((await desk.seen()).priority).toBe('High'));
    expect((await new KeyPanel(desk, older).seen()).account).toBeNull();
    desk.key = listing;
    await desk.until(async () => expect(await tagged(desk, 'Ben Ito')).toBe(1));
    const organizations = await desk
      .as('alex.kim')
      .request('GET', '/rest/servicedeskapi/organization?limit=50');
    expect(JSON.stringify(organizations.body)).not.toContain('$$');
    // KA-05: Operations hears of it, and says when the document has it.
    await desk.until(async () => expect(await tagged(desk, 'Olga Petrov')).toBeGreaterThan(0));
    await panel.act(
      'olga.petrov',
      'key-account.document-updated',
      {},
      ({ listing: one }) => one?.document?.updated != null,
    );
    // K10: the keeper says when it runs production; then the listing is done, and its ticket ends (X14).
    expect((await desk.seen()).status).not.toBe('Resolved');
    await panel.act(
      'ada.sandoval',
      'key-account.set-rhythm',
      { rhythm: { kind: 'daily' } },
      ({ listing: one }) => one?.decided != null,
    );
    await desk.until(async () => expect((await desk.seen()).status).toBe('Resolved'));
  },
);

story(
  '29: one click escalates: highest priority, the label, a linked record, and sixty minutes',
  async (desk) => {
    await desk.ticket(elm);
    await desk.until(async () => expect((await desk.seen()).priority).toBe('High'));
    const panel = new KeyPanel(desk);
    await panel.act(
      'ben.ito',
      'key-account.escalate',
      { aspect: 'accuracy', what: 'Deductions of 40 employees are wrong.' },
      ({ escalations }) => escalations.length === 1,
    );
    await desk.until(async () => expect((await desk.seen()).priority).toBe('Highest'));
    await desk.until(async () =>
      expect((await panel.seen()).escalations[0]?.record).not.toBeNull(),
    );
    const { fields } = await desk.as('alex.kim').get<{
      fields: {
        labels: string[];
        issuelinks: { inwardIssue?: { key: string }; outwardIssue?: { key: string } }[];
      };
    }>(desk.key, 'fields=labels,issuelinks');
    expect(fields.labels).toEqual(['Escalation']);
    expect(fields.issuelinks).toHaveLength(1);
    const record = (await panel.seen()).escalations[0]?.record ?? '';
    const recorded = await desk
      .as('alex.kim')
      .get<{ fields: { labels: string[]; priority: { name: string } } }>(
        record,
        'fields=labels,priority',
      );
    expect([recorded.fields.labels, recorded.fields.priority.name]).toEqual([
      ['Escalation'],
      'Highest',
    ]);
    expect(await tagged(desk, 'Marek Zielinski')).toBe(1);
    await desk.host.advance('PT70M');
    await desk.until(async () => expect(await tagged(desk, 'Lena Fischer')).toBe(1));
    await panel.act(
      'lena.fischer',
      'key-account.answer-escalation',
      {},
      ({ escalations }) => escalations[0]?.answered != null,
    );
    // "I am on it" is not the end: who answered has a day, and then the level above hears of it.
    const before = await tagged(desk, 'Oscar Dahl');
    await desk.host.advance('P4D');
    await desk.until(async () => expect(await tagged(desk, 'Oscar Dahl')).toBeGreaterThan(before));
    await panel.act(
      'lena.fischer',
      'key-account.resolve-escalation',
      { how: 'Deductions were corrected and paid back.' },
      ({ escalations }) => escalations[0]?.resolved != null,
    );
    const told = await tagged(desk, 'Oscar Dahl');
    await desk.host.advance('P4D');
    expect(await tagged(desk, 'Oscar Dahl')).toBe(told);
  },
);

async function release(desk: Desk): Promise<KeyPanel> {
  await desk.ticket({
    project: 'OPS',
    requestType: 'Release',
    organizations: [],
    reporter: 'ben.ito',
  });
  const panel = new KeyPanel(desk);
  const tara = desk.as('tara.quinn').accountId;
  await panel.act(
    'ben.ito',
    'key-account.start-release',
    { cid: 'ELMS', authors: [tara] },
    (view) => view.release !== null,
  );
  await panel.act(
    'ben.ito',
    'key-account.set-facts',
    { facts: { commit: 'a1b2c3d4e5' } },
    (view) => view.release?.facts.commit === 'a1b2c3d4e5',
  );
  return panel;
}

story(
  '30, 31: reviewed, witnessed in order and in time, monitored for three cycles, and then finished',
  async (desk) => {
    const panel = await release(desk);
    expect(await panel.click('tara.quinn', 'key-account.review', { as: 'peer' })).toMatchObject({
      ok: false,
    });
    await panel.act(
      'pavel.orlov',
      'key-account.review',
      { as: 'peer' },
      (view) => view.release?.reviews[0]?.given != null,
    );
    await panel.act(
      'aiko.tanaka',
      'key-account.review',
      { as: 'senior' },
      (view) => view.release?.reviews[1]?.given != null,
    );
    await tickAll(panel, 'commit-review');
    expect(
      await panel.click('tara.quinn', 'key-account.witness', { step: 'commit' }),
    ).toMatchObject({
      ok: false,
    });
    await attest(panel, 'commit');
    await desk.host.advance('PT30M');
    const { now } = await panel.seen();
    await panel.act(
      'tara.quinn',
      'key-account.set-facts',
      {
        facts: {
          build: '7.4.1',
          environment: 'Production',
          deployer: desk.as('pavel.orlov').accountId,
          deployedAt: now,
        },
      },
      (view) => view.release?.facts.build === '7.4.1',
    );
    await tickAll(panel, 'release');
    await attest(panel, 'release');
    await desk.host.advance('PT30M');
    await panel.act(
      'tara.quinn',
      'key-account.set-facts',
      { facts: { results: 'All green.' } },
      (view) => view.release?.facts.results != null,
    );
    await tickAll(panel, 'post-release');
    await attest(panel, 'post-release');
    const signed = await panel.seen();
    expect(signed.release).toMatchObject({ signedOff: true, chainBroken: null });
    expect(signed.release?.witness.every(({ given }) => given?.retrospective === null)).toBe(true);
    await panel.act(
      'ben.ito',
      'key-account.set-processing',
      { value: true },
      (view) => view.release?.processing === true,
    );
    await desk.host.advance('P5D');
    const cycle = (date: string, passed: boolean) =>
      panel.act(
        'tara.quinn',
        'key-account.record-cycle',
        passed
          ? { date, passed }
          : { date, passed, note: 'Two files were rejected.', aspect: 'accuracy' },
        (view) => view.release?.cycles.recorded.some((one) => one.date === date) ?? false,
      );
    expect(
      await panel.click('tara.quinn', 'key-account.record-cycle', {
        date: '2026-04-01',
        passed: true,
      }),
    ).toMatchObject({ ok: false });
    expect(
      await panel.click('tara.quinn', 'key-account.record-cycle', {
        date: '03/04/2026',
        passed: true,
      }),
    ).toMatchObject({
      ok: false,
      problem: { field: 'date', message: 'The day of the cycle must be a day such as 2026-03-31.' },
    });
    await cycle('2026-03-03', true);
    await cycle('2026-03-04', false);
    await desk.until(async () => expect((await panel.seen()).escalations).toHaveLength(1));
    expect((await panel.seen()).release?.cycles.counted).toBe(0);
    for (const date of ['2026-03-05', '2026-03-06']) await cycle(date, true);
    expect(await panel.click('ben.ito', 'key-account.finish-release')).toMatchObject({
      ok: false,
      problem: { why: { clause: 'KA-16' } },
    });
    await cycle('2026-03-07', true);
    await panel.act(
      'ben.ito',
      'key-account.finish-release',
      {},
      (view) => view.release?.finished != null,
    );
  },
);

story('two people tick at once, and both are kept', async (desk) => {
  const panel = await release(desk);
  const items = (await panel.seen()).release?.sections.flatMap((section) => section.items) ?? [];
  const [one, other] = items;
  const tick = (as: string, item: string | undefined) =>
    panel.call(as, 'key-account.tick', { item, done: true, evidence: 'seen' }).catch(() => null);
  await Promise.all([tick('tara.quinn', one?.id), tick('pavel.orlov', other?.id)]);
  if (desk.faulty) {
    await desk.host.advance('PT5M');
    for (const [as, item] of [
      ['tara.quinn', one?.id],
      ['pavel.orlov', other?.id],
    ] as const)
      await panel.act(
        as,
        'key-account.tick',
        { item, done: true, evidence: 'seen' },
        (view) =>
          view.release?.sections.flatMap(({ items: all }) => all).find(({ id }) => id === item)
            ?.done != null,
      );
  }
  const done = (await panel.seen()).release?.sections
    .flatMap((section) => section.items)
    .filter((item) => item.done !== null)
    .map(({ id }) => id);
  expect(done).toEqual([one?.id, other?.id]);
});

story(
  'KA-05: at the end of the month Operations is asked for the document once, and again until it is confirmed',
  async (desk) => {
    await desk.ticket(elm);
    await desk.host.clock.advanceTo(Date.parse('2026-04-01T17:00:00.000Z'));
    const found = async (): Promise<string[]> =>
      (await desk.as('alex.kim').search('project = OPS AND summary ~ "document"')).map(
        ({ key }) => key,
      );
    await desk.until(async () => expect(await found()).toHaveLength(1));
    [desk.key = ''] = await found();
    await desk.until(async () => expect(await tagged(desk, 'Olga Petrov')).toBe(1));
    const panel = new KeyPanel(desk);
    expect((await panel.seen('olga.petrov')).monthEnd).toMatchObject({
      month: '2026-03',
      mayConfirm: true,
    });
    await desk.host.clock.advanceTo(Date.parse('2026-04-06T22:00:00.000Z'));
    await desk.until(async () => expect(await tagged(desk, 'Olga Petrov')).toBe(2));
    await panel.act(
      'olga.petrov',
      'key-account.confirm-month-end',
      { note: 'Version 12.' },
      ({ monthEnd }) => monthEnd?.confirmed != null,
    );
    await desk.host.advance('P2D');
    expect(await tagged(desk, 'Olga Petrov')).toBe(2);
    expect(await found()).toHaveLength(1);
    // X14: what it was for is done.
    await desk.until(async () => expect((await desk.seen()).status).toBe('Resolved'));
  },
  { start: '2026-03-31T15:00:00.000Z' },
);
