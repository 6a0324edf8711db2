// The composition: which adapter stands behind which port.
import { procedures } from '../procedures';
import api from '@forge/api';
import type { PolicyStore, Ports } from '../app/ports';
import type { Policy } from '../core/policy';
import { jiraCatalogue } from '../jira/catalogue';
import { jiraDoor } from '../jira/door';
import { requests } from '../jira/requests';
import { accountFormat } from '../kvs/account-format';
import { directory } from '../kvs/directory';
import { accountNotes } from '../kvs/account-notes';
import { happenings } from '../kvs/happenings';
import { leadTimes } from '../kvs/lead-times';
import { personalStore } from '../kvs/personal-store';
import { openings } from '../kvs/openings';
import { policyStore } from '../kvs/policy-store';
import { ticketStore } from '../kvs/ticket-store';
import { log } from './log';
import { turnQueue } from './turn-queue';

/** The settings in force, read once for each call: nothing that is done in one is judged by two versions. */
function oncePerCall(store: PolicyStore): PolicyStore {
  let known: Promise<Policy | null> | null = null;
  const anew = (): void => void (known = null);
  return {
    ...store,
    current() {
      const reading = known ?? store.current();
      known = reading;
      reading.catch(anew);
      return reading;
    },
    async glance(issueId) {
      const seen = await store.glance(issueId);
      known = Promise.resolve(seen.policy);
      return seen;
    },
    publish: (...what) => store.publish(...what).finally(anew),
  };
}

/** @param viewer the account the platform says is looking; null in events, queues and schedules */
export const portsFor = (viewer: string | null): Ports => ({
  now: () => new Date().toISOString(),
  jira: {
    app: jiraDoor(api.asApp()),
    viewer: viewer === null ? null : { accountId: viewer, door: jiraDoor(api.asUser()) },
  },
  tickets: ticketStore,
  policy: oncePerCall(policyStore),
  directory: directory(accountFormat(procedures)),
  turns: turnQueue,
  personal: personalStore,
  leadTimes,
  requests: requests(api.asApp()),
  openings,
  happenings,
  notes: accountNotes,
  log,
  procedures,
});

/** Names in Jira, as the app sees them and as the viewer does. */
export const cataloguesForViewer = () => ({
  app: jiraCatalogue(api.asApp()),
  viewer: jiraCatalogue(api.asUser()),
});
