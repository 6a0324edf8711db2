// The one place where what a use case throws becomes what a page receives.
import type { Request } from '@forge/resolver';
import type { Problem, Reply } from '../../contract/problem';
import { RelayError, TurnTaken } from '../../app/errors';
import type { Ports } from '../../app/ports';
import { whyView } from '../../app/views/why';
import { log } from '../log';
import type { FirstLook } from '../first-look';
import { portsFor } from '../ports';
import type { PlatformContext } from './thin';

/** What a resolver method is given: the payload as sent, and what the platform says of who and where. */
export interface Asked {
  readonly payload: unknown;
  readonly ports: Ports;
  readonly context: PlatformContext;
}

/** Tries of an act that finds another turn at work, and the pause between them: turns take a second or so. */
const tries = 4;
const pauseMs = 700;

/**
 * Answers with a value, or with the problem that a thrown error is. After `changed-meanwhile` the page also gets the
 * fresh state.
 */
export const answering =
  <T>(method: (asked: Asked) => Promise<T>, fresh?: (asked: Asked) => Promise<T>) =>
  async (request: Request, look: FirstLook | null = null): Promise<Reply<T>> => {
    const context = request.context as PlatformContext;
    const viewer = context.accountId ?? null;
    const asked: Asked = { payload: request.payload, ports: portsFor(viewer, look), context };
    try {
      return { ok: true, value: await patiently(() => method(asked)) };
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'defect') log.error('resolver-failed', error);
      const stale = problem.code === 'changed-meanwhile' && fresh !== undefined;
      // Where the fresh state cannot be had either, the problem is still answered; the page reads it again itself.
      // What was read before somebody else was faster, the settings among it, is read anew.
      const now = stale
        ? await fresh({ ...asked, ports: portsFor(viewer) }).catch(() => undefined)
        : undefined;
      return { ok: false, problem, ...(now === undefined ? {} : { fresh: now }) };
    }
  };

/** Another turn on the same ticket is over in a moment: wait for it rather than send the person away. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof TurnTaken) || attempt === tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

function problemOf(error: unknown): Problem {
  if (!(error instanceof RelayError)) {
    return {
      code: 'defect',
      message: 'Something went wrong in Account Relay.',
      remedy: 'Try again; if it happens again, tell your administrator the time it happened.',
    };
  }
  const { remedy, field, because, retryAfterSeconds } = error.detail;
  return {
    code: error.code,
    message: error.message,
    ...(remedy === undefined ? {} : { remedy }),
    ...(field === undefined ? {} : { field }),
    ...(because === undefined ? {} : { why: whyView(because, 0) }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}

/** The ticket the panel stands in, as the platform says. @throws RelayError `input` outside a ticket */
export function issueOf(context: PlatformContext): string {
  const issue = context.extension?.issue?.id;
  if (issue === undefined)
    throw new RelayError('input', 'This call belongs to a ticket.', {
      remedy: 'Open the panel inside a ticket.',
    });
  return String(issue);
}
