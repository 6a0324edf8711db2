// What is owed about key accounts, by the keys under which the engine keeps its time; those of escalations are with them.
import type { LocalDate } from '../../core/calendar/local-time';
import type { WitnessStep } from './release';

export const listingKeys = { decide: 'listing:decide', document: 'listing:document' } as const;
export const rhythmKey = 'rhythm';
export const monthEndKey = 'month-end';
export const meetingKeys = {
  meeting: (week: LocalDate) => `meeting:${week}` as const,
  action: (id: number) => `action:${id}` as const,
} as const;
export const releaseKeys = {
  start: 'release:start',
  /** Told anew when the ticket is closed without it. */
  startClosed: 'release:start:closed',
  processing: 'release:processing',
  facts: 'release:facts',
  ready: (step: WitnessStep) => `release:ready:${step}` as const,
  review: (as: 'peer' | 'senior') => `release:review:${as}` as const,
  witness: (step: WitnessStep) => `release:witness:${step}` as const,
  monitoring: 'release:monitoring',
  cycleAhead: (date: LocalDate) => `cycle:${date}:ahead` as const,
  cycle: (date: LocalDate) => `cycle:${date}` as const,
  finish: 'release:finish',
} as const;
