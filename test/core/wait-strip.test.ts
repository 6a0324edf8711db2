// The strip "If nobody acts" says what the clocks then do.
import { nextSteps } from '../../src/core/next-steps';
import { Desk, wait } from '../support/wait-desk';

describe('"if nobody acts"', () => {
  const cases: [string, (desk: Desk) => Desk][] = [
    [
      'a ladder of two levels',
      (desk) =>
        desk.owes(
          wait({
            above: [
              { to: 'team-lead', after: { minutes: 90 } },
              { to: 'engineering-manager', after: { days: 2 } },
            ],
          }),
        ),
    ],
    ['an agreed date', (desk) => desk.owes(wait({ notBefore: '2026-03-04T12:30:00.000Z' }))],
    [
      'somebody away',
      (desk) => desk.away('Ana', 'delegate', '2026-03-02T12:00:00.000Z').owes(wait()),
    ],
    [
      'several things at once',
      (desk) => desk.owes(wait(), wait({ key: 'read', of: 'qa', within: { days: 2 } })),
    ],
    [
      'a second thing within the hour',
      (desk) =>
        desk
          .owes(wait())
          .at('2026-03-02T10:10:00.000Z')
          .owes(wait(), wait({ key: 'read', title: 'Read it' })),
    ],
  ];
  it.each(cases)('says to the second what then happens: %s', (_name, begin) => {
    const desk = begin(new Desk());
    const foreseen = nextSteps(desk.ledger, desk.situation, 8);
    const before = desk.ledger.entries;
    desk.until(foreseen.at(-1)?.at ?? desk.now);
    const happened = desk.ledger.journal.filter(({ id }) => id > before);
    expect(happened.slice(0, foreseen.length).map(({ at, text }) => ({ at, text }))).toEqual(
      foreseen.map(({ at, text }) => ({ at, text })),
    );
    expect(foreseen.length).toBeGreaterThan(2);
  });
});
