import * as v from 'valibot';
import { day, instant } from '../../src/app/date-shapes';

const said = (shape: v.GenericSchema, value: unknown): string => {
  const result = v.safeParse(shape, value);
  return result.success ? `read as ${String(result.output)}` : (result.issues[0]?.message ?? '');
};

describe('a day is written one way only', () => {
  it.each(['2026-03-31', '2028-02-29'])('%s is read', (written) =>
    expect(said(day('The day'), written)).toBe(`read as ${written}`),
  );

  it.each([
    '31/03/2026',
    '03/31/2026',
    '3/4/2026',
    '31.3.2026',
    '2026-3-4',
    '20260331',
    'March 31, 2026',
    '2026-03-31T00:00:00Z',
    '',
  ])('%s is refused, and how to write it is said', (written) =>
    expect(said(day('The day of the cycle'), written)).toBe(
      'The day of the cycle must be a day such as 2026-03-31.',
    ),
  );

  it.each(['2026-02-30', '2026-02-29', '2026-04-31'])('%s is no day', (written) =>
    expect(said(day('The day'), written)).toBe('The day is a day that no calendar has.'),
  );

  it('a number is none', () =>
    expect(said(day('The day'), 20260331)).toBe('The day must be text.'));
});

describe('a point in time is written one way only', () => {
  it.each([
    ['2026-03-31T14:30:00Z', '2026-03-31T14:30:00.000Z'],
    ['2026-03-31T14:30:00.250Z', '2026-03-31T14:30:00.250Z'],
    ['2026-03-31T23:30:00-05:00', '2026-04-01T04:30:00.000Z'],
  ])('%s', (written, utc) => expect(said(instant('The time'), written)).toBe(`read as ${utc}`));

  it.each([
    '3/4/2026',
    '3/4/2026 14:30',
    '2026-03-31',
    'Tue Mar 31 2026 14:30:00',
    '2026-03-31T14:30:00',
    'tomorrow',
  ])('%s is refused, and how to write it is said', (written) =>
    expect(said(instant('The date'), written)).toBe(
      'The date must be a date and time such as 2026-03-31T14:30:00Z.',
    ),
  );

  it('a day that no calendar has', () =>
    expect(said(instant('The date'), '2026-02-30T10:00:00Z')).toBe(
      'The date is on a day that no calendar has.',
    ));
});
