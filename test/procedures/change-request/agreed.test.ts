// CR-38, X11, scenario 49: a change request is judged by what it was agreed under, and takes over the new by a person's act.
import fc from 'fast-check';
import { newTerms } from '../../../src/procedures/change-request/agreed';
import { lifecycle, type OwnStep } from '../../../src/procedures/change-request/lifecycle';
import { isOver, presentSteps, stepsIn } from '../../../src/procedures/change-request/standing';
import type { ChangeRequestPolicy } from '../../../src/procedures/change-request/settings/policy';
import { changeNow, saveChange } from '../../../src/procedures/change-request/state';
import { Case } from '../../../src/core/case';
import { ChangeStory } from '../../support/change-request';

const own = (key: string, after: OwnStep['after']): OwnStep => ({
  key,
  after,
  title: `Own ${key}`,
  customerTitle: null,
  owner: 'qa',
});

const places = lifecycle.map(({ key }) => key) as OwnStep['after'][];

/** Every way in which the settings may be published anew. */
const published = fc.record({
  ownSteps: fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...places)), {
      selector: ([key]) => key,
      maxLength: 3,
    })
    .map((steps) => steps.map(([key, after]) => own(key, after))),
  clientApprovals: fc.integer({ min: 1, max: 10 }),
  costTolerancePercent: fc.integer({ min: 0, max: 100 }),
  skipWithReason: fc.boolean(),
}) satisfies fc.Arbitrary<Partial<ChangeRequestPolicy>>;

const stops = [...places.filter((key) => key !== 'classified' && key !== 'issue'), 'end'] as const;

/** One from before there were copies. */
const asOfOld = (story: ChangeStory): void => {
  const c = new Case(story.ledger, story.situation);
  const { agreed: _, ...before } = changeNow(c);
  saveChange(c, before);
  story.ledger = c.ledger;
};

const standing = ({ change, policy }: ChangeStory) => ({
  present: presentSteps(change, policy).map(({ key }) => key),
  over: isOver(change, policy),
  gates: change.gates,
  done: change.done,
});

describe('settings that are published later', () => {
  it.each([
    ['that has its copy', false],
    ['from before there were copies', true],
  ] as const)(
    'X11: move no change request %s, wherever it stands, and say nothing in it',
    (_which, old) => {
      for (const stop of stops)
        fc.assert(
          fc.property(fc.array(published, { minLength: 1, maxLength: 4 }), (publications) => {
            const story = new ChangeStory().upTo(stop);
            if (old) asOfOld(story);
            const before = standing(story);
            const said = story.said.length;
            const status = story.status;
            for (const settings of publications) {
              story.policy = { ...story.policy, ...settings };
              story.do('relay');
              // What comes after the present place may be new to one of old; where it stands is not.
              expect(standing(story)).toEqual(before);
            }
            expect([story.said.length, story.status]).toEqual([said, status]);
          }),
          { numRuns: 6 },
        );
    },
  );

  it('49: a walk to the end under changing settings takes the steps and the people it was agreed under', () => {
    fc.assert(
      fc.property(fc.array(published, { minLength: 3, maxLength: 3 }), (publications) => {
        const story = new ChangeStory().upTo('requirement');
        const agreed = stepsIn(story.change, story.policy).map(({ key }) => key);
        const stages = ['internal-approval', 'development', 'end'] as const;
        publications.forEach((settings, place) => {
          story.policy = { ...story.policy, ...settings };
          story.upTo(stages[place] ?? 'end');
        });
        expect(stepsIn(story.change, story.policy).map(({ key }) => key)).toEqual(agreed);
        expect(story.present).toEqual([]);
        expect(story.status).toBe('done');
      }),
      { numRuns: 25 },
    );
  });

  it('count for one that starts after them', () => {
    const story = new ChangeStory({ ownSteps: [own('legal', 'requirement')] }).upTo('impact');
    expect(story.present).toEqual(['own:legal']);
  });

  it('an own step that is removed stays with the one that has it', () => {
    const story = new ChangeStory({ ownSteps: [own('legal', 'requirement')] }).upTo('impact');
    story.policy = { ...story.policy, ownSteps: [] };
    expect(story.present).toEqual(['own:legal']);
    story.done('own:legal', 'tester');
    expect(story.present).toEqual(['impact']);
  });
});

describe('taking over the new settings (scenario 49)', () => {
  const more = { ownSteps: [own('legal', 'requirement')], clientApprovals: 2 };
  const at = (stop: (typeof stops)[number]): ChangeStory => {
    const story = new ChangeStory().upTo(stop);
    story.policy = { ...story.policy, ...more };
    return story;
  };

  it('is an act of the CSM or the approver, and the journal says what is different', () => {
    for (const by of ['sales', 'integrator', 'engineer', 'ops', 'tester', 'stranger'])
      expect(at('impact').do(by, { kind: 'take-terms', version: null }).refused?.clause).toBe(
        'CR-38',
      );
    for (const by of ['csm', 'approver']) {
      const story = at('impact');
      expect(newTerms(story.change, story.policy)).toEqual([
        'New step: Own legal after Requirement, by the qa',
        'People of the customer who have to agree: 1; now 2',
      ]);
      story.do(by, { kind: 'take-terms', version: null });
      expect(story.present[0]).toBe('in-principle-client');
      expect(story.ledger.journal.at(-1)?.because?.text).toContain('Own legal');
      expect(newTerms(story.change, story.policy)).toEqual([]);
    }
  });

  it('is refused where nothing is different, where other settings were shown, and once it is finished', () => {
    const same = new ChangeStory().upTo('impact');
    expect(same.do('csm', { kind: 'take-terms', version: null }).refused?.clause).toBe('CR-38');
    const stale = at('impact');
    const { version } = stale.situation.policy;
    expect(stale.do('csm', { kind: 'take-terms', version: version + 1 }).refused?.text).toContain(
      'changed after this page',
    );
    expect(at('end').do('csm', { kind: 'take-terms', version }).refused?.clause).toBe('CR-29');
  });
});

describe('withdrawn and taken up again (CR-35)', () => {
  it('goes on where it stood, whatever that was, with a reason, by whoever may withdraw it', () => {
    for (const stop of stops.filter((one) => one !== 'end')) {
      const story = new ChangeStory().upTo(stop);
      const { present } = story;
      story.do('csm', { kind: 'withdraw', reason: 'No budget this year' });
      expect(
        story.do('engineer', { kind: 'take-up', reason: 'Budget came' }).refused,
      ).not.toBeNull();
      expect(story.do('csm', { kind: 'take-up', reason: '' }).refused?.field).toBe('reason');
      expect(story.do('csm', { kind: 'take-up', reason: 'The budget came' }).refused).toBeNull();
      expect(story.present).toEqual(present);
    }
  });

  it('is for a withdrawn one only', () => {
    const story = new ChangeStory().upTo('cost');
    expect(story.do('csm', { kind: 'take-up', reason: 'The budget came' }).refused?.clause).toBe(
      'CR-35',
    );
  });
});

describe('not chargeable (C1)', () => {
  const free = (): ChangeStory => {
    const story = new ChangeStory();
    story.account = { ...story.account, parts: {} };
    story.do('integrator', {
      kind: 'classify',
      intake: 'customer-ticket',
      chargeable: false,
      implication: 'A defect of ours, so nothing is charged.',
      customerRep: null,
    });
    return story;
  };

  it('needs no rate card, no cost and neither of its two gates', () => {
    const story = free().upTo('due-date');
    expect(story.present).toEqual(['due-date']);
    expect([story.gate('internal-approval'), story.gate('customer-approval')]).toEqual([
      'skipped',
      'skipped',
    ]);
    expect(story.edit('csm', { part: 'cost' }).refused?.text).toContain('not chargeable');
    expect(story.ask('customer-approval').refused?.clause).toBe('C1');
    story.upTo('end');
    expect(story.present).toEqual([]);
  });

  it('has all of them again once it is chargeable after all', () => {
    const story = free().upTo('interface');
    story.edit('integrator', {
      part: 'classification',
      chargeable: true,
      implication: 'It is more than the defect.',
      customerRep: null,
    });
    story.upTo('requirement');
    expect(story.present).toEqual(['cost']);
  });
});
