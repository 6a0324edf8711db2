// Who is told of what there is to acknowledge, and of what they are called late, as people come and go (HY-18, X11).
import { HybridStory } from '../../support/hybrid';
import { wakeAt, decide } from '../../../src/core/decide';
import { promiseWait } from '../../../src/core/wait-acts';
import { everyRule } from '../../support/procedures';

const minuteBefore = (at: string): string => new Date(Date.parse(at) - 60_000).toISOString();
const words = (told: ReturnType<HybridStory['silent']>): string =>
  told.map(({ text }) => text).join('\n');
const announced = (accounts: string[], csms: Record<string, string>): HybridStory => {
  const story = new HybridStory();
  story.csms = { ...story.csms, ...csms };
  return story.turn(
    { kind: 'announce-maintenance', accounts, text: 'Read-only on Sunday.', forAdmins: '' },
    'agent',
  );
};
const clock = (story: HybridStory, who: string) =>
  story.clocks.find(({ key }) => story.owedBy(who).includes(key));

function promise(story: HybridStory, who: string, by: string): void {
  const wait = clock(story, who)?.key ?? '';
  const { refused, ledger } = decide(story.ledger, story.situation, {
    act: {
      procedure: 'wait',
      perform: (c, actor) => promiseWait(c, actor, { procedure: 'hybrid-account', wait, by }),
    },
    actor: { accountId: who, mayTransition: true },
  });
  expect(refused).toBeNull();
  story.ledger = ledger;
}

describe('an account that gets another CSM while there is something to acknowledge', () => {
  const handedOver = () => {
    const story = new HybridStory().share('fmc', 'The feed stops at noon.');
    story.csms = { ...story.csms, GCBK: 'colleague' };
    return story.at('2026-03-03T10:00:00.000Z');
  };

  it('has the new one told at once, and not called late about it first', () => {
    const story = handedOver();
    expect(story.tagged).toEqual(['colleague']);
    expect([story.owedBy('colleague'), story.owedBy('csm')]).toEqual([['ack:cs:1'], []]);
    const first = story.silent(6).find(({ tags }) => tags.includes('colleague'));
    expect(first?.text).toMatch(/^still open: Acknowledge: The feed stops at noon\. It was due/u);
    expect(story.see('colleague').gaps()).toEqual([0, 0]);
  });

  it('keeps the date that was set', () => {
    const story = new HybridStory().share('fmc', 'The feed stops at noon.');
    const by = '2026-03-06T12:00:00.000Z';
    promise(story, 'csm', by);
    story.csms = { ...story.csms, GCBK: 'colleague' };
    story.at('2026-03-03T10:00:00.000Z');
    expect(clock(story, 'colleague')).toMatchObject({ promised: by, dueAt: by });
  });
});

describe('a CSM of several accounts', () => {
  const accounts = ['A', 'B', 'C'];
  const both = () => announced(accounts, { A: 'csm', B: 'csm', C: 'other-csm' });

  it('is asked once for all of them', () => {
    const story = both();
    expect([story.owedBy('csm'), story.owedBy('other-csm')]).toEqual([['ack:cs:1'], ['ack:cs:2']]);
  });

  it('who loses one of them keeps the date that they set, and whoever gets it is told', () => {
    for (const lost of ['A', 'B']) {
      const story = both();
      const by = '2026-03-06T12:00:00.000Z';
      promise(story, 'csm', by);
      story.csms = { ...story.csms, [lost]: 'colleague' };
      story.at('2026-03-03T10:00:00.000Z');
      expect(story.tagged).toEqual(['colleague']);
      expect(clock(story, 'csm')).toMatchObject({ key: 'ack:cs:1', promised: by });
      expect(story.see('csm').gaps()[0]).toBe(1);
      expect(story.see('colleague').owedBy('colleague')).toEqual([]);
      expect(story.see('other-csm').gaps()[0]).toBe(0);
    }
  });

  it('who has acknowledged is asked anew for what is shared after that', () => {
    const story = both().see('csm').see('other-csm').share('fmc', 'It is over.');
    expect(story.owedBy('csm')).toEqual(['ack:cs:3']);
    expect(story.see('csm').owedBy('csm')).toEqual([]);
  });
});

describe('several updates that somebody has not acknowledged', () => {
  const two = () => {
    const story = new HybridStory().share('csm', 'First.');
    return story
      .at(minuteBefore(story.clocks[0]?.dueAt ?? ''))
      .share('csm', 'Second, of a minute ago.');
  };

  it('are late each after its own time: nobody is called late about words of a minute ago', () => {
    const story = two();
    const told = words(story.silent(1));
    expect(told).toContain('still open: Acknowledge: First. It was due by');
    expect(told).not.toContain('Second');
    // A day later that one is late as well.
    expect(words(story.silent(3))).toContain('Acknowledge 2 updates; the latest: Second');
  });

  it('go on with the next when the first is acknowledged alone', () => {
    const story = two().see('fmc', 1);
    expect(story.clocks).toMatchObject([{ title: 'Acknowledge: Second, of a minute ago.' }]);
    expect(words(story.silent(0.5))).toBe('');
    expect(words(story.silent(3))).toContain('still open: Acknowledge: Second');
  });

  it('of what happens in the ticket again and again, nobody is called late about the last time', () => {
    const story = new HybridStory().share('csm').see('fmc').moved('progress');
    story.at(minuteBefore(story.clocks.find(({ key }) => key === 'ack:fmc')?.dueAt ?? ''));
    const told = words(story.moved('wfc').silent(1));
    expect(told).toContain('still open: Acknowledge: The status has changed several times');
    expect(told).not.toContain('wfc');
  });
});

it('what somebody wrote ends with its own mark', () => {
  const story = new HybridStory().share('csm', 'First.');
  story.turn({ kind: 'ask-question', text: 'Is it on?' }, 'csm');
  const told = words(story.silent(4));
  expect(told).toContain('Is it on? It was due by');
  expect(told).not.toMatch(/\.\.|\?\./u);
  expect(wakeAt(everyRule, story.ledger)).not.toBeNull();
});
