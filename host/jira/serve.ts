import { Hono } from 'hono';
import { type Act, noEffects } from './act';
import { type Issue, type User } from './entities';
import { JiraError, NotModelled } from './errors';
import { picture, pictureHeaders } from './format/picture';
import { isJiraPath } from './known-paths';
import { type Meter, tooMany } from './meter';
import { type Ask, type Operation } from './operation';
import { Query } from './query';
import { type Answer, type Caller, type SentFile, SentForm } from './types';
import { type World } from './world';

/** What a served request came to. */
interface Served {
  readonly answer: Answer;
  readonly points: number;
}

/** Something asked of this Jira that it does not model. */
export interface Unmodelled {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly name: string;
}

interface Env {
  Bindings: { caller: Caller; user: User; result: { points: number } };
}

export interface Serving {
  readonly world: World;
  readonly meter: Meter;
  readonly unmodelled: Unmodelled[];
  /** Tells the listeners what an act set off. */
  readonly release: (act: Act) => void;
}

const problem = (status: number, ...errorMessages: string[]): Answer => ({
  status,
  body: { errorMessages, errors: {} },
});

/** JSM words its errors differently: one message, and a key for its translation. */
function jsmProblem(error: JiraError): Answer {
  const errorMessage = [
    ...error.errorMessages,
    ...Object.entries(error.errors).map(([field, message]) => `${field}: ${message}`),
  ].join(' ');
  return {
    status: error.status,
    body: { errorMessage, i18nErrorMessage: { i18nKey: 'sd.error', parameters: [] } },
    headers: error.headers,
  };
}

function responseOf(answer: Answer): Response {
  const headers = new Headers(answer.headers);
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  if (answer.body instanceof Uint8Array)
    return new Response(new Uint8Array(answer.body), { status: answer.status, headers });
  if (typeof answer.body === 'string' && headers.has('content-type'))
    return new Response(answer.body, { status: answer.status, headers });
  headers.set('content-type', 'application/json;charset=UTF-8');
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}

function answerFor(error: unknown, serving: Serving, method: string, path: string): Answer {
  if (error instanceof JiraError && path.startsWith('/rest/servicedeskapi/'))
    return jsmProblem(error);
  if (error instanceof JiraError) {
    return {
      status: error.status,
      body: { errorMessages: error.errorMessages, errors: error.errors },
      headers: error.headers,
    };
  }
  if (error instanceof NotModelled) return notModelled(serving, method, path, error.what);
  throw error;
}

/** The named 501 of everything Jira has and this Jira has not. */
function notModelled(serving: Serving, method: string, path: string, name: string): Answer {
  serving.unmodelled.push({
    at: new Date(serving.world.clock.now()).toISOString(),
    method,
    path,
    name,
  });
  return {
    ...problem(501, `This local Jira does not model: ${name}.`),
    headers: { 'X-Not-Modelled': encodeURIComponent(name) },
  };
}

/** A form that cannot be read is one without files, which every operation that takes files refuses. */
async function readForm(request: Request): Promise<SentForm> {
  const parts = await request.formData().then(
    (form) => [...form],
    () => [],
  );
  const files = await Promise.all(
    parts.map(async ([field, file]): Promise<SentFile[]> =>
      typeof file === 'string'
        ? []
        : [
            {
              field,
              filename: file.name,
              mimeType: file.type === '' ? 'application/octet-stream' : file.type,
              content: new Uint8Array(await file.arrayBuffer()),
            },
          ],
    ),
  );
  return new SentForm(
    files.flat(),
    ['no-check', 'nocheck'].includes(request.headers.get('x-atlassian-token') ?? ''),
  );
}

async function readSent(request: Request): Promise<unknown> {
  if (request.method === 'GET') return undefined;
  if (request.headers.get('content-type')?.startsWith('multipart/form-data') === true)
    return readForm(request);
  const text = await request.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new JiraError(400, [
      'There was an error parsing JSON. Check that your request body is valid.',
    ]);
  }
}

/** The issue a path names, for the limit on writes to one issue. */
function issueOf(world: World, params: Readonly<Record<string, string>>): Issue | null {
  const named = params['issueIdOrKey'];
  return named === undefined ? null : world.issue(named);
}

/** What the faults that are set do to a request of the app instead of serving it. */
function struck(serving: Serving, operation: Operation): Answer | null {
  const { faults, clock } = serving.world;
  const { rateLimit, conflict } = faults.current;
  const limited = faults.strikes('rate-limit', rateLimit.chance, operation);
  if (limited) {
    const reason =
      limited.reason ??
      (rateLimit.reasons.length > 0 ? faults.random.pick(rateLimit.reasons) : 'jira-burst-based');
    return tooMany(reason, limited.seconds ?? rateLimit.retryAfterSeconds, clock.now(), 0);
  }
  if (
    operation.method === 'POST' &&
    operation.path.endsWith('/transitions') &&
    faults.strikes('conflict', conflict.chance)
  ) {
    return problem(409, 'The issue was changed by somebody else at the same time. Try again.');
  }
  return null;
}

interface Asking {
  readonly caller: Caller;
  readonly user: User;
}

function act({ world }: Serving, { caller, user }: Asking, request: Request, query: Query): Act {
  return {
    world,
    actor: user,
    now: world.clock.now(),
    viaApp: caller.app !== undefined,
    trace: request.headers.get('x-atlassian-webhook-trace'),
    notify: query.flag('notifyUsers', true),
    effects: noEffects(),
  };
}

function serveOne(serving: Serving, operation: Operation, ask: Ask): Answer {
  try {
    const answer = operation.handle(ask);
    serving.release(ask.act);
    return answer;
  } catch (error) {
    return answerFor(error, serving, operation.method, operation.path);
  }
}

/**
 * OpenAPI, getAvatarImageByID: "This operation can be accessed anonymously." Pages of apps need it: their frames are on
 * another site and carry no session.
 */
function pictureForAnybody(world: World, { method, url }: Request): Response | null {
  const [, type, id] =
    /^\/rest\/api\/3\/universal_avatar\/view\/type\/([^/]+)\/avatar\/([^/]+)$/u.exec(
      new URL(url).pathname,
    ) ?? [];
  const body =
    method === 'GET' && type !== undefined && id !== undefined ? picture(world, type, id) : null;
  return body === null ? null : responseOf({ status: 200, body, headers: pictureHeaders });
}

/** Serves one request whose operation is known: scopes, limits and faults first, for the app only. */
function guarded(serving: Serving, operation: Operation, caller: Caller, ask: Ask): Served {
  if (!caller.app) return { answer: serveOne(serving, operation, ask), points: 0 };
  const { scopes } = caller.app;
  // What Forge's proxy answers for an app without the scope.
  if (!operation.scopes.every((scope) => scopes.has(scope))) {
    return {
      answer: { status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } },
      points: 0,
    };
  }
  const now = serving.world.clock.now();
  const refusal =
    serving.meter.refuses(operation, issueOf(serving.world, ask.params), now) ??
    struck(serving, operation);
  if (refusal) return { answer: refusal, points: 0 };
  const { faults } = serving.world;
  const failure = faults.strikes('server-error', faults.current.serverError.chance, operation)
    ? problem(503, 'Service Unavailable')
    : null;
  if (failure && faults.random.chance(0.5)) return { answer: failure, points: 1 };
  const answer = serveOne(serving, operation, ask);
  const points = serving.meter.book(operation, answer, now);
  return {
    answer: failure ?? { ...answer, headers: { ...answer.headers, ...serving.meter.headers(now) } },
    points,
  };
}

/** Jira's REST API over the operations of the table. */
export function serve(
  serving: Serving,
  operations: readonly Operation[],
): (request: Request, caller: Caller) => Promise<{ response: Response; points: number }> {
  const app = new Hono<Env>({ strict: false });
  // A literal segment wins over a parameter, whatever the order of the table.
  const literalFirst = [...operations].sort(
    (one, other) =>
      other.path.replace(/\{[^}]+\}/g, '').length - one.path.replace(/\{[^}]+\}/g, '').length,
  );
  for (const operation of literalFirst) {
    app.on(operation.method, operation.path.replace(/\{([^}]+)\}/g, ':$1'), async (context) => {
      const { caller, user, result } = context.env;
      const query = new Query(new URL(context.req.url).searchParams);
      const { raw } = context.req;
      let served: Served;
      try {
        const sent = await readSent(raw);
        const ask: Ask = {
          world: serving.world,
          act: act(serving, { caller, user }, raw, query),
          user,
          params: context.req.param(),
          query,
          sent,
        };
        served = guarded(serving, operation, caller, ask);
      } catch (error) {
        served = { answer: answerFor(error, serving, operation.method, operation.path), points: 0 };
      }
      result.points = served.points;
      return responseOf(served.answer);
    });
  }
  app.notFound((context) => {
    const { pathname } = new URL(context.req.url);
    if (!isJiraPath(pathname)) return responseOf(problem(404, `No such resource: ${pathname}`));
    const known = operations.filter(({ path }) =>
      new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(pathname),
    );
    const name = `${context.req.method} ${known[0]?.path ?? pathname}`;
    return responseOf(notModelled(serving, context.req.method, pathname, name));
  });
  app.onError((error) => {
    throw error;
  });
  return async (request, caller) => {
    const user = caller.accountId === null ? null : serving.world.users.get(caller.accountId);
    if (!user || !serving.world.isActive(user)) {
      const shown = pictureForAnybody(serving.world, request);
      return {
        response:
          shown ??
          responseOf(problem(401, 'Client must be authenticated to access this resource.')),
        points: 0,
      };
    }
    const result = { points: 0 };
    const response = await app.fetch(request, { caller, user, result });
    return { response, points: result.points };
  };
}
