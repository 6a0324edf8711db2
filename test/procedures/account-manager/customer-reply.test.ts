import { asksOf } from '../../../src/procedures/account-manager/asks';
import { Story } from '../../support/sop';

const asked = (): Story => {
  const story = new Story();
  story.request();
  return story.at('2026-03-02T11:00:00.000Z');
};

describe('AM-25 … AM-31: the customer replies while an ask is open', () => {
  it('AM-29: the ticket stays with support, and the clock runs on', () => {
    const story = asked();
    story.customerReplies().turn();
    expect(story.status).toBe('wfs');
    expect(asksOf(story.ledger).ask).toMatchObject({
      dueAt: '2026-03-02T14:00:00.000Z',
      customerReply: { at: '2026-03-02T11:00:00.000Z', putBackAt: '2026-03-02T12:00:00.000Z' },
    });
    expect(story.ledger.projected?.flag).toBe('customer-replied');
  });

  it('AM-27: an agent’s public reply puts it back, in one write', () => {
    const story = asked();
    story.customerReplies().turn();
    story.at('2026-03-02T11:10:00.000Z').comment('agent', { public: true }).turn();
    expect(story.kinds).toEqual(['transition']);
    expect(story.status).toBe('wfam');
    expect(asksOf(story.ledger).ask?.customerReply).toBeNull();
    expect(asksOf(story.ledger).ask?.dueAt).toBe('2026-03-02T14:00:00.000Z');
  });

  it('AM-27: back to Waiting for Management, when it came from there', () => {
    const story = asked();
    story.turn({ kind: 'escalate', reason: 'now' });
    story.customerReplies().turn();
    story
      .comment('agent', { public: true, at: '2026-03-02T11:01:00.000Z' })
      .at('2026-03-02T11:01:00.000Z')
      .turn();
    expect(story.status).toBe('wfm');
  });

  it('an internal comment of an agent is no reply to the customer', () => {
    const story = asked();
    story.customerReplies().turn();
    story.comment('agent').turn();
    expect(story.status).toBe('wfs');
  });

  it('AM-26: "No reply needed" puts it back at once', () => {
    const story = asked();
    story.customerReplies().turn();
    story.turn({ kind: 'put-back' });
    expect(story.status).toBe('wfam');
    expect(story.clauses).toContain('AM-26');
  });

  it('A9: after the grace time it is put back with the flag, which stays until somebody answers', () => {
    const story = asked();
    story.customerReplies().turn();
    story.at('2026-03-02T12:00:00.000Z').turn();
    expect(story.status).toBe('wfam');
    expect(story.ledger.projected?.flag).toBe('customer-unanswered');
    story.at('2026-03-02T12:30:00.000Z').comment('agent', { public: true }).turn();
    expect(story.ledger.projected?.flag).toBeNull();
    expect(story.status).toBe('wfam');
  });

  it('AM-31: WFAM, customer, Waiting for Customer, customer again, agent: back to WFAM', () => {
    const story = asked();
    story.customerReplies().turn();
    story.moves('wfc').turn();
    story.at('2026-03-02T11:20:00.000Z').customerReplies().turn();
    expect(story.status).toBe('wfs');
    story.at('2026-03-02T11:30:00.000Z').comment('agent', { public: true }).turn();
    expect(story.status).toBe('wfam');
  });

  it('a reply after the answer leaves the ticket with support', () => {
    const story = asked();
    story.comment('Chad').turn();
    story.at('2026-03-02T11:20:00.000Z').customerReplies().turn();
    story.comment('agent', { public: true }).turn();
    expect(story.status).toBe('wfs');
    expect(asksOf(story.ledger).ask).toBeNull();
  });

  it.each(['reply first', 'deadline first', 'one look at both'])(
    'a reply in the minute of the deadline ends the same way: %s',
    (order) => {
      const story = asked().at('2026-03-02T14:00:00.000Z');
      if (order === 'deadline first') story.turn();
      story.customerReplies();
      story.turn();
      story.turn();
      expect(story.status).toBe('wfs');
      expect(asksOf(story.ledger).ask).toMatchObject({ rung: 1, holder: 'James Lee' });
      expect(story.effects.filter(({ clause }) => clause === 'AM-21')).toHaveLength(1);
      story.at('2026-03-02T14:10:00.000Z').comment('agent', { public: true }).turn();
      expect(story.status).toBe('wfm');
    },
  );
});
