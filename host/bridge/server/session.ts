import { type Context, Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import * as v from 'valibot';
import { sessionCookie, viewer } from '../../control/caller';
import type { CurrentHost } from '../../control/current-host';
import { readBody, someText } from '../../control/read-body';
import { Refusal } from '../../control/refusal';
import type { Host } from '../../host';
import type { PersonInfo } from '../../jira';

const whoever = v.strictObject({ accountId: someText });

/** Who sits before the screen: a choice, not a login. */
export function sessionRoutes(current: CurrentHost): Hono {
  return new Hono()
    .get('/session', (c) => c.json({ person: viewer(c, current.host) }))
    .post('/session', async (c) => {
      const { accountId } = await readBody(c.req.raw, whoever);
      const person = current.host.jira.person(accountId);
      if (person === null) throw new Refusal(404, `accountId: nobody here is ${accountId}.`);
      setCookie(c, sessionCookie, person.accountId, { path: '/', httpOnly: true, sameSite: 'Lax' });
      return c.json({ person });
    })
    .delete('/session', (c) => {
      deleteCookie(c, sessionCookie, { path: '/' });
      return c.json({ person: null });
    });
}

/** @throws Refusal 401 when nobody has been chosen */
export function mustView(c: Context, host: Host): PersonInfo {
  const person = viewer(c, host);
  if (person === null)
    throw new Refusal(401, 'Nobody is signed in: choose a person first (POST /__host/session).');
  return person;
}
