// Who is told of which accounts, and what stands although customers, calendars and people of ours change (X10, X11).
import type { Act } from '../../../src/core/act';
import { holdersOf } from '../../../src/core/clock';
import { decide, wakeAt } from '../../../src/core/decide';
import { delegateWait, promiseWait } from '../../../src/core/wait-acts';
import { aCustomer, AccessStory } from '../../support/access';
import { everyRule } from '../../support/procedures';
import { aPerson, office } from '../../support/sop';

const heard = (story: AccessStory, who: string, words: string) =>
  story.told.filter(({ to, words: said }) => to === who && said.includes(words));
const clockOf = (story: AccessStory, start: string) =>
  story.ledger.clocks?.find(({ key }) => key.startsWith(start));
const csm = (story: AccessStory, cid: string, name: string) => {
  story.customers = { ...story.customers, [cid]: aCustomer(cid, { csm: name }) };
};

function does(story: AccessStory, who: string, perform: Act['perform']): void {
  const decision = decide(story.ledger, story.situation, {
    act: { procedure: 'wait', perform },
    actor: { accountId: who, mayTransition: true },
  });
  expect(decision.refused).toBeNull();
  story.ledger = decision.ledger;
}
const promises = (story: AccessStory, start: string, by: string, who = 'lead') => {
  const wait = clockOf(story, start)?.key ?? '';
  does(story, who, (c, actor) => promiseWait(c, actor, { procedure: 'access-request', wait, by }));
};

describe('accounts that come one after the other', () => {
  it('are each told to whoever tests them, and nobody is called silent about one of a moment ago', () => {
    const story = new AccessStory().begin().sent('ALDR', 'BRCH');
    story.at('2026-03-04T10:00:00.000Z').says('created');
    story.at('2026-03-04T15:00:00.000Z').says('created', 'BRCH');
    story.at('2026-03-04T15:30:00.000Z').says('verified', 'ALDR', 'engineer');
    story.until('2026-03-06T16:59:00.000Z');
    expect(heard(story, 'engineer', 'BRCH')).toMatchObject([
      { at: '2026-03-04T15:00:00.000Z', words: expect.stringContaining('your turn') as string },
    ]);
    // Each has its time from when they were told of it.
    expect(clockOf(story, 'test:')?.dueAt).toBe('2026-03-06T17:00:00.000Z');
  });

  it('and that do not work are each told to the team lead', () => {
    const story = new AccessStory().begin().sent('ALDR', 'BRCH');
    for (const cid of ['ALDR', 'BRCH']) story.says('created', cid);
    story.at('2026-03-04T10:00:00.000Z').says('not-functional', 'ALDR', 'engineer');
    story.at('2026-03-04T15:00:00.000Z').says('not-functional', 'BRCH', 'engineer');
    expect(heard(story, 'lead', 'your turn: See to the account at BRCH Bank')).toHaveLength(1);
  });

  it('said at once are told at once, as one', () => {
    const story = new AccessStory().begin().sent('ALDR', 'BRCH');
    story.at('2026-03-04T10:00:00.000Z');
    const changes = ['ALDR', 'BRCH'].map((cid) => ({
      cid,
      step: 'created' as const,
      remarks: null,
    }));
    story.turn({ kind: 'apply-sheet', changes });
    expect(story.owes('engineer')).toEqual(['Try your accounts at ALDR Bank and BRCH Bank']);
    expect(heard(story, 'engineer', 'your turn')).toHaveLength(1);
  });
});

it('a customer that is added later does not put off the requests that are to be sent', () => {
  const story = new AccessStory().begin({}, ['ALDR']);
  const due = clockOf(story, 'send')?.dueAt;
  story.at('2026-03-03T10:00:00.000Z');
  story.turn({ kind: 'add-customers', customers: ['BRCH'] });
  expect(story.owes('lead')).toEqual([
    'Send the access request to ALDR Bank',
    'Send the access request to BRCH Bank',
  ]);
  expect(clockOf(story, 'send')?.dueAt).toBe(due);
});

describe('a date that the team lead has set', () => {
  const promised = '2026-03-18T12:00:00.000Z';
  const dated = () => {
    const story = new AccessStory().begin().sent('ALDR').at('2026-03-12T10:00:00.000Z');
    promises(story, 'account:', promised);
    return story;
  };

  it('stands when the customer gets another CSM', () => {
    const story = dated();
    csm(story, 'ALDR', 'csm of BRCH');
    story.until('2026-03-18T11:00:00.000Z');
    expect(clockOf(story, 'account:')?.dueAt).toBe(promised);
    expect(heard(story, 'lead', 'Get the account')).toEqual([]);
    // And the one whose it is now hears of it when nobody acts.
    story.until('2026-03-20T18:00:00.000Z');
    expect(heard(story, 'csm of BRCH', 'Get the account at ALDR Bank')).not.toEqual([]);
    expect(heard(story, 'csm of ALDR', 'Get the account at ALDR Bank')).toEqual([]);
  });

  it.each(['account:', 'test:', 'send', 'response:'])(
    'stands when the queue works in another time zone: %s',
    (start) => {
      const story = new AccessStory().begin();
      if (start !== 'send') story.sent('ALDR', 'BRCH');
      if (start === 'test:') story.says('created');
      const by = '2026-03-09T09:30:00.000Z';
      promises(story, start, by, start === 'test:' ? 'engineer' : 'lead');
      const { dueAt } = clockOf(story, start) ?? {};
      const calendars = { office: { ...office, timeZone: 'America/Los_Angeles' } };
      const west = new AccessStory({ ...story.policy, version: 9, calendars });
      west.ledger = story.ledger;
      west.at('2026-03-02T12:00:00.000Z');
      expect(clockOf(west, start)).toMatchObject({ dueAt, promised: by });
    },
  );
});

it('whom the team lead has handed it to keeps it when the customer gets another CSM', () => {
  const story = new AccessStory().begin().sent('ALDR');
  const wait = clockOf(story, 'account:')?.key ?? '';
  does(story, 'lead', (c, actor) =>
    delegateWait(c, actor, { procedure: 'access-request', wait, to: aPerson('second lead') }),
  );
  csm(story, 'ALDR', 'csm of BRCH');
  story.at('2026-03-03T10:00:00.000Z');
  expect(holdersOf(clockOf(story, 'account:') ?? { asked: [], rung: 0 })).toContain('second lead');
});

it('of accounts that one CSM had and two have now, both hear when nobody acts', () => {
  const story = new AccessStory();
  csm(story, 'BRCH', 'csm of ALDR');
  story.begin({ workStart: null }).sent('ALDR', 'BRCH');
  story.at('2026-03-03T10:00:00.000Z');
  expect(story.owes('lead')).toContain('Get 2 accounts at ALDR Bank and BRCH Bank working');
  csm(story, 'BRCH', 'csm of BRCH');
  story.until('2026-03-17T17:00:00.000Z');
  for (const who of ['csm of ALDR', 'csm of BRCH'])
    expect(heard(story, who, 'lead did not do this in time: Get 2 accounts')).toHaveLength(1);
});

describe('a ticket that was closed by hand while accounts are wanted', () => {
  const closed = () => {
    const story = new AccessStory().begin().sent('ALDR');
    story.done = true;
    return story.at('2026-03-03T10:00:00.000Z');
  };

  it('is the team lead’s, who hears of it and is reminded, until they say what becomes of each', () => {
    const story = closed();
    const owed = 'The ticket is closed although ALDR Bank and BRCH Bank are still open';
    expect(story.owes('lead')).toEqual([`${owed}: reopen it, or finish them`]);
    expect(heard(story, 'lead', `your turn: ${owed}`)).toHaveLength(1);
    story.until('2026-03-10T18:00:00.000Z');
    expect(heard(story, 'second lead', 'lead did not do this in time')).toHaveLength(1);
    story.says('not-needed');
    expect(story.owes('lead').join()).toContain('BRCH Bank is still open: reopen it, or finish it');
    story.says('not-needed', 'BRCH');
    expect(story.ledger.clocks).toEqual([]);
  });

  it('is not looked at for ever: nothing wakes it for a day that has passed', () => {
    const story = closed();
    for (const at of ['2026-03-20T10:00:00.000Z', '2026-03-20T10:05:00.000Z']) {
      story.at(at);
      const wake = wakeAt(everyRule, story.ledger);
      expect(wake === null || wake > story.now).toBe(true);
    }
  });

  it('goes on with what is owed when it is opened again', () => {
    const story = closed();
    story.done = false;
    story.at('2026-03-04T10:00:00.000Z');
    expect(story.owes('lead')).toEqual([
      'Send the access request to BRCH Bank',
      'Get a first response from ALDR Bank',
      'Get the account at ALDR Bank working',
    ]);
    story.until('2026-03-20T18:00:00.000Z');
    expect(heard(story, 'csm of ALDR', 'Escalate to the customer contact')).not.toEqual([]);
  });

  it('of an engineer who leaves has its accounts closed all the same', () => {
    const story = new AccessStory().begin({ workStart: null }, ['ALDR']).sent('ALDR');
    story.says('verified', 'ALDR', 'engineer');
    story.turn({ kind: 'leave', on: '2026-03-06' });
    story.done = true;
    story.at('2026-03-10T10:00:00.000Z');
    expect(story.owes('lead').join()).toContain('have them closed');
    story.says('account-closed');
    expect(story.ledger.clocks).toEqual([]);
  });

  it('is nobody’s where every customer is settled', () => {
    const story = new AccessStory().begin({}, ['ALDR']).sent('ALDR');
    story.says('verified', 'ALDR', 'engineer');
    story.done = true;
    story.until('2026-03-20T10:00:00.000Z');
    expect(story.ledger.clocks).toEqual([]);
  });
});
