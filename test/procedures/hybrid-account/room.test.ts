import fc from 'fast-check';
import { knowledgeOf } from '../../../src/procedures/hybrid-account/state';
import { hybridAccountRadar } from '../../../src/procedures/hybrid-account/radar';
import { bytesOf } from '../../../src/procedures/hybrid-account/room';
import { HybridStory } from '../../support/hybrid';

const long = (sign: string): string => sign.repeat(2000);
const bytes = (story: HybridStory): number => bytesOf(story.ledger.parts);
/** What the procedure may take of a ticket's row, whatever people do. */
const most = 80_000;
const onRadar = (story: HybridStory): string[] =>
  hybridAccountRadar.flatMap(({ code, find }) =>
    find(story.ledger, story.situation) === null ? [] : [code],
  );

describe('what a ticket makes known is bounded, and nothing of it is lost (R1)', () => {
  it('a thousand acknowledged updates take no more than a few do; what is gone is counted', () => {
    const story = new HybridStory();
    for (let one = 0; one < 200; one += 1) story.share('csm', `${one} ${long('x')}`).see('fmc');
    const known = knowledgeOf(story.ledger);
    expect(bytes(story)).toBeLessThan(25_000);
    expect((known?.older?.updates ?? 0) + (known?.updates.length ?? 0)).toBe(200);
    expect(known?.updates.at(-1)?.text).toContain('199 ');
    expect(onRadar(story)).toEqual([]);
  });

  it('nobody acknowledges: the radar says it long before, then sharing and asking are refused with what to do', () => {
    const story = new HybridStory();
    let shared = 0;
    let warned = 0;
    for (; shared < 500 && story.refused === null; shared += 1) {
      story.share('csm', `${shared} ${long('ö')}`);
      if (warned === 0 && onRadar(story).includes('updates-filling-up')) warned = shared;
    }
    expect(story.last?.refused).toMatchObject({
      clause: 'HY-18',
      text: expect.stringContaining('fmc must acknowledge them first') as string,
    });
    expect(shared).toBeGreaterThan(99);
    expect(warned).toBeLessThan(shared / 1.5);
    expect(bytes(story)).toBeLessThan(most);
    // Every update that was taken is there, and everything else goes on.
    expect(story.gaps()[1]).toBe(shared - 1);
    expect(story.turn({ kind: 'ask-question', text: long('q') }, 'csm').refused).toBe('HY-18');
    expect(story.see('fmc').gaps()).toEqual([0, 0]);
    expect([story.share('csm').refused, onRadar(story)]).toEqual([null, []]);
  });

  it('questions that nobody answers end the same way, and answered ones take no room', () => {
    const story = new HybridStory();
    let asked = 0;
    for (; asked < 500 && story.refused === null; asked += 1)
      story.turn({ kind: 'ask-question', text: `${asked} ${long('q')}` }, 'csm');
    expect(story.last?.refused?.text).toContain('Answer the open questions first.');
    expect(bytes(story)).toBeLessThan(most);
    for (const { id } of knowledgeOf(story.ledger)?.questions ?? [])
      story.turn({ kind: 'answer-question', question: id, text: long('a') }, 'fmc');
    expect(story.turn({ kind: 'ask-question', text: 'Why?' }, 'csm').refused).toBeNull();
    expect(bytes(story)).toBeLessThan(25_000);
  });

  it('a maintenance of more CSMs than one ticket can ask is refused, with what to do', () => {
    const story = new HybridStory();
    const many = Array.from({ length: 41 }, (_, one) => `A${one}`);
    story.csms = { ...story.csms, ...Object.fromEntries(many.map((cid) => [cid, `csm ${cid}`])) };
    const announce = {
      kind: 'announce-maintenance' as const,
      text: 'Read-only on Sunday.',
      forAdmins: '',
    };
    expect(story.turn({ ...announce, accounts: many }, 'csm').last?.refused).toMatchObject({
      clause: 'HY-16',
      text: expect.stringContaining('in several tickets') as string,
      field: 'customers',
    });
    story.turn({ ...announce, accounts: many.slice(0, 40) }, 'csm');
    expect(story.clocks).toHaveLength(41);
    expect(bytesOf(story.ledger)).toBeLessThan(120_000);
  });

  it('whatever people do in whatever order, it stays within its bytes, and what waits for people is never dropped', () => {
    const sign = fc.constantFrom('x', 'ö', '漢', '🙂');
    const step = fc.record({
      by: fc.constantFrom('csm', 'fmc'),
      does: fc.constantFrom('share' as const, 'ask' as const, 'see' as const, 'move' as const),
      text: fc.tuple(sign, fc.nat(999)).map(([one, times]) => `x${one.repeat(times)}`),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const story = new HybridStory();
        for (const { by, does, text } of steps) {
          const [cs, fmc] = story.gaps();
          if (does === 'share') story.share(by, text);
          else if (does === 'ask') story.turn({ kind: 'ask-question', text }, by);
          else if (does === 'see') story.see(by);
          else story.moved(text.slice(0, 3), by);
          const [csNow, fmcNow] = story.gaps();
          if (does !== 'see') expect(csNow >= cs && fmcNow >= fmc).toBe(true);
          expect(bytes(story)).toBeLessThan(most);
        }
      }),
      { numRuns: 15 },
    );
  });
});
