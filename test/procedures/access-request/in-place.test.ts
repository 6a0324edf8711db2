// A14: whoever has a wait of an access request in somebody's place does what it asks for, and nothing else.
import { lookingAs, rowsSeenBy } from '../../../src/procedures/access-request/in-place';
import { accessOf } from '../../../src/procedures/access-request/state';
import { waitingList, waitRows } from '../../../src/core/wait-rows';
import type { AccessStep } from '../../support/acts';
import { AccessStory, facts } from '../../support/access';
import { aPerson } from '../../support/sop';

/** Somebody goes away, and a colleague without any part is their delegate. */
class Absent extends AccessStory {
  absent: string | null = null;

  override get situation() {
    const situation = super.situation;
    const until = '2026-12-01T00:00:00.000Z';
    const delegation = { delegate: 'colleague', from: '2026-01-01T00:00:00.000Z', until };
    return {
      ...situation,
      people: {
        ...situation.people,
        colleague: aPerson('colleague'),
        ...(this.absent === null ? {} : { [this.absent]: aPerson(this.absent, { delegation }) }),
      },
    };
  }

  goes(absent: string): this {
    this.absent = absent;
    this.turn();
    return this;
  }

  /** Why the colleague may not; null where they may. */
  tries(step: AccessStep): string | null {
    return this.turn(step, 'colleague').refused?.text ?? null;
  }

  get listed(): number {
    return waitRows(this.ledger).filter(
      ({ list, who }) => list === waitingList && who === 'colleague',
    ).length;
  }

  get seen(): string[] {
    const request = accessOf(this.ledger);
    if (request === undefined) return [];
    return rowsSeenBy({ ...this.situation, ledger: this.ledger }, request, 'colleague').map(
      ({ cid }) => cid,
    );
  }

  get part(): string | null {
    const request = accessOf(this.ledger) ?? null;
    return lookingAs({ ...this.situation, ledger: this.ledger }, request, 'colleague');
  }
}

const started = (): Absent => {
  const story = new Absent();
  story.turn({ kind: 'start', customers: ['ALDR', 'BRCH'], ...facts });
  return story;
};
const ready = (): Absent => new Absent().begin();
const says = (story: Absent, ...steps: ('created' | 'not-functional')[]): Absent => {
  story.sent('ALDR').at('2026-03-04T10:00:00.000Z');
  for (const step of steps) story.turn({ kind: 'report', cid: 'ALDR', step, remarks: null });
  return story;
};
const report = (step: 'verified' | 'created' | 'acknowledged'): AccessStep => ({
  kind: 'report',
  cid: 'ALDR',
  step,
  remarks: null,
});

it.each<[what: string, Absent, absent: string, AccessStep, part: string]>([
  ['says that IT is ready', started(), 'lead', { kind: 'it-ready', ready: true }, 'internal-it'],
  ['sends', ready(), 'lead', { kind: 'send', customers: ['ALDR'], via: 'eml' }, 'team-lead'],
  ['tries the account', says(ready(), 'created'), 'engineer', report('verified'), 'engineer'],
  [
    'sees to what does not work',
    says(ready(), 'created', 'not-functional'),
    'lead',
    report('created'),
    'team-lead',
  ],
  ['notes that the customer replied', says(ready()), 'lead', report('acknowledged'), 'team-lead'],
])('a stand-in %s; before they have it they may not', (...[, story, absent, step, part]) => {
  expect([story.tries(step), story.seen, story.part]).toEqual([
    expect.stringMatching(/^(Only the|Team leads)/u),
    [],
    null,
  ]);
  story.goes(absent);
  expect(story.listed).toBeGreaterThan(0);
  expect(story.part).toBe(part);
  expect(story.tries(step)).toBeNull();
});

it('a stand-in does nothing that was not asked, and sees the rows that were', () => {
  const story = says(ready(), 'created').goes('engineer');
  expect(story.seen).toEqual(['ALDR']);
  expect(story.tries({ kind: 'report', cid: 'ALDR', step: 'done', remarks: null })).toBe(
    'Only the team lead, the engineer and the CSM of the customer follow an access request.',
  );
  expect(story.tries({ kind: 'report', cid: 'BRCH', step: 'acknowledged', remarks: null })).toMatch(
    /^Only the/u,
  );
  expect(story.tries({ kind: 'send', customers: ['BRCH'], via: 'eml' })).toMatch(/^Team leads/u);
});

it('who sends in the place of the team lead may not decide about the request', () => {
  const story = ready().goes('lead');
  expect(story.seen).toEqual(['ALDR', 'BRCH']);
  expect(story.tries({ kind: 'leave', on: '2026-04-30' })).toMatch(/^Team leads/u);
  expect(story.tries({ kind: 'delete-personal' })).toMatch(/^Team leads/u);
  expect(story.tries({ kind: 'send', customers: ['ALDR', 'BRCH'], via: 'eml' })).toBeNull();
  expect(story.tries({ kind: 'send', customers: ['NONE'], via: 'eml' })).toMatch(/^Team leads/u);
});

it('a follow-up of an absent CSM is logged by whoever stands in', () => {
  const story = says(ready());
  story.turn({ kind: 'escalate', cid: 'ALDR', reason: 'Nobody there replies' });
  const told = { kind: 'report', cid: 'ALDR', step: 'customer-told', remarks: null } as const;
  expect(story.tries(told)).toMatch(/^Only the/u);
  story.goes('csm of ALDR');
  expect(story.part).toBe('csm');
  expect(story.tries(told)).toBeNull();
});
