import { knowledgeOf } from '../../../src/procedures/hybrid-account/state';
import fc from 'fast-check';
import {
  acknowledged,
  gapOf,
  nothingKnown,
  told,
} from '../../../src/procedures/hybrid-account/knowledge';
import { HybridStory } from '../../support/hybrid';

describe('what one department knows and the other does not (HY-12, HY-18)', () => {
  it('an update of one side is a gap of the other until it is acknowledged, and a new one opens it again', () => {
    const story = new HybridStory().share('csm');
    expect([story.gaps(), story.tagged]).toEqual([[0, 1], ['fmc']]);
    story.turn({ kind: 'acknowledge-updates', upTo: 99 }, 'fmc');
    expect(story.gaps()).toEqual([0, 0]);
    expect(story.share('csm', 'It is fixed.').gaps()).toEqual([0, 1]);
    expect(story.share('fmc', 'Seen by the customer too.').gaps()).toEqual([1, 1]);
  });

  it('is reminded by ladder, then together with management', () => {
    const story = new HybridStory().share('csm');
    expect(story.at('2026-03-03T16:59:00.000Z').tagged).toEqual([]);
    expect(story.at('2026-03-03T17:00:00.000Z').tagged).toEqual(['fmc']);
    expect(story.at('2026-03-05T17:00:00.000Z').tagged).toEqual(['fmc', 'James Lee']);
    expect(story.at('2026-03-20T17:00:00.000Z').tagged).toEqual([]);
  });

  it('both sides know after both acknowledged, whatever happened before', () => {
    const side = fc.constantFrom('cs' as const, 'fmc' as const);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            side,
            does: fc.constantFrom('tells' as const, 'sees' as const),
            upTo: fc.nat(20),
          }),
        ),
        (happenings) => {
          const known = happenings.reduce(
            (now, { side: one, does, upTo }) =>
              does === 'tells'
                ? told(now, {
                    from: one,
                    by: one,
                    at: '2026-03-02T10:00:00.000Z',
                    class: 'bug',
                    text: 'x',
                    comment: null,
                  })
                : acknowledged(now, one, upTo),
            nothingKnown({ class: 'bug', accounts: ['A'], forAdmins: null }),
          );
          const all = acknowledged(acknowledged(known, 'cs', 999), 'fmc', 999);
          expect([gapOf(all, 'cs'), gapOf(all, 'fmc')]).toEqual([[], []]);
          const again = told(all, {
            from: 'fmc',
            by: 'f',
            at: '2026-03-02T10:00:00.000Z',
            class: 'bug',
            text: 'y',
            comment: null,
          });
          expect([gapOf(again, 'cs').length, gapOf(again, 'fmc').length]).toEqual([1, 0]);
        },
      ),
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
      text: expect.stringContaining('Solo'),
    });
    story.turn(announce, 'agent');
    expect([story.gaps(), story.tagged]).toEqual([
      [1, 1],
      ['csm', 'fmc'],
    ]);
    expect(story.turn(announce, 'agent').refused).toBe('HY-16');
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

  it('a symptom becomes a ticket for the integrations team (HY-15)', () => {
    const story = new HybridStory().turn(
      {
        kind: 'raise-integration',
        symptom: 'duplicated-users',
        summary: 'Gate: users appear duplicated',
        description: 'Twice.',
      },
      'csm',
    );
    expect(story.last?.effects.map(({ command }) => command.kind)).toEqual(['raise-request']);
    expect(
      story.turn(
        { kind: 'raise-integration', symptom: 'unheard-of', summary: 'x', description: '' },
        'csm',
      ).refused,
    ).toBe('HY-13');
  });
});
