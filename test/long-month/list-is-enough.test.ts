// L3: whoever only reads the lists of what waits for people, and presses the first act of the first line, brings every case
// of every procedure to its end. What customers and the outside do is all that is not in a list.
import { decide } from '../../src/core/decide';
import { plusMs } from '../../src/core/instant';
import { day } from '../support/change-request';
import { Course } from '../support/course';
import { actorFor, linesOf, ListRobot, ofEngine, type Work } from '../support/list-robot';
import { otherInputs } from '../support/other-input';
import { workOf } from '../support/list-work';
import { isOpen } from './is-open';
import { openings } from './openings';

const cases = Object.entries(openings).flatMap(([procedure, all]) =>
  all.map(([name, begin]) => [procedure, name, begin] as const),
);

/** Acts in the line of somebody who owes it that are refused to them although their input is valid. */
function refusedIn(course: Course, { inputs }: Work): string[] {
  const { ledger, situation } = course;
  return linesOf(course).flatMap((line) => {
    const clock = ledger.clocks?.find(
      ({ procedure, key }) => procedure === line.procedure && key === line.wait,
    );
    if ((clock?.rung ?? 0) > 0 || !line.holders.includes(line.who)) return [];
    return line.acts.flatMap((call) => {
      const tried = [ofEngine, inputs, otherInputs].flatMap(
        (all) => all[call]?.(line, course, line.who) ?? [],
      );
      if (tried.length === 0) return [];
      const why = tried.map(
        (act) => decide(ledger, situation, { act, actor: actorFor(line.who) }).refused?.text,
      );
      return why.includes(undefined) ? [] : [`${line.who}, "${line.title}", ${call}: ${why[0]}`];
    });
  });
}

describe('the list is enough', () => {
  it.each(cases)('%s, %s: whatever stands in a line may be done', (procedure, _name, begin) => {
    const course = new Course(begin());
    const work = (workOf[procedure] ?? fail)();
    const refused = new Set<string>();
    course.onLook = () => {
      for (const one of refusedIn(course, work)) refused.add(one);
    };
    course.look();
    new ListRobot(course, work).until(plusMs(course.now, 60 * day));
    expect([...refused]).toEqual([]);
  });

  it.each(cases)('%s, %s: comes to its end', (procedure, _name, begin) => {
    const course = new Course(begin());
    const robot = new ListRobot(course, (workOf[procedure] ?? fail)());
    robot.until(plusMs(course.now, 60 * day));
    expect(linesOf(course).map(({ title }) => title)).toEqual([]);
    expect(isOpen(course)).toBe(false);
    expect(robot.pressed.length + robot.outside).toBeGreaterThan(0);
    // Nothing had to climb for it.
    const began = new Set(
      (begin().ledger.clocks ?? []).filter(({ rung }) => rung > 0).map(({ key }) => key),
    );
    const climbed = robot.pressed.filter(
      ({ rung, wait }) => rung > 0 && !began.has(wait.split(':').slice(1).join(':')),
    );
    expect(climbed).toEqual([]);
  });
});

function fail(): never {
  throw new Error('Nobody knows how its work is done.');
}
