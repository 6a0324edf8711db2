import fc from 'fast-check';
import type { ChangeStep } from '../../support/acts';
import { gates, lifecycle, stepsOf } from '../../../src/procedures/change-request/lifecycle';
import { openGates, stepsIn } from '../../../src/procedures/change-request/standing';
import { ChangeStory, impact, wholeInterface } from '../../support/change-request';

describe('the steps of a change request', () => {
  it('CR-33: stand in the order of the SOP, the gates numbered 1a to 7', () => {
    expect(gates.map(({ gate }) => gate.number)).toEqual([
      '1a',
      '1b',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
    expect(lifecycle.map(({ key }) => key)).toEqual([
      'classified',
      'in-principle-client',
      'in-principle-internal',
      'requirement',
      'impact',
      'cost',
      'internal-approval',
      'customer-approval',
      'issue',
      'due-date',
      'interface',
      'interface-shared',
      'interface-approval',
      'development',
      'deployed-to-qa',
      'qa',
      'deployed-to-integration',
      'uat',
      'deployed-to-production',
      'go-live',
    ]);
  });

  it('CR-31: QA, Integration, Production, in that order', () => {
    expect(lifecycle.flatMap(({ environment }) => environment ?? [])).toEqual([
      'QA',
      'Integration',
      'Production',
    ]);
  });

  it('V3: an organization’s own step comes where it was put, and has to be done', () => {
    const own = {
      key: 'security',
      after: 'development' as const,
      title: 'Security review',
      customerTitle: null,
      owner: 'qa' as const,
    };
    expect(stepsOf([own], false).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['own:security']),
    );
    const story = new ChangeStory({ ownSteps: [own] }).upTo('deployed-to-qa');
    expect(story.present).toEqual(['own:security']);
    expect(story.done('deployed-to-qa', 'ops', '1').refused?.clause).toBe('CR-33');
    story.done('own:security', 'tester');
    expect(story.present).toEqual(['deployed-to-qa']);
  });

  it('C5: creating an issue of its own is a step only where one is created', () => {
    expect(stepsOf([], false).map(({ key }) => key)).not.toContain('issue');
    expect(stepsOf([], true).map(({ key }) => key)).toContain('issue');
  });

  it('is walked to the end by its roles, each step once', () => {
    const story = new ChangeStory().upTo('end');
    expect(story.present).toEqual([]);
    expect(story.status).toBe('done');
    expect(gates.map(({ key }) => story.gate(key))).toEqual(gates.map(() => 'approved'));
    expect(
      story.edit('csm', { part: 'requirement', requirement: 'More', documentUrl: null }).refused
        ?.clause,
    ).toBe('CR-29');
    expect(
      story.do('csm', { kind: 'withdraw', reason: 'Not needed any more.' }).refused?.clause,
    ).toBe('CR-29');
  });

  it('CR-04, CR-05: the two approvals in principle stand side by side', () => {
    const story = new ChangeStory().upTo('in-principle-client');
    expect(story.present).toEqual(['in-principle-client', 'in-principle-internal']);
    story.ask('in-principle-internal');
    story.yes('in-principle-internal', 'approver');
    expect(story.present).toEqual(['in-principle-client']);
  });
});

describe('out of order (CR-33)', () => {
  const early: readonly (readonly [string, string, ChangeStep])[] = [
    [
      'the requirement before the agreement in principle',
      'csm',
      { kind: 'save', edit: { part: 'requirement', requirement: 'x', documentUrl: null } },
    ],
    ['the impact', 'integrator', { kind: 'save', edit: impact(5) }],
    ['the cost', 'csm', { kind: 'save', edit: { part: 'cost' } }],
    ['asking for the cost', 'csm', { kind: 'ask', gate: 'internal-approval' }],
    [
      'approving the cost',
      'approver',
      { kind: 'approve', gate: 'internal-approval', version: null, note: null },
    ],
    [
      'the customer’s approval',
      'customer',
      { kind: 'approve', gate: 'customer-approval', version: null, note: null },
    ],
    [
      'the due date',
      'engineer',
      { kind: 'save', edit: { part: 'due-date', dueDate: '2026-04-01' } },
    ],
    ['the interface document', 'engineer', { kind: 'save', edit: wholeInterface }],
    ['development', 'engineer', { kind: 'complete', step: 'development', build: null, note: null }],
    [
      'a deployment',
      'ops',
      { kind: 'complete', step: 'deployed-to-production', build: '1', note: null },
    ],
    ['QA', 'tester', { kind: 'approve', gate: 'qa', version: null, note: null }],
    ['the sign-off', 'customer', { kind: 'approve', gate: 'uat', version: null, note: null }],
    ['going live', 'customer', { kind: 'approve', gate: 'go-live', version: null, note: null }],
  ];

  it.each(early)('%s is refused, and nothing changes', (_what, by, step) => {
    const story = new ChangeStory().upTo('in-principle-client');
    const before = JSON.stringify(story.ledger);
    expect(story.do(by, step).refused?.clause).toBe('CR-33');
    expect(JSON.stringify(story.ledger)).toBe(before);
  });

  it('never is a later gate passed while an earlier one is open, whatever anybody tries', () => {
    const people = [
      'csm',
      'integrator',
      'engineer',
      'ops',
      'tester',
      'approver',
      'customer',
      'sales',
      'stranger',
    ];
    const steps: ChangeStep[] = [
      ...early.map(([, , step]) => step),
      ...gates.flatMap(({ key }): ChangeStep[] => [
        { kind: 'ask', gate: key },
        { kind: 'approve', gate: key, version: null, note: null },
        { kind: 'decline', gate: key, version: null, reason: 'Not like this', backTo: null },
      ]),
      { kind: 'complete', step: 'deployed-to-qa', build: '2', note: null },
      { kind: 'complete', step: 'deployed-to-integration', build: '2', note: null },
      { kind: 'save', edit: impact(20) },
      { kind: 'hold', reason: 'Budget freeze', until: null },
      { kind: 'resume' },
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...people), fc.constantFrom(...steps)), {
          maxLength: 120,
        }),
        (acts) => {
          const story = new ChangeStory().upTo('in-principle-client');
          for (const [by, step] of acts) {
            const open = openGates(story.change, story.policy).map(({ key }) => key);
            const before = JSON.stringify(story.ledger);
            const decision = story.do(by, step);
            if (decision.refused !== null) expect(JSON.stringify(story.ledger)).toBe(before);
            const passedNow = open.filter(
              (key) => !openGates(story.change, story.policy).some((one) => one.key === key),
            );
            const order = stepsIn(story.change, story.policy).map(({ key }) => key);
            for (const key of passedNow) {
              const earlier = open.filter(
                (other) =>
                  order.indexOf(other) < order.indexOf(key) &&
                  !(other === 'in-principle-client' && key === 'in-principle-internal'),
              );
              expect([key, earlier]).toEqual([key, []]);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a "no" (CR-35)', () => {
  it.each([
    ['in-principle-client', 'customer', 'classified', null],
    ['in-principle-internal', 'approver', 'classified', null],
    ['internal-approval', 'approver', 'impact', null],
    ['internal-approval', 'approver', 'cost', 'cost'],
    ['customer-approval', 'customer', 'impact', null],
    ['customer-approval', 'customer', 'requirement', 'requirement'],
    ['interface-approval', 'customer', 'interface', null],
    ['qa', 'tester', 'development', null],
    ['uat', 'customer', 'development', null],
    ['uat', 'customer', 'deployed-to-integration', 'deployed-to-integration'],
    ['go-live', 'customer', 'deployed-to-production', null],
  ] as const)('%s declined by the %s goes back to %s', (gate, by, back, chosen) => {
    const story = new ChangeStory().upTo(gate);
    if (
      [
        'in-principle-client',
        'in-principle-internal',
        'internal-approval',
        'customer-approval',
        'interface-approval',
      ].includes(gate)
    )
      story.ask(gate);
    story.no(gate, by, chosen);
    expect(story.last?.refused).toBeNull();
    expect(story.present[0]).toBe(back);
    expect(story.gate(gate)).toBe('declined');
    expect(story.said.at(-2) ?? story.said.at(-1)).toBeDefined();
  });

  it('has what lies between done and decided again', () => {
    const story = new ChangeStory().upTo('uat');
    story.no('uat');
    expect(story.gate('qa')).not.toBe('approved');
    story.done('development', 'engineer');
    expect(story.present).toEqual(['deployed-to-qa']);
  });

  it('needs a reason, and a place the gate knows', () => {
    const story = new ChangeStory().upTo('uat');
    expect(
      story.do('customer', {
        kind: 'decline',
        gate: 'uat',
        version: null,
        reason: '  ',
        backTo: null,
      }).refused?.field,
    ).toBe('reason');
    expect(story.no('uat', 'customer', 'cost').refused?.field).toBe('backTo');
  });

  it('holds at a hold, and goes on where it stood', () => {
    const story = new ChangeStory().upTo('development');
    story.do('csm', { kind: 'hold', reason: 'Budget freeze', until: null });
    expect(story.done('development', 'engineer').refused?.clause).toBe('CR-35');
    story.do('csm', { kind: 'resume' });
    expect(story.done('development', 'engineer').refused).toBeNull();
  });

  it('ends at a withdrawal', () => {
    const story = new ChangeStory().upTo('cost');
    story.do('csm', { kind: 'withdraw', reason: 'Not needed any more' });
    expect(story.edit('csm', { part: 'cost' }).refused?.clause).toBe('CR-35');
    expect(story.do('csm', { kind: 'resume' }).refused?.clause).toBe('CR-35');
  });
});
