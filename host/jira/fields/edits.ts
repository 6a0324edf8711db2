import { type Field, type Issue, type Project, type Stored } from '../entities';
import { invalidFields, NotModelled } from '../errors';
import { type World } from '../world';
import { rulesOf } from './by-kind';
import { asList, FieldProblem } from './rules';

/** `fields` and `update` of a request, as they were sent. */
export interface SentEdits {
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  readonly update?:
    Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> | undefined;
}

/** What they come to. */
export interface Edits {
  readonly values: Readonly<Record<string, Stored>>;
  /** `comment` operations, in their order. */
  readonly comments: readonly Readonly<Record<string, unknown>>[];
  /** `issuelinks` operations, in their order. */
  readonly links: readonly Readonly<Record<string, unknown>>[];
}

const notOnScreen = (id: string): string =>
  `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;

function apply(
  operations: readonly Readonly<Record<string, unknown>>[],
  before: Stored,
  field: Field,
  world: World,
): Stored {
  const rules = rulesOf(field);
  return operations.reduce<Stored>((value, operation) => {
    const [name, ...more] = Object.keys(operation);
    if (name === undefined || more.length > 0)
      throw new FieldProblem('Each operation must name exactly one verb.');
    if (!(rules.operations as readonly string[]).includes(name))
      throw new FieldProblem(`Operation '${name}' is not supported for this field.`);
    if (name === 'set') return rules.parse(operation[name], field, world);
    const [one] = asList(rules.parse([operation[name]], field, world));
    const rest = asList(value).filter((known) => known !== one);
    return name === 'add' && one !== undefined ? [...rest, one] : rest;
  }, before);
}

interface Place {
  readonly world: World;
  readonly project: Project;
  /** The issue, or null when it is being created. */
  readonly before: Pick<Issue, 'state'> | null;
  /** Whether a field is on the screen that counts here. */
  readonly isAllowed: (field: Field) => boolean;
  readonly isCommentAllowed?: boolean;
}

/**
 * Reads what a request wants to put into an issue.
 * @throws JiraError 400 naming every field that cannot be written as asked
 */
export function readEdits(
  sent: SentEdits,
  { world, project, before, isAllowed, isCommentAllowed = true }: Place,
): Edits {
  const values: Record<string, Stored> = {};
  const errors: Record<string, string> = {};
  const write = (id: string, read: (field: Field) => Stored): void => {
    const field = world.fields.get(id);
    if (!field || !isAllowed(field)) {
      errors[id] = notOnScreen(id);
      return;
    }
    try {
      values[id] = read(field);
    } catch (problem) {
      if (!(problem instanceof FieldProblem)) throw problem;
      errors[id] = problem.message;
    }
  };
  for (const [id, value] of Object.entries(sent.fields ?? {}))
    write(id, (field) => rulesOf(field).parse(value, field, world));
  for (const [id, operations] of Object.entries(sent.update ?? {})) {
    if (id === 'comment' && !isCommentAllowed) errors[id] = notOnScreen(id);
    if (id === 'comment' || id === 'issuelinks') continue;
    if (id === 'worklog') throw new NotModelled('worklogs');
    if (id in (sent.fields ?? {}))
      errors[id] = `Field '${id}' cannot appear in both 'fields' and 'update'`;
    else write(id, (field) => apply(operations, before?.state.values[id] ?? null, field, world));
  }
  if (values['summary'] === null && !errors['summary'])
    errors['summary'] = 'You must specify a summary of the issue.';
  const issueType = values['issuetype'];
  if (typeof issueType === 'string' && !project.issueTypes.includes(issueType))
    errors['issuetype'] = 'Specify a valid issue type';
  const requestType = values[world.jsmField('request-type').id];
  if (typeof requestType === 'string' && world.requestType(requestType)?.projectId !== project.id) {
    errors[world.jsmField('request-type').id] =
      `Request type '${requestType}' is not of project ${project.key}.`;
  }
  if (Object.keys(errors).length > 0) throw invalidFields(errors);
  return {
    values,
    comments: sent.update?.['comment'] ?? [],
    links: sent.update?.['issuelinks'] ?? [],
  };
}
