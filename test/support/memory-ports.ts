// The ports of the use cases in memory: storage with its revision check, and a Jira that keeps one ticket.
import { listRows } from '../../src/core/wait-rows';
import { type Hint, routesOf, worthATurn } from '../../src/app/worth-a-turn';
import { procedures } from '../../src/procedures';
import { everyRule } from './procedures';
import { ChangedMeanwhile } from '../../src/app/errors';
import type { ListRow } from '../../src/core/procedure';
import type { TicketRecord, TicketToSave } from '../../src/app/outbox';
import type { BackgroundJob, Dated, Ports, SettingsDraft } from '../../src/app/ports';
import type { FirstPass, QueueLook } from '../../src/app/queue-ports';
import type { Personal } from '../../src/procedures/access-request/personal';
import type { CustomerAccount } from '../../src/core/account';
import { plusMs } from '../../src/core/instant';
import type { Happening } from '../../src/procedures/key-account/happening';
import type { People } from '../../src/core/people';
import type { Policy } from '../../src/core/policy';
import { MemoryJira } from './memory-jira';
import { aPerson, aPolicy, chads, everybody, monday10 } from './sop';

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
  const saved = (record: TicketToSave): TicketRecord => {
    world.beforeSave();
    const stored = world.records.get(record.ledger.issueId)?.revision ?? 0;
    if (stored !== record.revision) throw new ChangedMeanwhile();
    const next = structuredClone({ ...record, revision: record.revision + 1 });
    world.records.set(record.ledger.issueId, next);
    return next;
  };
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
        save: async (record) => saved(record),
        saveAll: async (records) =>
          records.map((record) => {
            try {
              return saved(record);
            } catch (error) {
              return error as Error;
            }
          }),
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
        self: async () => 'relay',
      },
      directory: {
        ahead: async () => undefined,
        anew: () => undefined,
        name: async () => undefined,
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

/** Is that event worth a turn, by what the world knows? */
export const isWorthATurn = (world: MemoryWorld, hint: Hint): Promise<boolean> =>
  worthATurn(
    async (id) => ({
      routes: world.policy === null ? null : routesOf(procedures, world.policy),
      record: world.records.get(id) ?? null,
    }),
    procedures,
    hint,
  );
