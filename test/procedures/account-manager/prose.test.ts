import {
  chosenIn,
  readingChoices,
  sentenceOf,
  defaultReadings,
} from '../../../src/procedures/account-manager/settings/reading-choices';
import { spellWeek } from '../../../src/core/calendar/spell-week';
import type { QueuePolicy } from '../../../src/core/policy';
import type { Names } from '../../../src/core/prose';
import type { Readings } from '../../../src/core/readings';
import { proseOf } from '../../../src/core/written-sop';
import { proseIn } from '../../../src/app/settings/procedure-settings';
import { procedures } from '../../support/procedures';
import { aPolicy, aQueue, office, urgent } from '../../support/sop';

const names: Names = { person: (id) => id, account: (cid) => cid };
const sop = (queue: QueuePolicy = aQueue()): string[] =>
  proseOf(aPolicy(queue), names, proseIn(procedures)).map(
    ({ clause, text }) => `${clause} ${text}`,
  );

/** Readings in which one path has that value. */
const withReading = (path: string, value: string): Readings => {
  const [part = '', inner] = path.split('.');
  return {
    ...defaultReadings,
    [part]: inner === undefined ? value : { ...defaultReadings.answer, [inner]: value },
  };
};

describe('the SOP that the settings write', () => {
  it('says who is asked, how fast, and who comes next', () => {
    expect(sop()).toEqual(
      expect.arrayContaining([
        "AM-09 Where account manager and regional manager are one person, James Lee takes the regional manager's place; where James Lee cannot, Second Fallback, in this order.",
        'AM-12 "Urgent matter", for any request: the account manager is tagged in an internal note and must respond.',
        'AM-16 Its priority is High.',
        'AM-19 The account manager responds within 4 business hours, 30 business minutes at Highest.',
        'AM-21 Without a response the regional manager is asked, and responds within 2 business hours, 30 business minutes at Highest.',
        'AM-12 "News", for requests of the type "News": the account manager is added as a watcher, for information only.',
        'A8 Working time here is the calendar "Office": Monday to Friday 09:00-17:00, in UTC, except on no days.',
      ]),
    );
  });

  it('speaks of plain hours where the clock never stops', () => {
    const text = sop(aQueue({ readings: { ...defaultReadings, clock: 'around-the-clock' } })).join(
      '\n',
    );
    expect(text).toContain('responds within 4 hours, 30 minutes at Highest');
    expect(text).not.toContain('business');
  });

  it.each(
    readingChoices.flatMap((reading) =>
      reading.choices.map((choice) => [reading.path, choice.value] as const),
    ),
  )('%s read as %s has a sentence of its own', (path, value) => {
    const readings = withReading(path, value);
    const reading = readingChoices.find((one) => one.path === path);
    const chosen = reading && chosenIn(reading, readings);
    expect(chosen?.value).toBe(value);
    const queue = aQueue({ readings });
    expect(sop(queue)).toContain(`${reading?.clause} ${chosen && sentenceOf(chosen, queue)}`);
  });

  it('offers the default of every reading first, and leaves none out', () => {
    const paths = Object.keys(defaultReadings).map((key) =>
      key === 'answer' ? 'answer.from' : key,
    );
    expect(readingChoices.map(({ path }) => path).sort()).toEqual(paths.sort());
    for (const reading of readingChoices)
      expect(reading.choices[0]?.value).toBe(reading.of(defaultReadings));
  });

  it('says which entry and which queue a sentence is about', () => {
    const about = proseOf(aPolicy(), names, proseIn(procedures)).filter(
      ({ entry }) => entry === urgent.id,
    );
    expect(about.length).toBeGreaterThan(3);
    expect(about.every(({ queue }) => queue === '1')).toBe(true);
  });

  it.each([
    [office.week, 'Monday to Friday 09:00-17:00'],
    [
      office.week.map((hours, day) => (day === 3 ? [] : hours)),
      'Monday to Tuesday 09:00-17:00; Thursday to Friday 09:00-17:00',
    ],
    [
      office.week.map((hours, day) =>
        day === 5
          ? [
              { from: 540, to: 720 },
              { from: 780, to: 900 },
            ]
          : hours,
      ),
      'Monday to Thursday 09:00-17:00; Friday 09:00-12:00, 13:00-15:00',
    ],
    [office.week.map(() => []), 'no working hours'],
  ])('spells a week', (week, expected) => {
    expect(spellWeek({ ...office, week })).toBe(expected);
  });
});
