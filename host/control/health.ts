import type { Host } from '../host';

/** `GET /__host/health`. */
export function healthOf({ clock, app, jira }: Host): object {
  return {
    ok: true,
    now: new Date(clock.now()).toISOString(),
    app: { id: app.id, name: app.name, accountId: app.accountId },
    people: jira.people().map(({ accountId, email, displayName, role, title, active, timeZone }) => ({ accountId, email, displayName, role, title, active, timeZone })),
    projects: jira.projects(),
  };
}
