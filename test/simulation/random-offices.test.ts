import { simulateOffice } from '../../bench/simulate';
import { officeOf } from '../../bench/simulate/office/month';

// A share of `npm run simulate -- --desk office --seeds 200`; that command shrinks a seed that fails here.
describe('random months at the office, in which everybody works from the list of what waits for them', () => {
  it.each([1, 2])(
    'seed %i: nothing open waits for nobody, and nobody is told too late, twice or of what is not theirs',
    async (seed) => {
      expect(await simulateOffice(seed)).toEqual([]);
    },
  );

  it('tells the same month for the same seed', () => {
    expect(officeOf(3, 30)).toEqual(officeOf(3, 30));
    expect(officeOf(3, 30)).not.toEqual(officeOf(4, 30));
  });
});
