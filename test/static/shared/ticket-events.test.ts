import { TicketEvents } from '../../../static/shared/ticket-events';

const somebody = [{ changeType: 'updated', atlassianId: 'ben' }];
const event = (issueId: unknown, changes: unknown = somebody) => ({ issueId, changes });

describe('A page in a ticket', () => {
  it.each([
    ['its ticket', event('10001'), 'look'],
    ['its ticket by a number', event(10001), 'look'],
    ['another ticket', event('10002'), 'nothing'],
    ['a ticket that is not named', { changes: somebody }, 'look'],
    ['nothing that is said', event('10001', []), 'read'],
    ['nothing at all', undefined, 'read'],
  ])('hears of a change of %s', (_of, payload, asks) => {
    expect(new TicketEvents('10001', 'look').changed(payload, 0)).toBe(asks);
  });

  it('looks when somebody has acted in a page around it', () => {
    const heard = new TicketEvents('10001', 'read');
    expect(heard.actBegun(0)).toBe('nothing');
    expect(heard.actEnded(1_000)).toBe('look');
  });

  it('leaves what an act writes into the ticket to the act, and hears of what comes later', () => {
    const heard = new TicketEvents('10001', 'read');
    heard.actBegun(0);
    expect(heard.changed(event('10001'), 500)).toBe('nothing');
    heard.actEnded(1_000);
    expect(heard.changed(event('10001'), 5_000)).toBe('nothing');
    expect(heard.changed(event('10001'), 11_000)).toBe('read');
  });

  it('hears again of changes after an act of whose end it was never told', () => {
    const heard = new TicketEvents('10001', 'read');
    heard.actBegun(0);
    expect(heard.changed(event('10001'), 36_000)).toBe('read');
  });
});
