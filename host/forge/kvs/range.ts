// Where in an index the rows of a range stand, found by halving.
import { compareValues, type Condition } from './conditions';
import { badRequest } from './failure';
import type { Entry } from './index-of-entity';
import { firstWhere } from './sorted-list';

/** Greater than whatever a text may go on with, in the order of code units. */
const afterAll = '\uFFFF';

/** Places of the first entry within the range, and of the first one after it. @throws StorageFailure 400 for a condition ranges do not take */
export function boundsOf(
  entries: readonly Entry[],
  range: Condition | undefined,
): [low: number, high: number] {
  const all = entries.length;
  if (range === undefined) return [0, all];
  const [first, second] = range.values ?? [];
  const from = (value: unknown): number =>
    firstWhere(entries, (entry) => compareValues(entry.range, value) >= 0);
  const past = (value: unknown): number =>
    firstWhere(entries, (entry) => compareValues(entry.range, value) > 0);
  switch (range.condition) {
    case 'EQUAL_TO':
      return [from(first), past(first)];
    case 'BEGINS_WITH':
      return [from(first), past(`${String(first)}${afterAll}`)];
    case 'BETWEEN':
      return [from(first), Math.max(from(first), past(second))];
    case 'GREATER_THAN':
      return [past(first), all];
    case 'GREATER_THAN_EQUAL_TO':
      return [from(first), all];
    case 'LESS_THAN':
      return [0, from(first)];
    case 'LESS_THAN_EQUAL_TO':
      return [0, past(first)];
    default:
      throw badRequest(`The range of a query takes no condition ${range.condition}.`);
  }
}
