import { type Clause, type OperatorValue, type TerminalClause } from '@atlaskit/jql-ast';
import { badRequest } from '../errors';
import { type SearchContext, type Test } from './context';
import { type ClauseField, type IdField } from './field';
import { fieldNamed } from './fields';
import { valuesOf, type Value } from './operands';
import { matchesText } from './text-match';
import { historyTest } from './was-changed';

const opposite: Readonly<Partial<Record<OperatorValue, OperatorValue>>> = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
  '~': '!~',
  '!~': '~',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

const compare = (operator: OperatorValue, one: number, other: number): boolean => {
  switch (operator) {
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    case '>=':
      return one >= other;
    default:
      return one === other;
  }
};

const unsupported = (operator: OperatorValue, field: ClauseField): Error =>
  badRequest(`The operator '${operator}' is not supported by the '${field.name}' field.`);

const isComparison = (operator: OperatorValue): boolean =>
  ['<', '<=', '>', '>='].includes(operator);

function ranked(field: IdField, operator: OperatorValue, values: readonly Value[]): Test {
  const { rank } = field;
  if (!rank) throw unsupported(operator, field);
  const limits = values.filter((value) => typeof value === 'string').map(rank);
  return (seen) =>
    field.read(seen).some((id) => limits.some((limit) => compare(operator, rank(id), limit)));
}

/** Equality for ids, moments and numbers. Jira: `!=` and `not in` do not match issues whose field is empty. */
function membership(
  read: (seen: Parameters<Test>[0]) => readonly (string | number)[],
  operator: OperatorValue,
  values: readonly Value[],
): Test {
  const wanted = new Set<string | number>(values.filter((value) => value !== null));
  const wantsEmpty = values.includes(null);
  if (operator === '=' || operator === 'in' || operator === 'is') {
    return (seen) => {
      const own = read(seen);
      return own.length === 0 ? wantsEmpty : own.some((id) => wanted.has(id));
    };
  }
  return (seen) => {
    const own = read(seen);
    return own.length > 0 && !own.some((id) => wanted.has(id));
  };
}

function checkOperator(field: ClauseField, operator: OperatorValue): void {
  const isLike = operator === '~' || operator === '!~';
  if (
    isLike
      ? field.kind !== 'text'
      : field.kind === 'text' && operator !== 'is' && operator !== 'is not'
  )
    throw unsupported(operator, field);
}

function terminal(context: SearchContext, clause: TerminalClause, isNegated: boolean): Test {
  const asked = clause.operator?.value;
  if (asked === 'changed' || asked?.startsWith('was')) {
    const test = historyTest(context, clause, fieldNamed(context, clause.field));
    return isNegated ? (seen) => !test(seen) : test;
  }
  if (asked === undefined || clause.operand === undefined)
    throw badRequest('Error in the JQL Query: a clause has no operator or no value.');
  const operator = isNegated ? (opposite[asked] as OperatorValue) : asked;
  const field = fieldNamed(context, clause.field);
  checkOperator(field, asked);
  const values = valuesOf(context, field, clause.operand);
  if (operator === 'is' || operator === 'is not') {
    if (values.some((value) => value !== null))
      throw badRequest(
        `The '${asked}' operator only supports EMPTY and NULL for the field '${field.name}'.`,
      );
    return (seen) => (field.read(seen).length === 0) === (operator === 'is');
  }
  if (field.kind === 'text') {
    const queries = values.map(String);
    return (seen) =>
      queries.some((query) => matchesText(field.read(seen), query)) === (operator === '~');
  }
  if (!isComparison(operator)) return membership((seen) => field.read(seen), operator, values);
  if (field.kind === 'id') return ranked(field, operator, values);
  const limits = values.filter((value) => typeof value === 'number');
  return (seen) =>
    field.read(seen).some((own) => limits.some((limit) => compare(operator, own, limit)));
}

/**
 * A test for a clause. NOT is pushed down to the clauses, as Jira does, so that it too leaves out empty fields.
 * @throws JiraError 400; NotModelled for what this Jira leaves out
 */
export function compile(context: SearchContext, clause: Clause, isNegated = false): Test {
  switch (clause.clauseType) {
    case 'terminal':
      return terminal(context, clause, isNegated);
    case 'not':
      return compile(context, clause.clause, !isNegated);
    case 'compound': {
      const tests = clause.clauses.map((one) => compile(context, one, isNegated));
      const all = (clause.operator.value === 'and') !== isNegated;
      return all
        ? (seen) => tests.every((test) => test(seen))
        : (seen) => tests.some((test) => test(seen));
    }
  }
}
