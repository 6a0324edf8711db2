// The composition: which adapter stands behind which port.
import { procedures } from '../procedures';
import api from '@forge/api';
import type { PolicyStore, Ports, TicketStore } from '../app/ports';
import { jiraCatalogue } from '../jira/catalogue';
import { jiraDoor } from '../jira/door';
import { requestPeople } from '../jira/request-people';
import { requests } from '../jira/requests';
import { accountFormat } from '../kvs/account-format';
import { directory } from '../kvs/directory';
import { accountNotes } from '../kvs/account-notes';
import { happenings } from '../kvs/happenings';
import { leadTimes } from '../kvs/lead-times';
import { personalStore } from '../kvs/personal-store';
import { openings } from '../kvs/openings';
import { rememberedPeople } from '../kvs/request-people';
import { policyStore } from '../kvs/policy-store';
import { isNewer, recordOf } from '../kvs/ticket-format';
import { ticketStore } from '../kvs/ticket-store';
import { queueLooks } from '../kvs/queue-looks';
import type { FirstLook } from './first-look';
import { log } from './log';
import { background, turns } from './queues';

/** The settings in force, read once for each call: nothing that is done in one is judged by two versions. */
function oncePerCall(store: PolicyStore, look: FirstLook | null): PolicyStore {
  let known = look?.seen.then(({ policy }) => policy) ?? null;
  const anew = (): void => void (known = null);
  return {
    ...store,
    current() {
      const reading = known ?? store.current();
      known = reading;
      reading.catch(anew);
      return reading;
    },
    publish: (...what) => store.publish(...what).finally(anew),
  };
}

/** The ledger that a call began with is what it loads first; what is loaded again is read again. */
function lookedAt(store: TicketStore, look: FirstLook | null): TicketStore {
  let left = look;
  return {
    ...store,
    async load(issueId) {
      const first = left?.issueId === issueId ? left : null;
      if (first === null) return store.load(issueId);
      left = null;
      const { row } = await first.seen;
      if (row === null) return null;
      return isNewer(row) ? store.load(issueId) : recordOf(row);
    },
  };
}

/**
 * @param viewer the account the platform says is looking; null in events, queues and schedules
 * @param look what the call has asked storage for already
 */
export const portsFor = (viewer: string | null, look: FirstLook | null = null): Ports => ({
  now: () => new Date().toISOString(),
  jira: {
    app: jiraDoor(api.asApp()),
    viewer: viewer === null ? null : { accountId: viewer, door: jiraDoor(api.asUser()) },
  },
  tickets: lookedAt(ticketStore, look),
  policy: oncePerCall(policyStore, look),
  directory: directory(accountFormat(procedures)),
  turns,
  background,
  looks: queueLooks,
  personal: personalStore,
  leadTimes,
  requests: requests(api.asApp()),
  requestPeople: rememberedPeople(requestPeople(api.asApp()), () => new Date().toISOString()),
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
