// L5: settings that are published and say the same change nothing, whenever they come.
import fc from 'fast-check';
import type { Ledger } from '../../src/core/ledger';
import { beginnings } from './beginnings';
import type { WalkDesk } from './desk';
import type { Move } from './moves';
import { moves, walks } from './steps';

/** Everything that is known, but for which edition of the settings it was decided under. */
const without = ({ clocksUnder: _under, journal, ...ledger }: Ledger) => ({
  ...ledger,
  journal: journal.map(({ policyVersion: _version, ...entry }) => entry),
});

/** Walks, and publishes the same settings again after each of these moves. */
function walked(begin: () => WalkDesk, taken: readonly Move[], published: readonly number[]) {
  const desk = begin();
  for (const [place, move] of taken.entries()) {
    if (published.includes(place)) {
      desk.publish(() => ({}));
      desk.look();
    } else desk.look();
    const done = move.does(desk);
    if (done !== null) desk.look(done.act, done.by);
  }
  return without(desk.ledger);
}

describe.each(Object.entries(beginnings))('%s', (_name, begin) => {
  it('ends the same whether or not the same settings are published again on the way', () => {
    fc.assert(
      fc.property(moves, fc.array(fc.nat(29)), (taken, published) => {
        expect(walked(begin, taken, published)).toEqual(walked(begin, taken, []));
      }),
      walks(3),
    );
  });
});
