import { Hono } from 'hono';
import * as v from 'valibot';
import type { CurrentHost } from './current-host';
import { readBody, someText } from './read-body';
import { Refusal } from './refusal';

const rules = v.strictObject({ project: someText, to: someText, validators: v.array(someText) });

/** `/__host/workflow`: the rules of the app on a project's transitions to a status; and the app taken off the site. */
export function workflowRoutes(current: CurrentHost): Hono {
  return new Hono()
    .put('/workflow', async (c) => {
      const { project, to, validators } = await readBody(c.req.raw, rules);
      try {
        current.host.jira.setRules(project, to, validators);
      } catch (error) {
        throw new Refusal(400, error instanceof Error ? error.message : String(error));
      }
      return c.json({ project, to, validators });
    })
    .delete('/app', async (c) => {
      await current.host.uninstall();
      return c.body(null, 204);
    });
}
