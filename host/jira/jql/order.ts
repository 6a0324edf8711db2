import { type OrderBy } from '@atlaskit/jql-ast';
import { badRequest } from '../errors';
import { requestLimits } from '../limits';
import { type SearchContext, type Seen } from './context';
import { type ClauseField } from './field';
import { fieldNamed } from './fields';

function keyOf(field: ClauseField, seen: Seen): string | number | null {
  const [first] = field.read(seen);
  if (first === undefined) return null;
  if (field.kind !== 'id' || typeof first !== 'string') return first;
  return field.rank ? field.rank(first) : field.sortBy ? field.sortBy(first).toLowerCase() : first;
}

function compareKeys(one: string | number, other: string | number): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other), 'en');
}

/** How a query wants its issues sorted: empty fields last, the newest issue first among equals. */
export function sorter(
  context: SearchContext,
  orderBy: OrderBy | undefined,
): (one: Seen, other: Seen) => number {
  const wanted = orderBy?.fields ?? [];
  if (wanted.length > requestLimits.search.orderFields)
    throw badRequest(
      `The maximum number of fields in ORDER BY is ${requestLimits.search.orderFields}.`,
    );
  const keys = wanted.map(({ field, direction }) => ({
    field: fieldNamed(context, field),
    sign: direction?.value.toLowerCase() === 'desc' ? -1 : 1,
  }));
  return (one, other) => {
    for (const { field, sign } of keys) {
      const left = keyOf(field, one);
      const right = keyOf(field, other);
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      const order = compareKeys(left, right);
      if (order !== 0) return order * sign;
    }
    return Number(other.issue.id) - Number(one.issue.id);
  };
}
