// What is done hourly: what events missed is found, and who is gone or cannot see.
import api from '@forge/api';
import { loaded } from '../app/app-procedure';
import { checkPeople } from '../app/check-people';
import { checkSight } from '../app/radar/check-sight';
import { reconcileTickets as reconcile } from '../app/reconcile-tickets';
import { jiraHealth } from '../jira/health';
import { portsFor } from './ports';
import type { FirstLook } from './first-look';

/** @param look what was asked for before this was loaded */
export async function reconcileAll(look: FirstLook): Promise<void> {
  const ports = portsFor(null, look);
  await checkPeople(ports);
  await checkSight(ports, jiraHealth(api.asApp(), api.asApp()).permissionsOf);
  await reconcile(ports);
  for (const { hourly } of await loaded(ports.procedures, ['hourly'])) await hourly?.(ports);
}
