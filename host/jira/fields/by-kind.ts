import { type Field } from '../entities';
import * as choices from './choices';
import * as people from './people';
import * as plain from './plain';
import { FieldProblem, type FieldRules, nobody, type RulesByKind } from './rules';
import * as service from './service';

const computed: FieldRules = {
  type: 'any',
  operations: [],
  parse(_sent, field) {
    throw new FieldProblem(
      `Field '${field.id}' cannot be set. It is not on the appropriate screen, or unknown.`,
    );
  },
  format: () => null,
  tell: () => nobody,
};

const rulesByKind: RulesByKind = {
  text: plain.text,
  paragraph: plain.paragraph,
  number: plain.number,
  date: plain.date,
  datetime: plain.datetime,
  labels: plain.labels,
  user: people.user,
  users: people.users,
  select: choices.select,
  'multi-select': choices.multiSelect,
  priority: choices.priority,
  status: choices.status,
  'issue-type': choices.issueType,
  project: choices.project,
  resolution: choices.resolution,
  organizations: service.organizations,
  'request-type': service.requestType,
  computed,
};

/** How this field is written, read and told. */
export const rulesOf = (field: Field): FieldRules => rulesByKind[field.kind];
