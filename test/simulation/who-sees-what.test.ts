import type { Reply } from '../../src/contract/problem';
import type { MyAsksView } from '../../src/procedures/account-manager/contract/gadget';
import type { TicketView } from '../../src/procedures/account-manager/contract/panel';
import { Desk } from './desk';

const mail = (name: string): string => `${name}@relay.example`;

async function asked(): Promise<Desk> {
  const desk = await Desk.open();
  await desk.ticket();
  await desk.request();
  return desk;
}

describe('who sees and does what', () => {
  it('an account manager who may not move the ticket answers from the gadget, and the app moves it', async () => {
    const desk = await asked();
    const [row] = (await desk.gadget('maya.ortiz')).mine;
    expect(row).toMatchObject({
      key: desk.key,
      mayPromise: true,
      hiddenBySop: null,
      overdue: false,
    });
    await expect(desk.as('maya.ortiz').transition(desk.key, 'Waiting for Support')).rejects.toThrow(
      'no transition',
    );
    const reply = await desk.host.invoke({
      module: 'my-asks-gadget',
      as: mail('maya.ortiz'),
      call: 'account-manager.answer',
      payload: { issueId: row?.issueId, text: 'It is signed.', expectedRevision: row?.revision },
    });
    expect(reply).toMatchObject({ ok: true, value: { mine: [] } });
    const { status, comments } = await desk.seen();
    expect(status).toBe('Waiting for Support');
    expect(comments.at(-1)).toMatchObject({
      author: 'Maya Ortiz',
      public: false,
      text: expect.stringContaining('It is signed.'),
    });
    await desk.invariants();
  });

  it('several tickets of one account wait in the SOP’s order: overdue, then priority, then due time', async () => {
    const desk = await Desk.open();
    const keys: string[] = [];
    for (const priority of ['Low', 'High', 'Medium']) {
      await desk.ticket({ priority });
      await desk.request();
      keys.push(desk.key);
    }
    const [low, high, medium] = keys;
    expect((await desk.gadget('maya.ortiz')).mine.map(({ key }) => key)).toEqual([
      high,
      medium,
      low,
    ]);
    expect((await desk.gadget('tom.reyes', { includeTeam: true })).myTeam).toHaveLength(3);
    expect((await desk.gadget('maya.ortiz', { queues: ['PTO'] })).mine).toEqual([]);
    await desk.invariants();
  });

  it('somebody who may not see the ticket gets nothing, in the panel, the gadget and the resolver', async () => {
    const desk = await asked();
    const [row] = (await desk.gadget('maya.ortiz')).mine;
    desk.host.faults.set({ cannotBrowse: [mail('maya.ortiz')] });
    await expect(desk.panel('maya.ortiz')).rejects.toThrow('may not see it');
    expect(await desk.gadget('maya.ortiz')).toMatchObject({ mine: [], counts: { waiting: 0 } });
    const answer = (await desk.host.invoke({
      module: 'my-asks-gadget',
      as: mail('maya.ortiz'),
      call: 'account-manager.answer',
      payload: { issueId: row?.issueId, text: 'Let me in.', expectedRevision: row?.revision },
    })) as Reply<MyAsksView>;
    expect(answer).toMatchObject({ ok: false, problem: { code: 'missing' } });
    expect(JSON.stringify(answer)).not.toContain('Is the contract signed');
    await desk.invariants();
  });

  it('the panel’s ticket is the one it stands in, whatever the page says', async () => {
    const desk = await asked();
    const [asking] = (await desk.gadget('maya.ortiz')).mine;
    await desk.ticket();
    const payload = {
      issueId: asking?.issueId,
      issue: { id: asking?.issueId },
      extension: { issue: { id: asking?.issueId } },
    };
    const reply = (await desk.host.invoke({
      module: 'ticket-panel',
      issue: desk.key,
      as: mail('ben.ito'),
      call: 'ticket.get',
      payload,
    })) as Reply<TicketView>;
    expect(reply).toMatchObject({ ok: true, value: { issue: { key: desk.key }, ask: null } });
    await desk.invariants();
  });

  it('a customer never reaches the panel, the gadget or the settings', async () => {
    const desk = await asked();
    const calls = [
      { module: 'ticket-panel', issue: desk.key, call: 'ticket.get' },
      {
        module: 'ticket-panel',
        issue: desk.key,
        call: 'account-manager.answer',
        payload: { text: 'Hello there', expectedRevision: 2 },
      },
      { module: 'my-asks-gadget', call: 'asks.mine', payload: {} },
      { module: 'relay-settings', call: 'configuration.get' },
    ];
    for (const call of calls)
      await expect(desk.host.invoke({ ...call, as: mail('nora.quist') })).rejects.toThrow(
        'Customers do not see',
      );
    await desk.invariants();
  });

  it('what is not theirs to do is refused with why, and nothing changes', async () => {
    const desk = await asked();
    const before = await desk.seen();
    const refusals: [string, string, object, string][] = [
      [
        'lin.chen',
        'account-manager.answer',
        { text: 'I answer for Maya.' },
        'Only somebody who was asked',
      ],
      [
        'maya.ortiz',
        'account-manager.withdraw',
        { reason: 'I do not want to' },
        'Only people who may move this ticket',
      ],
      [
        'ben.ito',
        'account-manager.request',
        { entryId: 'other', note: 'Once more, please.' },
        'is asked already',
      ],
      ['ben.ito', 'account-manager.put-back', {}, 'No reply of the customer'],
      ['ben.ito', 'account-manager.choose-account', { cid: 'ALDR' }, 'belongs to Northwind'],
    ];
    for (const [as, call, payload, why] of refusals) {
      expect(await desk.click(as, call, payload)).toMatchObject({
        ok: false,
        problem: {
          code: 'refused',
          message: expect.stringContaining(why),
          why: { clause: expect.any(String) },
        },
      });
    }
    expect(await desk.seen()).toEqual(before);
    await desk.invariants();
  });

  it('only administrators see and change the settings, whatever page they call from', async () => {
    const desk = await Desk.open();
    await expect(
      desk.host.invoke({
        module: 'relay-settings',
        as: mail('ben.ito'),
        call: 'configuration.get',
      }),
    ).rejects.toThrow('Only administrators');
    await desk.host.stop();
  });

  it.each([
    ['nothing', undefined, 'expectedRevision'],
    ['a text for a number', { expectedRevision: 'two' }, 'expectedRevision'],
    ['no note', { entryId: 'other', expectedRevision: 0 }, 'note'],
    [
      'a note that is no text',
      { entryId: 'other', note: { toString: 'x' }, expectedRevision: 0 },
      'note',
    ],
    ['an endless note', { entryId: 'other', note: 'x'.repeat(6000), expectedRevision: 0 }, 'note'],
    ['a note that says nothing', { entryId: 'other', note: 'hm', expectedRevision: 0 }, 'note'],
    [
      'somebody else’s account',
      { entryId: '__proto__', note: 'A fair question.', expectedRevision: 0 },
      '',
    ],
  ])('garbage is refused by name: %s', async (_name, payload, field) => {
    const desk = await Desk.open();
    await desk.ticket();
    const before = await desk.seen();
    const reply = (await desk.host.invoke({
      module: 'ticket-panel',
      issue: desk.key,
      as: mail('ben.ito'),
      call: 'account-manager.request',
      payload,
    })) as Reply<TicketView>;
    expect(reply.ok).toBe(false);
    if (!reply.ok) {
      expect(['input', 'refused']).toContain(reply.problem.code);
      if (field !== '')
        expect(reply.problem.field ?? '').toMatch(
          field === 'expectedRevision'
            ? /entryId|expectedRevision|payload/u
            : new RegExp(field, 'u'),
        );
    }
    expect(await desk.seen()).toEqual(before);
    await desk.invariants();
  });
});

describe('AM-01: contact outside Jira', () => {
  it('is put on record with one of the two reasons, and with no other', async () => {
    const desk = await asked();
    const contact = { channel: 'phone', note: 'Maya says it is signed; she writes it here later.' };
    expect(
      await desk.click('ben.ito', 'account-manager.record-contact', {
        ...contact,
        reason: 'it was quicker',
      }),
    ).toMatchObject({ ok: false, problem: { code: 'input', field: 'reason' } });
    expect(
      await desk.click('ben.ito', 'account-manager.record-contact', {
        ...contact,
        reason: 'management-asks',
      }),
    ).toMatchObject({ ok: true, value: { ask: { holder: { name: 'Maya Ortiz' } } } });
    const { comments } = await desk.seen();
    expect(comments.at(-1)).toMatchObject({
      author: 'Ben Ito',
      public: false,
      text: expect.stringContaining('because management explicitly asked for it'),
    });
    await desk.invariants();
  });
});
