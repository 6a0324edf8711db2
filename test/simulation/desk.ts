// A service desk at work on the local host: what people do, and what they then see. Assertions look at Jira as a
// person would, never at calls.
import { join } from 'node:path';
import type { MyAsksView } from '../../src/procedures/account-manager/contract/gadget';
import type { Reply } from '../../src/contract/problem';
import type { TicketView } from '../../src/procedures/account-manager/contract/panel';
import { createHost, msOf } from '../../host';
import type { PartialFaults } from '../../host/faults';
import type { Host, PersonClient } from '../../host/host';
import type { Site } from '../../host/jira/site';
import { keepGolden } from '../golden/golden';
import { watchDepartures } from '../support/openapi/watch';

/** Monday 2 March 2026, ten in the morning in New York, where the demo's office is. */
export const mondayMorning = '2026-03-02T15:00:00.000Z';

const demoSetup = join(__dirname, '..', '..', 'demo', 'setup.json');

const mail = (name: string): string => `${name}@relay.example`;

interface SeenComment {
  readonly author: string;
  readonly public: boolean;
  readonly text: string;
  readonly tags: readonly string[];
}

export interface SeenTicket {
  readonly status: string;
  readonly priority: string;
  readonly accountManager: string | null;
  readonly regionalManager: string | null;
  readonly comments: readonly SeenComment[];
  readonly watchers: readonly string[];
}

interface Node {
  readonly type?: string;
  readonly text?: string;
  readonly attrs?: { readonly id?: string; readonly text?: string };
  readonly content?: readonly Node[];
}

const flat = (node: Node): Node[] => [node, ...(node.content ?? []).flatMap(flat)];

export class Desk {
  /** The ticket the story is about. */
  key = '';
  /** Where the app or the local Jira departed from what Atlassian says of Jira. */
  readonly #departures: ReadonlySet<string>;
  #begun = false;

  private constructor(
    readonly host: Host,
    /** What goes wrong on purpose, from when the ticket is there. */
    readonly faults: PartialFaults | undefined,
  ) {
    this.#departures = watchDepartures(host.jira);
  }

  /** Where something goes wrong on purpose, what is asserted may need two sweeps. */
  get faulty(): boolean {
    return this.faults !== undefined;
  }

  static async open(
    options: {
      faults?: PartialFaults;
      start?: string;
      appDir?: string;
      bundle?: string;
      /** The demo's site, changed by whom it belongs to; its settings are the demo's. */
      site?: Site;
    } = {},
  ): Promise<Desk> {
    // `npm run forge:bundle` tells the stories on the bundle that Atlassian's bundler made.
    const bundle = options.bundle ?? process.env['RELAY_BUNDLE'];
    const host = await createHost({
      start: options.start ?? mondayMorning,
      ...(options.appDir === undefined ? {} : { appDir: options.appDir }),
      ...(options.site === undefined ? {} : { seed: options.site, setup: demoSetup }),
      ...(bundle === undefined || options.appDir !== undefined ? {} : { bundle }),
    });
    if (options.faults !== undefined) missSweepsInSilences(host);
    else if (options.site === undefined) keepGolden(host);
    return new Desk(host, options.faults);
  }

  as(name: string): PersonClient {
    return this.host.as(mail(name));
  }

  /** A new ticket of somebody's, in that queue. */
  async ticket(
    of: {
      organizations?: readonly string[];
      project?: string;
      requestType?: string;
      priority?: string;
      reporter?: string;
    } = {},
  ): Promise<this> {
    const {
      project = 'EBH',
      requestType = 'Benefits question',
      reporter = 'nora.quist',
      organizations = ['Northwind Credit Union'],
      priority = 'Medium',
    } = of;
    const ids = await this.#organizationIds(organizations);
    const { key } = await this.as('ben.ito').raise({
      project,
      requestType,
      summary: 'A ticket of the story',
      description: 'What the customer wrote.',
      onBehalfOf: mail(reporter),
    });
    this.key = key;
    await this.as('ben.ito').edit(key, {
      Organizations: ids,
      assignee: mail('ben.ito'),
      priority: { name: priority },
    });
    await this.host.settled();
    this.#letGoWrong();
    return this;
  }

  /** From when the first ticket of the story is there. */
  #letGoWrong(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.host.faults.countFromNow();
    if (this.faults) this.host.faults.set(this.faults);
  }

  async #organizationIds(names: readonly string[]): Promise<number[]> {
    const { body } = await this.as('alex.kim').request<{ values: { id: string; name: string }[] }>(
      'GET',
      '/rest/servicedeskapi/organization?limit=50',
    );
    return names.map((name) => Number(body.values.find((one) => one.name === name)?.id));
  }

  /** What somebody with every right sees on the ticket. */
  async seen(): Promise<SeenTicket> {
    const { body: fields } = await this.as('alex.kim').request<{ id: string; name: string }[]>(
      'GET',
      '/rest/api/3/field',
    );
    const id = (name: string): string => fields.find((field) => field.name === name)?.id ?? name;
    const issue = await this.as('alex.kim').get<{ fields: Record<string, unknown> }>(
      this.key,
      'fields=*all',
    );
    const { body: watched } = await this.as('alex.kim').request<{
      watchers: { displayName: string }[];
    }>('GET', `/rest/api/3/issue/${this.key}/watchers`);
    const nameIn = (field: string): string | null =>
      (issue.fields[field] as { displayName?: string } | null)?.displayName ?? null;
    const { comments } = issue.fields['comment'] as {
      comments: { author: { displayName: string }; jsdPublic: boolean; body: Node }[];
    };
    return {
      status: (issue.fields['status'] as { name: string }).name,
      priority: (issue.fields['priority'] as { name: string }).name,
      accountManager: nameIn(id('Account Manager')),
      regionalManager: nameIn(id('Regional Manager')),
      watchers: watched.watchers.map(({ displayName }) => displayName),
      comments: comments.map(({ author, jsdPublic, body }) => ({
        author: author.displayName,
        public: jsdPublic,
        text: flat(body)
          .map(({ text, attrs }) => text ?? attrs?.text ?? '')
          .join(''),
        tags: flat(body).flatMap((node) =>
          node.type === 'mention' ? [node.attrs?.text?.slice(1) ?? ''] : [],
        ),
      })),
    };
  }

  /** How often the app tagged somebody. */
  async timesTagged(name: string): Promise<number> {
    return (await this.seen()).comments.filter(
      ({ author, tags, text }) =>
        tags.includes(name) &&
        (author === 'Account Relay' || text.includes('a response is needed here')),
    ).length;
  }

  /**
   * Asserts at once; where faults are at work, as soon as it holds within two hours of sweeps and reconciles.
   */
  async until(assertion: () => Promise<void>): Promise<void> {
    await this.host.settled();
    for (let minutes = 0; this.faulty && minutes < 130; minutes += 5) {
      try {
        return await assertion();
      } catch {
        await this.host.advance('PT5M');
      }
    }
    await assertion();
  }

  /** Where faults are at work, lets what is still to come arrive before the story goes on. */
  async settle(): Promise<void> {
    await this.host.settled();
    if (this.faulty) await this.host.advance('PT3M');
  }

  /** The panel as that person sees it. */
  async panel(as = 'ben.ito'): Promise<TicketView> {
    const look = () =>
      this.host.invoke({
        module: 'ticket-panel',
        issue: this.key,
        as: mail(as),
        call: 'ticket.get',
        payload: {},
      });
    // A page that does not load, or says that Jira is busy or down, is loaded again.
    const first = (await look().catch((error: unknown) =>
      this.faulty ? look() : Promise.reject(error),
    )) as Reply<TicketView>;
    const reply = (!first.ok && this.faulty ? await look() : first) as Reply<TicketView>;
    if (!reply.ok) throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
    return reply.value;
  }

  async gadget(as: string, filter: object = {}): Promise<MyAsksView> {
    const reply = (await this.host.invoke({
      module: 'my-asks-gadget',
      as: mail(as),
      call: 'asks.mine',
      payload: filter,
    })) as Reply<MyAsksView>;
    if (!reply.ok) throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
    return reply.value;
  }

  /** One click in the panel, as sent; the raw reply. */
  async click(as: string, call: string, payload: object): Promise<Reply<TicketView>> {
    const { revision } = await this.panel(as);
    return (await this.host.invoke({
      module: 'ticket-panel',
      issue: this.key,
      as: mail(as),
      call,
      payload: { expectedRevision: revision, ...payload },
    })) as Reply<TicketView>;
  }

  /**
   * What a person does in the panel, who looks again and clicks again when the first click came to nothing.
   * @param isDone how the person sees that it worked
   */
  async act(
    as: string,
    call: string,
    payload: object,
    isDone: (view: TicketView) => boolean,
  ): Promise<void> {
    for (let tries = 1; tries <= 6; tries += 1) {
      try {
        const reply = await this.click(as, call, payload);
        if (reply.ok && isDone(reply.value)) return;
        if (!reply.ok && !this.faulty)
          throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
      } catch (error) {
        if (!this.faulty) throw error;
      }
      await this.host.advance('PT1M10S');
      if (
        isDone(
          await this.panel(as).catch(
            () => ({ ask: null, account: {}, history: [] }) as unknown as TicketView,
          ),
        )
      )
        return;
    }
    throw new Error(`${call} came to nothing.`);
  }

  async request(entryId = 'other', as = 'ben.ito'): Promise<void> {
    await this.act(
      as,
      'account-manager.request',
      { entryId, note: 'Is the contract signed?' },
      ({ ask }) => ask !== null,
    );
    await this.settle();
  }

  /** Things that must hold at the end of every story, whatever went wrong. */
  async invariants(): Promise<void> {
    const { comments } = await this.seen();
    for (const comment of comments) {
      if (comment.author === 'Account Relay' && comment.public)
        throw new Error(`A customer can read: ${comment.text}`);
    }
    const ours = comments
      .filter(({ author }) => author === 'Account Relay')
      .map(({ text }) => text);
    const reminders = /a reminder|still open/u;
    const twice = ours.find((text, place) => !reminders.test(text) && ours.indexOf(text) !== place);
    if (twice !== undefined) throw new Error(`Posted twice: ${twice}`);
    if (this.host.unmodelled().length > 0)
      throw new Error(`Not modelled: ${JSON.stringify(this.host.unmodelled())}`);
    if (this.#departures.size > 0)
      throw new Error(`Not as Atlassian describes Jira:\n${[...this.#departures].join('\n')}`);
    await this.host.stop();
  }
}

const hourMs = 3_600_000;
/** A silence longer than this misses sweeps, but for its end. */
const silenceMs = 6 * hourMs;
const endMs = 2 * hourMs;

/**
 * Forge promises nothing about a schedule's every run. Where something goes wrong anyway, most sweeps of a long silence never
 * come: what falls due in it is late, and still done. It also saves what hundreds of sweeps cost that find nothing.
 */
function missSweepsInSilences(host: Host): void {
  const advance = host.advance.bind(host);
  host.advance = async (duration) => {
    const from = host.clock.now();
    const whole = msOf(duration);
    if (whole > silenceMs) {
      host.faults.set({ schedules: { miss: 0.85 } });
      await advance(whole - endMs);
      host.faults.set({ schedules: { miss: 0 } });
    }
    await advance(from + whole - host.clock.now());
  };
}
