import { type Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Host } from '../host';
import type { PersonInfo } from '../jira';

/** Names who sits before the screen. */
export const sessionCookie = 'relay-host-person';

/** The person of the session; null for nobody, or for somebody a reset took away. */
export function viewer(c: Context, host: Host): PersonInfo | null {
  const accountId = getCookie(c, sessionCookie);
  return accountId === undefined ? null : host.jira.person(accountId);
}

/** Who asks: by basic authentication (an e-mail address and any token), else by session. */
export function caller(c: Context, host: Host): PersonInfo | null {
  const [, encoded] = /^Basic +([\w+/=-]+)$/iu.exec(c.req.header('authorization') ?? '') ?? [];
  if (encoded === undefined) return viewer(c, host);
  const [user = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return host.jira.person(user);
}
