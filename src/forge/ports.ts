// The composition: which adapter stands behind which port.
import { procedures } from '../procedures';
import api from '@forge/api';
import { loaded, type Members } from '../app/app-procedure';
import type { Ports } from '../app/ports';
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
import { ticketStore } from '../kvs/ticket-store';
import { queueLooks } from '../kvs/queue-looks';
import { backgroundQueue } from './background-queue';
import { log } from './log';
import { turnQueue } from './turn-queue';

/**
 * @param viewer the account the platform says is looking; null in events, queues and schedules
 * @param members what has to be loaded of each procedure
 */
export const portsFor = async (
  viewer: string | null,
  members: readonly (keyof Members)[],
): Promise<Ports> => ({
  now: () => new Date().toISOString(),
  jira: {
    app: jiraDoor(api.asApp()),
    viewer: viewer === null ? null : { accountId: viewer, door: jiraDoor(api.asUser()) },
  },
  tickets: ticketStore,
  policy: policyStore,
  directory: directory(accountFormat(procedures)),
  turns: turnQueue,
  background: backgroundQueue,
  looks: queueLooks,
  personal: personalStore,
  leadTimes,
  requests: requests(api.asApp()),
  requestPeople: rememberedPeople(requestPeople(api.asApp()), () => new Date().toISOString()),
  openings,
  happenings,
  notes: accountNotes,
  log,
  procedures: await loaded(procedures, members),
});

/** Names in Jira, as the app sees them and as the viewer does. */
export const cataloguesForViewer = () => ({
  app: jiraCatalogue(api.asApp()),
  viewer: jiraCatalogue(api.asUser()),
});
