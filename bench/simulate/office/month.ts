// A month at the office, from a seed: cases of every procedure begin, and everybody works from the list of what waits for
// them, at random, lets things wait, and is away at times.
import type { PartialFaults } from '../../../host/faults';
import { type Random, seededRandom } from '../../../host/random';
import { faultsOf } from '../script';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export const beginnings = [
  'change',
  'release',
  'access',
  'listing',
  'onboarding',
  'news',
  'question',
  'integration',
  'escalation',
  'ask',
] as const;
export type Beginning = (typeof beginnings)[number];

export type Doing =
  /** A case begins. */
  | { readonly kind: 'begin'; readonly what: Beginning }
  /** Somebody reads their list and does something about a line of it, or lets it wait. */
  | { readonly kind: 'look'; readonly who: string }
  /** A customer looks at the portal page of a case, and decides what waits for them; or writes. */
  | { readonly kind: 'customer' }
  /** Somebody of ours writes on a case, or moves it by hand. */
  | { readonly kind: 'meddle'; readonly who: string }
  | {
      readonly kind: 'away';
      readonly who: string;
      readonly delegate: string;
      readonly hours: number;
    };

export type OfficeAct = Doing & {
  readonly id: number;
  /** Milliseconds after the first day began. */
  readonly at: number;
  /** For the dice of whoever does it. */
  readonly dice: number;
};

export interface OfficeMonth {
  readonly seed: number;
  readonly days: number;
  /** Nine in New York: with the end of a month, or a change of the clocks, in the midst of it. */
  readonly start: string;
  readonly faults: PartialFaults;
  readonly coldStartEvery: number;
  readonly acts: readonly OfficeAct[];
}

/** Everybody who may owe something, and how often they look at their list beside others. */
const people: Readonly<Record<string, number>> = {
  'dana.fox': 5,
  'greta.holm': 4,
  'tara.quinn': 4,
  'kofi.mensah': 3,
  'petra.vance': 3,
  'ben.ito': 4,
  'elif.kaya': 2,
  'luca.moretti': 2,
  'hana.sato': 2,
  'priya.nair': 2,
  'ivan.reed': 2,
  'sami.lund': 2,
  'noor.haddad': 2,
  'olga.petrov': 2,
  'ada.sandoval': 1,
  'pavel.orlov': 2,
  'marek.zielinski': 2,
  'aiko.tanaka': 2,
  'lena.fischer': 1,
  'oscar.dahl': 1,
  'maya.ortiz': 1,
};
/** In the order of the ones who may stand in: each for the next. */
const standIns: readonly (readonly [who: string, delegate: string])[] = [
  ['dana.fox', 'leo.sander'],
  ['greta.holm', 'ben.ito'],
  ['kofi.mensah', 'elif.kaya'],
  ['petra.vance', 'noor.haddad'],
  ['priya.nair', 'rui.costa'],
  ['hana.sato', 'luca.moretti'],
  ['olga.petrov', 'ada.sandoval'],
  ['ivan.reed', 'greta.holm'],
  ['marek.zielinski', 'aiko.tanaka'],
  ['pavel.orlov', 'tara.quinn'],
];
const everybody = Object.entries(people).flatMap(([who, often]) =>
  Array.from({ length: often }, () => who),
);

/** Days at the end on which nobody acts and nothing fails: with three mornings of work in them. */
export const quietDays = 5;
const starts = ['2026-02-16T14:00:00.000Z', '2026-02-23T14:00:00.000Z', '2026-03-16T13:00:00.000Z'];

/** @param days of the whole month; the last {@link quietDays} are quiet */
export function officeOf(seed: number, days: number): OfficeMonth {
  const random = seededRandom(seed + 40_000);
  const lastAct = (days - quietDays) * dayMs;
  const acts: (Doing & { readonly at: number })[] = [];
  const cases = random.int(3, 6);
  for (let one = 0; one < cases; one += 1)
    acts.push({ at: at(random, lastAct / 2), kind: 'begin', what: random.pick(beginnings) });
  const silent = silences(random, lastAct);
  for (let looks = random.int(90, 160); looks > 0; looks -= 1) {
    const look = { at: at(random, lastAct), kind: 'look', who: random.pick(everybody) } as const;
    if (!silent.some(({ who, from, to }) => who === look.who && look.at >= from && look.at < to))
      acts.push(look);
  }
  for (let more = random.int(5, 20); more > 0; more -= 1)
    acts.push({ at: at(random, lastAct), kind: 'customer' });
  for (let more = random.int(0, 6); more > 0; more -= 1)
    acts.push({ at: at(random, lastAct), kind: 'meddle', who: random.pick(everybody) });
  for (let more = random.int(0, 3); more > 0; more -= 1) {
    const [who, delegate] = random.pick(standIns);
    const hours = random.int(4, 100);
    acts.push({ at: random.int(dayMs, lastAct - 5 * dayMs), kind: 'away', who, delegate, hours });
  }
  acts.sort((one, other) => one.at - other.at);
  return {
    seed,
    days,
    start: random.pick(starts),
    coldStartEvery: random.pick([0, 0, 40, 200]),
    faults: faultsOf(random, seed),
    acts: acts.map((act, id) => ({ ...act, id, dice: random.int(1, 1_000_000) })),
  };
}

interface Silence {
  readonly who: string;
  readonly from: number;
  readonly to: number;
}

/** Some people do nothing at all for a week or two, or for the whole month. */
const silences = (random: Random, lastAct: number): Silence[] =>
  Object.keys(people).flatMap((who): Silence[] => {
    if (random.int(1, 4) > 1) return [];
    const from = random.int(0, lastAct / 2);
    return [{ who, from, to: from + random.pick([5, 8, 14, 30]) * dayMs }];
  });

/** Mostly while people work, which is eight hours a day from the beginning. */
const at = (random: Random, lastAct: number): number => {
  const whenever = random.int(0, lastAct);
  if (random.int(1, 6) === 1) return whenever;
  const morning = Math.floor(whenever / dayMs) * dayMs;
  return Math.min(lastAct, morning + random.int(0, 8 * hourMs));
};

/** When everything that goes wrong on purpose stops. */
export const officeCalmFrom = ({ days }: OfficeMonth): number => (days - quietDays) * dayMs;
