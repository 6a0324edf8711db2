// The strip "If nobody acts" says what then happens, to the second, in every procedure and wherever a case stands.
import { nextSteps } from '../../src/core/next-steps';
import type { Course } from '../support/course';
import { hour } from '../support/change-request';
import { afterwards, later, openings } from './openings';

const cases = Object.entries(openings).flatMap(([procedure, all]) =>
  all.flatMap(([name, begin]) =>
    later.map(([when, ms]) => [procedure, name, when, begin, ms] as const),
  ),
);

/** Of a whole role, so many are tagged. */
const mostTagged = 3;

/** Whom a step of the strip names as told, reminded or asked. */
function namedIn(text: string): readonly string[] {
  const [, to] = /^(?:Escalated|Handed over) to ([^:;]+)(?:[:;]|$)/u.exec(text) ?? [];
  const [, who] = /^(.+?) (?:told|reminded)(?::|$)/u.exec(text) ?? [];
  return (to ?? who ?? '').split(', ').filter((name) => name !== '');
}

/** What happens when nobody acts, with a look every so often besides those that are due. */
function happens(course: Course, until: string, everyMs: number) {
  const before = { entries: course.journal.length, words: course.words.length };
  course.until(until, everyMs);
  return {
    journal: course.journal.slice(before.entries).map(({ at, text }) => ({ at, text })),
    words: course.words.slice(before.words),
  };
}

describe('"If nobody acts"', () => {
  it.each(cases)('%s, %s, %s: what it says then happens', (...args) => {
    const [, , , begin, ms] = args;
    const course = afterwards(begin(), ms);
    const foreseen = nextSteps(course.ledger, course.situation, 8);
    expect(foreseen.length).toBeGreaterThan(0);
    const end = foreseen.at(-1)?.at ?? course.now;
    const { journal, words } = happens(course, end, Infinity);
    expect(journal.slice(0, foreseen.length)).toEqual(
      foreseen.map(({ at, text }) => ({ at, text })),
    );
    // Whom it names is tagged in that very second, and nobody else but whoever has what is late.
    for (const { at, text } of foreseen.filter((step) => step.at < end)) {
      const tagged = words.flatMap((word) => (word.at === at ? word.to : []));
      for (const name of namedIn(text).slice(0, mostTagged)) expect(tagged).toContain(name);
    }
    for (const { at, to } of words.filter((word) => word.at < end)) {
      const steps = foreseen.filter((step) => step.at === at);
      expect(steps).not.toEqual([]);
      const late = steps.some(({ text }) => text.startsWith('Late: '));
      const named = steps.flatMap(({ text }) => namedIn(text));
      if (!late) for (const person of to) expect(named).toContain(person);
    }
  });

  const atOnce = cases.filter(([, , , , ms]) => ms === 0);
  it.each(atOnce)('%s, %s, %s: looking more often changes nothing of it', (...args) => {
    const [, , , begin, ms] = args;
    const course = afterwards(begin(), ms);
    const foreseen = nextSteps(course.ledger, course.situation, 8);
    const { journal } = happens(course, foreseen.at(-1)?.at ?? course.now, 3.7 * hour);
    expect(journal.slice(0, foreseen.length)).toEqual(
      foreseen.map(({ at, text }) => ({ at, text })),
    );
  });

  it('is empty where nothing is owed', () => {
    const course = afterwards(openings['hybrid-account']?.[0]?.[1]() ?? fail(), 0);
    course.ledger = { ...course.ledger, clocks: [], parts: {} };
    expect(nextSteps(course.ledger, course.situation)).toEqual([]);
  });
});

function fail(): never {
  throw new Error('There is no such opening.');
}
