// C11: field × gate, as a table; every cell is applied to a change request that has passed every gate.
import {
  changesSince,
  dependencies,
  gatesOn,
} from '../../../src/procedures/change-request/depends';
import { gateOf } from '../../../src/procedures/change-request/change-request';
import type { Content } from '../../../src/procedures/change-request/content';
import { gates, type GateKey } from '../../../src/procedures/change-request/lifecycle';
import { ChangeStory } from '../../support/change-request';

const passed = new ChangeStory().upTo('end');
const { content } = passed.change;

/** One change of each field, and the gates it re-opens. */
const table: readonly (readonly [string, Partial<Content>, readonly GateKey[]])[] = [
  ['chargeable', { chargeable: false }, ['in-principle-client', 'in-principle-internal']],
  [
    'implication',
    { implication: 'Twice as much' },
    ['in-principle-client', 'in-principle-internal'],
  ],
  [
    'requirement',
    { requirement: 'Export payroll and time off nightly' },
    ['internal-approval', 'customer-approval'],
  ],
  [
    'link to the document',
    { documentUrl: 'https://docs.relay.example/other' },
    ['internal-approval', 'customer-approval'],
  ],
  ['approach', { approach: 'Another export' }, ['internal-approval', 'customer-approval']],
  [
    'effort that costs more',
    { effort: [{ role: 'Engineer', halfDays: 30 }] },
    ['internal-approval', 'customer-approval'],
  ],
  ['effort that costs less', { effort: [{ role: 'Engineer', halfDays: 20 }] }, []],
  ['effort shared out at the same cost', { effort: [{ role: 'engineer', halfDays: 24 }] }, []],
  [
    'a higher rate',
    { rates: { currency: 'USD', roles: [{ role: 'Engineer', dayRate: 90_000 }] } },
    ['internal-approval', 'customer-approval'],
  ],
  [
    'a lower rate',
    { rates: { currency: 'USD', roles: [{ role: 'Engineer', dayRate: 70_000 }] } },
    [],
  ],
  [
    'another currency',
    { rates: { currency: 'EUR', roles: [{ role: 'Engineer', dayRate: 10 }] } },
    ['internal-approval', 'customer-approval'],
  ],
  ['tentative timeline', { timeline: { from: '2026-05-01', until: '2026-06-01' } }, []],
  ['due date', { dueDate: '2026-07-01' }, []],
  [
    'interface document',
    { interface: { url: 'https://docs.relay.example/api', headings: {} } },
    ['interface-approval'],
  ],
  ['build in QA', { builds: { ...content.builds, QA: '2.0' } }, ['qa']],
  ['build in Integration', { builds: { ...content.builds, Integration: '2.0' } }, ['uat']],
  ['build in Production', { builds: { ...content.builds, Production: '2.0' } }, ['go-live']],
  ['customer rep', { customerRep: 'somebody else' }, []],
];

const reopened = (next: Content): GateKey[] =>
  gates
    .map(({ key }) => key)
    .filter((key) =>
      gateOf(passed.change, key).approvals.some((verdict) =>
        changesSince(key, verdict, next).some(({ reopens }) => reopens),
      ),
    );

describe('what depends on what (C11)', () => {
  it.each(table)('%s re-opens exactly its gates', (_field, change, expected) => {
    expect(reopened({ ...content, ...change })).toEqual(expected);
  });

  it('every field of an approval has its line, and every gate something it depends on', () => {
    for (const { key } of gates)
      expect(Object.keys(dependencies).some((field) => gatesOn(field as never).includes(key))).toBe(
        true,
      );
  });

  it('says what changed in words, without an amount of money', () => {
    const verdict = gateOf(passed.change, 'customer-approval').approvals[0];
    if (verdict === undefined) throw new Error('There is no approval.');
    const changes = changesSince('customer-approval', verdict, {
      ...content,
      requirement: 'Export payroll and time off nightly',
      effort: [{ role: 'Engineer', halfDays: 30 }],
      timeline: { from: null, until: '2026-05-01' },
    });
    expect(changes.map(({ text, reopens }) => [text, reopens])).toEqual([
      ['requirement reworded, 3 words longer', true],
      ['effort 12 to 15 days', false],
      ['tentative timeline 2026-03-16 – 2026-04-03 to open – 2026-05-01', false],
      ['cost +25 %', true],
    ]);
  });
});

describe('a change after the approval of the cost (CR-34, C11)', () => {
  const approved = (change = {}) => new ChangeStory(change).upTo('development');

  it('23: re-opens 2 and 3; 1 and 4 stand, and development goes on after they are given again', () => {
    const story = approved();
    story.edit('integrator', {
      part: 'impact',
      approach: 'A new export',
      effort: [{ role: 'Engineer', halfDays: 30 }],
      timeline: { from: '2026-03-16', until: '2026-04-03' },
    });
    expect(gates.slice(0, 5).map(({ key }) => story.gate(key))).toEqual(
      ['approved', 'approved', 'to-ask', 'closed', 'approved'].map((state, place) =>
        place === 2 || place === 3 ? 'lapsed' : state,
      ),
    );
    expect(story.said.at(-1)).toContain('has to be asked again');
    expect(story.said.at(-1)).toContain('effort 12 to 15 days, cost +25 %');
    expect(story.said.join()).not.toMatch(/USD|\d,\d{3}/u);
    story.ask('internal-approval');
    story.yes('internal-approval', 'approver');
    story.ask('customer-approval');
    story.yes('customer-approval');
    expect(story.present).toEqual(['development']);
  });

  it('holds a rise within the tolerance, and adds up what comes in small steps', () => {
    const story = approved({ costTolerancePercent: 10 });
    const effort = (halfDays: number) =>
      story.edit('integrator', {
        part: 'impact',
        approach: 'A new export',
        effort: [{ role: 'Engineer', halfDays }],
        timeline: { from: null, until: null },
      });
    effort(26);
    expect(story.gate('internal-approval')).toBe('approved');
    effort(28);
    expect(story.gate('internal-approval')).toBe('lapsed');
  });

  it('comes back into force when the change is taken back', () => {
    const story = approved();
    const effort = (halfDays: number) =>
      story.edit('integrator', {
        part: 'impact',
        approach: 'A new export',
        effort: [{ role: 'Engineer', halfDays }],
        timeline: { from: '2026-03-16', until: '2026-04-03' },
      });
    effort(30);
    effort(24);
    expect(story.gate('customer-approval')).toBe('approved');
  });

  it('has what was asked asked again when it changes under the question', () => {
    const story = new ChangeStory().upTo('customer-approval');
    story.ask('customer-approval');
    story.edit('csm', { part: 'requirement', requirement: 'Something else', documentUrl: null });
    expect(story.gate('customer-approval')).not.toBe('open');
    expect(story.yes('customer-approval').refused).not.toBeNull();
  });

  it('is refused when it was shown something else (stale content)', () => {
    const story = new ChangeStory().upTo('customer-approval');
    story.ask('customer-approval');
    const { version } = story.change.content;
    expect(
      story.do('customer', {
        kind: 'approve',
        gate: 'customer-approval',
        version: version - 1,
        note: null,
      }).refused?.clause,
    ).toBe('C11');
    expect(
      story.do('customer', { kind: 'approve', gate: 'customer-approval', version, note: null })
        .refused,
    ).toBeNull();
  });

  it('a second build is tested again where it was deployed', () => {
    const story = new ChangeStory().upTo('uat');
    story.done('deployed-to-integration', 'ops', '1.1');
    expect(story.gate('qa')).toBe('approved');
    story.done('deployed-to-qa', 'ops', '1.1');
    expect(story.gate('qa')).toBe('open');
    expect(story.present).toEqual(['qa']);
  });
});
