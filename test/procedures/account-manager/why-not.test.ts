import { asksOf } from '../../../src/procedures/account-manager/asks';
import fc from 'fast-check';
import type { Actor } from '../../../src/core/act';
import { whyNoAnswer } from '../../../src/procedures/account-manager/answer';
import { accountManagerActs } from '../../../src/procedures/account-manager/pages/acts';
import type { Because } from '../../../src/core/because';
import type { Flip } from '../../../src/core/flip';
import { defaultReadings } from '../../../src/procedures/account-manager/settings/reading-choices';
import { anas, aPolicy, aQueue, Story } from '../../support/sop';

type Kind = keyof typeof accountManagerActs;
const kinds = Object.keys(accountManagerActs) as Kind[];
const whyNot = (kind: Kind, ...at: [Story['ledger'], Story['situation'], Actor]): Because | null =>
  accountManagerActs[kind].whyNot?.(...at) ?? null;

/** Does the smallest change that was suggested, to the story or to who acts. */
function apply(flip: Flip, story: Story, actor: Actor): Actor {
  switch (flip.kind) {
    case 'wait-until':
      story.at(flip.at);
      return actor;
    case 'request-first': {
      // Requesting may be refused itself, and says what would change that.
      const agent: Actor = { accountId: 'agent', mayTransition: true };
      for (
        let no = whyNot('request', story.ledger, story.situation, agent);
        no?.flip !== undefined;
        no = whyNot('request', story.ledger, story.situation, agent)
      )
        apply(no.flip, story, agent);
      story.request();
      return actor;
    }
    case 'withdraw-first':
      story.turn({ kind: 'withdraw', reason: 'not needed' });
      return actor;
    case 'choose-account-first':
      story.account = { kind: 'known', account: anas, chosen: true };
      story.turn({ kind: 'choose-account', cid: anas.cid });
      return actor;
    case 'reopen-first':
      story.moves('wfs').turn();
      return actor;
    case 'be-an-agent':
      return { ...actor, mayTransition: true };
    case 'be-one-of':
      return { ...actor, accountId: flip.people[0] ?? '' };
    case 'customer-replies':
      story.customerReplies().turn();
      return actor;
    case 'comment-internally':
    case 'write-longer':
    case 'use-the-button':
      return actor;
  }
}

/** Stories that stand somewhere in between, by what happened in them. */
const aStory = fc
  .array(fc.constantFrom('request', 'reply', 'escalate', 'done', 'unknown', 'hours', 'answer'), {
    maxLength: 6,
  })
  .map((acts) => () => {
    const story = new Story({ account: { kind: 'known', account: anas, chosen: false } });
    let hour = 10;
    for (const act of acts) {
      hour += 1;
      story.at(
        `2026-03-0${2 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, '0')}:00:00.000Z`,
      );
      if (act === 'request') story.request();
      if (act === 'reply') story.customerReplies();
      if (act === 'escalate') story.turn({ kind: 'escalate', reason: 'now' });
      if (act === 'done') story.moves('done');
      if (act === 'unknown' && asksOf(story.ledger).ask === null)
        story.account = { kind: 'unknown' };
      if (act === 'answer') story.comment('Ana');
      story.turn();
    }
    return story;
  });

describe('why not', () => {
  it('the smallest change it suggests does turn the decision, or leads to the next reason on the way there', () => {
    let turned = 0;
    fc.assert(
      fc.property(
        aStory,
        fc.constantFrom(...kinds),
        fc.boolean(),
        fc.constantFrom('Rita', 'agent', 'Ana'),
        (make, kind, mayTransition, accountId) => {
          const story = make();
          let actor: Actor = { accountId, mayTransition };
          const seen: string[] = [];
          for (let step = 0; step < 5; step += 1) {
            const no: Because | null = whyNot(kind, story.ledger, story.situation, actor);
            if (no === null) {
              turned += Number(step > 0);
              return;
            }
            expect(no.clause).toMatch(/^(AM|A|X)-?\d+$/u);
            if (no.flip === undefined) return; // nothing small would do, and it does not pretend otherwise
            expect(seen).not.toContain(no.text);
            seen.push(no.text);
            actor = apply(no.flip, story, actor);
          }
          throw new Error(`${kind} never became possible: ${seen.join(' | ')}`);
        },
      ),
      { numRuns: 400 },
    );
    expect(turned).toBeGreaterThan(50);
  });

  it('AM-20: "Not escalated" until the moment it names', () => {
    const story = new Story({ account: { kind: 'known', account: anas, chosen: false } });
    story.request();
    const flip = story.turn().declined.find(({ clause }) => clause === 'AM-20')?.flip;
    expect(flip?.kind).toBe('wait-until');
    if (flip?.kind !== 'wait-until') return;
    expect(story.at(new Date(Date.parse(flip.at) - 1).toISOString()).turn().effects).toEqual([]);
    story.at(flip.at).turn();
    expect(story.status).toBe('wfm');
  });

  it.each([
    [
      'comment-internally',
      { from: 'internal-comment', minLength: 0 } as const,
      { public: true },
      { public: false },
    ],
    [
      'write-longer',
      { from: 'any-comment', minLength: 30 } as const,
      { text: 'ok' },
      { text: 'x'.repeat(30) },
    ],
  ])('A3: a comment that does not count says what would: %s', (kind, answer, sent, better) => {
    const story = new Story({
      policy: aPolicy(aQueue({ readings: { ...defaultReadings, answer } })),
      account: { kind: 'known', account: anas, chosen: false },
    });
    story.request();
    story.at('2026-03-02T11:00:00.000Z').comment('Ana', sent);
    const { ask } = asksOf(story.ledger);
    const comment = story.ticket.comments.at(-1);
    if (!ask || !comment) throw new Error('Nobody was asked.');
    expect(whyNoAnswer(story.situation, ask, comment)?.flip?.kind).toBe(kind);
    expect(whyNoAnswer(story.situation, ask, { ...comment, ...better })).toBeNull();
  });
});
