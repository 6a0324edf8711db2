// A change request as its customer meets it: what they sign, what is recorded for them, what reaches them.
import type { EvidenceChoices } from '../../src/procedures/change-request/contract/panel';
import { begin } from './change-desk';
import { story } from './stories';

story(
  '25: the customer signs off; nobody of ours does it for them, but with evidence',
  async (desk) => {
    const change = await begin(desk, 'CHG');
    await change.walkToUat();
    expect(
      await change.refused('dana.fox', 'change-request.approve', { gate: 'uat' }),
    ).toMatchObject({
      clause: 'C7',
    });
    expect(
      await change.refused('ben.ito', 'change-request.approve', { gate: 'uat' }),
    ).toMatchObject({
      clause: 'C7',
    });
    const version = (await change.portal()).decision?.version ?? 0;
    const agent = await change
      .portalCall('ben.ito', 'change-request.approve', { gate: 'uat', version })
      .catch(() => null);
    if (agent !== null && !desk.faulty) expect(agent).toMatchObject({ ok: false });
    // A customer of another organization does not see it at all.
    const stranger = await change
      .portalCall('paul.weber', 'change-request.approve', { gate: 'uat', version })
      .catch(() => null);
    expect(stranger?.ok ?? false).toBe(false);
    expect(
      await change.refused('dana.fox', 'change-request.record', {
        gate: 'uat',
        approved: true,
        evidence: {
          kind: 'mail',
          messageId: '<x1@northwind.example>',
          date: '2026-01-01',
          address: 'nora.quist@northwind.example',
        },
      }),
    ).toMatchObject({ field: 'evidence.date' });
    await desk.as('nora.quist').reply(change.key, 'Our test passed, please go on.');
    await desk.settle();
    const choices = await change.call<EvidenceChoices>('dana.fox', 'evidence.choices');
    const comment = choices.ok
      ? choices.value.comments.find(({ text }) => text.includes('Our test passed'))?.id
      : undefined;
    if (comment === undefined && !desk.faulty) throw new Error('The comment is not offered.');
    await change.act(
      'dana.fox',
      'change-request.record',
      {
        gate: 'uat',
        approved: true,
        evidence:
          comment === undefined
            ? {
                kind: 'mail',
                messageId: '<uat@northwind.example>',
                date: (await change.seen()).today,
                address: 'nora.quist@northwind.example',
              }
            : { kind: 'comment', comment },
      },
      (view) => change.gate(view, 'uat') === 'approved',
    );
    const verdict = (await change.seen()).gates.find(({ gate }) => gate === 'uat')?.verdicts.at(-1);
    expect(verdict).toMatchObject({ via: 'recorded', approved: true, by: { name: 'Dana Fox' } });
    expect(verdict?.evidence).toMatch(/comment|mail/u);
  },
);

story(
  'C6: an approval by mail is recorded with the mail as a file of the ticket, and no other file will do',
  async (desk) => {
    const change = await begin(desk, 'CHG');
    await change.inPrinciple();
    await change.document();
    await change.save('dana.fox', { part: 'cost' }, (view) => change.done(view, 'cost'));
    await change.ask('internal-approval');
    await change.approve('internal-approval', 'priya.nair');
    await change.ask('customer-approval');
    const eml = [
      'From: Nora Quist <nora.quist@northwind.example>',
      'To: dana.fox@relay.example',
      'Subject: Re: Nightly export',
      'Message-ID: <a7@northwind.example>',
      '',
      'We approve the change and its cost.',
      '',
    ].join('\r\n');
    const dana = desk.as('dana.fox');
    const { key: other } = await desk.as('alex.kim').raise({
      project: 'CHG',
      requestType: 'Change request',
      summary: 'Another request',
      description: 'Of somebody else',
    });
    const foreign = await dana.attach(other, 'approval.eml', eml, 'message/rfc822');
    const evidence = (id: string) => ({
      gate: 'customer-approval',
      approved: true,
      evidence: { kind: 'attachment', id, address: 'nora.quist@northwind.example' },
    });
    expect(
      await change.refused('dana.fox', 'change-request.record', evidence(foreign)),
    ).toMatchObject({
      clause: 'C6',
      field: 'evidence.id',
      text: expect.stringContaining('not attached to the ticket') as string,
    });
    expect(change.gate(await change.seen(), 'customer-approval')).toBe('open');
    const own = await dana.attach(change.key, 'Re Nightly export.eml', eml, 'message/rfc822');
    await desk.settle();
    const choices = await change.call<EvidenceChoices>('dana.fox', 'evidence.choices');
    if (choices.ok)
      expect(choices.value.attachments.map(({ id, name }) => [id, name])).toEqual([
        [own, 'Re Nightly export.eml'],
      ]);
    else if (!desk.faulty) throw new Error(choices.problem.message);
    const view = await change.act(
      'dana.fox',
      'change-request.record',
      evidence(own),
      (seen) => change.gate(seen, 'customer-approval') === 'approved',
    );
    expect(
      view.gates.find(({ gate }) => gate === 'customer-approval')?.verdicts.at(-1),
    ).toMatchObject({
      via: 'recorded',
      by: { name: 'Dana Fox' },
      evidence: 'file Re Nightly export.eml, from nora.quist@northwind.example',
    });
    expect(view.documents.map(({ title }) => title)).toContain(
      'Customer approval: Re Nightly export.eml',
    );
    // What the team attached stays with the team.
    const { body: shown } = await desk
      .as('nora.quist')
      .request<{ values: unknown[] }>(
        'GET',
        `/rest/servicedeskapi/request/${change.key}/attachment?start=0&limit=50`,
      );
    expect(shown.values).toEqual([]);
  },
);

story(
  'X7: what reaches the portal has no word, name or money of ours before its time',
  async (desk) => {
    const change = await begin(desk, 'CHG');
    await change.inPrinciple();
    await change.document();
    await change.save('dana.fox', { part: 'cost' }, (view) => change.done(view, 'cost'));
    await change.ask('internal-approval');
    await change.portal();
    await change
      .portalCall('nora.quist', 'change-request.approve', { gate: 'customer-approval', version: 1 })
      .catch(() => null);
    await change
      .portalCall('nora.quist', 'change-request.decline', {
        gate: 'internal-approval',
        version: 1,
        reason: 'No thanks',
      })
      .catch(() => null);
    await change.approve('internal-approval', 'priya.nair');
    await change.portal();
    // Until here the customer was never asked about money.
    for (const answer of change.portalAnswers)
      expect(answer).not.toMatch(/9,?600|800\.00|USD|docs\.relay/u);
    await change.ask('customer-approval');
    expect((await change.portal()).decision?.agreesTo).toContain('Cost: 9,600.00 USD');
    await change.agree('customer-approval');
    await change.interface();
    await change.toUat();
    // A "no" of theirs, a pause of ours, and what either says of it to the other.
    const asked = (await change.portal()).decision;
    await change.portalCall('nora.quist', 'change-request.decline', {
      gate: 'uat',
      version: asked?.version ?? 0,
      reason: 'The file is empty.',
    });
    await change.portal();
    await change.act(
      'dana.fox',
      'change-request.hold',
      { reason: 'Kofi Mensah is away.' },
      ({ state }) => state === 'on-hold',
    );
    await change.portal();
    await change.act('dana.fox', 'change-request.resume', {}, ({ state }) => state === 'running');
    await change.toUat();
    await change.agree('uat');
    await change.finish('luca.moretti', 'deployed-to-production', '2026.3');
    await change.agree('go-live');
    expect((await change.portal()).state).toBe('done');
    const ours =
      /Dana|Fox|Elif|Kaya|Kofi|Mensah|Luca|Moretti|Hana|Sato|Priya|Nair|Rui|Costa|Vera|Nils|Maya|Ortiz|Tom Reyes|Internal approval|In principle: internal|Deployed to QA|DevOps|\$\$|rate card|day rate|dayRate|csm|accountId/u;
    for (const answer of change.portalAnswers) expect(answer).not.toMatch(ours);
    // Nothing public is the app's, and what the customer is said to have said is in their own name.
    await desk.until(async () => {
      const { comments } = await desk.seen();
      expect(
        comments.filter((comment) => comment.public).every(({ author }) => author === 'Nora Quist'),
      ).toBe(true);
    });
  },
);
