// An engineer's access request at work on the local host.
import type { FollowUpsApi, FollowUpsView } from '../../src/contract/follow-ups';
import type { Reply } from '../../src/contract/problem';
import type { Desk } from './desk';

const mail = (name: string): string => `${name}@relay.example`;
export const profile = { name: 'Quilla Zorn', email: 'quilla.zorn@person.example', phone: '+1 555 0137' };

/** The follow-ups panel, as somebody uses it: who clicks again when a click came to nothing. */
export class FollowUps {
  constructor(readonly desk: Desk) {}

  async call<T>(as: string, call: keyof FollowUpsApi, payload: object = {}): Promise<Reply<T>> {
    return (await this.desk.host.invoke({ module: 'follow-ups', issue: this.desk.key, as: mail(as), call, payload })) as Reply<T>;
  }

  async seen(as = 'greta.holm'): Promise<FollowUpsView> {
    for (let tries = 1; ; tries += 1) {
      const reply = await this.call<FollowUpsView>(as, 'follow-ups.get').catch((error: unknown) => (this.desk.faulty && tries < 4 ? null : Promise.reject(error)));
      if (reply?.ok) return reply.value;
      if (reply !== null && !this.desk.faulty) throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
      if (tries >= 4) throw new Error('The panel does not load.');
      await this.desk.host.advance('PT1M10S');
    }
  }

  async click(as: string, call: keyof FollowUpsApi, payload: object = {}): Promise<Reply<FollowUpsView>> {
    const { revision } = await this.seen(as);
    return this.call(as, call, { expectedRevision: revision, ...payload });
  }

  async act(as: string, call: keyof FollowUpsApi, payload: object, isDone: (view: FollowUpsView) => boolean): Promise<void> {
    for (let tries = 1; tries <= 6; tries += 1) {
      const reply = await this.click(as, call, payload).catch((error: unknown) => (this.desk.faulty ? null : Promise.reject(error)));
      if (reply?.ok && isDone(reply.value)) return;
      if (reply !== null && !reply.ok && !this.desk.faulty) throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
      await this.desk.host.advance('PT1M10S');
      if (isDone(await this.seen(as))) return;
    }
    throw new Error(`${call} came to nothing.`);
  }

  async row(cid: string, as = 'greta.holm') {
    return (await this.seen(as)).rows.find((row) => row.cid === cid);
  }
}

export async function begin(desk: Desk, change: { employmentStart?: string; workStart?: string | null; customers?: string[] } = {}): Promise<FollowUps> {
  await desk.ticket({ project: 'OPS', requestType: 'Access for a new engineer', organizations: [], reporter: 'nora.quist' });
  const panel = new FollowUps(desk);
  const engineer = desk.as('sami.lund').accountId;
  await panel.act('greta.holm', 'follow-ups.start', {
    engineer, employmentStart: '2026-03-02', workStart: '2026-04-15', customers: ['NWCU', 'ALDR', 'BRCH'], profile, ...change,
  }, ({ state }) => state === 'started');
  await desk.settle();
  return panel;
}

export const ready = (panel: FollowUps) => panel.act('ivan.reed', 'follow-ups.it-ready', { ready: true }, ({ request }) => request?.itReady !== null);
export const sent = (panel: FollowUps, ...customers: string[]) =>
  panel.act('greta.holm', 'letters.sent', { customers, via: 'eml' }, ({ rows }) => customers.every((cid) => rows.find((row) => row.cid === cid)?.requestedAt !== null));

/** Where anything personal of the engineer can be found: in storage, in Jira with its properties and history, in mails and in logs. */
export async function traces(desk: Desk): Promise<string[]> {
  const { host, key } = desk;
  const jira = await desk.as('alex.kim').get(key, 'fields=*all&properties=*all&expand=changelog');
  const places: Record<string, unknown> = { jira, mail: host.mail(), logs: host.logs(), storage: host.storage().filter(({ key: row }) => !row.includes('personal:')), secret: host.storage().filter(({ key: row }) => row.includes('personal:')) };
  return Object.entries(places).filter(([, found]) => /Quilla|Zorn|quilla|555 0137/u.test(JSON.stringify(found))).map(([place]) => place);
}
