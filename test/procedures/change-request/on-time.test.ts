// What time and hand-made changes do to a change request: silence (C9), the status (CR-33), a request for a response (X5).
import { askAct } from '../../support/acts';
import { withChangeRequest } from '../../../src/procedures/change-request/shadow';
import { ChangeStory, impact } from '../../support/change-request';

const due = (story: ChangeStory): string | undefined => story.clock('step:development')?.dueAt;

/** The engineer was told at ten that it is their turn. */
const building = (): ChangeStory => {
  const story = new ChangeStory().upTo('development');
  return story.at('2026-03-02T12:00:00.000Z');
};

describe('silence about what is being built (C9)', () => {
  it('is late after the working days of the settings; then the CSM hears of it', () => {
    const story = building();
    // Monday; three working days on is Thursday at the close of business.
    expect(due(story)).toBe('2026-03-05T17:00:00.000Z');
    const before = story.tags('engineer').length;
    story.until('2026-03-05T16:59:00.000Z');
    expect(story.tags('engineer')).toHaveLength(before);
    story.until('2026-03-05T17:00:00.000Z');
    expect(story.tags('engineer').at(-1)).toContain('still open');
    story.until('2026-03-06T17:00:00.000Z');
    expect(story.tags('csm').at(-1)).toContain('engineer did not do this in time');
  });

  it.each([
    [
      'a word on how it goes',
      (story: ChangeStory) =>
        void story.do('engineer', { kind: 'note-progress', text: 'Half of it runs' }),
    ],
    [
      'a public comment of the engineer',
      (story: ChangeStory) => {
        story.comment('engineer', true);
        story.do('relay');
      },
    ],
    ['a move of the engineer', (story: ChangeStory) => void story.moves('testing2', 'engineer')],
  ])('is broken by %s', (_what, speak) => {
    const story = building().at('2026-03-04T10:00:00.000Z');
    speak(story);
    expect(due(story)).toBe('2026-03-09T17:00:00.000Z');
  });

  it.each([
    [
      'an internal comment',
      (story: ChangeStory) => {
        story.comment('engineer', false);
        story.do('relay');
      },
    ],
    [
      'an edit of what was written before',
      (story: ChangeStory) =>
        void story.edit(
          'integrator',
          impact(12, { timeline: { from: null, until: '2026-04-30' } }),
        ),
    ],
    [
      'a public comment of somebody else',
      (story: ChangeStory) => {
        story.comment('csm', true);
        story.do('relay');
      },
    ],
  ])('is not broken by %s', (_what, speak) => {
    const story = building().at('2026-03-04T10:00:00.000Z');
    speak(story);
    expect(due(story)).toBe('2026-03-05T17:00:00.000Z');
  });

  it('does not count while it is on hold, with the customer, before anything is built, or when the ticket is closed', () => {
    expect(due(new ChangeStory().upTo('cost'))).toBeUndefined();
    expect(due(new ChangeStory().upTo('uat'))).toBeUndefined();
    const held = building();
    held.do('csm', { kind: 'hold', reason: 'Budget freeze', until: null });
    expect(due(held)).toBeUndefined();
    held.at('2026-03-20T10:00:00.000Z').do('csm', { kind: 'resume' });
    held.until('2026-03-20T12:00:00.000Z');
    expect(due(held)).toBe('2026-03-25T17:00:00.000Z');
    const closed = building();
    closed.ticket = { ...closed.ticket, status: { id: 'closed', name: 'Closed', done: true } };
    closed.do('relay');
    expect(due(closed)).toBeUndefined();
  });
});

describe('the status', () => {
  it('follows the steps, a few statuses for many of them', () => {
    const story = new ChangeStory();
    const seen = (
      [
        'in-principle-client',
        'requirement',
        'cost',
        'internal-approval',
        'customer-approval',
        'due-date',
        'interface-approval',
        'development',
        'deployed-to-qa',
        'deployed-to-integration',
        'uat',
        'deployed-to-production',
        'go-live',
        'end',
      ] as const
    ).map((step) => {
      story.upTo(step);
      return [step, story.status];
    });
    expect(Object.fromEntries(seen)).toEqual({
      'in-principle-client': 'wfs',
      requirement: 'wfs',
      cost: 'wfs',
      'internal-approval': 'wfs',
      'customer-approval': 'wfs',
      'due-date': 'progress',
      'interface-approval': 'progress',
      development: 'progress',
      'deployed-to-qa': 'testing',
      'deployed-to-integration': 'testing',
      uat: 'wfc',
      'deployed-to-production': 'progress',
      'go-live': 'wfc',
      end: 'done',
    });
  });

  it('says whose turn it is once a gate is asked', () => {
    const story = new ChangeStory().upTo('internal-approval');
    story.ask('internal-approval');
    expect(story.status).toBe('approval');
    story.yes('internal-approval', 'approver');
    story.ask('customer-approval');
    expect(story.status).toBe('wfc');
  });

  it.each(['progress', 'testing', 'done'])(
    'CR-33: %s, set by hand before its gates, is put back with the gate named',
    (status) => {
      const story = new ChangeStory().upTo('requirement').moves(status, 'agent');
      expect(story.status).toBe('wfs');
      expect(story.said.at(-1)).toMatch(
        /comes after Internal approval \(gate 2\).*put back to wfs/u,
      );
      expect(story.said.at(-1)?.includes('withdraw')).toBe(status === 'done');
    },
  );

  it.each(['wfc', 'wfs', 'approval', 'another'])('%s, set by hand, is left alone', (status) => {
    const story = new ChangeStory().upTo('requirement').moves(status, 'agent');
    expect(story.status).toBe(status);
  });

  it('may be anything once the change request is withdrawn', () => {
    const story = new ChangeStory().upTo('requirement');
    story.do('csm', { kind: 'withdraw', reason: 'Not needed any more' });
    expect(story.moves('done', 'agent').status).toBe('done');
  });

  it('is left where it is for a group that has none', () => {
    const left = { how: 'leave', status: null } as const;
    expect(new ChangeStory({ statuses: {}, ending: left }).upTo('end').status).toBe('wfs');
  });

  it('X14: is the final one once all is done, also where its group has none', () => {
    expect(new ChangeStory({ statuses: {} }).upTo('end').status).toBe('done');
  });

  it('X5: the status of an open request for a response goes before, and the step’s own comes after the answer', () => {
    const story = new ChangeStory().upTo('development');
    const ask = {
      kind: 'request',
      entryId: 'urgent',
      note: 'Is the contract signed?',
      priorityId: null,
    } as const;
    story.act(askAct(ask), 'agent');
    expect(story.status).toBe('wfam');
    story.done('development', 'engineer');
    expect(story.status).toBe('wfam');
    story.comment('Chad', false, 'Yes, it is.');
    story.do('relay');
    expect(story.status).toBe('testing');
  });

  it('comes back after the customer’s own receipt has moved the ticket, and not after another word of theirs', () => {
    const story = new ChangeStory().upTo('uat');
    story.yes('uat');
    const receipt = story.ledger.ourComments.at(-1) ?? 0;
    story.ticket = {
      ...story.ticket,
      comments: [
        ...story.ticket.comments,
        {
          id: receipt,
          author: { accountId: 'customer', name: 'customer', active: true, kind: 'customer' },
          at: story.now,
          public: true,
          mentions: [],
          text: 'Approved',
        },
      ],
    };
    story.moves('wfs', 'customer');
    expect(story.status).toBe('progress');
    story.comment('customer', true, 'One more question');
    story.moves('wfs', 'customer');
    expect(story.status).toBe('wfs');
  });
});

describe('what everybody may search for', () => {
  it('is the step, the open gates, and the statuses that wait for one; no money', () => {
    const story = new ChangeStory().upTo('interface');
    const shadow = withChangeRequest(null, story.ledger, story.situation);
    expect(shadow?.change).toEqual({
      step: 'interface',
      gatesOpen: ['interface-approval', 'qa', 'uat', 'go-live'],
      closed: [
        {
          status: 'testing',
          why: expect.stringContaining('Interface approval (gate 4)') as string,
        },
        { status: 'done', why: expect.stringContaining('gate 4') as string },
      ],
    });
    expect(JSON.stringify(shadow)).not.toMatch(/USD|80000|effort/u);
  });

  it('writes the property before the move that a rule in the workflow would stop', () => {
    const story = new ChangeStory().upTo('customer-approval');
    story.ask('customer-approval');
    story.yes('customer-approval');
    const kinds = story.last?.effects.map(({ command }) => command.kind) ?? [];
    expect(kinds.indexOf('project')).toBeLessThan(kinds.indexOf('transition'));
  });
});
