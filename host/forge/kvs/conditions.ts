// Conditions of queries, filters and transactions, as @forge/kvs sends them.
import { badRequest } from './failure';

export interface Condition {
  readonly property?: string;
  readonly condition: string;
  readonly values?: readonly unknown[];
}

export interface Filters {
  readonly and?: readonly Condition[];
  readonly or?: readonly Condition[];
}

/** Text sorts by code unit, numbers by size; a number never equals a text. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = String(a);
  const right = String(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** @throws StorageFailure 400 for a condition storage does not know */
export function holds({ condition, values = [] }: Condition, value: unknown): boolean {
  const [first, second] = values;
  const there = value !== undefined && value !== null;
  switch (condition) {
    case 'EXISTS':
      return there;
    case 'NOT_EXISTS':
      return !there;
    case 'EQUAL_TO':
      return there && typeof value === typeof first && compareValues(value, first) === 0;
    case 'NOT_EQUAL_TO':
      return !there || typeof value !== typeof first || compareValues(value, first) !== 0;
    case 'BEGINS_WITH':
      return there && String(value).startsWith(String(first));
    case 'CONTAINS':
      return there && String(value).includes(String(first));
    case 'NOT_CONTAINS':
      return !there || !String(value).includes(String(first));
    case 'BETWEEN':
      return there && compareValues(value, first) >= 0 && compareValues(value, second) <= 0;
    case 'GREATER_THAN':
      return there && compareValues(value, first) > 0;
    case 'GREATER_THAN_EQUAL_TO':
      return there && compareValues(value, first) >= 0;
    case 'LESS_THAN':
      return there && compareValues(value, first) < 0;
    case 'LESS_THAN_EQUAL_TO':
      return there && compareValues(value, first) <= 0;
    default:
      throw badRequest(`Storage knows no condition ${condition}.`);
  }
}

/** Do the filters hold for that value? A value that does not exist has no properties. */
export function allHold(
  filters: Filters | undefined,
  value: Readonly<Record<string, unknown>> | null,
): boolean {
  const one = (condition: Condition): boolean =>
    holds(condition, value?.[condition.property ?? '']);
  const { and = [], or = [] } = filters ?? {};
  return and.every(one) && (or.length === 0 || or.some(one));
}
