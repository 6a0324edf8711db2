// The one way in which people act on a ticket: what they sent is read, their turn is taken, and the page shows what stands.
import * as v from 'valibot';
import { type Actor, actOf } from '../core/act';
import type { Because } from '../core/because';
import type { IssueId } from '../core/ids';
import type { ProcedureId } from '../core/part';
import type { Situation } from '../core/situation';
import type { Ticket } from '../core/ticket';
import { ticketAfter } from '../core/ticket-after';
import type { TicketAct } from './acts';
import { ChangedMeanwhile, Refused, type RelayError } from './errors';
import { gather } from './gather';
import { expectedRevision as revision, parse } from './input';
import type { Ports } from './ports';
import type { JiraDoor } from './jira-ports';
import type { SeenTicket } from './see-ticket';
import { takeTurn, type TurnResult } from './take-turn';
import { actorOn, cannotSee, noQueue, settingsOf, viewerOf } from './viewer';

/** As whom people act through a page, and on which ticket. */
export interface Standing {
  readonly issueId: IssueId;
  readonly door: JiraDoor;
  readonly actor: (ticket: Ticket) => Actor;
  /** How a refusal is said to them. */
  readonly refusal: (because: Because) => RelayError;
  /** What they are told where there is nothing to act on. */
  readonly nothing: () => Promise<RelayError>;
}

/** A page through which people act on a ticket. */
export interface TicketPage<View> {
  /**
   * What it shows now.
   * @param place the ticket, as the platform or the page's own input names it
   * @param payload what the page has sent
   */
  readonly show: (ports: Ports, place: string, payload: unknown) => Promise<View>;
  /** What it shows once something was done, from where that has left the ticket; absent where it reads everything anew. */
  readonly after?: (ports: Ports, seen: SeenTicket) => Promise<View>;
  /** As whom people act; as themselves where it is absent. */
  readonly standing?: (ports: Ports, place: string) => Promise<Standing>;
}

/** An act that somebody asks for. */
export interface Asking {
  readonly procedure: ProcedureId;
  readonly act: TicketAct;
  /** As it was sent. */
  readonly payload: unknown;
}

const expecting = v.object({ expectedRevision: revision });

/**
 * Does what a person asked for, and shows what stands then.
 * @throws RelayError `input` or `refused` with why, `changed-meanwhile` when the page was stale
 */
export async function actOnTicket<View>(
  ports: Ports,
  page: TicketPage<View>,
  place: string,
  { procedure, act, payload }: Asking,
): Promise<View> {
  const input = parse(act.input, payload);
  const expectedRevision =
    act.anyRevision === true ? null : parse(expecting, payload).expectedRevision;
  const standing = await (page.standing ?? asThemselves)(ports, place);
  const { issueId, door, actor } = standing;
  const on = { issueId, expectedRevision };
  const given = act.prepare === undefined ? input : await act.prepare(ports, on, input);
  const policy = await settingsOf(ports);
  const doing = { act: actOf(procedure, act, given), actor, expectedRevision };
  const turn = await takeTurn(ports, policy, issueId, { door }, doing).catch(
    async (error: unknown) => {
      // It was decided by nobody: what fails later is finished in the background.
      if (error instanceof ChangedMeanwhile) await act.takeBack?.(ports, on);
      throw error;
    },
  );
  const { situation, record, refused } = turn;
  if (situation === null || refused !== null) await act.takeBack?.(ports, on);
  if (situation === null) throw await standing.nothing();
  if (refused !== null) throw standing.refusal(refused);
  return page.after === undefined
    ? page.show(ports, place, payload)
    : page.after(ports, {
        viewer: viewerOf(ports),
        situation: await standsAfter(ports, situation, turn),
        record,
      });
}

/** People act as themselves, on a ticket that they see. */
async function asThemselves(ports: Ports, issueId: IssueId): Promise<Standing> {
  const viewer = viewerOf(ports);
  return {
    issueId,
    door: viewer.door,
    actor: (ticket) => actorOn(viewer, ticket),
    refusal: (because) => new Refused(because),
    nothing: async () =>
      (await viewer.door.readTicket(issueId, await settingsOf(ports))) === null
        ? cannotSee(issueId)
        : noQueue(),
  };
}

/**
 * The ticket as the act has left it, without asking Jira again; what may be done next follows from the new status, and
 * Jira tells when the page reads again. Customers that came in with the act were not gathered before it.
 */
async function standsAfter(
  ports: Ports,
  situation: Situation,
  { record, effects }: TurnResult,
): Promise<Situation> {
  const carriedOut =
    record?.ledger.blocked == null
      ? effects
      : effects.filter(({ command }) => command.kind !== 'transition');
  const ticket = ticketAfter(situation.ticket, carriedOut, situation.queue, situation.people);
  const ledger = record?.ledger ?? null;
  return (await gather(ports, situation.policy, { ticket, ledger })) ?? { ...situation, ticket };
}
