// C2, C3, C7: what one did is seen by whoever it matters to.
import { nextViews } from '../../../src/procedures/change-request/pages/step-views';
import { gates } from '../../../src/procedures/change-request/lifecycle';
import { ChangeStory, impact } from '../../support/change-request';

const next = (story: ChangeStory, by = 'csm') =>
  nextViews(story.situation, story.policy, story.ledger, { accountId: by, side: 'team' });

describe('an edit while a gate is being decided (C2)', () => {
  it.each([
    ['internal-approval', ['csm', 'approver']],
    ['customer-approval', ['csm']],
  ] as const)(
    'withdraws the question of %s, and says so to those it matters to',
    (gate, people) => {
      const story = new ChangeStory().upTo(gate);
      story.ask(gate);
      story.edit('integrator', impact(12, { approach: 'Another export' }));
      expect(story.gate(gate)).not.toBe('open');
      const said = story.said.filter((text) => text.includes('question is withdrawn'));
      expect(said).toHaveLength(1);
      for (const person of people) expect(said[0]).toContain(`@${person}`);
    },
  );

  it('does not tell the editor', () => {
    const story = new ChangeStory().upTo('internal-approval');
    story.ask('internal-approval');
    story.edit('csm', { part: 'requirement', requirement: 'Else', documentUrl: null });
    const said = story.said.filter((text) => text.includes('question is withdrawn'));
    expect(said[0]).toContain('@approver');
    expect(said[0]).not.toContain('@csm');
  });
});

describe('the card of what is next (C3)', () => {
  it.each([
    ['internal-approval', 'approver', null],
    ['customer-approval', 'customer', null],
    ['interface-approval', 'customer', null],
    ['qa', 'tester', '1.0'],
    ['uat', 'customer', '1.0'],
    ['go-live', 'customer', '1.0'],
  ] as const)(
    'has reason and build of the "no" at %s until it is decided anew',
    (gate, by, build) => {
      const story = new ChangeStory().upTo(gate);
      const asked = gates.find(({ key }) => key === gate)?.gate.asked === true;
      if (asked) story.ask(gate);
      story.no(gate, by);
      expect(next(story)[0]?.no).toMatchObject({ reason: 'Not like this', build });
      if (story.present[0] === 'development') story.done('development', 'engineer');
      else if (story.present[0] === 'impact') story.edit('integrator', impact(10));
      if (story.present[0] !== gate && story.present[0] !== undefined)
        expect(next(story)[0]?.no).toMatchObject({ reason: 'Not like this' });
      story.upTo('end');
      expect(next(story)).toEqual([]);
    },
  );

  it('has the build and the note that the step before left', () => {
    const story = new ChangeStory().upTo('deployed-to-qa');
    story.do('ops', {
      kind: 'complete',
      step: 'deployed-to-qa',
      build: '1.0',
      note: 'Feature flag is off',
    });
    expect(next(story)[0]?.left).toMatchObject({ build: '1.0', note: 'Feature flag is off' });
  });

  it('goes back, unless somebody says where to, to a step where something can change', () => {
    for (const { gate } of gates) expect(gate.backTo[0]).not.toBe('cost');
  });
});

describe('the customer and the CSM (C7)', () => {
  it('a gate is with the customer since it was asked, and not since the step was reached', () => {
    const story = new ChangeStory().upTo('customer-approval');
    const { now } = story;
    story.now = '2026-03-04T10:30:00.000Z';
    expect(next(story)[0]?.since).toBe(now);
    story.ask('customer-approval');
    expect(next(story)[0]?.since).toBe('2026-03-04T10:30:00.000Z');
  });

  it.each(gates.filter(({ owner }) => owner === 'customer').map(({ key }) => key))(
    'every decision at %s in the portal is told to the CSM, and so is a word while it waits',
    (gate) => {
      const step = gates.find(({ key }) => key === gate);
      for (const yes of [true, false]) {
        const story = new ChangeStory().upTo(gate);
        if (step?.gate.asked === true) story.ask(gate);
        story.comment('customer', true, 'What about the weekend?');
        story.do('relay');
        expect(story.said.filter((text) => text.includes('the customer commented'))).toHaveLength(
          1,
        );
        if (yes) story.yes(gate);
        else story.no(gate);
        const title = step?.title ?? '';
        const told = story.said.filter((text) =>
          text.includes(yes ? `the customer approved: ${title}` : `${title} was declined`),
        );
        expect(told).toEqual([expect.stringContaining('@csm')]);
      }
    },
  );

  it('a word of the customer’s while nothing waits for them is nothing to tell', () => {
    const story = new ChangeStory().upTo('development');
    story.comment('customer', true, 'How is it going?');
    story.do('relay');
    expect(story.said.filter((text) => text.includes('the customer commented'))).toEqual([]);
  });
});
