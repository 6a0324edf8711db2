import { withChangeRequest } from '../../../src/procedures/change-request/account';
import fc from 'fast-check';
import {
  amountOf,
  costOf,
  decimalsOf,
  mostDays,
  ratesFor,
  roseBeyond,
  spellMoney,
  whyNotEffort,
} from '../../../src/procedures/change-request/money';
import { minorUnits, rateCardShape } from '../../../src/procedures/change-request/settings/shape';
import { ChangeStory, customer, impact } from '../../support/change-request';
import * as v from 'valibot';

const usd = {
  currency: 'USD',
  roles: [
    { role: 'Engineer', dayRate: 80_000 },
    { role: 'Tester', dayRate: 50_001 },
  ],
};

describe('cost = effort × agreed day rates (CR-09, C10)', () => {
  it.each([
    [25, 80_000, 1_000_000], // 12.5 days at 800.00
    [1, 80_000, 40_000],
    [1, 50_001, 25_001], // half a cent is rounded up
    [3, 50_001, 75_002], // 750.015
    [2, 50_001, 50_001],
    [1, 1, 1],
    [2000, 999_999_999, 999_999_999_000],
  ])('%i half days at %i come to %i', (halfDays, dayRate, amount) =>
    expect(amountOf(halfDays, dayRate)).toBe(amount),
  );

  it('never is off by more than half a unit for a line, and the lines add up to the total', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            halfDays: fc.integer({ min: 1, max: 2 * mostDays }),
            dayRate: fc.integer({ min: 0, max: 999_999_999 }),
          }),
          { minLength: 1, maxLength: 20 },
        ),
        (lines) => {
          const cost = costOf(
            lines.map(({ halfDays }, place) => ({ role: `role ${place}`, halfDays })),
            {
              currency: 'USD',
              roles: lines.map(({ dayRate }, place) => ({ role: `Role ${place}`, dayRate })),
            },
          );
          expect(
            cost?.lines.every(
              ({ amount, halfDays, dayRate }) =>
                Number.isSafeInteger(amount) &&
                Math.abs(2 * amount - halfDays * dayRate) <= 1 &&
                2 * amount >= halfDays * dayRate,
            ),
          ).toBe(true);
          expect(cost?.total).toBe(cost?.lines.reduce((sum, { amount }) => sum + amount, 0));
        },
      ),
    );
  });

  it('is written with the digits of its currency', () => {
    expect([
      spellMoney(1_000_000, 'USD'),
      spellMoney(1_000_000, 'JPY'),
      spellMoney(1_234, 'KWD'),
      spellMoney(-5, 'EUR'),
      spellMoney(100, 'XYZ'),
    ]).toEqual(['10,000.00 USD', '1,000,000 JPY', '1.234 KWD', '-0.05 EUR', '1.00 XYZ']);
    expect([decimalsOf('USD'), decimalsOf('JPY'), decimalsOf('not a currency')]).toEqual([2, 0, 2]);
  });

  it.each([
    ['800.00', 'USD', 80_000],
    ['800', 'USD', 80_000],
    ['800.5', 'USD', 80_050],
    ['0.07', 'USD', 7],
    ['19.99', 'USD', 1999],
    ['800', 'JPY', 800],
    ['800.5', 'JPY', null],
    ['1.234', 'KWD', 1234],
    ['1.234', 'USD', null],
  ])('a rate of %s %s is %s minor units', (written, currency, minor) =>
    expect(minorUnits(written, currency)).toBe(minor),
  );

  it.each([
    [{ currency: 'usd', rates: { Engineer: '1' } }],
    [{ currency: 'USD', rates: {} }],
    [{ currency: 'USD', rates: { Engineer: '-800' } }],
    [{ currency: 'USD', rates: { Engineer: '1,000' } }],
    [{ currency: 'USD', rates: { Engineer: '1.234' } }],
    [{ currency: 'USD', rates: { Engineer: 800 } }],
  ])('a rate card that could be misread is refused: %j', (card) =>
    expect(v.safeParse(rateCardShape, card).success).toBe(false),
  );

  it('names the account that has no rate card, and where to set it', () => {
    const refused = ratesFor(undefined, 'Midland', [{ role: 'Engineer', halfDays: 2 }]);
    expect(refused).toMatchObject({
      clause: 'CR-09',
      text: expect.stringContaining('Midland') as string,
    });
    expect(refused).toMatchObject({ text: expect.stringContaining('under Accounts') as string });
  });

  it('names a role the rate card does not know', () => {
    expect(
      ratesFor(usd, 'Midland', [
        { role: 'Engineer', halfDays: 2 },
        { role: 'Painter', halfDays: 2 },
      ]),
    ).toMatchObject({ clause: 'CR-09', text: expect.stringContaining('Painter') as string });
  });

  it.each([
    ['nothing at all', []],
    ['less than nothing', [{ role: 'Engineer', halfDays: -2 }]],
    ['nothing', [{ role: 'Engineer', halfDays: 0 }]],
    ['a quarter of a day', [{ role: 'Engineer', halfDays: 0.5 }]],
    ['more than anybody means', [{ role: 'Engineer', halfDays: 2 * mostDays + 1 }]],
    ['no role', [{ role: ' ', halfDays: 2 }]],
    [
      'a role twice',
      [
        { role: 'Engineer', halfDays: 2 },
        { role: 'engineer ', halfDays: 2 },
      ],
    ],
  ])('an effort of %s is refused', (_what, effort) =>
    expect(whyNotEffort(effort)).toMatchObject({ clause: 'CR-08', field: 'effort' }),
  );

  it('rises only where it can be compared', () => {
    const cost = (total: number, currency = 'USD') => ({ currency, lines: [], total });
    expect([
      roseBeyond(cost(100), cost(101), 0),
      roseBeyond(cost(100), cost(100), 0),
      roseBeyond(cost(100), cost(99), 0),
      roseBeyond(cost(100), cost(110), 10),
      roseBeyond(cost(100), cost(111), 10),
      roseBeyond(cost(100), cost(1, 'EUR'), 50),
      roseBeyond(null, cost(1), 0),
      roseBeyond(null, null, 0),
    ]).toEqual([true, false, false, false, true, true, true, false]);
  });

  describe('keeps the rates it was calculated with (CR-38)', () => {
    const dearer = withChangeRequest(
      { ...customer, cid: 'OTHER', name: 'Another customer' },
      {
        rateCard: {
          currency: 'USD',
          roles: [
            { role: 'Engineer', dayRate: 90_000 },
            { role: 'Analyst', dayRate: 60_000 },
          ],
        },
      },
    );
    const effort = (...roles: string[]) =>
      impact(12, { effort: roles.map((role) => ({ role, halfDays: 48 })) });
    const rates = (story: ChangeStory): number[] | undefined =>
      costOf(story.change.content.effort, story.change.content.rates)?.lines.map(
        ({ dayRate }) => dayRate,
      );
    const costed = (): ChangeStory => {
      const story = new ChangeStory().upTo('internal-approval');
      story.account = dearer;
      return story;
    };

    it('whatever the account, or another one, has agreed since, also for a role that comes in later', () => {
      const story = costed();
      story.edit('integrator', effort('Engineer', 'Tester'));
      expect(rates(story)).toEqual([80_000, 50_001]);
    });

    it('also when the work goes back before the cost, and the cost is added again', () => {
      const story = costed();
      story.ask('internal-approval');
      story.no('internal-approval', 'approver', 'impact');
      story.edit('integrator', effort('Engineer'));
      expect(story.edit('csm', { part: 'cost' }).refused).toBeNull();
      expect(rates(story)).toEqual([80_000]);
    });

    it('until the CSM or the approver takes the new ones, which the journal says of whom', () => {
      for (const by of ['integrator', 'sales', 'ops'])
        expect(costed().edit(by, { part: 'cost', rates: 'now' }).refused).not.toBeNull();
      for (const by of ['csm', 'approver']) {
        const story = costed();
        story.edit(by, { part: 'cost', rates: 'now' });
        expect(rates(story)).toEqual([90_000]);
        expect(story.ledger.journal.at(-1)?.because?.text).toContain('Another customer');
      }
    });

    it('a role that they do not know opens the cost again, and is never priced in silence', () => {
      const story = new ChangeStory().upTo('interface');
      story.account = dearer;
      story.edit('integrator', effort('Engineer', 'Analyst'));
      expect(story.last?.refused).toBeNull();
      expect(story.present).toEqual(['cost']);
      expect(story.edit('csm', { part: 'cost' }).refused?.text).toContain('Analyst');
      story.edit('csm', { part: 'cost', rates: 'now' });
      expect(rates(story)).toEqual([90_000, 60_000]);
      expect(story.present).toEqual(['internal-approval']);
    });
  });
});
