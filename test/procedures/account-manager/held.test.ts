import fc from 'fast-check';
import { held } from '../../../src/procedures/account-manager/held';
import { msOf } from '../../../src/core/instant';
import { monday10, Story } from '../../support/sop';

const hour = 3_600_000;

describe('who held the ticket for how long', () => {
  it('support before, the account manager, management, and support again after the answer', () => {
    const story = new Story();
    story.request();
    story.at('2026-03-02T14:00:00.000Z').turn();
    story.at('2026-03-02T15:00:00.000Z').comment('James Lee').turn();
    story.at('2026-03-02T16:00:00.000Z');
    const { byHolder, openMs } = held(story.ledger, story.ticket, story.situation.queue, story.now);
    expect(byHolder).toEqual({
      support: 3 * hour,
      'account-manager': 4 * hour,
      'regional-manager': hour,
      management: 0,
      customer: 0,
    });
    expect(openMs).toBe(8 * hour);
  });

  it('the customer, while the ticket waits for them and nobody else is asked', () => {
    const story = new Story();
    story.moves('wfc');
    story.at('2026-03-02T12:00:00.000Z');
    expect(
      held(story.ledger, story.ticket, story.situation.queue, story.now).byHolder,
    ).toMatchObject({ customer: 2 * hour, support: 2 * hour });
  });

  it('nobody, while the ticket is done; the hours stand in the journal when it closes', () => {
    const story = new Story();
    story.request();
    story.at('2026-03-02T11:00:00.000Z').comment('Chad').turn();
    story.at('2026-03-02T12:00:00.000Z').moves('done').turn();
    expect(story.ledger.journal.at(-1)).toMatchObject({
      text: 'Closed after 4 h',
      because: {
        clause: 'AM-30',
        values: { support: '3 h', 'account manager': '1 h', open: '4 h' },
      },
    });
    story.at('2026-03-05T12:00:00.000Z').moves('wfs').turn();
    story.at('2026-03-05T13:00:00.000Z');
    expect(held(story.ledger, story.ticket, story.situation.queue, story.now).openMs).toBe(
      5 * hour,
    );
  });

  it('adds up to the time the ticket was open, to the millisecond, whatever happens in it', () => {
    const act = fc.constantFrom(
      'request',
      'answer',
      'reply',
      'public',
      'wfc',
      'progress',
      'wfm',
      'done',
      'wfs',
      'turn',
      'escalate',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(act, fc.integer({ min: 1, max: 9_000_000 })), { maxLength: 25 }),
        (acts) => {
          const story = new Story();
          let at = msOf(monday10);
          let open = at - msOf(story.ticket.createdAt);
          for (const [what, ms] of acts) {
            if (!story.ticket.status.done) open += ms;
            at += ms;
            story.at(new Date(at).toISOString());
            if (what === 'request') story.request();
            else if (what === 'escalate') story.turn({ kind: 'escalate', reason: 'now' });
            else if (what === 'answer') story.comment('Chad');
            else if (what === 'reply') story.customerReplies();
            else if (what === 'public') story.comment('agent', { public: true });
            else if (what !== 'turn') story.moves(what);
            // The app's own moves stand in the history too.
            const before = story.status;
            story.turn();
            if (story.status !== before) {
              const to = story.status;
              story.ticket = {
                ...story.ticket,
                status: { id: before, name: before, done: before === 'done' },
              };
              story.moves(to, 'relay', { ours: true });
            }
          }
          const { byHolder, openMs } = held(
            story.ledger,
            story.ticket,
            story.situation.queue,
            story.now,
          );
          expect(openMs).toBe(open);
          expect(Object.values(byHolder).reduce((sum, ms) => sum + ms, 0)).toBe(openMs);
          expect(Object.values(byHolder).every((ms) => ms >= 0)).toBe(true);
        },
      ),
    );
  });
});
