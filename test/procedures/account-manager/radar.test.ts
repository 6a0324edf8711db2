import { withAsks } from '../../../src/procedures/account-manager/asks';
import { radar } from '../../../src/procedures/account-manager/radar';
import { onRadar, onRadarAfter, sameOnRadar } from '../../../src/core/radar';
import type { RadarItem } from '../../../src/core/radar-rule';
import { anas, aPerson, aPolicy, aQueue, everybody, monday10, Story } from '../../support/sop';
import { defaultReadings } from '../../../src/procedures/account-manager/settings/reading-choices';

const known = { kind: 'known', account: anas, chosen: false } as const;
const friday = '2026-03-06T16:00:00.000Z';

/** What the radar shows of the ticket as it stands, without another turn. */
const seen = (story: Story): RadarItem[] => onRadar(story.ledger, story.situation);
const codes = (story: Story): string[] => seen(story).map(({ code }) => code);

const fresh = (): Story => new Story({ account: known });
const asked = (): Story => {
  const story = fresh();
  story.request();
  return story.at('2026-03-02T11:00:00.000Z');
};

/** Each way in which a ticket stands otherwise than the SOP expects, and what mends it. */
const cases: readonly {
  readonly code: string;
  readonly wrong: () => Story;
  readonly mended: (story: Story) => unknown;
}[] = [
  {
    code: 'leak',
    wrong: () => fresh().comment('agent', { public: true, mentions: ['Ana'] }),
    mended: (story) =>
      (story.ticket = {
        ...story.ticket,
        comments: story.ticket.comments.map((one) => ({ ...one, public: false })),
      }),
  },
  {
    code: 'waits-for-nobody',
    wrong: () => {
      const story = fresh();
      story.ticket = {
        ...story.ticket,
        status: { id: 'wfam', name: 'Waiting for Account Manager', done: false },
      };
      return story;
    },
    mended: (story) => story.request(),
  },
  {
    code: 'owed-by-nobody',
    wrong: () => {
      const story = asked();
      story.policy = { ...story.policy, fallback: [] };
      story.people = {
        ...everybody,
        Ana: aPerson('Ana', { active: false }),
        Paige: aPerson('Paige', { active: false }),
      };
      story.turn();
      return story;
    },
    mended: (story) => {
      story.people = everybody;
      story.turn();
    },
  },
  {
    code: 'wait-out-of-sight',
    wrong: () => {
      const story = asked();
      story.people = { ...everybody, Ana: aPerson('Ana', { cannotSee: ['1'] }) };
      return story;
    },
    mended: (story) => (story.people = { ...everybody, Ana: aPerson('Ana', { cannotSee: ['2'] }) }),
  },
  { code: 'not-escalated', wrong: () => asked().at(friday), mended: (story) => story.turn() },
  {
    code: 'late-with-everybody',
    wrong: () => {
      const story = asked();
      for (const day of ['02', '03', '04']) story.at(`2026-03-${day}T17:00:00.000Z`).turn();
      return story;
    },
    mended: (story) => story.comment('Ana').turn(),
  },
  {
    code: 'status-blocked',
    wrong: () => {
      const story = asked();
      story.ledger = {
        ...story.ledger,
        blocked: {
          to: { id: 'wfm', name: 'Waiting for Management' },
          from: 'wfam',
          tryAgainAt: friday,
        },
      };
      return story;
    },
    mended: (story) => story.turn(),
  },
  {
    code: 'account-needed',
    wrong: () => {
      const story = new Story({ account: { kind: 'unknown' } });
      story.moves('wfam').turn();
      return story;
    },
    mended: (story) => {
      story.account = { ...known, chosen: true };
      story.turn({ kind: 'choose-account', cid: anas.cid });
    },
  },
  {
    code: 'customer-unanswered',
    wrong: () => {
      const story = asked();
      story.customerReplies().turn();
      story.at('2026-03-02T13:00:00.000Z').turn();
      return story;
    },
    mended: (story) => story.comment('agent', { public: true }).turn(),
  },
  {
    code: 'status-elsewhere',
    wrong: () => {
      const story = asked().moves('progress');
      story.turn();
      return story;
    },
    mended: (story) => story.moves('wfam').turn(),
  },
  {
    code: 'field-empty',
    wrong: () => {
      const story = asked();
      story.ticket = { ...story.ticket, regionalManager: null };
      return story;
    },
    mended: (story) => (story.ticket = { ...story.ticket, regionalManager: aPerson('Paige') }),
  },
  {
    code: 'account-differs',
    wrong: () => {
      const story = asked();
      story.organizationAccount = { ...anas, cid: 'MSBK', name: 'Midland', accountManager: 'Chad' };
      return story;
    },
    mended: (story) => story.turn({ kind: 'move', to: 'account' }),
  },
  {
    code: 'field-differs',
    wrong: () => {
      const story = asked();
      story.ticket = { ...story.ticket, accountManager: aPerson('Rita') };
      return story;
    },
    mended: (story) => (story.account = { ...known, account: { ...anas, accountManager: 'Rita' } }),
  },
  {
    code: 'no-priority',
    wrong: () => {
      const story = asked();
      story.ticket = { ...story.ticket, priority: null };
      return story;
    },
    mended: (story) => (story.ticket = { ...story.ticket, priority: { id: 'high', name: 'High' } }),
  },
  {
    code: 'manager-without-request',
    wrong: () => new Story({ account: known, ticket: { accountManager: aPerson('Ana') } }),
    mended: (story) => (story.ticket = { ...story.ticket, accountManager: null }),
  },
];

/** What the engine finds about everything that is owed. */
const ofEveryWait = ['owed-by-nobody', 'wait-out-of-sight', 'late-with-everybody'];

describe('AM-32: the radar', () => {
  it('has a case here for every row of its table', () => {
    const own = cases.map(({ code }) => code).filter((code) => !ofEveryWait.includes(code));
    expect(own.sort()).toEqual(radar.map(({ code }) => code).sort());
  });

  it.each(cases.map((one) => [one.code, one] as const))(
    '%s is shown, says what to do, and goes when it is mended',
    (code, { wrong, mended }) => {
      const story = wrong();
      expect(codes(story)).toEqual([code]);
      const [item] = seen(story);
      expect(item).toMatchObject({
        remedy: expect.stringMatching(/\.$/u),
        because: { clause: expect.stringMatching(/^[AMX]/u) },
      });
      mended(story);
      expect(codes(story)).not.toContain(code);
    },
  );

  it.each(
    cases.filter(({ code }) => !ofEveryWait.includes(code)).map((one) => [one.code, one] as const),
  )('%s does not matter once the ticket is done', (_code, { wrong }) => {
    const story = wrong();
    story.ticket = { ...story.ticket, status: { id: 'done', name: 'Done', done: true } };
    expect(codes(story)).toEqual([]);
  });

  it.each([
    ['a ticket nobody is asked in', () => fresh()],
    ['an open request', () => asked()],
    [
      'a customer’s reply that support has',
      () => {
        const story = asked();
        story.customerReplies().turn();
        return story;
      },
    ],
    [
      'an answer',
      () => {
        const story = asked();
        story.comment('Ana').turn();
        return story;
      },
    ],
    [
      'an escalation',
      () => {
        const story = asked().at(friday);
        story.turn();
        return story;
      },
    ],
    [
      'a customer who tags the account manager',
      () => fresh().comment('customer', { public: true, mentions: ['Ana'] }),
    ],
  ])('shows nothing of %s', (_what, tell) => {
    expect(codes(tell())).toEqual([]);
  });

  it('shows what a queue that escalates by hand leaves to people', () => {
    const story = new Story({
      account: known,
      policy: aPolicy(aQueue({ readings: { ...defaultReadings, atDueTime: 'prompt' } })),
    });
    story.request();
    story.at(friday).turn();
    expect(seen(story)).toMatchObject([{ code: 'not-escalated', because: { clause: 'A7' } }]);
  });

  it('keeps since when something was seen, and tells it from the history where it can', () => {
    const story = asked();
    story.ticket = { ...story.ticket, priority: null };
    const first = seen(story);
    expect(first).toMatchObject([{ since: '2026-03-02T11:00:00.000Z' }]);
    expect(
      onRadar(story.ledger, story.at(friday).situation, first).find(
        ({ code }) => code === 'no-priority',
      ),
    ).toMatchObject({ since: '2026-03-02T11:00:00.000Z' });
    const moved = asked().moves('progress', 'agent', { at: '2026-03-02T10:30:00.000Z' }).at(friday);
    expect(seen(moved).find(({ code }) => code === 'status-elsewhere')).toMatchObject({
      since: '2026-03-02T10:30:00.000Z',
    });
  });

  it('puts the urgent first', () => {
    const story = asked().at(friday).moves('progress');
    expect(codes(story)).toEqual(['not-escalated', 'status-elsewhere']);
  });

  it('looks at what is left once the turn’s own effects are done', () => {
    const story = fresh();
    const decision = story.moves('wfam').turn();
    expect(onRadarAfter(decision, story.situation)).toEqual([]);
    expect(sameOnRadar([], seen(asked().moves('progress')))).toBe(false);
  });
});

describe('AM-32: what somebody takes out of an open request by hand', () => {
  const emptied = (field: 'account-manager' | 'regional-manager' | 'priority'): Story => {
    const story = asked();
    const name =
      field === 'priority'
        ? 'priority'
        : field === 'account-manager'
          ? 'accountManager'
          : 'regionalManager';
    story.moves('wfam', 'agent', { field, from: 'x', to: null });
    story.ticket = { ...story.ticket, [name]: null };
    return story;
  };

  it.each(['account-manager', 'regional-manager', 'priority'] as const)(
    'the %s is put back and written down, in one write',
    (field) => {
      const story = emptied(field);
      const decision = story.turn();
      expect(decision.effects.map(({ command }) => command.kind)).toEqual(['edit']);
      expect(story.ticket).toMatchObject({
        accountManager: { accountId: 'Ana' },
        regionalManager: { accountId: 'Paige' },
        priority: { id: 'medium' },
      });
      expect(story.ledger.journal.at(-1)).toMatchObject({
        because: { clause: 'AM-17', values: { 'emptied by': 'agent' } },
      });
      expect(codes(story)).toEqual([]);
    },
  );

  it('is put back once for each time, not again when Jira did not take it', () => {
    const story = emptied('account-manager');
    story.turn();
    story.ticket = { ...story.ticket, accountManager: null };
    expect(story.turn().effects).toEqual([]);
    expect(codes(story)).toEqual(['field-empty']);
  });

  it('stays out when nobody is asked any more, and when it was filled again meanwhile', () => {
    const answered = emptied('account-manager');
    answered.ledger = withAsks(answered.ledger, { ask: null });
    expect(answered.turn().effects.filter(({ command }) => command.kind === 'edit')).toEqual([]);
    const again = emptied('regional-manager');
    again.ticket = { ...again.ticket, regionalManager: aPerson('Paige') };
    expect(again.turn().effects).toEqual([]);
  });

  it('stays out when it was taken out before the request', () => {
    const story = asked();
    story.ticket = { ...story.ticket, regionalManager: null };
    story.moves('wfam', 'agent', {
      field: 'regional-manager',
      from: 'x',
      to: null,
      at: monday10.replace('10:', '09:'),
    });
    expect(story.turn().effects).toEqual([]);
  });
});
