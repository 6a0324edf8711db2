import { asksOf } from '../../../src/procedures/account-manager/asks';
import { anas, aPerson, aPolicy, aQueue, everybody, Story, urgent } from '../../support/sop';

const dueAt = '2026-03-02T14:00:00.000Z';
const asked = (story = new Story()): Story => {
  story.request();
  return story;
};

describe('AM-20: silence', () => {
  it('does nothing a second before the due time, and says why not', () => {
    const story = asked().at('2026-03-02T13:59:59.000Z');
    const decision = story.turn();
    expect(decision.changed).toBe(false);
    expect(decision.declined).toMatchObject([{ clause: 'AM-20' }]);
  });

  it('a response from before the due time counts, though it is found only after it', () => {
    const story = asked();
    story.comment('Chad', { at: '2026-03-02T13:59:00.000Z' }).at('2026-03-02T14:05:00.000Z').turn();
    expect(story.clauses).not.toContain('AM-20');
    expect(asksOf(story.ledger).closed).toMatchObject([{ how: 'answered', rung: 0 }]);
  });

  it('AM-21: at the due second the ticket waits for management and the regional manager is tagged', () => {
    const story = asked(new Story({ account: { kind: 'known', account: anas, chosen: false } })).at(
      dueAt,
    );
    story.turn();
    expect(story.kinds).toEqual(['transition', 'comment']);
    expect(story.status).toBe('wfm');
    expect(story.tagged).toEqual(['Paige']);
    expect(asksOf(story.ledger).ask).toMatchObject({
      rung: 1,
      holder: 'Paige',
      dueAt: '2026-03-02T16:00:00.000Z',
    });
  });

  it('AM-22: where the account manager is the regional manager, James Lee is tagged', () => {
    const story = asked().at(dueAt);
    story.turn();
    expect(story.tagged).toEqual(['James Lee']);
  });

  it('happens once, however often the rules look', () => {
    const story = asked().at(dueAt);
    story.turn();
    for (let look = 0; look < 5; look += 1) expect(story.turn().effects).toEqual([]);
    expect(story.effects.filter(({ clause }) => clause === 'AM-21')).toHaveLength(1);
  });

  it('AM-24: fills the Regional Manager field when somebody emptied it', () => {
    const story = asked().at(dueAt);
    story.ticket = { ...story.ticket, regionalManager: null };
    story.turn();
    expect(story.kinds).toEqual(['edit', 'transition', 'comment']);
  });

  it('AM-22: looks up the people again instead of copying them from when the ask began', () => {
    const story = asked(new Story({ account: { kind: 'known', account: anas, chosen: false } }));
    story.account = { kind: 'known', account: { ...anas, regionalManager: 'Rita' }, chosen: false };
    story.at(dueAt).turn();
    expect(story.tagged).toEqual(['Rita']);
  });

  it('A15: climbs to the fallback, then reminds daily, and asks nobody twice', () => {
    const story = asked(new Story({ account: { kind: 'known', account: anas, chosen: false } }));
    story.at(dueAt).turn();
    story.at('2026-03-02T16:00:00.000Z').turn();
    expect(story.tagged).toEqual(['James Lee']);
    expect(story.kinds).not.toContain('transition');
    story.at('2026-03-02T17:00:00.000Z').turn();
    expect(asksOf(story.ledger).ask?.exhausted).toBe(true);
    expect(story.kinds).not.toContain('comment');
    story.at('2026-03-03T09:00:00.000Z').turn();
    expect(story.tagged).toEqual(['James Lee']);
    story.at('2026-03-04T09:00:00.000Z').turn();
    expect(story.tagged).toEqual(['James Lee']);
    expect(asksOf(story.ledger).ask?.asked).toEqual(['Ana', 'Paige', 'James Lee']);
  });

  it('A10: with no one above the ticket is not stuck: management status, support told, a flag', () => {
    const policy = aPolicy(aQueue(), { fallback: ['Chad'] });
    const story = asked(new Story({ policy })).at(dueAt);
    story.turn();
    expect(story.status).toBe('wfm');
    expect(story.tagged).toEqual(['agent']);
    expect(story.ledger.projected?.flag).toBe('no-one-above');
  });

  it('AM-15: leadership does not wait; the reason is kept', () => {
    const story = asked().at('2026-03-02T10:05:00.000Z');
    story.turn({ kind: 'escalate', reason: 'the board asks' });
    expect(story.status).toBe('wfm');
    expect(story.ledger.journal.at(-1)?.because).toMatchObject({
      clause: 'AM-15',
      values: { reason: 'the board asks' },
    });
  });

  it('AM-24: Waiting for Management set by hand escalates the open ask', () => {
    const story = asked().at('2026-03-02T11:00:00.000Z');
    story.moves('wfm').turn();
    expect(asksOf(story.ledger).ask).toMatchObject({ rung: 1, holder: 'James Lee' });
    expect(story.tagged).toEqual(['James Lee']);
  });

  it('A14: somebody deactivated mid-ask is replaced and the due time stays', () => {
    const story = asked(new Story({ account: { kind: 'known', account: anas, chosen: false } }));
    story.people = { ...everybody, Ana: aPerson('Ana', { active: false }) };
    story.at('2026-03-02T11:00:00.000Z').turn();
    expect(asksOf(story.ledger).ask).toMatchObject({ holder: 'Paige', standsInFor: 'Ana', dueAt });
    expect(story.tagged).toEqual(['Paige']);
    expect(story.clauses).toContain('A14');
    expect(story.turn().effects).toEqual([]);
  });

  it('reminds before the due time where the entry says so', () => {
    const reminding = {
      ...urgent,
      ladder: urgent.ladder.map((rung, level) =>
        level === 0 ? { ...rung, remindBefore: [30] } : rung,
      ),
    };
    const story = asked(new Story({ policy: aPolicy(aQueue({ entries: [reminding] })) }));
    story.at('2026-03-02T13:30:00.000Z').turn();
    expect(story.tagged).toEqual(['Chad']);
    expect(story.status).toBe('wfam');
    story.at('2026-03-02T13:45:00.000Z').turn();
    expect(story.last?.effects).toEqual([]);
  });

  it('counts no weekend', () => {
    const story = new Story().at('2026-03-06T16:00:00.000Z');
    story.request();
    expect(asksOf(story.ledger).ask?.dueAt).toBe('2026-03-09T12:00:00.000Z');
    story.at('2026-03-08T12:00:00.000Z').turn();
    expect(story.status).toBe('wfam');
  });
});

describe('A7: a queue that only looked on escalates by itself, and whoever was asked has left meanwhile', () => {
  it('whoever stands in is told once, with the time they have', () => {
    const reading = (atDueTime: 'shadow' | 'escalate') => {
      const queue = aQueue();
      return aPolicy({ ...queue, readings: { ...queue.readings, atDueTime } });
    };
    const story = asked(
      new Story({
        policy: reading('shadow'),
        account: { kind: 'known', account: anas, chosen: false },
      }),
    );
    story.at('2026-03-02T15:00:00.000Z').turn();
    const before = story.tagged.length;
    story.policy = { ...reading('escalate'), version: 4, publishedAt: story.now };
    story.people = { ...story.people, Ana: aPerson('Ana', { active: false }) };
    story.at('2026-03-03T10:00:00.000Z').turn();
    expect(story.tagged.slice(before)).toHaveLength(1);
    expect(asksOf(story.ledger).ask?.dueAt).toBe('2026-03-03T10:30:00.000Z');
  });
});
