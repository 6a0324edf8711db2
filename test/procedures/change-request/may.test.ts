// Who may do what (CR-30), and who never does (C7).
import { withChangeRequest } from '../../../src/procedures/change-request/account';
import { evidenceWords, whyNotEvidence } from '../../../src/procedures/change-request/evidence';
import type { ChangeStep } from '../../support/acts';
import {
  gates,
  type GateKey,
  type StepKey,
} from '../../../src/procedures/change-request/lifecycle';
import { holdersOf, rolesOf, seesMoney } from '../../../src/procedures/change-request/may';
import { ChangeStory, impact, wholeInterface } from '../../support/change-request';

const everybody = [
  'csm',
  'sales',
  'integrator',
  'engineer',
  'ops',
  'tester',
  'approver',
  'cc one',
  'watcher one',
  'stranger',
];
const asked = new Set<GateKey>(gates.filter(({ gate }) => gate.asked).map(({ key }) => key));

const acts: readonly (readonly [string, StepKey, ChangeStep, readonly string[]])[] = [
  [
    'the requirement',
    'requirement',
    { kind: 'save', edit: { part: 'requirement', requirement: 'Export', documentUrl: null } },
    ['csm', 'sales'],
  ],
  ['the impact', 'impact', { kind: 'save', edit: impact(3) }, ['integrator', 'engineer']],
  ['the cost', 'cost', { kind: 'save', edit: { part: 'cost' } }, ['csm']],
  [
    'the due date',
    'due-date',
    { kind: 'save', edit: { part: 'due-date', dueDate: '2026-05-01' } },
    ['engineer', 'integrator'],
  ],
  [
    'the interface document',
    'interface',
    { kind: 'save', edit: wholeInterface },
    ['engineer', 'integrator'],
  ],
  [
    'development',
    'development',
    { kind: 'complete', step: 'development', build: null, note: null },
    ['engineer'],
  ],
  [
    'a deployment',
    'deployed-to-qa',
    { kind: 'complete', step: 'deployed-to-qa', build: '1', note: null },
    ['ops'],
  ],
  [
    'progress',
    'development',
    { kind: 'note-progress', text: 'Half of it runs' },
    ['engineer', 'integrator', 'ops', 'tester'],
  ],
  [
    'asking for the cost',
    'internal-approval',
    { kind: 'ask', gate: 'internal-approval' },
    ['csm', 'sales'],
  ],
  [
    'a hold',
    'cost',
    { kind: 'hold', reason: 'Budget freeze', until: null },
    ['csm', 'sales', 'approver'],
  ],
  [
    'a withdrawal',
    'cost',
    { kind: 'withdraw', reason: 'Not needed' },
    ['csm', 'sales', 'approver'],
  ],
  ...gates.map(
    ({ key, owner }) =>
      [
        `the decision "${key}"`,
        key,
        { kind: 'approve', gate: key, version: null, note: null } as const,
        owner === 'customer' ? [] : owner === 'qa' ? ['tester'] : ['approver'],
      ] as const,
  ),
];

describe('who may', () => {
  it.each(acts)('%s', (_what, at, step, may) => {
    for (const person of everybody) {
      const story = new ChangeStory().upTo(at);
      if (step.kind === 'approve' && asked.has(step.gate)) story.ask(step.gate);
      expect([person, story.do(person, step).refused === null]).toEqual([
        person,
        may.includes(person),
      ]);
    }
  });

  it('C7: nobody of ours signs for the customer, whatever their role', () => {
    const story = new ChangeStory().upTo('uat');
    for (const person of everybody) expect(story.yes('uat', person).refused?.clause).toBe('C7');
  });

  it('customers decide what is theirs, and nothing else', () => {
    const story = new ChangeStory().upTo('internal-approval');
    story.ask('internal-approval');
    expect(story.yes('internal-approval', 'customer').refused).not.toBeNull();
    expect(
      story.do('customer', { kind: 'withdraw', reason: 'We do not want it' }).refused?.clause,
    ).toBe('C7');
  });

  it('C8: only those the account names, and as many as the settings ask for', () => {
    const story = new ChangeStory({ clientApprovals: 2 }).upTo('classified');
    story.do('integrator', {
      kind: 'classify',
      intake: 'csm',
      chargeable: true,
      implication: 'By effort',
      customerRep: null,
    });
    story.ask('in-principle-client');
    story.account = withChangeRequest(story.account, {
      approvers: ['customer', 'second customer'],
    });
    expect(story.yes('in-principle-client', 'third customer').refused?.clause).toBe('C8');
    story.yes('in-principle-client', 'customer');
    expect(story.yes('in-principle-client', 'customer').refused?.clause).toBe('C8');
    expect(story.gate('in-principle-client')).toBe('open');
    story.yes('in-principle-client', 'second customer');
    expect(story.gate('in-principle-client')).toBe('approved');
  });

  it('approving twice is refused', () => {
    const story = new ChangeStory().upTo('requirement');
    expect(story.yes('in-principle-client').refused?.clause).toBe('CR-04');
    expect(story.yes('in-principle-internal', 'approver').refused?.clause).toBe('CR-05');
  });

  it('an account’s own CSM comes before the role’s people', () => {
    const story = new ChangeStory();
    story.account = { ...story.account, customerSuccessManager: 'own csm' };
    expect(holdersOf(story.situation, 'csm')).toEqual(['own csm']);
    expect(rolesOf(story.situation, 'csm')).toEqual([]);
  });

  it('money is for the CSM, sales, the approver and those copied', () => {
    const { situation } = new ChangeStory();
    expect(everybody.filter((person) => seesMoney(situation, person, {}))).toEqual([
      'csm',
      'sales',
      'approver',
      'cc one',
      'watcher one',
    ]);
  });

  it('C12: a gate is skipped only where the settings allow it, by the approver, with a reason', () => {
    expect(
      new ChangeStory().upTo('qa').do('approver', { kind: 'skip', gate: 'qa', reason: 'Emergency' })
        .refused?.clause,
    ).toBe('C12');
    const story = new ChangeStory({ skipWithReason: true }).upTo('qa');
    expect(
      story.do('tester', { kind: 'skip', gate: 'qa', reason: 'Emergency' }).refused,
    ).not.toBeNull();
    expect(story.do('approver', { kind: 'skip', gate: 'qa', reason: '' }).refused?.field).toBe(
      'reason',
    );
    story.do('approver', { kind: 'skip', gate: 'qa', reason: 'Emergency fix of a data loss' });
    expect(story.present).toEqual(['deployed-to-integration']);
    expect(story.gate('qa')).toBe('skipped');
  });
});

describe('a decision recorded for the customer (C6, C7)', () => {
  const mail = {
    kind: 'mail',
    messageId: '<a1@midland.example>',
    date: '2026-03-02',
    address: 'jo@midland.example',
  } as const;
  const at = (): ChangeStory => {
    const story = new ChangeStory().upTo('customer-approval');
    story.ask('customer-approval');
    return story;
  };
  const record = (
    story: ChangeStory,
    evidence: (ChangeStep & { kind: 'record' })['evidence'],
    by = 'csm',
  ) =>
    story.do(by, {
      kind: 'record',
      gate: 'customer-approval',
      approved: true,
      evidence,
      reason: null,
      backTo: null,
    });

  it('counts with a mail, and shows that it was recorded and by whom', () => {
    const story = at();
    expect(record(story, mail).refused).toBeNull();
    expect(story.change.gates['customer-approval']?.approvals[0]).toMatchObject({
      via: 'recorded',
      by: 'csm',
      evidence: mail,
    });
  });

  it.each([
    ['a mail without an id', { ...mail, messageId: '' }],
    ['a mail without an address', { ...mail, address: 'Jo' }],
    ['a mail of the future', { ...mail, date: '2026-12-24' }],
    ['a mail older than the question', { ...mail, date: '2026-02-01' }],
    ['a file without an address', { kind: 'attachment', id: '1', name: 'ok.eml', address: '' }],
    ['a comment that is not there', { kind: 'comment', comment: 999, author: '', at: '' }],
  ] as const)('is refused with %s', (_what, evidence) => {
    const story = at();
    expect(record(story, evidence).refused?.field).toMatch(/^evidence\./u);
    expect(story.gate('customer-approval')).toBe('open');
  });

  it.each([
    [
      'in the evening',
      'America/New_York',
      '2026-03-03T01:30:00.000Z',
      { today: '2026-03-02', before: '2026-03-01', after: '2026-03-03' },
    ],
    [
      'in the morning',
      'Asia/Tokyo',
      '2026-03-02T22:30:00.000Z',
      { today: '2026-03-03', before: '2026-03-02', after: '2026-03-04' },
    ],
  ] as const)(
    'its day is the day %s where the queue works',
    (_when, timeZone, now, { today, before, after }) => {
      const story = new ChangeStory().upTo('customer-approval').at(now);
      story.ask('customer-approval');
      const { situation } = story;
      const there = {
        ...situation,
        policy: {
          ...situation.policy,
          calendars: Object.fromEntries(
            Object.entries(situation.policy.calendars).map(([key, calendar]) => [
              key,
              { ...calendar, timeZone },
            ]),
          ),
        },
      };
      const why = (date: string): string | null =>
        whyNotEvidence(there, story.change, 'customer-approval', { ...mail, date })?.text ?? null;
      expect(why(today)).toBeNull();
      expect(
        evidenceWords(there, { kind: 'comment', comment: 7, author: 'customer', at: now }),
      ).toBe(`public comment 7 of ${today}`);
      expect(why(before)).toBe(`The mail of ${before} is older than the question of ${today}.`);
      expect(why(after)).toBe(`The mail is dated ${after}, which is still to come.`);
    },
  );

  it('counts with a public comment of the customer, not with an internal one, ours, or an older one', () => {
    const story = new ChangeStory().upTo('customer-approval');
    const early = story.comment('customer', true, 'Sure');
    story.now = '2026-03-02T11:00:00.000Z';
    story.ask('customer-approval');
    const internal = story.comment('csm', false, 'They said yes');
    const ours = story.comment('csm', true, 'You said yes');
    const theirs = story.comment('customer', true, 'We approve');
    for (const comment of [early, internal, ours])
      expect(
        record(story, { kind: 'comment', comment, author: 'customer', at: '' }).refused?.field,
      ).toBe('evidence.comment');
    expect(
      record(story, { kind: 'comment', comment: theirs, author: 'forged', at: '' }).refused,
    ).toBeNull();
    expect(story.change.gates['customer-approval']?.approvals[0]?.evidence).toMatchObject({
      author: 'customer',
      comment: theirs,
    });
  });

  it('is for the CSM or the sales representative, and for decisions of the customer only', () => {
    expect(record(at(), mail, 'engineer').refused?.clause).toBe('C6');
    const story = new ChangeStory().upTo('qa');
    expect(
      story.do('csm', {
        kind: 'record',
        gate: 'qa',
        approved: true,
        evidence: mail,
        reason: null,
        backTo: null,
      }).refused?.clause,
    ).toBe('C6');
  });
});
