import type { Host } from '../host';

/** `GET /__host/health`. */
export function healthOf({ clock, app, jira }: Host): object {
  return {
    ok: true,
    now: new Date(clock.now()).toISOString(),
    app: { id: app.id, name: app.name, accountId: app.accountId },
    people: jira.people().map(({ accountType: _accountType, ...person }) => person),
    projects: jira.projects(),
  };
}
