// The ports of the use cases in memory: storage with its revision check, and a Jira that keeps one ticket.
import { listRows } from '../../src/core/wait-rows';
import { procedures } from '../../src/procedures';
import { everyRule } from './procedures';
import { ChangedMeanwhile, JiraBusy, JiraRefused } from '../../src/app/errors';
import type { ListRow } from '../../src/core/procedure';
import type { TicketRecord } from '../../src/app/outbox';
import type {
  BackgroundJob,
  Dated,
  FirstPass,
  Ports,
  QueueLook,
  SettingsDraft,
} from '../../src/app/ports';
import type { JiraDoor } from '../../src/app/jira-ports';
import type { Personal } from '../../src/procedures/access-request/personal';
import type { CustomerAccount } from '../../src/core/account';
import { plusMs } from '../../src/core/instant';
import type { Happening } from '../../src/procedures/key-account/happening';
import type { People } from '../../src/core/people';
import type { Policy } from '../../src/core/policy';
import type { Ticket } from '../../src/core/ticket';
import { aPerson, aPolicy, aTicket, chads, everybody, monday10 } from './sop';

/** The function died here; nothing after it happened. */
export class Crash extends Error {}

export interface PostedComment {
  readonly effectId: string;
  readonly by: string;
  readonly tags: readonly string[];
  readonly text: string;
}

/** One ticket in Jira, and everything that was asked of it. */
export class MemoryJira {
  ticket: Ticket = aTicket();
  readonly comments: PostedComment[] = [];
  readonly watchers: string[] = [];
  readonly requests: string[] = [];
  /** Asked before every request; may throw what Jira would answer, or a crash. */
  before: (request: string, by: string) => void = () => undefined;
  /** Jira does not show the ticket to anybody. */
  hidden = false;
  /** What a search finds; may throw what Jira would answer. */
  finds: (jql: string, after: string | null) => { issueIds: string[]; next: string | null } =
    () => ({ issueIds: [this.ticket.issueId], next: null });
  /** Asked after every request was done. */
  after: (request: string) => void = () => undefined;
  #comments = 1000;

  constructor(readonly now: () => string) {}

  door(by: string): JiraDoor {
    const doing = async <T>(request: string, act: () => T): Promise<T> => {
      this.requests.push(request);
      this.before(request, by);
      const result = act();
      this.after(request);
      return result;
    };
    return {
      readTicket: () => doing('readTicket', () => (this.hidden ? null : this.ticket)),
      readTickets: (ids) =>
        doing('readTickets', () =>
          ids.includes(this.ticket.issueId) && !this.hidden ? [this.ticket] : [],
        ),
      readChanges: () => doing('readChanges', () => this.ticket.changes),
      readRequest: () =>
        doing('readRequest', () => ({ issueId: this.ticket.issueId, key: this.ticket.key })),
      attachments: () => doing('attachments', () => []),
      say: () => doing('say', () => ({ id: (this.#comments += 1) })),
      readTransitions: () => doing('readTransitions', () => this.ticket.reachable),
      comment: (_issue, body, { effectId }) =>
        doing('comment', () => {
          const pieces = body.flat();
          const tags = pieces.flatMap((piece) =>
            piece.kind === 'mention' ? [piece.accountId] : [],
          );
          const text = pieces.map((piece) => ('text' in piece ? piece.text : piece.name)).join('');
          this.comments.push({ effectId, by, tags, text });
          const id = (this.#comments += 1);
          this.ticket = {
            ...this.ticket,
            comments: [
              ...this.ticket.comments,
              { id, author: aPerson(by), at: this.now(), public: false, mentions: tags, text },
            ],
          };
          return { id };
        }),
      findComment: (_issue, effectId) =>
        doing('findComment', () => {
          const place = this.comments.findIndex((comment) => comment.effectId === effectId);
          return place < 0 ? null : { id: 1001 + place };
        }),
      edit: (_issue, { people, priority }, { effectId }) =>
        doing('edit', () => {
          const set = (field: string) => people.find((one) => one.field === field)?.person;
          this.ticket = {
            ...this.ticket,
            accountManager:
              set('am') == null ? this.ticket.accountManager : aPerson(set('am') as string),
            regionalManager:
              set('rm') == null ? this.ticket.regionalManager : aPerson(set('rm') as string),
            priority: priority === null ? this.ticket.priority : { id: priority, name: priority },
            effects: [...this.ticket.effects, effectId],
          };
        }),
      transition: (_issue, transition, _projection, { effectId }) =>
        doing('transition', () => {
          const way = this.ticket.reachable.find((one) => one.transition === transition);
          if (!way) throw new JiraRefused(400, 'move ticket 100');
          this.ticket = {
            ...this.ticket,
            status: { id: way.status, name: way.status, done: false },
            effects: [...this.ticket.effects, effectId],
          };
        }),
      watch: (_issue, person) => doing('watch', () => void this.watchers.push(person)),
      setProjection: () => doing('setProjection', () => undefined),
      count: () => doing('count', () => 1),
      search: (jql, after) => doing('search', () => this.finds(jql, after)),
      people: (ids) => doing('people', () => ids.map((id) => aPerson(id))),
      myself: () => doing('myself', () => ({ accountId: 'relay' })),
      scarceFor: () => null,
    };
  }
}

export interface MemoryWorld {
  readonly ports: (viewer?: string) => Ports;
  readonly jira: MemoryJira;
  readonly records: Map<string, TicketRecord>;
  readonly queued: { issueIds: readonly string[]; delaySeconds: number }[];
  readonly jobs: { job: BackgroundJob; delaySeconds: number }[];
  readonly left: (ListRow & { readonly issueId: string })[];
  readonly looks: Map<string, QueueLook>;
  readonly passes: Map<string, FirstPass>;
  policy: Policy | null;
  readonly published: Map<number, Policy>;
  draft: SettingsDraft;
  accounts: CustomerAccount[];
  people: People;
  readonly personal: Map<string, Personal>;
  readonly raised: { reference: string; summary: string }[];
  readonly openings: Map<string, { claimedAt: string; issueId: string | null; key: string | null }>;
  leadTimes: { cid: string; issueId: string; days: number }[];
  /** How people stand to the request: who works in its project, takes part, or is a member of which organizations. */
  agents: string[];
  participants: string[];
  memberOf: Record<string, string[]>;
  readonly happenings: Map<string, Happening>;
  now: string;
  advance(ms: number): void;
  /** Asked before every save; may throw. */
  beforeSave: () => void;
}

/** The lines of every ticket in lists, in order. */
const rowsIn = ({ records }: MemoryWorld): ListRow[] =>
  [...records.values()]
    .flatMap(({ ledger }) => listRows(everyRule, ledger))
    .sort((one, other) => (one.order < other.order ? -1 : 1));

/** A world with the SOP's people, one account and one ticket, on a Monday at ten. */
export function memoryWorld(): MemoryWorld {
  const world: MemoryWorld = {
    policy: aPolicy(),
    accounts: [chads],
    people: everybody,
    now: monday10,
    records: new Map(),
    queued: [],
    jobs: [],
    left: [],
    looks: new Map(),
    passes: new Map(),
    published: new Map(),
    personal: new Map(),
    leadTimes: [],
    agents: ['agent', 'other agent'],
    participants: [],
    memberOf: {},
    raised: [],
    openings: new Map(),
    draft: { revision: 0, form: null, basedOn: null, editedBy: null, editedAt: null },
    happenings: new Map(),
    jira: new MemoryJira(() => world.now),
    beforeSave: () => undefined,
    advance: (ms) => void (world.now = plusMs(world.now, ms)),
    ports: (viewer) => ({
      now: () => world.now,
      jira: {
        app: world.jira.door('relay'),
        viewer: viewer === undefined ? null : { accountId: viewer, door: world.jira.door(viewer) },
      },
      procedures,
      tickets: {
        load: async (id) => world.records.get(id) ?? null,
        loadAll: async (ids) =>
          new Map(
            ids.flatMap((id) =>
              world.records.has(id) ? [[id, world.records.get(id) as TicketRecord] as const] : [],
            ),
          ),
        save: async (record) => {
          world.beforeSave();
          const stored = world.records.get(record.ledger.issueId)?.revision ?? 0;
          if (stored !== record.revision) throw new ChangedMeanwhile();
          const next = structuredClone({ ...record, revision: record.revision + 1 });
          world.records.set(record.ledger.issueId, next);
          return next;
        },
        rewriteArchive: async () => undefined,
        forget: async (id) => void world.records.delete(id),
        leave: async (id, rows) =>
          void world.left.push(...rows.map((row) => ({ ...row, issueId: id }))),
        entriesBefore: async () => [],
        waking: async (until) => ({
          wakes: [...world.records.values()].flatMap((one) =>
            one.wakeAt !== null && one.wakeAt <= until
              ? [{ issueId: one.ledger.issueId, at: one.wakeAt }]
              : [],
          ),
          next: null,
        }),
        onRadar: async (projectId) =>
          [...world.records.values()].flatMap(({ ledger, radar }) =>
            radar.length > 0 && ledger.projectId === projectId
              ? [{ issueId: ledger.issueId, key: ledger.key, items: radar }]
              : [],
          ),
        listed: async <Doc>(list: string, who: string) =>
          rowsIn(world).flatMap((row) =>
            row.list === list && row.who === who ? [row.doc as Doc] : [],
          ),
        listedPeople: async (list, most) => {
          const people = rowsIn(world).flatMap((row) => (row.list === list ? [row.who] : []));
          return people.length > most ? null : new Set(people);
        },
      },
      policy: {
        current: async () => world.policy,
        publish: async (policy, expectedVersion, c) => {
          if ((world.policy?.version ?? null) !== expectedVersion)
            throw new ChangedMeanwhile('What is in force');
          if (c !== undefined && c.revision !== world.draft.revision)
            throw new ChangedMeanwhile('The draft');
          if (c !== undefined)
            world.draft = {
              revision: c.revision + 1,
              form: null,
              basedOn: null,
              editedBy: null,
              editedAt: null,
            };
          world.policy = policy;
          world.published.set(policy.version, policy);
        },
        versions: async (numbers) => numbers.flatMap((number) => world.published.get(number) ?? []),
        draft: async () => world.draft,
        saveDraft: async (c) => {
          if (c.revision !== world.draft.revision) throw new ChangedMeanwhile('The draft');
          return (world.draft = structuredClone({ ...c, revision: c.revision + 1 }));
        },
        glance: async (id) => ({ policy: world.policy, record: world.records.get(id) ?? null }),
        self: async () => 'relay',
      },
      directory: {
        accounts: async (organizations, cids) =>
          world.accounts.filter(
            (one) =>
              cids.includes(one.cid) || one.organizations.some((id) => organizations.includes(id)),
          ),
        people: async (ids) => ids.flatMap((id) => world.people[id] ?? []),
        managing: async (ids) =>
          ids.filter((id) => world.accounts.some(({ accountManager }) => accountManager === id)),
        everybody: async () => Object.values(world.people),
        names: async (ids) => ids.map((id) => aPerson(id)),
        rememberNames: async () => undefined,
        marked: async (procedure) =>
          world.accounts.filter((account) =>
            procedures.some(
              ({ id, stored }) => id === procedure && stored?.marks?.(account) === true,
            ),
          ),
        all: async () => world.accounts,
        count: async () => world.accounts.length,
        put: async (accounts, people) => {
          world.accounts = [
            ...world.accounts.filter((one) => !accounts.some(({ cid }) => cid === one.cid)),
            ...accounts,
          ];
          world.people = {
            ...world.people,
            ...Object.fromEntries(people.map((person) => [person.accountId, person])),
          };
        },
      },
      background: {
        push: async (job, delaySeconds) => void world.jobs.push({ job, delaySeconds }),
      },
      looks: {
        of: async () => Object.fromEntries(world.looks),
        keep: async (id, look) => void world.looks.set(id, look),
        passes: async () => Object.fromEntries(world.passes),
        keepPass: async (id, pass) => void world.passes.set(id, pass),
      },
      turns: { push: async (turns) => void world.queued.push(...turns) },
      personal: {
        read: async <T extends object>(id: string) =>
          (world.personal.get(id) as T | undefined) ?? null,
        write: async (id, personal) => void world.personal.set(id, personal),
        stage: async (id, by, personal) => void world.personal.set(`${id} ${by}`, personal),
        keepStaged: async (id, by) => {
          const staged = world.personal.get(`${id} ${by}`);
          if (staged !== undefined) world.personal.set(id, staged);
          world.personal.delete(`${id} ${by}`);
        },
        dropStaged: async (id, by) => void world.personal.delete(`${id} ${by}`),
        forget: async (id) => void world.personal.delete(id),
      },
      requestPeople: {
        worksIn: async (person) => world.agents.includes(person),
        participants: async () => world.participants,
        organizationsOf: async (person) => world.memberOf[person] ?? [],
      },
      leadTimes: {
        of: async (cids) =>
          Object.fromEntries(
            cids.map((cid) => [
              cid,
              world.leadTimes.filter((one) => one.cid === cid).map(({ days }) => days),
            ]),
          ),
        remember: async (cid, issueId, days) =>
          void (world.leadTimes = [
            { cid, issueId, days },
            ...world.leadTimes.filter((one) => one.cid !== cid || one.issueId !== issueId),
          ]),
      },
      requests: {
        raise: async ({ summary, reference }) => {
          world.raised.push({ reference, summary });
          return { issueId: `${9000 + world.raised.length}`, key: `OPS-${world.raised.length}` };
        },
        find: async (_project, reference) => {
          const place = world.raised.findIndex((one) => one.reference === reference);
          return place < 0 ? null : { issueId: `${9001 + place}`, key: `OPS-${place + 1}` };
        },
      },
      openings: {
        of: async (what) => world.openings.get(what) ?? null,
        claim: async (what, at) =>
          !world.openings.has(what) &&
          !!world.openings.set(what, { claimedAt: at, issueId: null, key: null }),
        claimAgain: async (what, at) =>
          void world.openings.set(what, { claimedAt: at, issueId: null, key: null }),
        opened: async (what, at, ticket) =>
          void world.openings.set(what, { claimedAt: at, ...ticket }),
      },
      happenings: {
        remember: async (happening) =>
          void world.happenings.set(happening.id, happening as Happening),
        forget: async (ids) => ids.forEach((id) => world.happenings.delete(id)),
        ofMonths: async <T extends Dated>(months: readonly string[]) =>
          [...world.happenings.values()].filter(({ day }) =>
            months.includes(day.slice(0, 7)),
          ) as readonly Dated[] as readonly T[],
      },
      notes: { of: async () => ({}), keep: async () => undefined },
      log: { info: () => undefined, error: () => undefined },
    }),
  };
  return world;
}

export const busy = (reason = 'jira-burst-based'): JiraBusy => new JiraBusy(30, reason);
