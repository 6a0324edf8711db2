// The hourly schedule that finds what events missed, and who is gone or cannot see.
import api from '@forge/api';
import { loaded } from '../app/app-procedure';
import { checkPeople } from '../app/check-people';
import { checkSight } from '../app/radar/check-sight';
import { reconcileTickets as reconcile } from '../app/reconcile-tickets';
import { jiraHealth } from '../jira/health';
import { portsFor } from './ports';
import { done } from './scheduled';

export async function reconcileTickets(): Promise<typeof done> {
  const ports = portsFor(null);
  await checkPeople(ports);
  await checkSight(ports, jiraHealth(api.asApp(), api.asApp()).permissionsOf);
  await reconcile(ports);
  for (const { hourly } of await loaded(ports.procedures, ['hourly'])) await hourly?.(ports);
  return done;
}
