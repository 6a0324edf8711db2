// Everything that settings say: what the core knows of, and what each procedure tells of its own part.
import { calendarFacts } from './calendar/facts';
import type { FactGroup, FactsOf } from './facts';
import type { Settings } from './policy';
import type { Names } from './prose';
import { roleFacts } from './role-facts';

/** Group by group, in order of reading. */
export const factsOf = (
  settings: Settings,
  names: Names,
  parts: readonly FactsOf[],
): readonly FactGroup[] =>
  [roleFacts, calendarFacts, ...parts].flatMap((facts) => facts(settings, names));
