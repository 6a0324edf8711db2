// Everything the rules look at, read once. An event is only a hint: nothing of it is believed here.
import { accountOf } from '../core/account';
import type { AccountId, Cid, IssueId } from '../core/ids';
import type { Ledger } from '../core/ledger';
import type { DirectoryPerson, People, Person } from '../core/people';
import { type Policy, queueOf } from '../core/policy';
import type { Situation } from '../core/situation';
import type { Standings } from '../core/speaker';
import { namedIn } from '../core/wait';
import type { Ticket } from '../core/ticket';
import type { Needs, Procedure } from '../core/procedure';
import type { ProcedureId } from '../core/part';
import { rulesFor } from './at-work';
import type { Ports } from './ports';
import type { JiraDoor } from './jira-ports';

/** A ticket that was just read, with what the app knows of it. */
export interface Read {
  readonly ticket: Ticket;
  readonly ledger: Ledger | null;
  /** An account somebody is about to choose (A12). */
  readonly choosing?: Cid | null;
  /** Customers somebody is about to put on an access request. */
  readonly naming?: readonly Cid[];
  /** The procedure whose act somebody is about to do. */
  readonly acting?: ProcedureId | undefined;
  /** People whom the ticket named when it was read, where it is known from then. */
  readonly people?: readonly Person[];
  /** The tickets that were raised from it are read as well: a turn hears them, a look does not. */
  readonly hearing?: boolean;
}

/** The situation of one ticket; null when its project is not a queue of the settings. */
export async function gather(ports: Ports, policy: Policy, read: Read): Promise<Situation | null> {
  return (await gatherAll(ports, policy, [read]))[0] ?? null;
}

/** The ticket with its whole history, where counting hours needs more of it than came with the ticket. */
export async function withWholeHistory(
  ports: Ports,
  door: JiraDoor,
  policy: Policy,
  { ticket, ledger }: Pick<Read, 'ticket' | 'ledger'>,
): Promise<Ticket> {
  if (ticket.complete) return ticket;
  const rules = await rulesFor(ports, policy, { projectId: ticket.projectId, ledger });
  if (!needsOf(rules, ledger).some(({ wholeHistory }) => wholeHistory === true)) return ticket;
  return {
    ...ticket,
    changes: await door.readChanges(ticket.issueId, policy, ticket.projectId),
    complete: true,
  };
}

const needsOf = (rules: readonly Procedure[], ledger: Ledger | null): readonly Needs[] =>
  ledger === null ? [] : rules.flatMap(({ needs }) => needs?.(ledger) ?? []);

/** The situations of many tickets, in their order, with one look into the directory for all of them. */
export async function gatherAll(
  ports: Ports,
  policy: Policy,
  reads: readonly Read[],
): Promise<(Situation | null)[]> {
  const wanted = await Promise.all(reads.map((read) => wantedBy(ports, policy, read)));
  const accounts = await ports.directory.accounts(
    reads.flatMap(({ ticket }) => ticket.organizations.map(({ id }) => id)),
    wanted.flatMap(({ chosen, ruled, customers }) =>
      [chosen, ruled, ...customers].filter((cid) => cid !== null),
    ),
  );
  const isKnown = ({ chosen, ruled, ticket }: Wanted): boolean =>
    accounts.some(
      ({ cid, organizations }) =>
        cid === chosen ||
        cid === ruled ||
        ticket.organizations.some(({ id }) => organizations.includes(id)),
    );
  const ids = new Set<AccountId>([
    ...accounts.flatMap(({ accountManager, regionalManager, customerSuccessManager }) => [
      accountManager,
      regionalManager,
      ...(customerSuccessManager === undefined ? [] : [customerSuccessManager]),
    ]),
    ...policy.fallback,
    ...Object.values(policy.roles ?? {}).flat(),
    ...wanted.flatMap((one) => [...one.people, ...(isKnown(one) ? [] : one.tagged)]),
  ]);
  const [known, managers, self] = await Promise.all([
    ports.directory.people([...ids]),
    ports.directory.managing([
      ...new Set(
        wanted.filter(isKnown).flatMap(({ tagged }) => tagged.filter((person) => !ids.has(person))),
      ),
    ]),
    ports.policy.self(async () => (await ports.jira.app.myself()).accountId),
  ]);
  const delegates = known.flatMap(({ delegation }) =>
    delegation && !ids.has(delegation.delegate) ? [delegation.delegate] : [],
  );
  const directory =
    delegates.length === 0 ? known : [...known, ...(await ports.directory.people(delegates))];
  const now = ports.now();
  const followed = [...new Set(wanted.flatMap(({ customers }) => customers))];
  const pastDays = followed.length === 0 ? {} : await ports.leadTimes.of(followed);
  const heard = await heardBy(ports, policy, wanted);
  return wanted.map((one) => {
    const { ticket, procedures, chosen, ruled, customers, standings, tagged, raised } = one;
    const queue = queueOf(policy, ticket.projectId);
    if (queue === null) return null;
    const found = accounts.filter(
      ({ cid, organizations }) =>
        cid === chosen || ticket.organizations.some(({ id }) => organizations.includes(id)),
    );
    const said = accountOf(found, chosen);
    // A12: where nothing says it, the queue's own rule may; two accounts stay a question.
    const account =
      said.kind === 'unknown'
        ? accountOf(
            accounts.filter(({ cid }) => cid === ruled),
            null,
          )
        : said;
    const named = accounts.filter(({ cid }) => customers.includes(cid));
    const byOrganization = accountOf(
      accounts.filter(({ organizations }) =>
        ticket.organizations.some(({ id }) => organizations.includes(id)),
      ),
      null,
    );
    const inDirectory = tagged.filter((id) => known.some(({ accountId }) => accountId === id));
    return {
      now,
      ticket,
      policy,
      queue,
      account,
      people: peopleOf([...one.named, ...shownOn(ticket)], directory),
      self,
      procedures,
      ...(managers.length === 0 ? {} : { managers }),
      ...(standings === undefined ? {} : { standings }),
      inDirectory,
      ...(byOrganization.kind === 'known' ? { organizationAccount: byOrganization.account } : {}),
      ...(named.length === 0 ? {} : { named, pastDays }),
      ...(raised.length === 0
        ? {}
        : { raisedTickets: heard.filter(({ issueId }) => raised.includes(issueId)) }),
    };
  });
}

/** What of the directory one ticket is about. */
interface Wanted {
  readonly ticket: Ticket;
  /** Those at work on it. */
  readonly procedures: readonly Procedure[];
  /** It may stay with its account, whatever happens to its organizations meanwhile. */
  readonly chosen: Cid | null;
  readonly ruled: Cid | null;
  /** The customers that it follows beside its own account, and those about to be. */
  readonly customers: readonly Cid[];
  readonly people: readonly AccountId[];
  readonly named: readonly Person[];
  readonly standings: Standings | undefined;
  /** Whom comments tag that were not considered yet: they may be managers of an account that nobody knows (A12). */
  readonly tagged: readonly AccountId[];
  readonly raised: readonly IssueId[];
}

/** Jira: bulk fetch takes 100 issues. */
const perFetch = 100;

/** Tickets that were raised from these, as they are; those that are gone are absent. */
async function heardBy(
  ports: Ports,
  policy: Policy,
  wanted: readonly Wanted[],
): Promise<readonly Ticket[]> {
  const ids = [...new Set(wanted.flatMap(({ raised }) => raised))];
  const found: Ticket[] = [];
  for (let start = 0; start < ids.length; start += perFetch)
    found.push(...(await ports.jira.app.readTickets(ids.slice(start, start + perFetch), policy)));
  return found;
}

async function wantedBy(ports: Ports, policy: Policy, read: Read): Promise<Wanted> {
  const { ticket, ledger, choosing, naming = [], acting, hearing = false } = read;
  const procedures = await rulesFor(ports, policy, {
    projectId: ticket.projectId,
    ledger,
    ...(acting === undefined ? {} : { acting }),
  });
  const needs = needsOf(procedures, ledger);
  return {
    ticket,
    procedures,
    chosen:
      needs.find(({ account }) => account != null)?.account ?? choosing ?? ledger?.chosen ?? null,
    ruled: ruledIn(policy, read),
    customers: [...needs.flatMap(({ customers = [] }) => customers), ...naming],
    people: [...needs.flatMap(({ people = [] }) => people), ...inClocks(ledger)],
    named: read.people ?? [],
    standings: ledger?.standings,
    tagged: newlyTagged(read),
    raised: hearing ? needs.flatMap(({ raised = [] }) => raised) : [],
  };
}

const newlyTagged = ({ ticket, ledger }: Read): readonly AccountId[] =>
  ticket.comments
    .filter(({ id, public: shown }) => !shown && id > (ledger?.cursor.comment ?? 0))
    .flatMap(({ mentions }) => mentions);

/** Everybody whom the clocks of the ticket name. */
export const inClocks = (ledger: Ledger | null): readonly AccountId[] =>
  (ledger?.clocks ?? []).flatMap(({ asked, of, above, askers = [] }) => [
    ...asked.flatMap(({ person, standsInFor }) => [person, standsInFor ?? person]),
    ...[of, ...above.map(({ to }) => to)].flatMap(namedIn),
    ...askers,
  ]);

/** The account that the queue's settings name for tickets of this request type. */
const ruledIn = (policy: Policy, { ticket }: Read): Cid | null =>
  queueOf(policy, ticket.projectId)?.accountRules.find(
    ({ requestType }) => requestType === ticket.requestType,
  )?.cid ?? null;

/** Everybody the ticket shows. */
export const shownOn = (ticket: Ticket): readonly Person[] =>
  [
    ...ticket.comments.map(({ author }) => author),
    ...ticket.changes.map(({ by }) => by),
    ticket.assignee,
    ticket.reporter,
    ticket.accountManager,
    ticket.regionalManager,
  ].filter((person) => person !== null);

/** The people of a ticket, with what the directory knows over what Jira says, except who is gone. */
function peopleOf(shown: readonly Person[], directory: readonly DirectoryPerson[]): People {
  const people: Record<AccountId, DirectoryPerson> = {};
  for (const person of shown) people[person.accountId] = person;
  for (const person of directory) {
    const active = person.active && (people[person.accountId]?.active ?? true);
    people[person.accountId] = { ...person, active };
  }
  return people;
}
