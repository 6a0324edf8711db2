// An engineer's access request at work on the local host.
import { readable } from '../../bench/stored';
import type {
  FollowUpsApi,
  FollowUpsView,
} from '../../src/procedures/access-request/contract/panel';
import type { Desk } from './desk';
import { Panel } from './panel';

export const profile = {
  name: 'Quilla Zorn',
  email: 'quilla.zorn@person.example',
  phone: '+1 555 0137',
};

export class FollowUps extends Panel<FollowUpsApi, FollowUpsView> {
  constructor(desk: Desk) {
    super(desk, desk.key, { module: 'follow-ups', read: 'follow-ups.get', reader: 'greta.holm' });
  }

  async row(cid: string, as = 'greta.holm') {
    return (await this.seen(as)).rows.find((row) => row.cid === cid);
  }
}

export async function begin(
  desk: Desk,
  change: { employmentStart?: string; workStart?: string | null; customers?: string[] } = {},
): Promise<FollowUps> {
  await desk.ticket({
    project: 'OPS',
    requestType: 'Access for a new engineer',
    organizations: [],
    reporter: 'nora.quist',
  });
  const panel = new FollowUps(desk);
  const engineer = desk.as('sami.lund').accountId;
  await panel.act(
    'greta.holm',
    'access-request.start',
    {
      engineer,
      employmentStart: '2026-03-02',
      workStart: '2026-04-15',
      customers: ['NWCU', 'ALDR', 'BRCH'],
      profile,
      ...change,
    },
    ({ state }) => state === 'started',
  );
  await desk.settle();
  return panel;
}

export const ready = (panel: FollowUps) =>
  panel.act(
    'ivan.reed',
    'access-request.it-ready',
    { ready: true },
    ({ request }) => request?.itReady !== null,
  );
export const sent = (panel: FollowUps, ...customers: string[]) =>
  panel.act('greta.holm', 'access-request.send', { customers, via: 'eml' }, ({ rows }) =>
    customers.every((cid) => rows.find((row) => row.cid === cid)?.requestedAt !== null),
  );

/** Where anything personal of the engineer can be found: in storage, in Jira with its properties and history, in mails and in logs. */
export async function traces(desk: Desk): Promise<string[]> {
  const { host, key } = desk;
  const jira = await desk.as('alex.kim').get(key, 'fields=*all&properties=*all&expand=changelog');
  const stored = host.storage().map(readable);
  const places: Record<string, unknown> = {
    jira,
    mail: host.mail(),
    logs: host.logs(),
    storage: stored.filter(({ key: row }) => !row.includes('personal:')),
    secret: stored.filter(({ key: row }) => row.includes('personal:')),
  };
  return Object.entries(places)
    .filter(([, found]) => /Quilla|Zorn|quilla|555 0137/u.test(JSON.stringify(found)))
    .map(([place]) => place);
}

/** How often somebody was tagged with these words. */
export const told = async (desk: Desk, who: string, words: string): Promise<number> =>
  (await desk.seen()).comments.filter(
    ({ text }) => text.includes(`@${who}`) && text.includes(words),
  ).length;
