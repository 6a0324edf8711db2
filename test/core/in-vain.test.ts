// A procedure may want a look at a time at which it then has nothing to do: the ticket does not come back at every sweep.
import { wakeAt } from '../../src/core/decide';
import type { Procedure } from '../../src/core/procedure';
import { chores, Desk } from '../support/wait-desk';

const wanting = (at: string | null): Procedure => ({ ...chores, wakeAt: () => at });
const now = '2026-03-02T10:00:00.000Z';

describe('a look that was wanted and brings nothing', () => {
  const desk = new Desk();

  it('is tried again a day later, and once a day', () => {
    desk.procedures = [wanting(now)];
    expect(desk.turn().changed).toBe(true);
    expect(wakeAt(desk.procedures, desk.ledger)).toBe('2026-03-03T10:00:00.000Z');
    desk.at('2026-03-02T11:00:00.000Z');
    expect(desk.turn().changed).toBe(false);
    expect(wakeAt(desk.procedures, desk.ledger)).toBe('2026-03-03T10:00:00.000Z');
    desk.at('2026-03-03T10:00:00.000Z').turn();
    expect(wakeAt(desk.procedures, desk.ledger)).toBe('2026-03-04T10:00:00.000Z');
  });

  it('is forgotten as soon as there is another time', () => {
    desk.procedures = [wanting('2026-03-03T12:00:00.000Z')];
    desk.turn();
    expect(wakeAt(desk.procedures, desk.ledger)).toBe('2026-03-03T12:00:00.000Z');
    desk.procedures = [wanting(null)];
    desk.turn();
    expect(wakeAt(desk.procedures, desk.ledger)).toBeNull();
  });
});
