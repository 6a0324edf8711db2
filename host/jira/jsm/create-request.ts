import { documentOf } from '../adf/document';
import { isDocument } from '../adf/schema';
import {
  type Field,
  type Issue,
  type Project,
  type RequestType,
  type Stored,
  type User,
} from '../entities';
import { badRequest, forbidden, invalidFields } from '../errors';
import { rulesOf } from '../fields/by-kind';
import { isEditable } from '../fields/of-issue';
import { FieldProblem } from '../fields/rules';
import { addIssue } from '../issues/create';
import { type Ask } from '../operation';
import { isAgent } from '../permissions';
import { canRaise } from './access';

export interface SentRequest {
  readonly serviceDeskId?: string | undefined;
  readonly requestTypeId?: string | undefined;
  readonly requestFieldValues?: Readonly<Record<string, unknown>> | undefined;
  readonly requestParticipants?: readonly string[] | undefined;
  readonly raiseOnBehalfOf?: string | undefined;
  readonly isAdfRequest?: boolean | undefined;
}

function parse(ask: Ask, field: Field, sent: unknown, isAdf: boolean): Stored {
  const { world } = ask;
  if (field.kind !== 'paragraph' || sent === null) return rulesOf(field).parse(sent, field, world);
  if (isAdf && isDocument(sent)) return sent;
  if (typeof sent !== 'string') throw new FieldProblem('Operation value must be a string');
  return sent.trim() === '' ? null : documentOf(sent);
}

/** Reads the fields of the request type. @throws JiraError 400 naming each that is wrong or missing */
function readFields(
  ask: Ask,
  project: Project,
  type: RequestType,
  sent: SentRequest,
): Record<string, Stored> {
  const values: Record<string, Stored> = {};
  const errors: Record<string, string> = {};
  const given = sent.requestFieldValues ?? {};
  const organizations = ask.world.jsmField('organizations').id;
  const isAsked = (id: string): boolean =>
    type.fields.some(({ fieldId }) => fieldId === id) || id === organizations;
  for (const [id, value] of Object.entries(given)) {
    const field = ask.world.fields.get(id);
    if (!field || !isAsked(id) || !isEditable(ask.world, project, field)) {
      errors[id] = `Field '${id}' is not part of the request type '${type.name}'.`;
      continue;
    }
    try {
      values[id] = parse(ask, field, value, sent.isAdfRequest === true);
    } catch (problem) {
      if (!(problem instanceof FieldProblem)) throw problem;
      errors[id] = problem.message;
    }
  }
  for (const { fieldId, required } of type.fields) {
    const isEmpty = (values[fieldId] ?? null) === null;
    if (required && isEmpty)
      errors[fieldId] ??= `${ask.world.fields.get(fieldId)?.name ?? fieldId} is required.`;
  }
  if (Object.keys(errors).length > 0) throw invalidFields(errors);
  return values;
}

function reporterOf(ask: Ask, project: Project, named: string | undefined): User {
  if (named === undefined) return ask.user;
  if (!isAgent(ask.world, ask.user, project))
    throw forbidden('You may not raise requests on behalf of others.');
  const user = ask.world.user(named);
  if (!user || !canRaise(ask, project, user.accountId))
    throw badRequest(`'${named}' is not a customer of this service desk.`);
  return user;
}

/** `POST /rest/servicedeskapi/request`. @throws JiraError 400, 403 */
export function createRequest(ask: Ask, sent: SentRequest): Issue {
  const { world } = ask;
  const project = world.serviceDesk(sent.serviceDeskId ?? '');
  const type = project?.requestTypes.find(({ id }) => id === sent.requestTypeId);
  if (!project)
    throw badRequest(`The service desk with id '${sent.serviceDeskId ?? ''}' does not exist.`);
  if (!type)
    throw badRequest(
      `The request type with id '${sent.requestTypeId ?? ''}' does not exist in this service desk.`,
    );
  if (!canRaise(ask, project, ask.user.accountId))
    throw forbidden('You do not have permission to create requests in this service desk.');
  const reporter = reporterOf(ask, project, sent.raiseOnBehalfOf);
  const values = readFields(ask, project, type, sent);
  const participants = (sent.requestParticipants ?? []).map((named) => {
    const user = world.user(named);
    if (!user) throw badRequest(`The participant '${named}' does not exist.`);
    return user.accountId;
  });
  return addIssue(ask.act, {
    project,
    values: {
      ...values,
      issuetype: type.issueTypeId,
      reporter: reporter.accountId,
      [world.jsmField('request-type').id]: type.id,
      [world.jsmField('participants').id]: participants,
    },
    properties: new Map(),
  });
}
