import { type Operand } from '@atlaskit/jql-ast';
import { badRequest, NotModelled } from '../errors';
import { type SearchContext } from './context';
import { type ClauseField, type IdField } from './field';
import { momentFunction, readMoment } from './moments';

/** Functions Jira has and this Jira leaves out, in lower case. */
const leftOut = new Set(
  (
    'approved approver breached cascadeoption choiceoption componentsleadbyuser currentlogin earliestunreleasedversion elapsed epicsopen ' +
    'everbreached issuehistory lastlogin latestreleasedversion linkedissues mypending myapproval opensprints futuresprints closedsprints ' +
    'parentepic paused pending pendingby projectsleadbyuser projectswhereuserhaspermission projectswhereuserhasrole releasedversions ' +
    'remaining running standardissuetypes subtaskissuetypes updatedby votedissues watchedissues withincalendarhours completed'
  ).split(' '),
);

/** The values an operand stands for; null is EMPTY. */
export type Value = string | number | null;

function ofFunction(
  context: SearchContext,
  field: ClauseField,
  name: string,
  argumentsOf: readonly string[],
): readonly Value[] {
  const lower = name.toLowerCase();
  if (field.kind === 'moment') {
    const moment = momentFunction(context, name, argumentsOf[0]);
    if (moment !== null) return [moment];
  }
  if (lower === 'currentuser' && field.kind === 'id' && field.isPeople)
    return [context.user.accountId];
  if (lower === 'membersof' && field.kind === 'id' && field.isPeople) {
    const group = [...context.world.groups.values()].find(
      (one) => one.name.toLowerCase() === argumentsOf[0]?.toLowerCase(),
    );
    if (!group)
      throw badRequest(
        `Function 'membersOf' can not generate a list of usernames for group '${argumentsOf[0] ?? ''}'; the group does not exist.`,
      );
    return [...group.members];
  }
  if (leftOut.has(lower)) throw new NotModelled(`JQL function ${name}()`);
  if (['currentuser', 'membersof', 'now'].includes(lower) || /^(start|end)of/.test(lower)) {
    throw badRequest(
      `A value provided by the function '${name}' is invalid for the field '${field.name}'.`,
    );
  }
  throw badRequest(`Unable to find JQL function '${name}(${argumentsOf.join(', ')})'.`);
}

function ofText(context: SearchContext, field: ClauseField, text: string): readonly Value[] {
  switch (field.kind) {
    case 'moment':
      return [readMoment(context, text, field.name)];
    case 'number': {
      const number = Number(text);
      if (text.trim() === '' || !Number.isFinite(number))
        throw badRequest(
          `Value '${text}' is invalid for the '${field.name}' field. Valid values are numbers.`,
        );
      return [number];
    }
    case 'text':
      return [text];
    case 'id':
      return named(field, text);
  }
}

function named(field: IdField, text: string): readonly Value[] {
  const found = field.resolve(text);
  if (found.length > 0) return found;
  if (field.isIssue)
    throw badRequest(`An issue with key '${text}' does not exist for field '${field.name}'.`);
  throw badRequest(`The value '${text}' does not exist for the field '${field.name}'.`);
}

/** What the right side of a clause stands for. @throws JiraError 400 */
export function valuesOf(
  context: SearchContext,
  field: ClauseField,
  operand: Operand,
): readonly Value[] {
  switch (operand.operandType) {
    case 'value':
      return ofText(context, field, operand.value);
    case 'keyword':
      return [null];
    case 'function':
      return ofFunction(
        context,
        field,
        operand.function.value,
        operand.arguments.map(({ value }) => value),
      );
    case 'list':
      return operand.values.flatMap((one) => valuesOf(context, field, one));
  }
}
