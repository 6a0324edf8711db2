import { type Predicate, type TerminalClause } from '@atlaskit/jql-ast';
import { type Issue } from '../entities';
import { badRequest } from '../errors';
import { type SearchContext, type Test } from './context';
import { type ClauseField, type IdField } from './field';
import { type Value, valuesOf } from './operands';
import { people } from './system-fields';

/** Jira: the fields whose history JQL searches, but for "Fix Version". */
const searchable = new Set(['assignee', 'priority', 'reporter', 'resolution', 'status']);

const day = 86_400_000;

/** A value a field had, from one change to the next. */
interface Span {
  readonly value: string | null;
  readonly from: number;
  readonly until: number;
  readonly by: string | null;
}

function spansOf(issue: Issue, fieldId: string): Span[] {
  const changes = issue.histories.flatMap(({ author, created, items }) =>
    items.filter((item) => item.fieldId === fieldId).map((item) => ({ author, created, item })),
  );
  const current = issue.state.values[fieldId] ?? null;
  const first = changes[0] ? changes[0].item.from : typeof current === 'string' ? current : null;
  const created: Omit<Span, 'until'> = {
    value: first,
    from: Number(issue.state.values['created']),
    by: null,
  };
  const starts = [
    created,
    ...changes.map((change) => ({
      value: change.item.to,
      from: change.created,
      by: change.author,
    })),
  ];
  return starts.map((start, index) => ({
    ...start,
    until: starts[index + 1]?.from ?? Number.POSITIVE_INFINITY,
  }));
}

/** What the predicates of a clause allow. */
interface Bounds {
  readonly after: number;
  readonly before: number;
  readonly by: ReadonlySet<Value> | null;
  readonly from: ReadonlySet<Value> | null;
  readonly to: ReadonlySet<Value> | null;
}

function boundsOf(
  context: SearchContext,
  field: IdField,
  predicates: readonly Predicate[],
): Bounds {
  const moment: ClauseField = { kind: 'moment', name: field.name, read: () => [] };
  const person = people(context, 'by', () => []);
  let bounds: Bounds = {
    after: Number.NEGATIVE_INFINITY,
    before: Number.POSITIVE_INFINITY,
    by: null,
    from: null,
    to: null,
  };
  for (const { operator, operand } of predicates) {
    if (!operand) throw badRequest(`The predicate '${operator.value}' needs a value.`);
    const moments = (): number[] =>
      valuesOf(context, moment, operand).filter((value) => typeof value === 'number');
    const [start = Number.NaN, end = start + day] = ['after', 'before', 'on', 'during'].includes(
      operator.value,
    )
      ? moments()
      : [];
    switch (operator.value) {
      case 'after':
        bounds = { ...bounds, after: start };
        break;
      case 'before':
        bounds = { ...bounds, before: start };
        break;
      case 'on':
      case 'during':
        bounds = { ...bounds, after: start, before: end };
        break;
      case 'by':
        bounds = { ...bounds, by: new Set(valuesOf(context, person, operand)) };
        break;
      case 'from':
        bounds = { ...bounds, from: new Set(valuesOf(context, field, operand)) };
        break;
      case 'to':
        bounds = { ...bounds, to: new Set(valuesOf(context, field, operand)) };
        break;
    }
  }
  return bounds;
}

const isIn = (set: ReadonlySet<Value> | null, value: string | null): boolean =>
  set === null || set.has(value);

/**
 * WAS, WAS IN, their negations, and CHANGED, with AFTER, BEFORE, ON, DURING, BY, FROM and TO.
 * @throws JiraError 400 for fields without a searchable history
 */
export function historyTest(
  context: SearchContext,
  clause: TerminalClause,
  field: ClauseField,
): Test {
  const operator = clause.operator?.value ?? '';
  if (field.kind !== 'id' || field.fieldId === undefined || !searchable.has(field.fieldId)) {
    throw badRequest(`History searches do not support the '${field.name}' field.`);
  }
  const { fieldId } = field;
  const bounds = boundsOf(context, field, clause.predicates);
  if (operator === 'changed') {
    return ({ issue }) => {
      const spans = spansOf(issue, fieldId);
      return spans.some((span, index) => {
        const before = spans[index - 1];
        return (
          before !== undefined &&
          span.from >= bounds.after &&
          span.from < bounds.before &&
          isIn(bounds.by, span.by) &&
          isIn(bounds.from, before.value) &&
          isIn(bounds.to, span.value)
        );
      });
    };
  }
  const wanted = new Set(clause.operand ? valuesOf(context, field, clause.operand) : []);
  const was: Test = ({ issue }) =>
    spansOf(issue, fieldId).some(
      (span) =>
        wanted.has(span.value) &&
        span.until > bounds.after &&
        span.from < bounds.before &&
        isIn(bounds.by, span.by),
    );
  return operator === 'was not' || operator === 'was not in' ? (seen) => !was(seen) : was;
}
