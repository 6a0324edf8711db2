import { asksOf } from '../../../src/procedures/account-manager/asks';
import type { Readings } from '../../../src/core/readings';
import { defaultReadings } from '../../../src/procedures/account-manager/settings/reading-choices';
import { anas, aPolicy, aQueue, Story } from '../../support/sop';

const reading = (change: Partial<Readings>): Story =>
  new Story({
    policy: aPolicy(aQueue({ readings: { ...defaultReadings, ...change } })),
    account: { kind: 'known', account: anas, chosen: false },
  });

const asked = (change: Partial<Readings>): Story => {
  const story = reading(change);
  story.request();
  return story.at('2026-03-02T11:00:00.000Z');
};
const dueAt = '2026-03-02T14:00:00.000Z';

describe('A1: when the manager fields are filled', () => {
  it('from the start, where the queue wants that; nobody is asked by it', () => {
    const story = reading({ fillFields: 'on-create' });
    story.turn();
    expect(story.kinds).toEqual(['edit']);
    expect(story.ticket).toMatchObject({
      accountManager: { accountId: 'Ana' },
      regionalManager: { accountId: 'Paige' },
    });
    expect(asksOf(story.ledger).ask).toBeNull();
    expect(story.turn().effects).toEqual([]);
  });

  it('only when somebody is asked, by default', () => {
    expect(reading({}).turn().effects).toEqual([]);
  });
});

describe('A3: what counts as the response', () => {
  it('only an internal comment', () => {
    const story = asked({ answer: { from: 'internal-comment', minLength: 0 } });
    story.comment('Ana', { public: true }).turn();
    expect(asksOf(story.ledger).ask).not.toBeNull();
    story.comment('Ana').turn();
    expect(asksOf(story.ledger).ask).toBeNull();
  });

  it('only a comment long enough, and the refusal says by how much it is short', () => {
    const story = asked({ answer: { from: 'any-comment', minLength: 20 } });
    const decision = story.comment('Ana', { text: 'ok' }).turn();
    expect(asksOf(story.ledger).ask).not.toBeNull();
    expect(decision.declined.map(({ text }) => text)).toContain(
      'A response has at least 20 characters in this queue; this comment has 2.',
    );
    story.comment('Ana', { text: 'The contract is signed and filed.' }).turn();
    expect(asksOf(story.ledger).ask).toBeNull();
  });

  it('only the button', () => {
    const story = asked({ answer: { from: 'button-only', minLength: 0 } });
    story.comment('Ana').turn();
    expect(asksOf(story.ledger).ask).not.toBeNull();
    story.turn(
      { kind: 'answer', text: 'It is signed.' },
      { accountId: 'Ana', mayTransition: false },
    );
    expect(asksOf(story.ledger).ask).toBeNull();
  });
});

describe('A4: who answers once management is asked', () => {
  it('management only', () => {
    const story = asked({ managementAnswer: 'management-only' });
    story.turn({ kind: 'escalate', reason: 'now' });
    story.comment('Ana').turn();
    expect(asksOf(story.ledger).ask).not.toBeNull();
    story.comment('Paige').turn();
    expect(asksOf(story.ledger).ask).toBeNull();
  });

  it('before that, the account manager as ever', () => {
    const story = asked({ managementAnswer: 'management-only' });
    story.comment('Ana').turn();
    expect(asksOf(story.ledger).ask).toBeNull();
  });
});

describe('A5, A6: after the response', () => {
  it('the ticket goes back to where it stood before', () => {
    const story = reading({ statusAfterAnswer: 'status-before' });
    story.moves('progress');
    story.request();
    story.at('2026-03-02T11:00:00.000Z').comment('Ana').turn();
    expect(story.status).toBe('progress');
  });

  it('or to support, where it stood in a waiting status or that is not known', () => {
    const story = reading({ statusAfterAnswer: 'status-before' });
    story.moves('wfm').moves('wfam').turn();
    story.at('2026-03-02T11:00:00.000Z').comment('Ana').turn();
    expect(story.status).toBe('wfs');
  });

  it('both fields are emptied', () => {
    const story = asked({ fieldsAfterAnswer: 'clear' });
    story.comment('Ana').turn();
    expect(story.ticket).toMatchObject({ accountManager: null, regionalManager: null });
  });
});

describe('A7: at the due time', () => {
  it('the agent is told, once and then daily, and escalates', () => {
    const story = asked({ atDueTime: 'prompt' }).at(dueAt);
    story.turn();
    expect(story.tagged).toEqual(['agent']);
    expect(story.status).toBe('wfam');
    expect(story.turn().effects).toEqual([]);
    story.at('2026-03-03T10:00:00.000Z').turn();
    expect(story.tagged).toEqual(['agent']);
    story.turn({ kind: 'escalate', reason: 'overdue' });
    expect(story.status).toBe('wfm');
    expect(story.tagged).toEqual(['Paige']);
  });

  it('shadow only writes down what it would have done, once', () => {
    const story = asked({ atDueTime: 'shadow' }).at(dueAt);
    story.turn();
    expect(story.last?.effects).toEqual([]);
    expect(story.ledger.journal.at(-1)?.because).toMatchObject({
      clause: 'A7',
      text: expect.stringContaining('would now have escalated to Paige'),
    });
    expect(story.at('2026-03-09T09:00:00.000Z').turn().changed).toBe(false);
  });
});

describe('A8: in whose time', () => {
  it('around the clock, weekends included', () => {
    const story = reading({ clock: 'around-the-clock' }).at('2026-03-06T22:00:00.000Z');
    story.request();
    expect(asksOf(story.ledger).ask?.dueAt).toBe('2026-03-07T02:00:00.000Z');
  });
});

describe('A9: after a customer’s reply', () => {
  it('at once: back to waiting, with the flag until somebody answers', () => {
    const story = asked({ afterCustomerReply: 'at-once' });
    story.customerReplies().turn();
    expect(story.status).toBe('wfam');
    expect(story.ledger.projected?.flag).toBe('customer-unanswered');
    story.comment('agent', { public: true }).turn();
    expect(story.ledger.projected?.flag).toBeNull();
    expect(story.status).toBe('wfam');
  });

  it('by hand: neither a reply nor time puts it back, only the button', () => {
    const story = asked({ afterCustomerReply: 'by-hand' });
    story.customerReplies().turn();
    story.at('2026-03-02T13:00:00.000Z').comment('agent', { public: true }).turn();
    expect(story.status).toBe('wfs');
    expect(asksOf(story.ledger).ask?.customerReply).toMatchObject({ answered: true });
    story.turn({ kind: 'put-back' });
    expect(story.status).toBe('wfam');
  });
});

describe('A11, A13, A15', () => {
  it('A11: the field filled without a request is emptied', () => {
    const story = reading({ fieldWithoutAsk: 'clear' });
    story.ticket = {
      ...story.ticket,
      accountManager: story.people['Ana'] ?? null,
      changes: [
        {
          id: 7,
          at: story.now,
          by: story.people['agent'] ?? null,
          field: 'account-manager',
          from: null,
          fromName: null,
          to: 'Ana',
          ours: false,
        },
      ],
    };
    story.turn();
    expect(story.ticket.accountManager).toBeNull();
    expect(story.turn().effects).toEqual([]);
  });

  it('A13: the SOP’s priority wins over the agent’s choice, in the panel and by hand', () => {
    const panel = reading({ priority: 'force' });
    panel.turn({
      kind: 'request',
      entryId: 'urgent',
      note: 'Is the contract signed?',
      priorityId: 'low',
    });
    expect(panel.ticket.priority?.id).toBe('high');
    const hand = reading({ priority: 'force' });
    hand.moves('wfam').turn();
    expect(hand.ticket.priority?.id).toBe('high');
  });

  it('A15: silence after the last of the ladder', () => {
    const story = asked({ afterLadder: 'silence' });
    for (const at of [dueAt, '2026-03-02T16:00:00.000Z', '2026-03-02T17:00:00.000Z'])
      story.at(at).turn();
    expect(asksOf(story.ledger).ask?.exhausted).toBe(true);
    expect(story.at('2026-03-09T09:00:00.000Z').turn().effects).toEqual([]);
  });
});
