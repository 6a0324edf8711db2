import { rememberLeadTime, deletePersonal } from '../../../src/procedures/access-request/effects';
import { accessOf } from '../../../src/procedures/access-request/state';
import { isReady } from '../../../src/procedures/access-request/access-request';
import { AccessStory, facts } from '../../support/access';

const state = (story: AccessStory, cid = 'ALDR') => story.state(cid);
/** Who was told of what at which moment, as "person: words". */
const toldAt = (story: AccessStory, at: string): string[] =>
  story.told.filter((one) => one.at === at).map(({ to, words }) => `${to}: ${words}`);

describe('silence and lateness (EA-16, EA-17)', () => {
  it('no response by the third business day goes to the team lead', () => {
    const story = new AccessStory().begin({}, ['ALDR']).sent('ALDR');
    expect(story.row().firstResponseDueAt).toBe('2026-03-05T17:00:00.000Z');
    expect(story.owes('lead')).toContain('Get a first response from ALDR Bank');
    story.until('2026-03-05T16:59:00.000Z');
    expect([state(story), story.told]).toEqual(['sent', []]);
    story.until('2026-03-05T17:00:00.000Z');
    expect(state(story)).toBe('escalated-to-team-lead');
    expect(toldAt(story, '2026-03-05T17:00:00.000Z')).toEqual([
      expect.stringMatching(/^lead: a reminder: still open: Get a first response from ALDR Bank/u),
    ]);
  });

  it('lateness climbs from the team lead to the CSM, then to the customer contact', () => {
    const story = new AccessStory().begin({ workStart: null }, ['ALDR']).sent('ALDR');
    const seen = [
      '2026-03-05T17:00:00.000Z',
      '2026-03-16T17:00:00.000Z',
      '2026-03-17T17:00:00.000Z',
      '2026-03-19T17:00:00.000Z',
      '2026-03-20T16:59:00.000Z',
    ].map((at) => {
      story.until(at);
      return [state(story), ...toldAt(story, at).map((one) => one.split('.')[0])];
    });
    expect(seen).toEqual([
      [
        'escalated-to-team-lead',
        'lead: a reminder: still open: Get a first response from ALDR Bank',
      ],
      ['escalated-to-team-lead', 'lead: still open: Get the account at ALDR Bank working'],
      [
        'escalated-to-csm',
        'csm of ALDR: lead did not do this in time: Get the account at ALDR Bank working',
      ],
      [
        'escalated-to-customer',
        'csm of ALDR: your turn: Escalate to the customer contact at ALDR Bank',
      ],
      ['escalated-to-customer'],
    ]);
  });

  it('what the CSM logged ends that step, not the wait: the CSM follows up again until the account works', () => {
    const story = new AccessStory().begin({ workStart: null }, ['ALDR']).sent('ALDR');
    story.until('2026-03-19T17:00:00.000Z');
    story.says('customer-told', 'ALDR', 'csm of ALDR');
    expect(story.owes('csm of ALDR')).toEqual(['Follow up with ALDR Bank again']);
    expect(state(story)).toBe('escalated-to-customer');
    story.until('2026-03-23T17:00:00.000Z');
    expect(toldAt(story, '2026-03-23T17:00:00.000Z')).toEqual([
      expect.stringMatching(/^csm of ALDR: still open: Follow up with ALDR Bank again/u),
    ]);
    story.says('created');
    expect([state(story), story.owes('csm of ALDR')]).toEqual(['escalated-to-customer', []]);
    story.says('verified', 'ALDR', 'engineer');
    expect([state(story), story.ledger.clocks]).toEqual(['verified', []]);
  });

  it('after a reply nobody is reminded of the reply, but lateness still counts', () => {
    const story = new AccessStory().begin({ workStart: null }, ['ALDR']).sent('ALDR');
    story.says('acknowledged', 'ALDR', 'engineer');
    story.until('2026-03-06T17:00:00.000Z');
    expect([state(story), story.told]).toEqual(['acknowledged', []]);
    story.sent('ALDR');
    expect(story.refused).toBe('EA-16');
    story.until('2026-03-16T17:00:00.000Z');
    expect(state(story)).toBe('escalated-to-team-lead');
  });

  it('a line offers nothing that would be refused: no reminder after a reply, no CSM twice', () => {
    const story = new AccessStory().begin({ workStart: null }, ['ALDR']).sent('ALDR');
    const acts = () => story.ledger.clocks?.find(({ key }) => key.startsWith('account:'))?.acts;
    expect(acts()).toEqual(['report', 'send', 'escalate']);
    story.says('acknowledged', 'ALDR', 'engineer');
    expect(acts()).toEqual(['report', 'escalate']);
    story.turn({ kind: 'escalate', cid: 'ALDR', reason: 'They start on Monday.' });
    expect(acts()).toEqual(['report']);
  });

  it('an account that does not work is the team lead’s at once, and is not forgotten (EA-13)', () => {
    const story = new AccessStory().begin({ workStart: null }, ['ALDR']).sent('ALDR');
    story.says('created');
    story.says('not-functional', 'ALDR', 'engineer');
    expect([state(story), story.tagged]).toEqual(['escalated-to-team-lead', ['lead']]);
    story.until('2026-03-04T17:00:00.000Z');
    expect(toldAt(story, '2026-03-04T17:00:00.000Z')).toEqual([
      expect.stringContaining('See to the account at ALDR Bank: it does not work'),
    ]);
    story.says('verified', 'ALDR', 'engineer');
    expect(isReady(story.row())).toBe(true);
    expect(story.last?.effects).toContainEqual(
      expect.objectContaining({
        command: rememberLeadTime.command({ cid: 'ALDR', days: 2 }),
      }),
    );
  });
});

describe('who may say what (EA-19)', () => {
  it.each([
    ['a stranger', 'verified', 'stranger', 'EA-19'],
    ['the engineer', 'verified', 'engineer', null],
    ['the engineer', 'done', 'engineer', 'EA-19'],
    ['the CSM of the customer', 'customer-told', 'csm of ALDR', 'EA-17'], // nothing is escalated yet
    ['the CSM of another customer', 'created', 'csm of BRCH', 'EA-19'],
    ['the CSM of the customer', 'verified', 'csm of ALDR', 'EA-19'],
    ['another team lead', 'not-needed', 'second lead', null],
  ] as const)('%s says %s', (_who, step, by, clause) => {
    const story = new AccessStory().begin().sent('ALDR');
    story.says(step, 'ALDR', by);
    expect(story.refused).toBe(clause);
  });

  it('nothing is said about what was not sent', () => {
    const story = new AccessStory().begin();
    story.says('verified');
    expect(story.last?.refused?.text).toContain('Nothing was sent');
  });
});

describe('a work start at risk (EA-18, EA-25)', () => {
  it('is critical on day 0, before anything is sent, and said once', () => {
    const story = new AccessStory();
    story.turn({
      kind: 'start',
      customers: ['ALDR', 'BRCH'],
      engineer: 'engineer',
      employmentStart: '2026-03-09',
      workStart: '2026-03-16',
      onFile: ['name', 'email'],
    });
    expect(story.row().criticalSince).toBe(story.now);
    expect(new Set(story.tagged)).toEqual(new Set(['lead', 'csm of ALDR', 'csm of BRCH']));
    expect(story.clauses).toContain('EA-18');
    story.until('2026-03-10T10:00:00.000Z');
    expect(story.told.filter(({ words }) => words.includes('critical'))).toHaveLength(3);
  });

  it('is found on the day on which a row that was in time no longer is', () => {
    const story = new AccessStory().begin({ workStart: '2026-03-17' }, ['ALDR']);
    expect(story.row().criticalSince).toBeNull();
    story.at('2026-03-03T09:00:00.000Z');
    expect(story.row().criticalSince).toBeNull();
    story.at('2026-03-04T09:00:00.000Z');
    expect(story.row().criticalSince).not.toBeNull();
  });
});

describe('personal data is kept only while it is needed (EA-24)', () => {
  it('goes on its date and leaves a certificate without names', () => {
    const story = new AccessStory().begin().sent('ALDR');
    story.says('verified');
    expect(accessOf(story.ledger)?.purgeAt).toBeNull();
    story.says('not-needed', 'BRCH');
    expect(accessOf(story.ledger)?.purgeAt).toBe('2026-04-01T10:00:00.000Z');
    story.at('2026-04-01T10:00:00.000Z');
    expect(accessOf(story.ledger)).toMatchObject({
      onFile: [],
      purgeAt: null,
      certificate: { fields: 3, customers: 2, requestsSent: 1, ready: 1, notNeeded: 1 },
    });
    expect(
      story.last?.effects.map(({ command }) => (command.kind === 'own' ? command.effect : '')),
    ).toContain(deletePersonal.name);
  });

  it('takes what people wrote in their own words with it, from rows and journal (L3)', () => {
    const story = new AccessStory().begin({ workStart: null }, ['ALDR']).sent('ALDR');
    story.turn({ kind: 'escalate', cid: 'ALDR', reason: 'Call Quilla on 555 0137' });
    story.turn({ kind: 'report', cid: 'ALDR', step: 'acknowledged', remarks: 'Quilla, 555 0137' });
    expect(JSON.stringify(story.ledger)).toContain('555 0137');
    story.says('verified');
    story.turn({ kind: 'delete-personal' });
    expect(story.refused).toBeNull();
    expect(JSON.stringify(story.ledger)).not.toMatch(/Quilla|555 0137/u);
    expect(story.clauses).toContain('EA-16');
  });

  it('entered again is a new file: requests leave again, and it is deleted again (L3)', () => {
    const story = new AccessStory().begin({ workStart: null }, ['ALDR']).sent('ALDR');
    story.says('verified');
    story.turn({ kind: 'delete-personal' });
    story.says('not-functional');
    story.sent('ALDR');
    expect(story.refused).toBe('EA-24');
    story.turn({ kind: 'change', ...facts, workStart: null });
    story.sent('ALDR');
    expect([story.refused, story.row().progress]).toEqual([null, 'sent']);
    story.says('verified');
    expect(accessOf(story.ledger)?.purgeAt).not.toBeNull();
  });

  it('is refused while a row is open, with its name', () => {
    const story = new AccessStory().begin().sent('ALDR');
    story.turn({ kind: 'delete-personal' });
    expect(story.last?.refused).toMatchObject({
      clause: 'EA-24',
      text: expect.stringContaining('ALDR Bank'),
    });
    expect(accessOf(story.ledger)?.onFile).toHaveLength(3);
  });

  it('a row that opens again takes the date back', () => {
    const story = new AccessStory().begin({}, ['ALDR']).sent('ALDR');
    story.says('verified');
    expect(accessOf(story.ledger)?.purgeAt).not.toBeNull();
    story.says('not-functional', 'ALDR', 'engineer');
    expect(accessOf(story.ledger)?.purgeAt).toBeNull();
  });

  it('a ticket that is closed counts as over', () => {
    const story = new AccessStory().begin();
    story.done = true;
    story.at('2026-03-03T09:00:00.000Z').at('2026-04-02T09:00:00.000Z');
    expect(accessOf(story.ledger)?.certificate).not.toBeNull();
  });
});
