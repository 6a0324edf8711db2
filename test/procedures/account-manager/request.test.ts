import { asksOf } from '../../../src/procedures/account-manager/asks';
import { anas, aPolicy, everybody, Story } from '../../support/sop';

describe('AM-23: a response is requested from the panel', () => {
  it('tags the manager, fills both fields, sets the priority and the status, in that order and in three writes', () => {
    const story = new Story();
    const decision = story.turn({
      kind: 'request',
      entryId: 'urgent',
      note: 'Is the contract signed?',
      priorityId: 'high',
    });
    expect(story.kinds).toEqual(['comment', 'edit', 'transition']);
    expect(story.tagged).toEqual(['Chad']);
    expect(decision.effects[1]?.command).toMatchObject({
      fields: [
        { field: { id: 'am' }, person: 'Chad' },
        { field: { id: 'rm' }, person: 'James Lee' },
      ],
      priority: { id: 'high' },
      projection: { state: 'waiting-for-account-manager', holder: 'Chad', level: 0 },
    });
    expect(story.status).toBe('wfam');
    expect(asksOf(story.ledger).ask).toMatchObject({
      holder: 'Chad',
      askedBy: 'agent',
      dueAt: '2026-03-02T14:00:00.000Z',
      note: 'Is the contract signed?',
    });
    expect(decision.effects.every(({ actor }) => actor === 'agent')).toBe(true);
  });

  it('AM-07: fills only what is missing', () => {
    const story = new Story({
      ticket: {
        accountManager: everybody['Chad'] ?? null,
        regionalManager: everybody['James Lee'] ?? null,
        priority: { id: 'high', name: 'High' },
      },
    });
    story.turn({
      kind: 'request',
      entryId: 'urgent',
      note: 'Is it signed yet?',
      priorityId: 'high',
    });
    expect(story.kinds).toEqual(['comment', 'transition']);
  });

  it('AM-19: the due time goes by the priority', () => {
    const story = new Story();
    story.turn({
      kind: 'request',
      entryId: 'urgent',
      note: 'Is it signed yet?',
      priorityId: 'highest',
    });
    expect(asksOf(story.ledger).ask?.dueAt).toBe('2026-03-02T10:30:00.000Z');
  });

  it.each([
    ['somebody is asked already', (story: Story) => void story.request(), 'AM-13'],
    [
      'the account is not known',
      (story: Story) => void (story.account = { kind: 'unknown' }),
      'A12',
    ],
    [
      'the organizations belong to several accounts',
      (story: Story) => void (story.account = { kind: 'choose', choices: [anas] }),
      'A12',
    ],
    ['the ticket is done', (story: Story) => void story.moves('done'), 'AM-13'],
  ])('is refused, and changes nothing, when %s', (_name, given, clause) => {
    const story = new Story();
    given(story);
    story.turn();
    const before = story.ledger;
    const decision = story.request();
    expect(decision.refused?.clause).toBe(clause);
    expect(decision.effects).toEqual([]);
    expect(decision.ledger).toBe(before);
  });

  it('is refused to somebody who may not move the ticket', () => {
    const story = new Story();
    const decision = story.turn(
      { kind: 'request', entryId: 'urgent', note: 'Is it signed yet?', priorityId: null },
      { accountId: 'Ana', mayTransition: false },
    );
    expect(decision.refused?.text).toContain('Only people who may move this ticket');
  });

  it.each([
    ['too short', 'hm'],
    ['too long', 'x'.repeat(2001)],
  ])('is refused with the bounds when the note is %s', (_name, note) => {
    const story = new Story();
    expect(
      story.turn({ kind: 'request', entryId: 'urgent', note, priorityId: null }).refused,
    ).toMatchObject({ clause: 'AM-23', text: expect.stringContaining('10 to 2000') });
  });

  it('AM-12: is refused for an entry that only informs', () => {
    expect(
      new Story().turn({
        kind: 'request',
        entryId: 'news',
        note: 'Is it signed yet?',
        priorityId: null,
      }).refused?.clause,
    ).toBe('AM-12');
  });
});

describe('AM-11: watching', () => {
  it('adds the watcher and touches no field, no status and no clock', () => {
    const story = new Story();
    story.turn({ kind: 'add-watcher', entryId: 'news' });
    expect(story.last?.effects.map(({ command }) => command)).toEqual([
      { kind: 'watch', person: 'Chad' },
    ]);
    expect(asksOf(story.ledger).ask).toBeNull();
  });

  it('the manager field filled by hand asks for nothing and is answered with why', () => {
    const story = new Story({ ticket: { accountManager: everybody['Chad'] ?? null } });
    story.ticket = {
      ...story.ticket,
      changes: [
        {
          id: 7,
          at: story.now,
          by: everybody['agent'] ?? null,
          field: 'account-manager',
          from: null,
          fromName: null,
          to: 'Chad',
          ours: false,
        },
      ],
    };
    story.turn();
    expect(asksOf(story.ledger).ask).toBeNull();
    expect(story.clauses).toEqual(['AM-11']);
    expect(story.effects).toEqual([]);
  });
});

describe('A1, A11: looped in by hand', () => {
  it('a tag in an internal comment does whatever is missing, without tagging again', () => {
    const story = new Story();
    story.comment('agent', { mentions: ['Chad'], text: 'Chad, is the contract signed' });
    story.turn();
    expect(story.kinds).toEqual(['edit', 'transition']);
    expect(story.status).toBe('wfam');
    expect(asksOf(story.ledger).ask).toMatchObject({
      how: 'mention',
      askedBy: 'agent',
      holder: 'Chad',
    });
  });

  it('the status set by hand fills the fields and tags the manager', () => {
    const story = new Story();
    story.moves('wfam').turn();
    expect(story.kinds).toEqual(['comment', 'edit']);
    // Whoever set the status without a word is asked for the note of AM-23.
    expect(story.tagged).toEqual(['Chad', 'agent']);
    expect(asksOf(story.ledger).ask).toMatchObject({
      how: 'status',
      dueAt: '2026-03-02T14:00:00.000Z',
    });
  });

  it('AM-14: Waiting for Management by hand asks the regional manager at once', () => {
    const story = new Story();
    story.moves('wfm').turn();
    expect(story.tagged).toEqual(['James Lee']);
    expect(asksOf(story.ledger).ask).toMatchObject({ rung: 1, holder: 'James Lee' });
    expect(story.status).toBe('wfm');
  });

  it('A12: with the account unknown nothing is guessed; choosing it goes on from there', () => {
    const story = new Story({ account: { kind: 'unknown' } });
    story.moves('wfam').turn();
    expect(story.effects).toEqual([]);
    expect(asksOf(story.ledger).waiting).not.toBeNull();
    expect(story.clauses).toEqual(['A12']);
    story.account = { kind: 'known', account: anas, chosen: true };
    story.turn({ kind: 'choose-account', cid: 'GCBK' });
    expect(story.ledger.chosen).toBe('GCBK');
    expect(asksOf(story.ledger)).toMatchObject({ waiting: null, ask: { holder: 'Ana' } });
  });

  it('AM-12: where the entry only informs, a tag asks for nothing', () => {
    const story = new Story({ ticket: { requestType: 'News' } });
    story.comment('agent', { mentions: ['Chad'], text: 'please see' }).turn();
    expect(asksOf(story.ledger).ask).toBeNull();
    expect(story.clauses).toEqual(['AM-12']);
  });

  it.each([
    ['Chad, what do you think?', true],
    ['Please have a look', true],
    ['Chad knows about this', false],
  ])('A11: where no SOP decides, "%s" asks for a reply: %s', (text, asks) => {
    const story = new Story();
    const queue = story.situation.queue;
    story.policy = {
      ...story.policy,
      queues: {
        '1': { ...queue, entries: queue.entries.map((entry) => ({ ...entry, general: true })) },
      },
    };
    story.comment('agent', { mentions: ['Chad'], text }).turn();
    expect(asksOf(story.ledger).ask !== null).toBe(asks);
  });

  it.each([
    ['agents', false],
    ['anyone-who-sees', true],
  ] as const)(
    'AM-23: where %s may ask, somebody who may not move the ticket may: %s',
    (whoMayAsk, may) => {
      const story = new Story();
      const queue = story.situation.queue;
      story.policy = aPolicy({
        ...queue,
        entries: queue.entries.map((entry) => ({
          ...entry,
          whoMayAsk: entry.id === 'urgent' ? whoMayAsk : 'agents',
        })),
      });
      const { refused } = story.turn(
        {
          kind: 'request',
          entryId: 'urgent',
          note: 'Is the contract signed?',
          priorityId: null,
        },
        { accountId: 'Joe', mayTransition: false },
      );
      expect(refused === null).toBe(may);
      expect(asksOf(story.ledger).ask !== null).toBe(may);
      // Another entry of the same queue keeps its own rule.
      expect(
        story.turn(
          { kind: 'add-watcher', entryId: 'news' },
          { accountId: 'Joe', mayTransition: false },
        ).refused,
      ).not.toBeNull();
    },
  );

  it('X7: a tag in a public comment loops nobody in and raises the alarm', () => {
    const story = new Story();
    story.comment('agent', { mentions: ['Chad'], public: true, text: 'Chad?' }).turn();
    expect(asksOf(story.ledger).ask).toBeNull();
    expect(story.effects).toEqual([]);
    expect(story.clauses).toEqual(['X7']);
  });

  it('somebody who took the status back before anybody looked has changed their mind', () => {
    const story = new Story();
    story.moves('wfam').moves('progress').turn();
    expect(asksOf(story.ledger).ask).toBeNull();
  });

  it('what is older than the settings is left alone', () => {
    const story = new Story();
    story
      .comment('agent', { mentions: ['Chad'], text: 'Chad?', at: '2026-02-20T10:00:00.000Z' })
      .turn();
    expect(story.last?.changed).toBe(false);
  });
});
