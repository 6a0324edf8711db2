// Who speaks (X12), asked of Jira: only where it matters, only about people nobody knows yet, and once a day at most.
import { type Decision, decide } from '../core/decide';
import type { Act, Actor } from '../core/act';
import type { AccountId } from '../core/ids';
import type { Ledger } from '../core/ledger';
import { nameless, notingWhoIsMissing } from '../core/people';
import type { Situation } from '../core/situation';
import { type Standing, type Standings, strangers } from '../core/speaker';
import { JiraRefused } from './errors';
import type { Ports } from './ports';

/** A decision, with the situation in which everybody who matters is known. */
export interface Decided {
  readonly situation: Situation;
  readonly decision: Decision;
}

/**
 * Decides, and where it turns out that something is open for which a stranger's words matter, asks Jira who they are and
 * decides again: a tag and the customer's reply may arrive in one turn. Whom it names without knowing their name is looked up
 * likewise.
 */
export async function decideKnowingWho(
  ports: Ports,
  ledger: Ledger,
  situation: Situation,
  doing?: Doing,
): Promise<Decided> {
  const first = decideNoting(ledger, situation, doing);
  const matters = situation.procedures.some(({ needs }) =>
    [ledger, first.decision.ledger].some((one) => needs?.(one).speakers === true),
  );
  const unknown = matters ? strangers(situation, seenBy(ledger)) : [];
  const known =
    unknown.length === 0
      ? situation
      : {
          ...situation,
          standings: {
            ...situation.standings,
            ...(await standingsOf(ports, situation, unknown)),
          },
        };
  const { decision, missing } = known === situation ? first : decideNoting(ledger, known, doing);
  if (missing.size === 0 || !namesNobody(ledger, decision)) return { situation: known, decision };
  const { naming } = await import('./name-people');
  const named = { ...known, people: await naming(ports, known.people, missing) };
  return { situation: named, decision: decide(ledger, named, doing) };
}

interface Doing {
  readonly act: Act;
  readonly actor: Actor;
}

/** What is decided, and of whom even the name was missing. */
function decideNoting(
  ledger: Ledger,
  situation: Situation,
  doing: Doing | undefined,
): { readonly decision: Decision; readonly missing: ReadonlySet<AccountId> } {
  const { people, missing } = notingWhoIsMissing(situation.people);
  return { decision: decide(ledger, { ...situation, people }, doing), missing };
}

/** Does what was decided call anybody somebody unknown, in a comment, in the journal or in a refusal? */
const namesNobody = (
  before: Ledger,
  { ledger, effects, refused }: Pick<Decision, 'ledger' | 'effects' | 'refused'>,
): boolean =>
  JSON.stringify([
    effects,
    ledger.journal.filter(({ id }) => id > before.entries),
    refused,
  ]).includes(nameless);

/** Up to which comment every procedure has looked. */
const seenBy = ({ cursor, stopped = {} }: Ledger): number =>
  Math.min(cursor.comment, ...Object.values(stopped).map((one) => one.cursor.comment));

async function standingsOf(
  ports: Ports,
  situation: Situation,
  people: readonly AccountId[],
): Promise<Standings> {
  const found: Record<AccountId, Standing> = {};
  for (const person of people) {
    try {
      found[person] = { ...(await standingOf(ports, situation, person)), at: situation.now };
    } catch (error) {
      // Where Jira does not tell, the reporter is the customer and everybody else is not; a turn does not fail of it.
      if (!(error instanceof JiraRefused)) throw error;
      ports.log.error('who-speaks-unknown', error, { issueId: situation.ticket.issueId });
    }
  }
  return found;
}

async function standingOf(
  { requestPeople }: Ports,
  { ticket }: Situation,
  person: AccountId,
): Promise<Omit<Standing, 'at'>> {
  if (await requestPeople.worksIn(person, ticket.projectId))
    return { as: 'team', how: 'an agent of this service project' };
  if (ticket.reporter?.accountId === person) return { as: 'customer', how: 'the reporter' };
  if ((await requestPeople.participants(ticket.issueId)).includes(person))
    return { as: 'customer', how: 'a participant of the request' };
  if (ticket.organizations.length > 0) {
    const theirs = await requestPeople.organizationsOf(person);
    const shared = ticket.organizations.find(({ id }) => theirs.includes(id));
    if (shared !== undefined) return { as: 'customer', how: `a member of ${shared.name}` };
  }
  return { as: 'team', how: 'not a customer of this request' };
}
