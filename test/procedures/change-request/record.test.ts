// A3: what the customer decided elsewhere is held to every check of their own decision, and one piece of evidence counts once.
import { withChangeRequest } from '../../../src/procedures/change-request/account';
import type { Evidence } from '../../../src/procedures/change-request/change-request';
import { type GateKey, gates } from '../../../src/procedures/change-request/lifecycle';
import { ChangeStory } from '../../support/change-request';

const mail = (id: string, more: object = {}): Evidence => ({
  kind: 'mail',
  messageId: `<${id}@midland.example>`,
  date: '2026-03-02',
  address: `${id}@midland.example`,
  ...more,
});
const file = (id: string, more: object = {}): Evidence => ({
  kind: 'attachment',
  id,
  name: `${id}.eml`,
  address: `${id}@midland.example`,
  ...more,
});

const record = (story: ChangeStory, gate: GateKey, evidence: Evidence) =>
  story.do('csm', { kind: 'record', gate, approved: true, evidence, reason: null, backTo: null });

const theirs = gates.filter(({ owner }) => owner === 'customer').map(({ key }) => key);

const at = (gate: GateKey): ChangeStory => {
  const story = new ChangeStory().upTo(gate);
  if (gates.find(({ key }) => key === gate)?.gate.asked === true) story.ask(gate);
  return story;
};

describe.each(theirs)('a decision recorded at %s', (gate) => {
  it('is refused where the portal would refuse the person', () => {
    const story = at(gate);
    story.account = withChangeRequest(story.account, { approvers: ['second customer'] });
    expect(story.yes(gate, 'customer').refused?.clause).toBe('C8');
    const comment = story.comment('customer', true, 'Yes, go ahead');
    for (const evidence of [
      { kind: 'comment', comment, author: 'customer', at: '' } as const,
      mail('one', { person: 'customer' }),
      mail('two'),
      file('three', { person: 'customer' }),
      file('four'),
    ])
      expect(record(story, gate, evidence).refused?.clause).toBe('C8');
    expect(record(story, gate, mail('five', { person: 'second customer' })).refused).toBeNull();
  });

  it('is refused with a file from before the question, or with somebody this ticket does not know', () => {
    const story = at(gate);
    expect(
      record(story, gate, file('old', { at: '2026-01-05T10:00:00.000Z' })).refused?.field,
    ).toBe('evidence.id');
    expect(record(story, gate, mail('who', { person: 'stranger' })).refused?.field).toBe(
      'evidence.person',
    );
    expect(record(story, gate, file('new', { at: story.now })).refused).toBeNull();
  });
});

describe('where two people have to agree', () => {
  const two = (): ChangeStory => {
    const story = new ChangeStory({ clientApprovals: 2 });
    story.do('integrator', {
      kind: 'classify',
      intake: 'csm',
      chargeable: true,
      implication: 'By effort',
      customerRep: 'customer',
    });
    story.ask('in-principle-client');
    story.comment('second customer', true, 'We look into it');
    return story;
  };
  const gate = 'in-principle-client';
  const one = { person: 'customer' };
  const other = { person: 'second customer' };

  it('the same mail or file counts once, whatever is typed around its id', () => {
    for (const [first, again] of [
      [mail('a', one), { ...mail('a', other), messageId: ' A@MIDLAND.example ' } as Evidence],
      [file('7', one), file('7', other)],
    ] as const) {
      const story = two();
      expect(record(story, gate, first).refused).toBeNull();
      expect(record(story, gate, again).refused?.text).toContain('counts once');
      expect(story.gate(gate)).toBe('open');
    }
  });

  it('the same person counts once, in the portal, by mail, by file and by comment', () => {
    const ways: ((story: ChangeStory) => unknown)[] = [
      (story) => story.yes(gate, 'customer'),
      (story) => record(story, gate, mail('a', one)),
      (story) => record(story, gate, file('b', one)),
      (story) =>
        record(story, gate, {
          kind: 'comment',
          comment: story.comment('customer', true, 'Yes, go ahead'),
          author: 'customer',
          at: '',
        }),
    ];
    for (const first of ways)
      for (const second of ways) {
        const story = two();
        first(story);
        expect(story.refused).toBeNull();
        second(story);
        expect(story.refused).toMatch(/^C[68]$/u);
        expect(story.gate(gate)).toBe('open');
      }
  });

  it('two people count twice, whichever way each of them said it', () => {
    const story = two();
    story.yes(gate, 'customer');
    expect(record(story, gate, mail('b', other)).refused).toBeNull();
    expect(story.gate(gate)).toBe('approved');
  });

  it('the same address counts once', () => {
    const story = two();
    record(story, gate, mail('a', { ...one, address: 'jo@midland.example' }));
    expect(
      record(story, gate, mail('b', { ...other, address: 'JO@midland.example' })).refused?.clause,
    ).toBe('C8');
  });
});

it('evidence of one gate shows nothing at another', () => {
  const story = new ChangeStory().upTo('uat');
  record(story, 'uat', mail('a'));
  story.upTo('go-live');
  expect(record(story, 'go-live', mail('a')).refused?.text).toContain('counts once');
});

it('evidence is as old as the deployment it is about, not as the step', () => {
  const story = new ChangeStory().upTo('uat');
  const early = story.comment('customer', true, 'It works');
  story.at('2026-03-03T10:00:00.000Z');
  story.done('deployed-to-integration', 'ops', '1.0');
  expect(
    record(story, 'uat', { kind: 'comment', comment: early, author: 'customer', at: '' }).refused
      ?.field,
  ).toBe('evidence.comment');
});
