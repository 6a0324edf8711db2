// Plays a script on a local Jira: every act is a person's, over the same pages and API as ever.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHost } from '../../host';
import type { Host, PageCall } from '../../host/host';
import { seededRandom } from '../../host/random';
import { procedures } from './procedures';
import type { Clicked, Page, Procedure, Site } from './procedures/procedure';
import { type Act, calmFrom, customers, type Script } from './script';

/** Monday, nine in New York. */
const start = '2026-03-02T14:00:00.000Z';
/** When a script begins, as epoch milliseconds. */
export const startedAt = Date.parse(start);
const dayMs = 86_400_000;

/** One act as the person saw it. */
export interface Fact {
  readonly act: Act;
  readonly at: number;
  /** `unknown` when the page or Jira failed under the person: it may have happened. */
  readonly outcome: 'done' | 'refused' | 'unknown';
  /** Of an answer: who answered; of an escalation or a refusal: what was said. */
  readonly detail: string;
}

export interface Played {
  readonly host: Host;
  readonly facts: readonly Fact[];
  /** Keys of the tickets that were raised, by their number in the script. */
  readonly keys: ReadonlyMap<number, string>;
  /** Tickets of the other procedures. */
  readonly walks: readonly Walk[];
  readonly site: (key: string, procedure: Procedure) => Site;
}

/** A ticket of another procedure, and who clicked what there. */
export interface Walk {
  readonly procedure: Procedure;
  readonly key: string;
  readonly clicks: Clicked[];
}

interface Panel {
  readonly revision: number;
  readonly account: { readonly accountManager?: { readonly accountId: string } };
  readonly ask: { readonly holder: { readonly accountId: string } } | null;
}

type Reply<Answer> =
  | { readonly ok: true; readonly value: Answer }
  | { readonly ok: false; readonly problem: { readonly message: string } };

/** What a person writes, so that it can be found again. */
export const words = ({ id }: Act): string => `Note ${id}.`;

const mail = (name: string): string => `${name}@relay.example`;
const admin = mail('alex.kim');

/** @param keep only these acts, by id; all when null */
export async function play(script: Script, keep: ReadonlySet<number> | null): Promise<Played> {
  const host = await createHost({
    start,
    coldStartEvery: script.coldStartEvery,
    setup: [
      {
        as: admin,
        module: 'relay-settings',
        call: 'configuration.import',
        payload: { dryRun: false, configuration: settings(script.responseHours, new Map()) },
      },
    ],
  });
  const player = new Player(host, script.responseHours);
  const began = host.clock.now();
  for (const act of script.acts) {
    if (keep === null || keep.has(act.id))
      host.clock.schedule(began + act.at, () => player.perform(act));
  }
  host.clock.schedule(began + 1, () => host.faults.set(script.faults));
  host.clock.schedule(began + calmFrom(script), () => host.faults.clear());
  for (let day = 0; day < script.days; day += 1) await host.advance(dayMs);
  return {
    host,
    facts: player.facts,
    keys: player.keys,
    walks: [...player.walks.values()],
    site: player.site,
  };
}

/** The demo's settings with one response time for all rungs and everybody in one calendar, so that a judge can reckon. */
function settings(hours: number, owners: ReadonlyMap<string, string>): object {
  const demo = JSON.parse(
    readFileSync(join(__dirname, '..', '..', 'demo', 'account-relay.json'), 'utf8'),
  ) as {
    people: unknown[];
    queues: { entries: { ladder?: { respondWithin: object; remindBefore: unknown[] }[] }[] }[];
    accounts: { cid: string; accountManager: string }[];
  };
  for (const account of demo.accounts)
    account.accountManager = owners.get(account.cid) ?? account.accountManager;
  for (const queue of demo.queues) {
    for (const entry of queue.entries)
      for (const rung of entry.ladder ?? [])
        rung.respondWithin = { default: hours * 60, Highest: hours * 15 };
  }
  return { ...demo, people: [] };
}

class Player {
  readonly facts: Fact[] = [];
  readonly keys = new Map<number, string>();
  readonly walks = new Map<number, Walk>();
  readonly #customerOf = new Map<number, number>();
  /** What the administrator published last, and believes to be in force. */
  #hours: number;
  #owners: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly host: Host,
    hours: number,
  ) {
    this.#hours = hours;
  }

  async perform(act: Act): Promise<void> {
    const at = this.host.clock.now();
    try {
      const detail = await this.#do(act);
      if (detail !== null) this.facts.push({ act, at, outcome: 'done', detail });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.facts.push({
        act,
        at,
        outcome: error instanceof RefusedByApp ? 'refused' : 'unknown',
        detail,
      });
    }
  }

  /** Null when there is nothing to act on. */
  async #do(act: Act): Promise<string | null> {
    if (act.kind === 'raise') return this.#raise(act);
    if (act.kind === 'settings') return this.#publish(Number(act.value), this.#owners);
    if (act.kind === 'owner') {
      const [cid = '', name = ''] = act.value.split(' ');
      return this.#publish(this.#hours, new Map([...this.#owners, [cid, mail(name)]]));
    }
    if (act.kind === 'away') return this.#away(act);
    if (act.kind === 'begin') return this.#begin(act);
    if (act.kind === 'next' || act.kind === 'mistake') return this.#walk(act);
    const key = this.keys.get(act.ticket);
    if (key === undefined) return null;
    const person = this.host.as(mail(act.agent));
    const customer = customers[Number(this.#customerOf.get(act.ticket))];
    switch (act.kind) {
      case 'request':
        return this.#click(key, mail(act.agent), 'account-manager.request', {
          entryId: 'other',
          note: words(act).padEnd(20, '.'),
        });
      case 'tag':
        await person.comment(key, `${words(act)} Can you help?`, {
          mention: [await this.#accountManager(key)],
        });
        return '';
      case 'answer':
      case 'comment': {
        const holder = await this.#holder(key);
        if (holder === null) return null;
        if (act.kind === 'answer')
          await this.#click(key, holder, 'account-manager.answer', { text: words(act) });
        else await this.host.as(holder).comment(key, words(act));
        return holder;
      }
      case 'customer-reply':
        await this.host.as(mail(customer?.name ?? '')).reply(key, words(act));
        return '';
      case 'agent-reply':
        await person.comment(key, words(act), { public: true });
        return '';
      case 'put-back':
        return this.#click(key, mail(act.agent), 'account-manager.put-back', {});
      case 'escalate':
        return this.#click(key, mail(act.agent), 'account-manager.escalate', {
          reason: words(act),
        });
      case 'promise': {
        const holder = await this.#holder(key);
        if (holder === null) return null;
        const by = new Date(this.host.clock.now() + dayMs).toISOString();
        await this.#click(key, holder, 'account-manager.promise', { by, text: words(act) });
        return by;
      }
      case 'move':
        await person.transition(key, act.value);
        return '';
      case 'resolve':
        await person.transition(key, 'Resolved');
        return '';
      case 'deface':
        await person.request('PUT', `/rest/api/3/issue/${key}/properties/account-relay`, {
          state: 'open',
          holder: 'nobody',
          dueAt: 'never',
          level: 99,
        });
        return '';
    }
  }

  async #raise(act: Act): Promise<string> {
    const [place = '0', priority = 'Medium'] = act.value.split(' ');
    const customer = customers[Number(place)];
    if (customer === undefined) throw new RangeError(`No customer ${place}.`);
    const key = await this.#raiseFor({ ...customer, reporter: mail(customer.name) }, act, priority);
    this.keys.set(act.ticket, key);
    this.#customerOf.set(act.ticket, Number(place));
    return key;
  }

  async #raiseFor(
    of: { project: string; requestType: string; organization: string | null; reporter: string },
    act: Act,
    priority: string,
  ): Promise<string> {
    const agent = this.host.as(mail(act.agent));
    const { body } = await agent.request<{ values: { id: string; name: string }[] }>(
      'GET',
      '/rest/servicedeskapi/organization?limit=50',
    );
    const organization = body.values.find(({ name }) => name === of.organization);
    const { key } = await agent.raise({
      project: of.project,
      requestType: of.requestType,
      summary: `Ticket ${act.id}`,
      description: 'From the script.',
      onBehalfOf: of.reporter,
      organizations: organization === undefined ? [] : [organization.id],
    });
    await agent.edit(key, { assignee: mail(act.agent), priority: { name: priority } });
    return key;
  }

  /** @returns the hours, as text */
  async #publish(hours: number, owners: ReadonlyMap<string, string>): Promise<string> {
    const payload = { dryRun: false, configuration: settings(hours, owners) };
    await this.#ask({ module: 'relay-settings', as: admin, call: 'configuration.import', payload });
    this.#hours = hours;
    this.#owners = owners;
    return String(hours);
  }

  async #away(act: Act): Promise<string> {
    const [who = '', standsIn = '', hours = '1'] = act.value.split(' ');
    const now = this.host.clock.now();
    const absence = {
      delegate: this.host.as(mail(standsIn)).accountId,
      from: new Date(now).toISOString(),
      until: new Date(now + Number(hours) * 3_600_000).toISOString(),
    };
    await this.#ask({
      module: 'my-asks-gadget',
      as: mail(who),
      call: 'absence.set',
      payload: { absence },
    });
    return act.value;
  }

  async #begin(act: Act): Promise<string> {
    const procedure = procedures[Number(act.value)];
    if (procedure === undefined) throw new RangeError(`No procedure ${act.value}.`);
    const { project, requestType, organization, reporter } = procedure.ticket;
    const key = await this.#raiseFor(
      { project, requestType, organization, reporter: mail(reporter) },
      act,
      'Medium',
    );
    this.walks.set(act.ticket, { procedure, key, clicks: [] });
    return key;
  }

  /** A procedure's page of a ticket, as people load it. */
  readonly site = (key: string, procedure: Procedure): Site => ({
    accountId: (name) => this.host.as(mail(name)).accountId,
    now: () => this.host.clock.now(),
    look: <View>(as: string, call: string, module = procedure.module) =>
      this.#ask<View>({ module, issue: key, as: mail(as), call, payload: {} }),
  });

  /** One click: who looks first and then does what comes next, or what has to be refused. */
  async #walk(act: Act): Promise<string | null> {
    const walk = this.walks.get(act.ticket);
    if (walk === undefined) return null;
    const { procedure, key, clicks } = walk;
    const site = this.site(key, procedure);
    const view = await site.look<Page>(procedure.read.as, procedure.read.call);
    const random = seededRandom(Number(act.value));
    const mistake = act.kind === 'mistake';
    const attempt = mistake
      ? procedure.mistake(view, random, site)
      : await procedure.next(view, random, site);
    if (attempt === null) return null;
    const click = (outcome: Clicked['outcome']): number =>
      clicks.push({ ...attempt, at: this.host.clock.now(), mistake, outcome });
    const { as, call, module = procedure.module } = attempt;
    const expecting =
      module === procedure.module && call !== 'key-account.tick'
        ? { expectedRevision: view.revision }
        : {};
    const reply = (await this.host
      .invoke({
        module,
        issue: key,
        as: mail(as),
        call,
        payload: { ...attempt.payload, ...expecting },
      })
      .catch(() => null)) as Reply<unknown> | null;
    click(reply === null ? 'unknown' : reply.ok ? 'done' : 'refused');
    return call;
  }

  /** What a page answers. @throws RefusedByApp when it says no, and whatever the platform says when it fails */
  async #ask<Answer>(call: PageCall): Promise<Answer> {
    const reply = (await this.host.invoke(call)) as Reply<Answer>;
    if (!reply.ok) throw new RefusedByApp(reply.problem.message);
    return reply.value;
  }

  #panel(key: string): Promise<Panel> {
    return this.#ask({
      module: 'ticket-panel',
      issue: key,
      as: admin,
      call: 'ticket.get',
      payload: {},
    });
  }

  async #holder(key: string): Promise<string | null> {
    return (await this.#panel(key)).ask?.holder.accountId ?? null;
  }

  async #accountManager(key: string): Promise<string> {
    const { accountManager } = (await this.#panel(key)).account;
    if (accountManager === undefined) throw new RefusedByApp('The account is not known.');
    return accountManager.accountId;
  }

  async #click(key: string, as: string, call: string, payload: object): Promise<string> {
    const { revision } = await this.#panel(key);
    await this.#ask({
      module: 'ticket-panel',
      issue: key,
      as,
      call,
      payload: { ...payload, expectedRevision: revision },
    });
    return '';
  }
}

/** The app said no, and why. */
class RefusedByApp extends Error {}
