// Plays a month at the office on a local Jira: everybody reads the list of what waits for them and acts from there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHost } from '../../../host';
import type { Host, PageCall } from '../../../host/host';
import { seededRandom } from '../../../host/random';
import { type Beginning, type OfficeAct, officeCalmFrom, type OfficeMonth } from './month';
import { type Desk, type Line, sideAct, work } from './work';

const dayMs = 86_400_000;
export const mail = (name: string): string => `${name}@relay.example`;
const admin = mail('alex.kim');

/** What somebody did, as they saw it. */
export interface Done {
  readonly at: number;
  /** Of which ticket; null for what concerns none. */
  readonly key: string | null;
  readonly who: string;
  /** The call of a page, or `comment`, `move`, `away`, `raise`. */
  readonly what: string;
  readonly detail: string;
  /** `unknown` when the page or Jira failed under them: it may have happened. */
  readonly outcome: 'done' | 'refused' | 'unknown';
}

/** Somebody's list as they read it. */
export interface Look {
  readonly at: number;
  readonly who: string;
  readonly lines: readonly Line[];
}

export interface PlayedOffice {
  readonly month: OfficeMonth;
  readonly host: Host;
  readonly began: number;
  readonly done: readonly Done[];
  readonly looks: readonly Look[];
  /** Tickets that were raised, with what they are for. */
  readonly cases: readonly { readonly key: string; readonly what: Beginning }[];
}

type Reply<Answer> =
  | { readonly ok: true; readonly value: Answer }
  | { readonly ok: false; readonly problem: { readonly message: string } };

/** The app said no, and why. */
class RefusedByApp extends Error {}

/** @param keep only these acts, by id; all when null */
export async function playOffice(
  month: OfficeMonth,
  keep: ReadonlySet<number> | null,
): Promise<PlayedOffice> {
  const host = await createHost({
    start: month.start,
    coldStartEvery: month.coldStartEvery,
    setup: [
      {
        as: admin,
        module: 'relay-settings',
        call: 'configuration.import',
        payload: { dryRun: false, configuration: settings() },
      },
    ],
  });
  const office = new Office(host);
  const began = host.clock.now();
  for (const act of month.acts)
    if (keep === null || keep.has(act.id))
      host.clock.schedule(began + act.at, () => office.perform(act));
  host.clock.schedule(began + 1, () => host.faults.set(month.faults));
  host.clock.schedule(began + officeCalmFrom(month), () => host.faults.clear());
  for (let day = 0; day < month.days; day += 1) await host.advance(dayMs);
  const { done, looks, cases } = office;
  return { month, host, began, done, looks, cases };
}

/** The demo's settings, with everybody in one calendar, so that a judge can reckon. */
function settings(): object {
  const file = join(__dirname, '..', '..', '..', 'demo', 'account-relay.json');
  const demo = JSON.parse(readFileSync(file, 'utf8')) as object;
  return { ...demo, people: [] };
}

const tickets: Readonly<
  Record<Beginning, readonly [project: string, type: string, of: string | null, by: string]>
> = {
  change: ['CHG', 'Change request', 'Northwind Credit Union', 'nora.quist'],
  release: ['OPS', 'Release', null, 'ben.ito'],
  access: ['OPS', 'Access for a new engineer', null, 'ben.ito'],
  listing: ['OPS', 'Key account list', null, 'ben.ito'],
  onboarding: ['EBH', 'Benefits question', 'Northwind Credit Union', 'nora.quist'],
  news: ['EBH', 'Benefits question', 'Northwind Credit Union', 'nora.quist'],
  question: ['EBH', 'Benefits question', 'Northwind Credit Union', 'nora.quist'],
  integration: ['EBH', 'Benefits question', 'Northwind Credit Union', 'nora.quist'],
  escalation: ['EBH', 'Benefits question', 'Elm Street Bank', 'ida.moen'],
  ask: ['EBH', 'Benefits question', 'Northwind Credit Union', 'nora.quist'],
};

class Office {
  readonly done: Done[] = [];
  readonly looks: Look[] = [];
  readonly cases: { key: string; what: Beginning }[] = [];

  constructor(private readonly host: Host) {}

  async perform(act: OfficeAct): Promise<void> {
    switch (act.kind) {
      case 'begin':
        return this.#begin(act.what, act.id);
      case 'look':
        return this.#look(act.who, act.dice);
      case 'customer':
        return this.#customer(act.dice);
      case 'meddle':
        return this.#meddle(act.who, act.dice);
      case 'away': {
        const from = this.host.clock.now();
        const absence = {
          delegate: this.host.as(mail(act.delegate)).accountId,
          from: new Date(from).toISOString(),
          until: new Date(from + act.hours * 3_600_000).toISOString(),
        };
        return this.#noted(null, act.who, `away ${act.delegate} ${act.hours}`, () =>
          this.#ask({
            module: 'my-asks-gadget',
            as: mail(act.who),
            call: 'absence.set',
            payload: { absence },
          }),
        );
      }
    }
  }

  /** Does it, and remembers how it went. */
  async #noted(
    key: string | null,
    who: string,
    what: string,
    does: () => Promise<unknown>,
  ): Promise<void> {
    const at = this.host.clock.now();
    const [call = '', ...rest] = what.split(' ');
    const one = { at, key, who, what: call, detail: rest.join(' ') };
    try {
      await does();
      this.done.push({ ...one, outcome: 'done' });
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const outcome = error instanceof RefusedByApp ? 'refused' : 'unknown';
      this.done.push({ ...one, detail: `${one.detail} ${said}`, outcome });
    }
  }

  async #begin(what: Beginning, id: number): Promise<void> {
    const key = await this.#raise(what, id).catch(() => null);
    if (key === null) return;
    this.cases.push({ key, what });
    const first = this.#first(what, id);
    if (first === null) return;
    const [who, call, payload] = first;
    await this.#noted(key, who, call, () => this.#click(key, who, call, payload));
  }

  /** What somebody does first in a case of that kind; null where it begins by itself. */
  #first(what: Beginning, id: number): readonly [string, string, object] | null {
    const { host } = this;
    const in2 = (days: number): string =>
      new Date(host.clock.now() + days * dayMs).toISOString().slice(0, 10);
    switch (what) {
      case 'change':
      case 'release':
        return null;
      case 'access':
        return [
          'greta.holm',
          'access-request.start',
          {
            engineer: host.as(mail('sami.lund')).accountId,
            employmentStart: in2(3),
            workStart: in2(40),
            customers: ['NWCU', 'ALDR', 'BRCH'],
            profile: { name: 'Quilla Zorn', email: 'quilla@person.example', phone: '+1 555 0137' },
          },
        ];
      case 'listing':
        return [
          'ben.ito',
          'key-account.propose-listing',
          {
            cid: 'ALDR',
            change: 'add',
            reason: 'client-experience',
            note: 'Three incidents in a month.',
            effective: null,
          },
        ];
      case 'onboarding':
        return [
          'noor.haddad',
          'hybrid-account.open-onboarding',
          { cid: 'NWCU', opportunity: `006${id}`, type: 'net-new' },
        ];
      case 'news':
        return [
          'dana.fox',
          'hybrid-account.share-update',
          { class: 'bug', text: `A fix is on its way, ${id}.` },
        ];
      case 'question':
        return ['petra.vance', 'hybrid-account.ask-question', { text: `When is it done, ${id}?` }];
      case 'integration':
        return [
          'dana.fox',
          'hybrid-account.raise-integration',
          {
            symptom: 'duplicated-users',
            summary: `Users twice, ${id}`,
            description: '',
            checked: [],
          },
        ];
      case 'escalation':
        return [
          'ben.ito',
          'key-account.escalate',
          { aspect: 'accuracy', what: `Forty deductions are wrong, ${id}.` },
        ];
      case 'ask':
        return [
          'ben.ito',
          'account-manager.request',
          { entryId: 'other', note: `Please ask them for the contract, ${id}.` },
        ];
    }
  }

  async #raise(what: Beginning, id: number): Promise<string> {
    const [project, requestType, of, by] = tickets[what];
    const agent = this.host.as(mail('ben.ito'));
    const { body } = await agent.request<{ values: { id: string; name: string }[] }>(
      'GET',
      '/rest/servicedeskapi/organization?limit=50',
    );
    const organization = body.values.find(({ name }) => name === of);
    const { key } = await agent.raise({
      project,
      requestType,
      summary: `Case ${id}`,
      description: 'From the script.',
      onBehalfOf: mail(by),
      organizations: organization === undefined ? [] : [organization.id],
    });
    await agent.edit(key, { assignee: mail('ben.ito'), priority: { name: 'Medium' } });
    return key;
  }

  /** Reads the list, and does something about one of its lines, mostly what the line asks for. */
  async #look(who: string, dice: number): Promise<void> {
    const lines = await this.list(who).catch(() => null);
    if (lines === null) return;
    this.looks.push({ at: this.host.clock.now(), who, lines });
    if (lines.length === 0) return;
    const random = seededRandom(dice);
    const line = random.pick(lines);
    const choice = random.int(1, 20);
    if (choice <= 4) return;
    const desk: Desk = {
      random,
      me: who,
      now: () => this.host.clock.now(),
      accountId: (name) => this.host.as(mail(name)).accountId,
      look: (module, call) =>
        this.#ask({ module, issue: line.issueKey, as: mail(who), call, payload: {} }),
    };
    if (choice <= 6) {
      const [call, payload] = sideAct(line, desk);
      return this.#noted(line.issueKey, who, `${call} ${line.wait}`, () =>
        this.#click(line.issueKey, who, call, payload),
      );
    }
    for (const call of line.acts) {
      const payload = await this.#payload(call, line, desk);
      if (payload === null) continue;
      return this.#noted(line.issueKey, who, `${call} ${line.wait}`, () =>
        this.#click(line.issueKey, who, call, payload),
      );
    }
  }

  async #payload(call: string, line: Line, desk: Desk): Promise<object | null> {
    if (call === 'wait.inform')
      return { procedure: line.procedure, wait: line.wait, text: `The first, at ${desk.now()}.` };
    const does = work[call];
    if (does === undefined) throw new Error(`Nobody knows what ${call} takes.`);
    try {
      return await does(line, desk);
    } catch {
      return null;
    }
  }

  /** @throws when the page does not load */
  async list(who: string): Promise<readonly Line[]> {
    const { rows } = await this.#ask<{ rows: readonly Line[] }>({
      module: 'my-asks-gadget',
      as: mail(who),
      call: 'waiting.mine',
      payload: {},
    });
    return rows;
  }

  async #customer(dice: number): Promise<void> {
    const random = seededRandom(dice);
    const { host } = this;
    if (this.cases.length === 0) return;
    const { key, what } = random.pick(this.cases);
    const by = tickets[what][3];
    if (what !== 'change') {
      if (by === 'ben.ito') return;
      return this.#noted(key, by, 'comment', () =>
        host.as(mail(by)).reply(key, `It is still so at ${host.clock.now()}.`),
      );
    }
    const module = 'change-request-portal';
    const page = await this.#ask<{ decision: { gate: string; version: number } | null }>({
      module,
      issue: key,
      as: mail(by),
      call: 'request.get',
      payload: {},
    }).catch(() => null);
    if (page?.decision == null) return;
    const { gate, version } = page.decision;
    const no = random.int(1, 10) === 1;
    const call = no ? 'change-request.decline' : 'change-request.approve';
    const reason = no ? { reason: 'Not like this.' } : {};
    await this.#noted(key, by, `${call} ${gate}`, () =>
      this.#ask({ module, issue: key, as: mail(by), call, payload: { gate, version, ...reason } }),
    );
  }

  async #meddle(who: string, dice: number): Promise<void> {
    const random = seededRandom(dice);
    const { host } = this;
    if (this.cases.length === 0) return;
    const { key } = random.pick(this.cases);
    if (random.int(1, 3) === 1)
      return this.#noted(key, 'ben.ito', 'move', () =>
        host.as(mail('ben.ito')).transition(key, random.pick(['In Progress', 'Resolved'])),
      );
    await this.#noted(key, who, 'comment', () =>
      host.as(mail(who)).comment(key, `Seen at ${host.clock.now()}.`),
    );
  }

  async #click(key: string, as: string, call: string, payload: object): Promise<void> {
    const page = { module: 'ticket-panel', issue: key, as: mail(as) };
    const { revision } = await this.#ask<{ revision: number }>({
      ...page,
      call: 'ticket.get',
      payload: {},
    });
    await this.#ask({ ...page, call, payload: { ...payload, expectedRevision: revision } });
  }

  /** What a page answers. @throws RefusedByApp when it says no, and whatever the platform says when it fails */
  async #ask<Answer>(call: PageCall): Promise<Answer> {
    const reply = (await this.host.invoke(call)) as Reply<Answer>;
    if (!reply.ok) throw new RefusedByApp(reply.problem.message);
    return reply.value;
  }
}
