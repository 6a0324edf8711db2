// One request and its answer, held against Atlassian's description of Jira.
import Ajv, { type ValidateFunction } from 'ajv';
import type { Exchange } from '../../../host/jira/exchange';
import {
  type Document,
  operationFor,
  type Parameter,
  type Schema,
  type SpecifiedOperation,
} from './specification';

const json = 'application/json';

/** Jira prints offsets without a colon, which RFC 3339 does not allow. */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/u;
const validators = new Map<Document, Ajv>();
const compiled = new Map<string, ValidateFunction>();

function validatorFor(document: Document): Ajv {
  const known = validators.get(document);
  if (known !== undefined) return known;
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: {
      'date-time': dateTime,
      date: /^\d{4}-\d\d-\d\d$/u,
      uri: true,
      uuid: true,
      int32: true,
      int64: true,
      float: true,
      double: true,
      binary: true,
      byte: true,
    },
  });
  ajv.addSchema({ $id: 'document', components: document.components });
  validators.set(document, ajv);
  return ajv;
}

/** What is wrong with a value; `place` names the schema, which is compiled once. */
function wrongWith(
  value: unknown,
  schema: Schema,
  operation: SpecifiedOperation,
  place: string,
): string[] {
  const key = `${operation.method} ${operation.path} ${place}`;
  const absolute = JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/'),
  ) as Schema;
  const validate = compiled.get(key) ?? validatorFor(operation.document).compile(absolute);
  compiled.set(key, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${place}${instancePath}: ${message ?? ''} ${JSON.stringify(params)}`,
  );
}

/** A text of the query as the type that is declared for it. */
function typed(text: string, type: string | undefined): unknown {
  if (type === 'integer' || type === 'number')
    return /^-?\d+(\.\d+)?$/u.test(text) ? Number(text) : text;
  return type === 'boolean' && (text === 'true' || text === 'false') ? text === 'true' : text;
}

function wrongInQuery(query: URLSearchParams, operation: SpecifiedOperation): string[] {
  const declared = operation.parameters.filter((parameter) => parameter.in === 'query');
  // An object among the parameters is spread over names of its own.
  const open = declared.some(({ schema }) => schema?.type === 'object');
  const unknown = [...new Set(query.keys())].filter(
    (name) => !open && !declared.some((parameter) => parameter.name === name),
  );
  const wrongIn = ({ name, required, schema = {} }: Parameter): string[] => {
    const given = query.getAll(name);
    const [first] = given;
    if (first === undefined) return required === true ? [`query ${name}: required`] : [];
    const value =
      schema.type === 'array'
        ? given.flatMap((one) => one.split(',')).map((one) => typed(one, schema.items?.type))
        : typed(first, schema.type);
    return wrongWith(value, schema, operation, `query ${name}`);
  };
  return [...unknown.map((name) => `query ${name}: not declared`), ...declared.flatMap(wrongIn)];
}

function wrongInBody(body: unknown, operation: SpecifiedOperation): string[] {
  const { requestBody } = operation.described;
  if (requestBody === undefined) return body === null ? [] : ['body: the operation takes none'];
  if (body === null) return requestBody.required === true ? ['body: required'] : [];
  const schema = requestBody.content?.[json]?.schema;
  // A form: what stands in it is text to whoever overhears, and the description says nothing of its parts.
  if (schema === undefined && requestBody.content?.['multipart/form-data'] !== undefined) return [];
  return schema === undefined
    ? [`body: ${json} is not accepted`]
    : wrongWith(body, schema, operation, 'body');
}

/** Missing rights, limits, failures and removal (410) meet every operation; not every description says so. */
const everywhere = (status: number): boolean =>
  [401, 403, 410, 429].includes(status) || status >= 500;

function wrongInAnswer(
  { status, answered, contentType }: Exchange,
  operation: SpecifiedOperation,
): string[] {
  if (everywhere(status)) return [];
  const described =
    operation.described.responses[String(status)] ?? operation.described.responses['default'];
  if (described === undefined) return [`answer: status ${status} is not described`];
  if (status === 204) return answered === null ? [] : ['answer: 204 with a body'];
  const schema = described.content?.[json]?.schema;
  return schema === undefined || !contentType.startsWith(json)
    ? []
    : wrongWith(answered, schema, operation, `answer ${status}`);
}

/**
 * Everything by which an exchange departs from Atlassian's description. A request that was refused was perhaps meant
 * to be wrong; then only the refusal is looked at.
 */
export function departures(exchange: Exchange): string[] {
  const { method, url, sent, status } = exchange;
  const { pathname, searchParams } = new URL(url);
  if (pathname.startsWith('/rest/api/2/') || status === 501) return [];
  const operation = operationFor(method, pathname);
  if (operation === null)
    return status === 404 ? [] : [`${method} ${pathname}: there is no such operation`];
  const inRequest =
    status >= 400
      ? []
      : [...wrongInQuery(searchParams, operation), ...wrongInBody(sent, operation)];
  return [...inRequest, ...wrongInAnswer(exchange, operation)].map(
    (wrong) => `${method} ${operation.path}: ${wrong}`,
  );
}
