// W9, K8: what people decide about a row, and what follows when the engineer, their dates or their ticket are others.
import { accessOf } from '../../../src/procedures/access-request/state';
import { ticketsOfEngineer } from '../../../src/procedures/access-request/tickets-of-engineer';
import { AccessStory, facts } from '../../support/access';

const begun = (workStart: string | null = null) => new AccessStory().begin({ workStart });
const change = (story: AccessStory, what: object, by = 'lead') =>
  story.turn({ kind: 'change', ...facts, workStart: null, ...what }, by);
const escalate = (story: AccessStory, reason = 'They start on Monday.', by = 'lead') =>
  story.turn({ kind: 'escalate', cid: 'ALDR', reason }, by);

describe('an escalation by hand (EA-16)', () => {
  it('goes to the CSM with its reason before any timer, and ends when the CSM logs it', () => {
    const story = begun().sent('ALDR');
    escalate(story);
    expect([story.refused, story.state(), story.tagged]).toEqual([
      null,
      'escalated-to-csm',
      ['csm of ALDR'],
    ]);
    expect(story.told.at(-1)?.words).toContain('They start on Monday.');
    expect(story.owes('csm of ALDR')).toEqual(['Follow up with ALDR Bank']);
    escalate(story);
    expect(story.refused).toBe('EA-16');
    story.until('2026-03-05T18:00:00.000Z');
    expect(story.told.map(({ to, words }) => `${to}: ${words}`)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^lead: csm of ALDR did not do this in time: Follow up/u),
      ]),
    );
    story.says('customer-told', 'ALDR', 'csm of ALDR');
    expect([story.state(), story.owes('csm of ALDR')]).toEqual(['escalated-to-customer', []]);
  });

  it.each([
    ['by somebody else', 'ALDR', 'engineer', 'EA-19'],
    ['without a reason', 'ALDR', 'lead', 'EA-16'],
    ['of what was not sent', 'BRCH', 'lead', 'EA-16'],
    ['of a customer that is not here', 'NONE', 'lead', 'EA-16'],
  ])('is refused %s', (what, cid, by, clause) => {
    const story = begun().sent('ALDR');
    const reason = what === 'without a reason' ? ' no ' : 'They start on Monday.';
    story.turn({ kind: 'escalate', cid, reason }, by);
    expect([story.refused, story.row().byHand]).toEqual([clause, undefined]);
  });

  it('keeps the promised date: the account is late all the same', () => {
    const story = begun().sent('ALDR');
    escalate(story);
    story.says('customer-told', 'ALDR', 'csm of ALDR');
    story.until('2026-03-16T17:00:00.000Z');
    expect(story.told.at(-1)?.words).toContain('Get the account at ALDR Bank working');
  });
});

it('a CSM follows up on a critical row that no timer has escalated, and of no other (EA-18)', () => {
  const story = new AccessStory().begin({ workStart: '2026-03-09' }).sent('ALDR');
  expect(story.owes('csm of ALDR')).toEqual(['Follow up with ALDR Bank: work starts soon']);
  story.says('customer-told', 'ALDR', 'csm of ALDR');
  expect([story.refused, story.owes('csm of ALDR')]).toEqual([null, []]);
  const calm = begun('2026-06-01').sent('ALDR');
  calm.says('customer-told', 'ALDR', 'csm of ALDR');
  expect(calm.refused).toBe('EA-17');
});

describe('another work start', () => {
  it('is said to the CSMs of customers that were told another day', () => {
    const story = begun('2026-06-01').sent('ALDR');
    change(story, { workStart: '2026-06-15' });
    expect(story.told.map(({ to, words }) => [to, words])).toEqual([
      ['csm of ALDR', expect.stringContaining('work starts on 2026-06-15 now')],
    ]);
    expect(story.ledger.journal.map(({ text }) => text)).toContain(
      'Told another work start: ALDR Bank',
    );
    change(story, { workStart: '2026-06-15' });
    expect(story.told).toHaveLength(1);
  });

  it('is nothing to be told where nothing was sent', () => {
    const story = begun('2026-06-01');
    change(story, { workStart: '2026-06-15' });
    expect(story.told).toEqual([]);
  });
});

describe('another engineer on the ticket', () => {
  it('tests what the first had tested', () => {
    const story = begun().sent('ALDR', 'BRCH');
    story.says('created');
    story.says('verified', 'ALDR', 'engineer');
    story.says('done');
    story.says('created', 'BRCH');
    change(story, { engineer: 'second engineer' });
    expect(story.row()).toMatchObject({ progress: 'created', verifiedAt: null, closedAt: null });
    expect(story.owes('second engineer').join()).toContain('ALDR Bank');
    expect(story.owes('engineer')).toEqual([]);
    expect(accessOf(story.ledger)?.purgeAt).toBeNull();
  });

  it('is none who only now has an account in Jira, nor the same one again', () => {
    const story = new AccessStory();
    story.turn({ kind: 'start', ...facts, engineer: null, customers: ['ALDR'] });
    story.turn({ kind: 'it-ready', ready: true });
    story.sent('ALDR').says('verified');
    for (const engineer of ['engineer', null, 'engineer']) {
      change(story, { engineer });
      expect(story.row().progress).toBe('verified');
    }
  });
});

describe('a second ticket for the same engineer', () => {
  const elsewhere = [{ key: 'OPS-7', cids: ['ALDR'] }];

  it('is refused for a customer whose account another follows, by its key', () => {
    const story = new AccessStory();
    story.turn({ kind: 'start', ...facts, customers: ['ALDR', 'BRCH'], elsewhere });
    expect(story.last?.refused).toMatchObject({
      clause: 'EA-22',
      text: expect.stringContaining('ALDR Bank in OPS-7'),
    });
    story.turn({ kind: 'start', ...facts, customers: ['BRCH'], elsewhere });
    expect(story.refused).toBeNull();
    story.turn({ kind: 'add-customers', customers: ['ALDR'], elsewhere });
    expect(story.refused).toBe('EA-22');
  });

  it('is refused, too, when it becomes one by a change of the engineer', () => {
    const story = begun();
    change(story, { engineer: 'second engineer', elsewhere });
    expect(story.refused).toBe('EA-22');
  });

  it('is found by the engineer, as long as an account is followed', () => {
    const story = begun();
    const found = () => ticketsOfEngineer.rows(story.ledger)[0]?.doc;
    expect(found()).toMatchObject({ key: 'EBH-1', cids: ['ALDR', 'BRCH'] });
    story.says('not-needed');
    expect(found()).toMatchObject({ cids: ['BRCH'] });
  });
});

describe('an engineer who leaves', () => {
  const leaves = (story: AccessStory, on: string | null = '2026-03-06', by = 'lead') =>
    story.turn({ kind: 'leave', on }, by);

  it('has the accounts that are, or may be, at customers closed there, and keeps their data until then', () => {
    const story = begun().sent('ALDR');
    story.says('verified', 'ALDR', 'engineer');
    leaves(story);
    expect(story.row('BRCH').progress).toBe('not-needed');
    expect(story.owes('lead')).toEqual(['Have the account closed at ALDR Bank']);
    expect(accessOf(story.ledger)?.purgeAt).toBeNull();
    story.turn({ kind: 'delete-personal' });
    expect(story.refused).toBe('EA-24');
    story.says('account-closed', 'BRCH');
    expect(story.refused).toBe('EA-19');
    story.says('account-closed', 'ALDR', 'csm of ALDR');
    expect([story.refused, story.owes('lead')]).toEqual([null, []]);
    expect(accessOf(story.ledger)?.purgeAt).not.toBeNull();
  });

  it('may have an account where a customer was asked and has not answered', () => {
    const story = begun().sent('ALDR');
    leaves(story);
    expect([story.row().progress, story.owes('lead')]).toEqual([
      'not-needed',
      ['Have the account closed at ALDR Bank'],
    ]);
    story.until('2026-03-20T17:00:00.000Z');
    expect(story.told.map(({ words }) => words).join()).not.toContain('first response');
  });

  it('is said by a team lead alone, and may stay after all', () => {
    const story = begun().sent('ALDR');
    leaves(story, '2026-03-06', 'engineer');
    expect(story.refused).toBe('EA-19');
    story.says('account-closed');
    expect(story.refused).toBe('EA-19');
    leaves(story);
    leaves(story, null);
    expect([story.refused, story.owes('lead')]).toEqual([null, []]);
  });
});
