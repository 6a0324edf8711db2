import { accessOf } from '../../../src/procedures/access-request/state';
import { AccessStory, accessQueue, aCustomer, aListEntry } from '../../support/access';
import { aPolicy } from '../../support/sop';

describe('nothing leaves before the engineer has started and Internal IT is ready (EA-20, EA-21)', () => {
  it.each([
    ['the day before the start, IT ready', '2026-03-03', true, 'EA-20'],
    ['on the day of the start, IT not ready', '2026-03-02', false, 'EA-21'],
    ['before the start, IT not ready', '2026-03-03', false, 'EA-20'],
    ['on the day of the start, IT ready', '2026-03-02', true, null],
  ])('%s', (_when, employmentStart, ready, clause) => {
    const story = new AccessStory();
    story.turn({
      kind: 'start',
      customers: ['ALDR'],
      engineer: 'engineer',
      employmentStart,
      workStart: null,
      onFile: ['name', 'email'],
    });
    if (ready) story.turn({ kind: 'it-ready', ready: true });
    story.sent('ALDR');
    expect(story.refused).toBe(clause);
    expect(story.row().progress).toBe(clause === null ? 'sent' : 'not-sent');
  });

  it('a team lead may override with a reason only where the settings say so', () => {
    const early = { employmentStart: '2026-03-10' };
    const off = new AccessStory().begin(early);
    off.turn({ kind: 'override', reason: 'the customer is slow' });
    expect(off.refused).toBe('E5');
    const on = new AccessStory(
      aPolicy(accessQueue({ overrideGate: true }), { roles: { 'team-lead': ['lead'] } }),
    ).begin(early);
    on.turn({ kind: 'override', reason: ' ' });
    expect(on.refused).toBe('E5');
    on.turn({ kind: 'override', reason: 'the customer is slow' });
    expect(on.sent('ALDR').row().progress).toBe('sent');
    expect(on.clauses).toContain('E5');
  });
});

describe('marking requests as sent', () => {
  it('says by which way each customer got it: a ticketing tool is no mail, whatever was taken for the others', () => {
    const story = new AccessStory();
    story.customers = {
      ALDR: aCustomer('ALDR'),
      BRCH: aCustomer('BRCH', { access: aListEntry({ method: 'ticketing-tool' }) }),
    };
    const via = () => story.ledger.journal.at(-1)?.because?.values['via'];
    story.begin().sent('BRCH');
    expect(via()).toBe('ticketing-tool');
    story.sent('ALDR', 'BRCH');
    expect(via()).toBe('eml, ticketing-tool');
  });
});

describe('starting a request', () => {
  it.each([
    ['without a start date', { employmentStart: '' }, 'EA-20'],
    ['with work before employment', { workStart: '2026-02-01' }, 'EA-25'],
  ])('%s is refused', (_what, change, clause) => {
    const story = new AccessStory();
    story.turn({
      kind: 'start',
      customers: ['ALDR'],
      engineer: null,
      employmentStart: '2026-03-02',
      workStart: null,
      onFile: [],
      ...change,
    });
    expect(story.refused).toBe(clause);
    expect(accessOf(story.ledger)).toBeUndefined();
  });

  it('is for team leads, once, for customers that are on the list', () => {
    const story = new AccessStory();
    const step = {
      kind: 'start',
      customers: ['ALDR'],
      engineer: null,
      employmentStart: '2026-03-02',
      workStart: null,
      onFile: [],
    } as const;
    story.turn(step, 'somebody');
    expect(story.refused).toBe('EA-19');
    story.customers['NONE'] = {
      cid: 'NONE',
      name: 'None Bank',
      access: null,
      csm: null,
      pastDays: [],
    };
    story.turn({ ...step, customers: ['NONE'] });
    expect(story.last?.refused).toMatchObject({
      clause: 'EA-04',
      text: expect.stringContaining('None Bank'),
    });
    story.turn(step);
    story.turn(step);
    expect(story.refused).toBe('EA-22');
  });
});
