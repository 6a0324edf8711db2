import { knowledgeOf } from '../../../src/procedures/hybrid-account/state';
import fc from 'fast-check';
import {
  acknowledged,
  gapOf,
  happenedAgain,
  type Knowledge,
  newsOf,
  nothingKnown,
  told,
} from '../../../src/procedures/hybrid-account/knowledge';
import { HybridStory } from '../../support/hybrid';

describe('what one department knows and the other does not (HY-12, HY-18)', () => {
  it('an update of one side is a gap of the other until it is acknowledged, and a new one opens it again', () => {
    const story = new HybridStory().share('csm');
    expect([story.gaps(), story.tagged]).toEqual([[0, 1], ['fmc']]);
    expect(story.see('fmc').gaps()).toEqual([0, 0]);
    expect(story.share('csm', 'It is fixed.').gaps()).toEqual([0, 1]);
    expect(story.share('fmc', 'Seen by the customer too.').gaps()).toEqual([1, 1]);
  });

  it('whoever has to know is reminded at the due time, management hears two days later, and then each working day', () => {
    const story = new HybridStory().share('csm');
    expect(story.at('2026-03-03T16:59:00.000Z').tagged).toEqual([]);
    expect(story.at('2026-03-03T17:00:00.000Z').tagged).toEqual(['fmc']);
    expect(story.at('2026-03-05T17:00:00.000Z').tagged).toEqual(['boss']);
    expect(story.at('2026-03-20T17:00:00.000Z').tagged).toEqual(['boss']);
    expect(story.see('fmc').at('2026-03-27T17:00:00.000Z').tagged).toEqual([]);
  });

  const seats = ['fmc', 'cs:A', 'cs:B'] as const;
  const nothing = nothingKnown({ class: 'bug', accounts: ['A', 'B'], forAdmins: null });
  const update = (from: 'cs' | 'fmc' | null) => ({
    from,
    by: from,
    at: '2026-03-02T10:00:00.000Z',
    class: 'bug' as const,
    text: 'x',
    comment: null,
  });
  const played = (
    happenings: readonly {
      readonly from: 'cs' | 'fmc' | null;
      readonly does: 'tells' | 'happens' | 'sees';
      readonly seat: string;
      readonly upTo: number;
    }[],
  ): Knowledge =>
    happenings.reduce(
      (now, { from, does, seat, upTo }) =>
        does === 'tells'
          ? told(now, update(from))
          : does === 'happens'
            ? happenedAgain(now, { ...update(from), happened: 'status' })
            : acknowledged(now, [seat], upTo),
      nothing,
    );
  const happening = fc.record({
    from: fc.constantFrom('cs' as const, 'fmc' as const, null),
    does: fc.constantFrom('tells' as const, 'happens' as const, 'sees' as const),
    seat: fc.constantFrom(...seats),
    upTo: fc.nat(20),
  });

  it('everybody knows after everybody acknowledged, whatever happened before, and what comes next is news again', () => {
    fc.assert(
      fc.property(fc.array(happening), (happenings) => {
        const all = acknowledged(played(happenings), seats, 9999);
        expect([gapOf(all, 'cs'), gapOf(all, 'fmc')]).toEqual([[], []]);
        const again = told(all, update('fmc'));
        expect([gapOf(again, 'cs').length, gapOf(again, 'fmc').length]).toEqual([1, 0]);
      }),
    );
  });

  it('an acknowledgement is of one person: it takes nothing from what the others have to see', () => {
    fc.assert(
      fc.property(fc.array(happening), fc.constantFrom(...seats), (happenings, seat) => {
        const known = played(happenings);
        const after = acknowledged(known, [seat], 9999);
        for (const one of seats)
          expect(newsOf(after, one)).toEqual(one === seat ? [] : newsOf(known, one));
      }),
    );
  });

  it('what happens is one line for each kind and side, and is news for exactly whom it was news before', () => {
    fc.assert(
      fc.property(fc.array(happening), (happenings) => {
        const known = played(happenings);
        for (const from of ['cs', 'fmc', null] as const) {
          const fresh = known.updates.filter(
            (one) =>
              one.happened !== undefined &&
              one.from === from &&
              seats.every(
                (seat) =>
                  from === seat.slice(0, 2) || from === seat || newsOf(known, seat).includes(one),
              ),
          );
          expect(fresh.length).toBeLessThanOrEqual(1);
        }
        const ids = known.updates.map(({ id }) => id);
        expect([...new Set(ids)].sort((a, b) => a - b)).toEqual(ids);
      }),
    );
  });

  it('a maintenance is announced once, to all affected accounts and both departments (HY-16)', () => {
    const story = new HybridStory();
    const announce = {
      kind: 'announce-maintenance' as const,
      accounts: ['GCBK'],
      text: 'Read-only on Sunday.',
      forAdmins: 'On Sunday from 8 to 9 you can read but not write.',
    };
    story.turn({ ...announce, accounts: ['GCBK', 'SOLO'] }, 'agent');
    expect(story.last?.refused).toMatchObject({
      clause: 'HY-16',
      text: expect.stringContaining('Solo') as string,
    });
    story.turn(announce, 'agent');
    expect([story.gaps(), story.tagged]).toEqual([
      [1, 1],
      ['csm', 'fmc'],
    ]);
    expect(story.turn(announce, 'agent').refused).toBe('HY-16');
  });

  it('an announcement is news for every CSM but the one who made it, and each acknowledges for their own accounts', () => {
    const story = new HybridStory().turn(
      {
        kind: 'announce-maintenance',
        accounts: ['GCBK', 'TWOB'],
        text: 'Read-only on Sunday.',
        forAdmins: '',
      },
      'csm',
    );
    expect(story.gaps()).toEqual([1, 1]);
    expect([story.owedBy('csm'), story.owedBy('other-csm'), story.owedBy('fmc')]).toEqual([
      [],
      ['ack:cs:1'],
      ['ack:fmc'],
    ]);
    expect(story.see('csm').refused).toBe('HY-18');
    expect(story.see('other-csm').gaps()).toEqual([0, 1]);
    expect(story.see('fmc').gaps()).toEqual([0, 0]);
  });

  it('either side asks the other at any time; the question is due, is said again, and closes with its answer (HY-17)', () => {
    const story = new HybridStory().turn(
      { kind: 'ask-question', text: 'Who talks to them on Friday?' },
      'fmc',
    );
    expect([story.tagged, knowledgeOf(story.ledger)?.questions[0]?.dueAt]).toEqual([
      ['csm'],
      '2026-03-03T10:00:00.000Z',
    ]);
    expect(story.at('2026-03-03T10:00:00.000Z').tagged).toEqual(['csm']);
    expect(story.turn({ kind: 'answer-question', question: 1, text: 'You.' }, 'fmc').refused).toBe(
      'HY-17',
    );
    story.turn({ kind: 'answer-question', question: 1, text: 'I do.' }, 'csm');
    expect(story.tagged).toEqual(['fmc']);
    expect(story.at('2026-03-05T10:00:00.000Z').tagged).toEqual([]);
  });

  it('a question says nothing of what the ticket is about: what is told first decides, and the question stays', () => {
    const asked = (): HybridStory =>
      new HybridStory().turn({ kind: 'ask-question', text: 'Is Sunday fine?' }, 'fmc');
    const announced = asked().turn(
      {
        kind: 'announce-maintenance',
        accounts: ['GCBK'],
        text: 'Read-only on Sunday.',
        forAdmins: '',
      },
      'csm',
    );
    expect(knowledgeOf(announced.ledger)).toMatchObject({
      class: 'maintenance',
      accounts: ['GCBK'],
      questions: [{ text: 'Is Sunday fine?' }],
    });
    const shared = asked().turn(
      { kind: 'share-update', class: 'integration', text: 'The feed is late.' },
      'csm',
    );
    expect(knowledgeOf(shared.ledger)).toMatchObject({
      class: 'integration',
      questions: [{ id: 1 }],
      updates: [{ from: 'cs' }],
    });
  });
});
