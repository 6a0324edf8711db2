// Judges a month by what Jira shows at its end and by what the people did. It knows nothing of the app's code.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../host/host';
import { workingTime } from '../replay/judge';
import type { Page } from './procedures/procedure';
import { firstDue, type ModelAsk, modelOf, office, responseTime, type Span } from './model';
import { type Fact, type Played, words } from './play';
import { customers, type Script } from './script';
import { seen, type SeenComment, type SeenTicket } from './what-jira-shows';

const minuteMs = 60_000;
/** Two hourly sweeps and what they take. */
const sweepsMs = 130 * minuteMs;
/** What was decided before an answer may still come out a while after it, when something failed on the way. */
const inFlightMs = 65 * minuteMs;
/** The same words so soon again are the same note posted twice; daily reminders are not. */
const againMs = 12 * 60 * minuteMs;

/** What was broken, a line each; none when all held. */
export async function judge(
  script: Script,
  { host, facts, keys, walks, site }: Played,
): Promise<string[]> {
  const broken: string[] = [];
  const minutesAt = responseTime(facts, script.responseHours);
  for (const [number, key] of keys) {
    const own = facts.filter(({ act }) => act.ticket === number);
    const raised = own.find(({ act }) => act.kind === 'raise');
    const customer = customers[Number(raised?.act.value.split(' ')[0])];
    const ticket = await seen(host, key);
    const { asks, broken: modelled } = modelOf(ticket, own, minutesAt);
    const { ladder, managers } = ladderOf(host, customer?.organization ?? '', facts);
    broken.push(
      ...modelled,
      ...asks.flatMap((ask) =>
        escalationsBroken({ host, script, ticket, asks, ladder, minutesAt }, ask),
      ),
      ...restBroken({ host, ticket, asks, ladder, managers, facts: own }),
      ...notesBroken(ticket, own),
      ...(await panelBroken(host, ticket)),
    );
  }
  for (const { procedure, key, clicks } of walks) {
    const place = site(key, procedure);
    const view = await place.look<Page>(procedure.read.as, procedure.read.call);
    const ticket = await seen(host, key);
    const said = [
      ...(await procedure.judge({ view, clicks, ticket, site: place })),
      ...saidTwice(ticket, clicks),
    ];
    broken.push(...said.map((line) => `${key} (${procedure.name}): ${line}`));
  }
  broken.push(...host.unmodelled().map(({ what }) => `not modelled: ${what}`));
  broken.push(
    ...host
      .logs()
      .filter(({ text }) => text.includes('"resolver-failed"'))
      .map(({ text }) => `a page got a defect: ${text}`),
  );
  return broken;
}

/**
 * Who is asked, one after the other (AM-06, AM-07, AM-09, A10, A15), and who may stand in the Account Manager field at the end: the
 * owner, whoever it may be when a page failed under the administrator, and who stood in for them (A14).
 */
function ladderOf(
  host: Host,
  organization: string,
  facts: readonly Fact[],
): { ladder: string[]; managers: string[] } {
  const { accounts, fallback } = JSON.parse(
    readFileSync(join(__dirname, '..', '..', 'demo', 'account-relay.json'), 'utf8'),
  ) as {
    accounts: {
      cid: string;
      organizations: string[];
      accountManager: string;
      regionalManager: string;
    }[];
    fallback: string[];
  };
  const account = accounts.find(({ organizations }) => organizations.includes(organization));
  if (account === undefined) return { ladder: [], managers: [] };
  let believed = account.accountManager;
  let owners = [believed];
  for (const { act, outcome } of facts.filter(
    (fact) =>
      fact.outcome !== 'refused' && (fact.act.kind === 'owner' || fact.act.kind === 'settings'),
  )) {
    const [cid, name] = act.kind === 'owner' ? act.value.split(' ') : [];
    const published = cid === account.cid ? `${name}@relay.example` : believed;
    owners = outcome === 'done' ? [published] : [...owners, published];
    if (outcome === 'done') believed = published;
  }
  const standIns = facts
    .filter(({ act, outcome }) => act.kind === 'away' && outcome !== 'refused')
    .flatMap(({ act }) =>
      act.value
        .split(' ')
        .slice(1, 2)
        .map((name) => `${name}@relay.example`),
    );
  const ids = (people: readonly string[]): string[] =>
    [...new Set(people)].map((person) => host.as(person).accountId);
  const [owner = account.accountManager] = owners.slice(-1);
  return {
    ladder: ids([owner, account.regionalManager, ...fallback]),
    managers: ids([...owners, ...standIns]),
  };
}

/** Notes that pass the ask on to this person; leadership's own act is in the name of who asked for it. */
const tagsOf = (ticket: SeenTicket, person: string, from: number, to: number): SeenComment[] =>
  ticket.comments.filter(
    (comment) =>
      comment.mentions.includes(person) &&
      comment.at >= from &&
      comment.at < to &&
      comment.text.includes('escalated to you'),
  );

/** A ticket as it came out, and what the model says of it. */
interface Judged {
  readonly host: Host;
  readonly ticket: SeenTicket;
  readonly asks: readonly ModelAsk[];
  readonly ladder: readonly string[];
}

interface Escalating extends Judged {
  readonly script: Script;
  readonly minutesAt: (at: number, priority: string) => Span;
}

function escalationsBroken(
  { host, script, ticket, asks, ladder, minutesAt }: Escalating,
  ask: ModelAsk,
): string[] {
  const broken: string[] = [];
  const end = host.clock.now();
  const next = asks[asks.indexOf(ask) + 1]?.askedAt ?? Infinity;
  const over = Math.min(ask.endedAt ?? end, end);
  const said = (text: string): void =>
    void broken.push(`${ticket.key}: ask of ${new Date(ask.askedAt).toISOString()} ${text}`);
  let { least: earliest, most: latest } = firstDue(ask);
  latest = Math.max(latest, ask.promised);
  for (const [rung, person] of ladder.slice(1).entries()) {
    const tags = tagsOf(ticket, person, ask.askedAt, Math.min(next, over + inFlightMs));
    const [first] = tags;
    if (tags.length > 1) said(`was escalated ${tags.length} times to the same person`);
    if (first === undefined) {
      if (rung < 2 && latest < over - sweepsMs && ask.endedAt === null)
        said(`was due ${new Date(latest).toISOString()} and never went to level ${rung + 1}`);
      break;
    }
    const floor = Math.min(earliest, ask.byHandFrom);
    if (first.at < floor - 1000)
      said(`went to level ${rung + 1} ${Math.round((floor - first.at) / 1000)} s early`);
    if (
      ask.endedAt !== null &&
      first.at > ask.endedAt &&
      earliest > ask.endedAt &&
      ask.byHandFrom > ask.endedAt
    )
      said('was escalated although it was over before the due time');
    if (Object.keys(script.faults).length === 1 && first.at > latest + minuteMs)
      said(`went to level ${rung + 1} ${Math.round((first.at - latest) / 1000)} s late`);
    const minutes = minutesAt(first.at, ticket.priority);
    earliest = workingTime(
      office,
      Math.min(earliest, ask.byHandFrom, first.at),
      Math.min(ask.minutes.least, minutes.least),
    );
    latest = workingTime(office, first.at, minutes.most);
  }
  return broken;
}

interface Resting extends Judged {
  readonly managers: readonly string[];
  readonly facts: readonly Fact[];
}

/** Where everything has come to rest, the ticket shows who has the ball. */
function restBroken({ host, ticket, asks, ladder, managers, facts }: Resting): string[] {
  const waiting = ['Waiting for Account Manager', 'Waiting for Management'];
  const ask = asks.find(({ endedAt }) => endedAt === null);
  if (ask === undefined)
    return waiting.includes(ticket.status)
      ? [`${ticket.key}: is ${ticket.status} although nobody is asked`]
      : [];
  const broken: string[] = [];
  const above = ladder[1];
  if (!managers.includes(ticket.accountManager ?? ''))
    broken.push(`${ticket.key}: the Account Manager field does not show who is asked`);
  if (ticket.regionalManager !== above)
    broken.push(`${ticket.key}: the Regional Manager field does not show who is above`);
  const escalated = above !== undefined && tagsOf(ticket, above, ask.askedAt, Infinity).at(-1);
  const movedByHand = facts
    .filter(({ act, outcome }) => act.kind === 'move' && outcome === 'done')
    .some(({ at }) => at >= Math.max(ask.askedAt, escalated ? escalated.at : 0));
  const expected = escalated ? 'Waiting for Management' : 'Waiting for Account Manager';
  if (!movedByHand && ticket.status !== expected)
    broken.push(
      `${ticket.key}: is ${ticket.status} and not ${expected}, at ${new Date(host.clock.now()).toISOString()}`,
    );
  return broken;
}

function notesBroken(ticket: SeenTicket, facts: readonly Fact[]): string[] {
  const broken: string[] = [];
  const spoken = facts
    .filter(({ act }) => act.kind === 'agent-reply' || act.kind === 'customer-reply')
    .map(({ act }) => words(act));
  for (const comment of ticket.comments) {
    if (comment.public && !spoken.includes(comment.text))
      broken.push(`${ticket.key}: customers can read "${comment.text}"`);
  }
  return [...broken, ...saidTwice(ticket, facts)];
}

/** @param doings what people did; the same may have to be said again when somebody did something in between */
function saidTwice(ticket: SeenTicket, doings: readonly { readonly at: number }[]): string[] {
  return ticket.comments.flatMap((comment, place) => {
    const again = ticket.comments
      .slice(0, place)
      .find(
        ({ byApp, text, at }) =>
          byApp &&
          comment.byApp &&
          text === comment.text &&
          comment.at - at < againMs &&
          !doings.some((one) => one.at > at && one.at <= comment.at),
      );
    return again === undefined ? [] : [`${ticket.key}: said twice: "${comment.text}"`];
  });
}

interface Shown {
  readonly now: string;
  readonly history: readonly {
    readonly text: string;
    readonly why: { readonly clause: string; readonly text: string } | null;
  }[];
  readonly held: {
    readonly openMs: number;
    readonly byHolder: readonly { readonly ms: number }[];
  } | null;
  readonly pending: { readonly reason: string } | null;
}

/** Every act is explained, the hours add up to the time the ticket was open, and nothing is left to be done. */
async function panelBroken(host: Host, ticket: SeenTicket): Promise<string[]> {
  const call = {
    module: 'ticket-panel',
    issue: ticket.key,
    as: 'alex.kim@relay.example',
    call: 'ticket.get',
    payload: {},
  };
  const reply = (await host.invoke(call)) as {
    ok: boolean;
    value?: Shown;
    problem?: { message: string };
  };
  if (reply.value === undefined)
    return [`${ticket.key}: the panel says ${reply.problem?.message ?? 'nothing'}`];
  const { now, history, held, pending } = reply.value;
  const broken = history
    .filter(({ why }) => why === null || why.clause === '' || why.text === '')
    .map(({ text }) => `${ticket.key}: "${text}" is not explained`);
  if (pending !== null) broken.push(`${ticket.key}: still to be done: ${pending.reason}`);
  if (held !== null) {
    const sum = held.byHolder.reduce((total, { ms }) => total + ms, 0);
    const open = openMs(ticket, Date.parse(now));
    if (sum !== held.openMs)
      broken.push(`${ticket.key}: the holders' hours add up to ${sum} ms of ${held.openMs}`);
    if (Math.abs(held.openMs - open) > 1000)
      broken.push(`${ticket.key}: was open for ${open} ms, the panel says ${held.openMs}`);
  }
  return broken;
}

function openMs({ createdAt, moves }: SeenTicket, now: number): number {
  let open = 0;
  let since: number | null = createdAt;
  for (const { at, to } of moves) {
    const done = to === 'Resolved';
    if (done && since !== null) open += at - since;
    since = done ? null : (since ?? at);
  }
  return since === null ? open : open + now - since;
}
