import { knowledgeOf } from '../../../src/procedures/hybrid-account/state';
import { ears } from '../../../src/procedures/hybrid-account/ears';
import { emptyLedger } from '../../../src/core/ledger';
import { plusMs } from '../../../src/core/instant';
import { hour } from '../../support/change-request';
import { Course } from '../../support/course';
import { HybridStory } from '../../support/hybrid';

const shared = (): HybridStory => new HybridStory().share('csm').see('fmc');

describe('what happens in the ticket is news for the other side (HY-21)', () => {
  type Happens = (story: HybridStory, by: string) => HybridStory;
  const kinds: [string, Happens][] = [
    ['a status', (story, by) => story.moved('progress', by)],
    ['a public comment', (story, by) => story.said(by, 'We are on it.')],
    ['the resolution', (story, by) => story.moved('done', by, true)],
    [
      'a ticket for the integrations team',
      (story, by) =>
        story.turn(
          {
            kind: 'raise-integration',
            symptom: 'duplicated-users',
            summary: 'Twice',
            description: '',
            checked: [],
          },
          by,
        ),
    ],
  ];

  it.each(kinds)('%s: of one department for the other, of nobody’s for both', (_kind, happens) => {
    expect(happens(shared(), 'csm').gaps()).toEqual([0, 1]);
    expect(happens(shared(), 'fmc').gaps()).toEqual([1, 0]);
    expect(happens(shared(), 'agent').gaps()).toEqual([1, 1]);
  });

  it.each(kinds)('%s: whoever has to know is told once, and acknowledges it', (_kind, happens) => {
    const story = happens(shared(), 'csm');
    expect(story.tagged.filter((one) => one === 'fmc')).toHaveLength(1);
    const { words } = new Course(story).until(plusMs(story.now, 5 * hour));
    expect(words.flatMap(({ to }) => to)).not.toContain('fmc');
    expect(story.see('fmc').gaps()).toEqual([0, 0]);
  });

  it('news of one kind is one line until it is acknowledged, with the latest words and how often', () => {
    const story = shared();
    for (const to of ['progress', 'wfc', 'progress', 'wfs']) story.moved(to);
    const { updates } = knowledgeOf(story.ledger) ?? { updates: [] };
    expect(updates.filter(({ happened }) => happened === 'status')).toMatchObject([
      { times: 4, text: 'Status: progress → wfs.' },
    ]);
    story.see('fmc').moved('progress');
    expect(story.gaps()).toEqual([2, 1]);
  });

  it('an acknowledgement of what was seen does not stand for what happened meanwhile', () => {
    const story = shared().moved('progress');
    const seen = knowledgeOf(story.ledger)?.updates.at(-1)?.id ?? 0;
    story.moved('wfc');
    expect(story.see('fmc', seen).refused).toBe('HY-18');
    expect(story.gaps()).toEqual([1, 1]);
  });

  it.each([
    ['an internal comment', (story: HybridStory) => story.said('agent', 'Hm.', false)],
    ['an automatic reply', (story: HybridStory) => story.said('bot', 'We have your request.')],
  ])('%s is no news', (_what, happens) => {
    expect(happens(shared()).gaps()).toEqual([0, 0]);
  });

  it('a customer’s public word is news for both', () => {
    expect(shared().said('customer', 'It is back.').gaps()).toEqual([1, 1]);
  });

  it('where the departments share nothing, nothing is news', () => {
    const story = new HybridStory().moved('progress').said('agent', 'We are on it.');
    expect([story.gaps(), story.clocks]).toEqual([[0, 0], []]);
  });

  it('a closed ticket keeps what nobody has acknowledged, and hears what comes later', () => {
    const story = shared().moved('done', 'csm', true);
    expect(story.owedBy('fmc')).toEqual(['ack:fmc']);
    const comment = { kind: 'commented', fields: [] } as const;
    expect(ears.hears?.({ ...comment, ledger: story.ledger })).toBe(true);
    const unknown = emptyLedger('8', 'EBH-8', '1');
    expect(ears.hears?.({ ...comment, ledger: unknown })).toBe(false);
  });
});
