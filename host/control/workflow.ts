import { Hono } from 'hono';
import * as v from 'valibot';
import type { CurrentHost } from './current-host';
import { readBody, someText } from './read-body';
import { Refusal } from './refusal';

const rules = v.strictObject({ project: someText, to: someText, validators: v.array(someText) });

const move = v.strictObject({ issue: someText, project: someText, as: v.optional(someText) });

/** Done by an administrator where nobody else is named. */
const administrator = (current: CurrentHost): string =>
  current.host.jira.people().find(({ role }) => role === 'admin')?.accountId ?? '';

function trying<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new Refusal(400, error instanceof Error ? error.message : String(error));
  }
}

/**
 * What people do on Jira's own pages: `/__host/workflow`, the rules of the app on a project's transitions to a status;
 * `/__host/projects/KEY`, a project deleted; `/__host/move`, an issue moved; and the app taken off the site.
 */
export function workflowRoutes(current: CurrentHost): Hono {
  return new Hono()
    .put('/workflow', async (c) => {
      const { project, to, validators } = await readBody(c.req.raw, rules);
      trying(() => current.host.jira.setRules(project, to, validators));
      return c.json({ project, to, validators });
    })
    .delete('/projects/:project', (c) => {
      trying(() => current.host.jira.deleteProject(c.req.param('project'), administrator(current)));
      return c.body(null, 204);
    })
    .post('/move', async (c) => {
      const { issue, project, as } = await readBody(c.req.raw, move);
      const key = trying(() =>
        current.host.jira.moveIssue(issue, project, as ?? administrator(current)),
      );
      return c.json({ issue: key, project });
    })
    .delete('/app', async (c) => {
      await current.host.uninstall();
      return c.body(null, 204);
    });
}
