import {
  newRow,
  type AccessRequest,
  type AccessRow,
} from '../../../src/procedures/access-request/access-request';
import { forecast, leadTime, sendingOrder } from '../../../src/procedures/access-request/lead-time';
import { office } from '../../support/sop';

const request: AccessRequest = {
  engineer: null,
  teamLead: 'lead',
  employmentStart: '2026-03-02',
  workStart: '2026-03-16',
  itReady: null,
  override: null,
  onFile: [],
  rows: [],
  purgeAt: null,
  lookAgainAt: null,
  certificate: null,
};
const row = (change: Partial<AccessRow> = {}): AccessRow => ({
  ...newRow('ALDR', 'e-mail', 10),
  ...change,
});

describe('how long a customer takes (M12)', () => {
  it.each([
    ['nothing known', [], { basis: 'stated', typicalDays: 10, slowDays: 10, samples: 0 }],
    ['four rows are too few', [1, 1, 1, 1], { basis: 'stated', typicalDays: 10, samples: 4 }],
    [
      'five rows count',
      [9, 2, 4, 3, 30],
      { basis: 'past', typicalDays: 4, slowDays: 30, samples: 5 },
    ],
    ['ten rows', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { typicalDays: 5, slowDays: 9 }],
  ])('%s', (_what, past, expected) => {
    expect(leadTime(past, 10, 5)).toMatchObject(expected);
  });

  it.each([
    ['exactly on time', '2026-03-16', { verdict: 'in-time', lateDays: 0 }],
    ['one day short', '2026-03-13', { verdict: 'cannot-be-ready', lateDays: 1 }],
    ['no work start known', null, { verdict: 'no-date', lateDays: 0 }],
  ])('%s', (_what, workStart, expected) => {
    expect(
      forecast(office, { ...request, workStart }, row(), leadTime([], 10, 5), '2026-02-20'),
    ).toMatchObject(expected);
  });

  it('is at risk where only slow customers would be late', () => {
    expect(
      forecast(
        office,
        request,
        row(),
        { basis: 'past', samples: 9, typicalDays: 5, slowDays: 15 },
        '2026-03-02',
      ).verdict,
    ).toBe('at-risk');
  });

  it('what is overdue comes tomorrow at the earliest', () => {
    const sent = row({ progress: 'sent', requestedAt: '2026-03-02T10:00:00.000Z' });
    expect(forecast(office, request, sent, leadTime([], 3, 5), '2026-03-13').typical).toBe(
      '2026-03-16',
    );
  });

  it('sends to the slowest first, and not to those already asked', () => {
    const at = (cid: string, days: number, change: Partial<AccessRow> = {}) => {
      const one = { ...row(change), cid };
      return {
        row: one,
        forecast: forecast(office, request, one, leadTime([], days, 5), '2026-03-02'),
      };
    };
    expect(
      sendingOrder([
        at('FAST', 2),
        at('SLOW', 12),
        at('ASKED', 20, { progress: 'sent' }),
        at('ALSO', 12),
      ]),
    ).toEqual(['ALSO', 'SLOW', 'FAST']);
  });
});
