import { type Clause, type Field, type Jast, type Operand } from '@atlaskit/jql-ast';

function formatField(field: Field): Record<string, unknown> {
  const property = (field.properties ?? []).map((one) => ({
    entity: field.value.split('.')[0],
    key: one.key?.value ?? '',
    path: (one.path ?? [])
      .map((part) => part?.value ?? '')
      .join('')
      .replace(/^\./, ''),
  }));
  return { name: field.value, ...(property.length > 0 ? { property } : {}) };
}

function formatOperand(operand: Operand): Record<string, unknown> {
  switch (operand.operandType) {
    case 'value':
      return { value: operand.value };
    case 'keyword':
      return { keyword: 'empty' };
    case 'function':
      return {
        function: operand.function.value,
        arguments: operand.arguments.map(({ value }) => value),
      };
    case 'list':
      return { values: operand.values.map(formatOperand) };
  }
}

function formatClause(clause: Clause): Record<string, unknown> {
  switch (clause.clauseType) {
    case 'compound':
      return { operator: clause.operator.value, clauses: clause.clauses.map(formatClause) };
    case 'not':
      return { operator: 'not', clauses: [formatClause(clause.clause)] };
    case 'terminal':
      return {
        field: formatField(clause.field),
        operator: clause.operator?.value,
        ...(clause.operand ? { operand: formatOperand(clause.operand) } : { predicates: [] }),
      };
  }
}

/** A parsed query in the shape of `POST /rest/api/3/jql/parse`. */
export function structureOf({ query }: Jast): Record<string, unknown> {
  const orderBy = query?.orderBy?.fields.map(({ field, direction }) => ({
    field: formatField(field),
    ...(direction ? { direction: direction.value.toLowerCase() } : {}),
  }));
  return {
    ...(query?.where ? { where: formatClause(query.where) } : {}),
    ...(orderBy ? { orderBy: { fields: orderBy } } : {}),
  };
}
