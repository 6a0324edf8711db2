// What a page may send by mistake or on purpose: refused with a clear message, and nothing changed.
import type { ChangeRequestApi } from '../../src/procedures/change-request/contract/panel';
import { begin, type ChangeDesk, headings, impact } from './change-desk';
import { Desk } from './desk';

const mail = {
  kind: 'mail',
  messageId: '<a1@northwind.example>',
  date: '2026-03-02',
  address: 'nora.quist@northwind.example',
};
const effort = (days: unknown, role: unknown = 'Integration engineer') => ({
  edit: { ...impact(1), effort: [{ role, days }] },
});

/** What is wrong with it, who calls what with which payload, and the field that is named. */
const bad: readonly (readonly [
  string,
  string,
  readonly [keyof ChangeRequestApi, object],
  string | null,
])[] = [
  ['a negative effort', 'elif.kaya', ['change-request.save', effort(-3)], 'edit.effort.0.days'],
  ['no effort', 'elif.kaya', ['change-request.save', effort(0)], 'edit.effort.0.days'],
  ['a third of a day', 'elif.kaya', ['change-request.save', effort(0.3)], 'edit.effort.0.days'],
  ['an absurd effort', 'elif.kaya', ['change-request.save', effort(100_000)], 'edit.effort.0.days'],
  [
    'an effort in words',
    'elif.kaya',
    ['change-request.save', effort('twelve')],
    'edit.effort.0.days',
  ],
  [
    'an effort beyond numbers',
    'elif.kaya',
    ['change-request.save', effort(1e400)],
    'edit.effort.0.days',
  ],
  [
    'the effort of nobody',
    'elif.kaya',
    ['change-request.save', effort(3, '')],
    'edit.effort.0.role',
  ],
  [
    'a timeline backwards',
    'elif.kaya',
    [
      'change-request.save',
      { edit: { ...impact(1), timeline: { from: '2026-04-03', until: '2026-03-01' } } },
    ],
    null,
  ],
  [
    'a link that is not https',
    'dana.fox',
    [
      'change-request.save',
      { edit: { part: 'requirement', requirement: 'x', documentUrl: 'http://docs.relay.example' } },
    ],
    'documentUrl',
  ],
  [
    'a link that runs something',
    'dana.fox',
    [
      'change-request.save',
      { edit: { part: 'requirement', requirement: 'x', documentUrl: 'javascript:alert(1)' } },
    ],
    'documentUrl',
  ],
  [
    'no requirement at all',
    'dana.fox',
    ['change-request.save', { edit: { part: 'requirement', requirement: ' ', documentUrl: null } }],
    'requirement',
  ],
  [
    'a requirement without end',
    'dana.fox',
    [
      'change-request.save',
      { edit: { part: 'requirement', requirement: 'x'.repeat(5000), documentUrl: null } },
    ],
    'edit.requirement',
  ],
  [
    'a day that is none',
    'kofi.mensah',
    ['change-request.save', { edit: { part: 'due-date', dueDate: 'soon' } }],
    'edit.dueDate',
  ],
  [
    'a part that is none',
    'dana.fox',
    ['change-request.save', { edit: { part: 'price', total: 1 } }],
    'edit.part',
  ],
  ['a gate that is none', 'priya.nair', ['change-request.approve', { gate: 'coffee' }], 'gate'],
  [
    'a "no" without a reason',
    'priya.nair',
    ['change-request.decline', { gate: 'internal-approval', reason: '' }],
    'reason',
  ],
  [
    'a file that is not there',
    'dana.fox',
    [
      'change-request.record',
      {
        gate: 'customer-approval',
        approved: true,
        evidence: { kind: 'attachment', id: '999', address: 'nora.quist@northwind.example' },
      },
    ],
    'evidence.id',
  ],
  [
    'evidence of nothing',
    'dana.fox',
    ['change-request.record', { gate: 'customer-approval', approved: true, evidence: {} }],
    'evidence.kind',
  ],
  [
    'evidence before the question',
    'dana.fox',
    ['change-request.record', { gate: 'customer-approval', approved: true, evidence: mail }],
    null,
  ],
  [
    'a step that is none',
    'luca.moretti',
    ['change-request.complete', { step: '../../etc' }],
    'step',
  ],
  [
    'an interface with three headings',
    'kofi.mensah',
    [
      'change-request.save',
      { edit: { part: 'interface', url: null, headings: { apis: headings.apis } } },
    ],
    null,
  ],
  [
    'approving too early',
    'priya.nair',
    ['change-request.approve', { gate: 'internal-approval' }],
    null,
  ],
  [
    'approving by the wrong person',
    'kofi.mensah',
    ['change-request.approve', { gate: 'internal-approval' }],
    null,
  ],
  [
    'approving twice',
    'priya.nair',
    ['change-request.approve', { gate: 'in-principle-internal' }],
    null,
  ],
  [
    'the cost by the wrong person',
    'kofi.mensah',
    ['change-request.save', { edit: { part: 'cost' } }],
    null,
  ],
  [
    'classifying twice',
    'elif.kaya',
    [
      'change-request.classify',
      { intake: 'csm', chargeable: false, implication: 'None', customerRep: null },
    ],
    null,
  ],
];

describe('bad input', () => {
  let desk: Desk;
  let change: ChangeDesk;
  beforeAll(async () => {
    desk = await Desk.open();
    change = await begin(desk, 'CHG');
    await change.inPrinciple();
  });
  afterAll(() => desk.host.stop());

  it.each(bad)('%s', async (_what, as, [call, payload], field) => {
    const before = await change.seen();
    const reply = await change.call(as, call, { expectedRevision: before.revision, ...payload });
    if (reply.ok) throw new Error('It was let through.');
    expect(['input', 'refused']).toContain(reply.problem.code);
    if (field !== null) expect(reply.problem.field).toBe(field);
    expect(reply.problem.message.length).toBeGreaterThan(10);
    expect({ ...(await change.seen()), now: before.now }).toEqual(before);
  });

  it('a page that is out of date gets the fresh state', async () => {
    const { revision } = await change.seen();
    const reply = await change.call('dana.fox', 'change-request.save', {
      expectedRevision: revision - 1,
      edit: { part: 'requirement', requirement: 'An export', documentUrl: null },
    });
    expect(reply).toMatchObject({
      ok: false,
      problem: { code: 'changed-meanwhile' },
      fresh: { revision },
    });
  });

  it.each(['paul.weber', 'lee.moss'])(
    'a customer of somebody else (%s) finds no request',
    async (as) => {
      for (const [call, payload] of [
        ['request.get', {}],
        ['change-request.approve', { gate: 'customer-approval', version: 1 }],
      ] as const) {
        const reply = await change.portalCall(as, call, payload).catch(() => null);
        if (reply !== null)
          expect(reply).toMatchObject({ ok: false, problem: { code: 'missing' } });
      }
    },
  );

  it('a customer does not get at the panel, whatever their browser sends', async () => {
    const reply = await change.call('nora.quist', 'change.get').catch(() => null);
    expect(reply?.ok ?? false).toBe(false);
  });
});
