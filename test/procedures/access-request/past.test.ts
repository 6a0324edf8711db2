// P5, P6, EA-13a: what was first said of a request stands, whatever is done again afterwards.
import fc from 'fast-check';
import { holdersOf } from '../../../src/core/clock';
import { isClosed } from '../../../src/procedures/access-request/access-request';
import { accessOf } from '../../../src/procedures/access-request/state';
import { rowSaid } from '../../../src/procedures/access-request/said';
import { defaultAccessPolicy } from '../../../src/procedures/access-request/settings/policy';
import { accessQueue, AccessStory } from '../../support/access';
import { aPolicy } from '../../support/sop';

const begun = () => new AccessStory().begin({ workStart: null }, ['ALDR']);

describe('sending again', () => {
  it('keeps the request date, the promised date and the escalation, and restarts the time for a first response alone', () => {
    const story = begun().sent('ALDR');
    const { requestedAt, dueAt } = story.row();
    story.until('2026-03-06T10:00:00.000Z');
    expect(story.state()).toBe('escalated-to-team-lead');
    story.sent('ALDR');
    expect(story.row()).toMatchObject({
      attempts: 2,
      requestedAt,
      dueAt,
      lastSentAt: '2026-03-06T10:00:00.000Z',
      firstResponseDueAt: '2026-03-11T17:00:00.000Z',
    });
    expect(story.ledger.journal.at(-1)?.text).toBe('Account requested again from ALDR Bank');
  });

  it('for ever is late all the same', () => {
    const story = begun().sent('ALDR');
    for (let day = 3; day <= 20; day += 1) {
      story.until(`2026-03-${String(day).padStart(2, '0')}T10:00:00.000Z`);
      story.sent('ALDR');
    }
    expect(story.row().attempts).toBe(19);
    expect(story.state()).toBe('escalated-to-customer');
    expect(story.told.map(({ to }) => to)).toContain('csm of ALDR');
  });

  it('runs on the times it was first sent under, whatever the settings say by then', () => {
    const story = begun().sent('ALDR');
    const { dueAt, firstResponseDays } = story.row();
    const access = story.customers['ALDR']?.access ?? null;
    if (access === null) throw new Error('ALDR is not on the list.');
    story.customers = {
      ...story.customers,
      ALDR: {
        ...(story.customers['ALDR'] as (typeof story.customers)[string]),
        access: { ...access, timelineDays: 40, firstResponseDays: 20 },
      },
    };
    story.at('2026-03-03T10:00:00.000Z').sent('ALDR');
    expect(story.row()).toMatchObject({ dueAt, firstResponseDays, timelineDays: 10 });
  });
});

describe('a letter that left on a day before', () => {
  it('has its times from that day', () => {
    const story = begun().at('2026-03-05T10:00:00.000Z');
    story.turn({ kind: 'it-ready', ready: true });
    story.at('2026-03-09T10:00:00.000Z');
    story.turn({ kind: 'send', customers: ['ALDR'], via: 'eml', on: '2026-03-05' });
    expect(story.row()).toMatchObject({
      requestedAt: '2026-03-05T12:00:00.000Z',
      firstResponseDueAt: '2026-03-10T17:00:00.000Z',
      dueAt: '2026-03-19T17:00:00.000Z',
    });
  });

  it.each([
    ['in the future', '2026-03-10', 'EA-12'],
    ['before employment started', '2026-03-01', 'EA-20'],
    ['before Internal IT was ready', '2026-03-03', 'EA-21'],
  ])('cannot be one %s', (_what, on, clause) => {
    const story = begun().at('2026-03-05T10:00:00.000Z');
    story.turn({ kind: 'it-ready', ready: true });
    story.turn({ kind: 'send', customers: ['ALDR'], via: 'eml', on });
    expect([story.refused, story.row().progress]).toEqual([clause, 'not-sent']);
  });
});

describe('an account that nobody has logged in to', () => {
  it('is not set up: it cannot be done, stays late, and is tested by somebody', () => {
    const story = begun().sent('ALDR');
    story.until('2026-03-04T10:00:00.000Z').says('created');
    story.says('done');
    expect(story.refused).toBe('EA-13a');
    expect(story.owes('engineer')).toEqual(['Try your account at ALDR Bank']);
    story.until('2026-03-17T17:00:00.000Z');
    expect(story.told.map(({ to, words }) => [to, words.split('.')[0]])).toEqual(
      expect.arrayContaining([
        ['engineer', expect.stringContaining('Try your account')],
        ['lead', expect.stringContaining('engineer did not do this in time: Try your account')],
        ['lead', expect.stringContaining('Get the account at ALDR Bank working')],
      ]),
    );
    story.says('verified', 'ALDR', 'engineer');
    story.says('done');
    expect([story.state(), story.ledger.clocks]).toEqual(['done', []]);
  });

  it('is the team lead’s to have tested while the engineer has no account here', () => {
    const story = new AccessStory();
    story.turn({
      kind: 'start',
      customers: ['ALDR'],
      engineer: null,
      employmentStart: '2026-03-02',
      workStart: null,
      onFile: ['name', 'email'],
    });
    story.turn({ kind: 'it-ready', ready: true });
    story.sent('ALDR').says('created');
    expect(story.owes('lead')).toContain('Have the account at ALDR Bank tested');
  });
});

const anything = fc.oneof(
  fc.constantFrom(...rowSaid).map((step) => ({ kind: 'say' as const, step })),
  fc.constant({ kind: 'send' as const }),
  fc.constant({ kind: 'escalate' as const }),
  fc.integer({ min: 1, max: 9 }).map((days) => ({ kind: 'wait' as const, days })),
);

it('whatever people do, first times stay, and every open row is owed by somebody who is told or was', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 14 }), (doings) => {
      const story = begun();
      let day = Date.parse(story.now);
      for (const doing of doings) {
        const before = story.row();
        if (doing.kind === 'say') story.says(doing.step);
        else if (doing.kind === 'send') story.sent('ALDR');
        else if (doing.kind === 'escalate')
          story.turn({ kind: 'escalate', cid: 'ALDR', reason: 'they do not answer' });
        else story.until(new Date((day += doing.days * 86_400_000)).toISOString());
        const after = story.row();
        if (before.requestedAt !== null && after.progress !== 'not-sent') {
          expect(after.requestedAt).toBe(before.requestedAt);
          expect(after.dueAt).toBe(before.dueAt);
        }
        if (isClosed(after)) continue;
        const clocks = story.ledger.clocks ?? [];
        expect(clocks.length).toBeGreaterThan(0);
        for (const clock of clocks) {
          expect(holdersOf(clock).length).toBeGreaterThan(0);
          expect(clock.nextAt).not.toBeNull();
        }
      }
      expect(accessOf(story.ledger)).toBeDefined();
    }),
    { numRuns: 60 },
  );
});

it('Internal IT is asked when the request starts, and has until the engineer does (EA-21)', () => {
  const story = new AccessStory(
    aPolicy(accessQueue(), {
      roles: { 'team-lead': ['lead'], csm: ['any csm'], 'internal-it': ['it'] },
    }),
  );
  story.turn({
    kind: 'start',
    customers: ['ALDR'],
    engineer: 'engineer',
    employmentStart: '2026-03-20',
    workStart: null,
    onFile: ['name', 'email'],
  });
  expect(story.told.map(({ to, words }) => [to, words])).toEqual([
    ['it', expect.stringContaining('Set up account and e-mail for the new engineer')],
  ]);
  expect(story.owes('it')).toHaveLength(1);
  // Not before the day, although three working days are over long before it.
  expect(story.ledger.clocks?.[0]?.dueAt).toBe('2026-03-20T00:00:00.000Z');
  story.turn({ kind: 'it-ready', ready: true }, 'it');
  expect([story.owes('it'), story.owes('lead')]).toEqual([[], []]);
  // EA-15a: on the day, whatever else happens, it is the lead's to send.
  story.until('2026-03-20T00:00:00.000Z');
  expect(story.owes('lead')).toEqual(['Send the access request to ALDR Bank']);
});

it('a request that is published new settings for keeps the steps it was sent under', () => {
  const story = begun().sent('ALDR');
  const before = JSON.stringify(story.ledger.clocks);
  const ladders = { ...defaultAccessPolicy.ladders, late: [{ to: 'csm' as const, afterDays: 0 }] };
  const queue = accessQueue({ ladders, timelineDays: 1, firstResponseDays: 1 });
  const later = new AccessStory(
    aPolicy(queue, {
      version: story.policy.version + 1,
      publishedAt: story.now,
      roles: { 'team-lead': ['lead', 'second lead'], csm: ['any csm'] },
    }),
  );
  later.ledger = story.ledger;
  later.at('2026-03-02T12:00:00.000Z');
  expect(JSON.stringify(later.ledger.clocks)).toBe(before);
  later.until('2026-03-17T17:00:00.000Z');
  expect(later.told.map(({ at, to }) => `${at} ${to}`)).toContain(
    '2026-03-17T17:00:00.000Z csm of ALDR',
  );
});

it('where nobody acts for a month, each is told in turn', () => {
  const story = new AccessStory();
  story.turn({
    kind: 'start',
    customers: ['ALDR', 'BRCH'],
    engineer: 'engineer',
    employmentStart: '2026-03-04',
    workStart: null,
    onFile: ['name', 'email'],
  });
  const first = (words: string) =>
    story.told
      .filter((one) => one.words.includes(words))
      .map(({ at, to }) => `${at.slice(0, 16)} ${to}`)[0];
  // Nobody holds the role of Internal IT here, so the lead who may say it for them sees to it.
  story.until('2026-03-06T17:00:00.000Z');
  expect(first('Set up account and e-mail')).toBe('2026-03-05T17:00 lead');
  story.turn({ kind: 'it-ready', ready: true }, 'second lead');
  expect(first('Send 2 access requests')).toBe('2026-03-06T17:00 lead');
  story.until('2026-03-09T17:00:00.000Z');
  story.sent('ALDR', 'BRCH');
  story.until('2026-04-09T17:00:00.000Z');
  expect({
    response: first('first response'),
    late: first('Get the accounts at'),
    'late, one customer': first('Get the account at ALDR Bank'),
    csm: first('lead did not do this in time: Get the account at ALDR Bank'),
    'other csm': first('lead did not do this in time: Get the account at BRCH Bank'),
    customer: first('Escalate to the customer contact at ALDR Bank'),
    'other customer': first('Escalate to the customer contact at BRCH Bank'),
    'again the lead': first('csm of ALDR did not do this in time'),
  }).toEqual({
    response: '2026-03-12T17:00 lead',
    late: undefined,
    'late, one customer': '2026-03-23T17:00 lead',
    csm: '2026-03-24T17:00 csm of ALDR',
    'other csm': '2026-03-24T17:00 csm of BRCH',
    customer: '2026-03-26T17:00 csm of ALDR',
    'other customer': '2026-03-26T17:00 csm of BRCH',
    'again the lead': expect.stringMatching(/ lead$/u),
  });
});
