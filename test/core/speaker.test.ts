import { spellTaken, type Standings, strangers, takenFor } from '../../src/core/speaker';
import type { Situation } from '../../src/core/situation';
import { aPerson, aTicket, Story } from '../support/sop';

const situation = (change: Partial<Situation> = {}): Situation => ({
  ...new Story().situation,
  ...change,
});
const standing = (as: 'customer' | 'team'): Standings => ({
  Kim: { as, how: 'as Jira says', at: '2026-03-02T10:00:00.000Z' },
});
const inPublic = (author = aPerson('Kim')) => ({ author, public: true });

describe('X12: who speaks is what Jira makes of them on this request, not the kind of their account', () => {
  it.each([
    ['customer', 'customer'],
    ['team', 'team'],
  ] as const)('whom Jira calls %s is taken for the %s', (as, speaker) => {
    expect(takenFor(situation({ standings: standing(as) }), inPublic()).speaker).toBe(speaker);
  });

  it('whoever the ticket or the settings name as one of ours is the team, also as its reporter', () => {
    for (const person of ['agent', 'Chad', 'James Lee']) {
      const reported = situation({ ticket: aTicket({ reporter: aPerson(person) }) });
      expect(takenFor(reported, inPublic(aPerson(person))).speaker).toBe('team');
    }
  });

  it('somebody with a role who takes part as a customer is the customer', () => {
    const jiraSays = {
      as: 'customer',
      how: 'a participant',
      at: '2026-03-02T10:00:00.000Z',
    } as const;
    const known = situation({ standings: { 'James Lee': jiraSays } });
    expect(takenFor(known, inPublic(aPerson('James Lee'))).speaker).toBe('customer');
    const said = aTicket({
      comments: [
        {
          id: 7,
          at: '2026-03-02T10:00:00.000Z',
          mentions: [],
          text: 'Any news?',
          ...inPublic(aPerson('James Lee')),
        },
      ],
    });
    expect(strangers(situation({ ticket: said }), 0)).toEqual(['James Lee']);
  });

  it('where Jira was not asked, the reporter is the customer and nobody else with such an account', () => {
    const reported = situation({ ticket: aTicket({ reporter: aPerson('Kim') }) });
    expect(takenFor(reported, inPublic()).speaker).toBe('customer');
    expect(takenFor(situation(), inPublic()).speaker).toBe('team');
  });

  it('an internal comment is the team’s, a portal-only account the customer’s, an app’s nobody’s', () => {
    const known = situation({ standings: standing('customer') });
    expect(takenFor(known, { author: aPerson('Kim'), public: false }).speaker).toBe('team');
    expect(takenFor(known, inPublic(aPerson('x', { kind: 'customer' }))).speaker).toBe('customer');
    expect(takenFor(known, inPublic(aPerson('x', { kind: 'app' }))).speaker).toBe('automation');
  });

  it('whoever is asked speaks as that', () => {
    expect(takenFor(situation({ standings: standing('customer') }), inPublic(), ['Kim'])).toEqual({
      speaker: 'asked',
      how: 'asked on this ticket',
    });
  });

  it('says in words who it was taken for, and by what', () => {
    expect(spellTaken(takenFor(situation({ standings: standing('customer') }), inPublic()))).toBe(
      'customer (as Jira says)',
    );
  });
});

describe('Jira is asked about somebody only where nothing else says it', () => {
  const comment = (id: number, author = aPerson('Kim'), isPublic = true) => ({
    id,
    author,
    at: '2026-03-02T11:00:00.000Z',
    public: isPublic,
    mentions: [],
    text: 'words',
  });

  it('about authors of new public comments with an ordinary account, each once', () => {
    const ticket = aTicket({
      comments: [
        comment(1, aPerson('Old')),
        comment(2),
        comment(3),
        comment(4, aPerson('Inside'), false),
        comment(5, aPerson('agent')),
        comment(6, aPerson('portal', { kind: 'customer' })),
        comment(7, aPerson('relay')),
      ],
    });
    expect(strangers(situation({ ticket }), 1)).toEqual(['Kim']);
  });

  it('and not again within a day', () => {
    const at = (days: number) => ({
      ...comment(2),
      at: new Date(Date.parse('2026-03-02T10:00:00.000Z') + days * 86_400_000).toISOString(),
    });
    const asked = (days: number) =>
      strangers(
        situation({ ticket: aTicket({ comments: [at(days)] }), standings: standing('team') }),
        1,
      );
    expect(asked(0.5)).toEqual([]);
    expect(asked(2)).toEqual(['Kim']);
  });
});
