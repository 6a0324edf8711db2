import * as v from 'valibot';
import { type Act } from './act';
import { type User } from './entities';
import { badRequest } from './errors';
import { type Query } from './query';
import { type Answer } from './types';
import { type World } from './world';

/** One request at work, its caller known and its path taken apart. */
export interface Ask {
  readonly world: World;
  readonly act: Act;
  readonly user: User;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** The parsed JSON; undefined when there was no body. */
  readonly sent: unknown;
}

/** What a request costs of the app's hourly points (Jira: "Rate limiting"). */
export type Cost = 'objects' | 'identity' | 'write';

/** One operation of Jira's REST API: the row of a table that serves, guards and prices it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As in the OpenAPI, such as `/rest/api/3/issue/{issueIdOrKey}`. */
  readonly path: string;
  /** The classic OAuth 2.0 scopes an app needs, all of them. */
  readonly scopes: readonly string[];
  readonly cost: Cost;
  readonly handle: (ask: Ask) => Answer;
}

type Handle = Operation['handle'];

/** A group of operations under one prefix and, unless said otherwise, one scope. */
export const under = (prefix: string, scope: string | null) => {
  const scopesOf = (own: string | null | undefined): readonly string[] => {
    const needed = own === undefined ? scope : own;
    return needed === null ? [] : [needed];
  };
  const row =
    (method: Operation['method'], cost: Cost) =>
    (
      path: string,
      handle: Handle,
      own?: { readonly scope?: string | null; readonly cost?: Cost },
    ): Operation => ({
      method,
      path: prefix + path,
      scopes: scopesOf(own?.scope),
      cost: own?.cost ?? cost,
      handle,
    });
  return {
    get: row('GET', 'objects'),
    post: row('POST', 'write'),
    put: row('PUT', 'write'),
    del: row('DELETE', 'write'),
  };
};

/** 200 with a body; `objects` is how many core objects a read returned. */
export const ok = (body: unknown, objects = 0): Answer => ({ status: 200, body, objects });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };

/** A parameter of the path. */
export function param(ask: Ask, name: string): string {
  const value = ask.params[name];
  if (value === undefined) throw new Error(`The path has no parameter ${name}.`);
  return value;
}

/**
 * The body, if it is what the operation takes.
 * @throws JiraError 400 naming what is wrong with it
 */
export function bodyOf<S extends v.GenericSchema>(ask: Ask, schema: S): v.InferOutput<S> {
  if (ask.sent === undefined)
    throw badRequest('Request body is missing. Refer to the REST API documentation and try again.');
  const result = v.safeParse(schema, ask.sent);
  if (result.success) return result.output;
  const problems = result.issues.map(
    (issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`,
  );
  throw badRequest(
    `Invalid request payload. Refer to the REST API documentation and try again. (${problems.join('; ')})`,
  );
}
