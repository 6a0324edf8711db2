// Everything the rules look at, read once. An event is only a hint: nothing of it is believed here.
import { accountOf } from '../core/account';
import type { AccountId, Cid } from '../core/ids';
import type { Ledger } from '../core/ledger';
import type { DirectoryPerson, People, Person } from '../core/people';
import { type Policy, queueOf } from '../core/policy';
import type { Situation } from '../core/situation';
import type { Ticket } from '../core/ticket';
import type { Needs, Procedure } from '../core/procedure';
import type { ProcedureId } from '../core/part';
import { rulesFor } from './at-work';
import type { JiraDoor, Ports } from './ports';

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
  const ids = new Set<AccountId>([
    ...accounts.flatMap(({ accountManager, regionalManager, customerSuccessManager }) => [
      accountManager,
      regionalManager,
      ...(customerSuccessManager === undefined ? [] : [customerSuccessManager]),
    ]),
    ...policy.fallback,
    ...Object.values(policy.roles ?? {}).flat(),
    ...wanted.flatMap(({ people }) => people),
  ]);
  const [known, self] = await Promise.all([
    ports.directory.people([...ids]),
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
  return wanted.map(({ ticket, procedures, chosen, ruled, customers }) => {
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
    return {
      now,
      ticket,
      policy,
      queue,
      account,
      people: peopleOf(ticket, directory),
      self,
      procedures,
      ...(named.length === 0 ? {} : { named, pastDays }),
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
}

async function wantedBy(ports: Ports, policy: Policy, read: Read): Promise<Wanted> {
  const { ticket, ledger, choosing, naming = [], acting } = read;
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
  };
}

/** Everybody whom the clocks of the ticket name. */
const inClocks = (ledger: Ledger | null): readonly AccountId[] =>
  (ledger?.clocks ?? []).flatMap(({ asked, of, askers = [] }) => [
    ...asked.flatMap(({ person, standsInFor }) => [person, standsInFor ?? person]),
    ...(typeof of === 'string' ? [] : of.people),
    ...askers,
  ]);

/** The account that the queue's settings name for tickets of this request type. */
const ruledIn = (policy: Policy, { ticket }: Read): Cid | null =>
  queueOf(policy, ticket.projectId)?.accountRules.find(
    ({ requestType }) => requestType === ticket.requestType,
  )?.cid ?? null;

/** Everybody the ticket shows, with what the directory knows over what Jira says, except who is gone. */
function peopleOf(ticket: Ticket, directory: readonly DirectoryPerson[]): People {
  const shown: (Person | null)[] = [
    ...ticket.comments.map(({ author }) => author),
    ...ticket.changes.map(({ by }) => by),
    ticket.assignee,
    ticket.reporter,
    ticket.accountManager,
    ticket.regionalManager,
  ];
  const people: Record<AccountId, DirectoryPerson> = {};
  for (const person of shown) if (person !== null) people[person.accountId] = person;
  for (const person of directory) {
    const active = person.active && (people[person.accountId]?.active ?? true);
    people[person.accountId] = { ...person, active };
  }
  return people;
}
