// A transition by the id that leads to the wanted status now; ids differ between workflows and are never remembered.
import { because } from '../core/because';
import { type Command, text } from '../core/command';
import { plusMs } from '../core/instant';
import { blockedRetryMs } from '../core/ledger';
import type { Ticket } from '../core/ticket';
import { JiraBusy, JiraRefused } from './errors';
import type { OutboxItem } from './outbox';
import { alreadyDone, type Done, done, doorOf, onBehalf, type Performing } from './performing';
import type { JiraDoor, Mark } from './jira-ports';

/** Jira answers 409 while somebody else moves the same ticket; then its transitions are read again, and at last later. */
const conflictTries = 3;
const conflictSeconds = 5;

/**
 * Moves the ticket. Where the person may not, the app does; where the workflow has no way, the ticket is told why and
 * the move is kept as blocked.
 */
export async function moveTicket(
  performing: Performing,
  item: OutboxItem,
  command: Command & { kind: 'transition' },
  mark: Mark,
): Promise<Done> {
  const { ports, issueId, situation, readAs, recovered, found } = performing;
  const { to, projection } = command;
  const door = doorOf(performing, item);
  const app = ports.jira.app;

  // Somebody may have moved the ticket on since then; that is not undone.
  if (await alreadyDone(performing, item)) return done();
  if (recovered && (await found())?.status.id === to.id) {
    if (projection !== null) await app.setProjection(issueId, projection);
    return done();
  }
  /** What Jira said no with although there is a way, such as a validator of the workflow. */
  let said = '';
  const seen = situation !== null && readAs === door ? situation.ticket.reachable : null;
  if (await move(door, seen)) return done();
  if (door !== app && (await move(app, null)))
    return done({ notes: [await onBehalf(performing, item)] });
  return blocked(performing, item, command, mark, said);

  async function move(as: JiraDoor, reachable: Ticket['reachable'] | null): Promise<boolean> {
    let ways = reachable ?? (await as.readTransitions(issueId));
    for (let tries = 1; tries <= conflictTries; tries += 1) {
      const way = ways.find(({ status }) => status === to.id);
      if (way === undefined) return false;
      try {
        await as.transition(issueId, way.transition, projection, mark);
        return true;
      } catch (error) {
        // 400: the workflow changed under us; 403, 404: this caller may not; 409: somebody else was moving it.
        if (!(error instanceof JiraRefused)) throw error;
        if (error.status === 403 || error.status === 404) return false;
        if (error.status === 409 && tries === conflictTries)
          throw new JiraBusy(conflictSeconds, 'somebody else is moving this ticket');
        if (error.status === 400)
          said = [...error.messages, ...Object.values(error.fields)].join(' ');
        ways = await as.readTransitions(issueId);
      }
    }
    return false;
  }
}

/** There is no way, or Jira keeps it shut: one note in the ticket, one entry in the journal, and the ledger remembers it. */
async function blocked(
  performing: Performing,
  item: OutboxItem,
  { to, projection }: Command & { kind: 'transition' },
  mark: Mark,
  said: string,
): Promise<Done> {
  const { ports, issueId, situation } = performing;
  const app = ports.jira.app;
  if (projection !== null)
    await app.setProjection(issueId, { ...projection, flag: projection.flag ?? 'status-blocked' });
  const policy = situation?.policy ?? (await ports.policy.current());
  const ticket =
    situation?.ticket ?? (policy === null ? null : await app.readTicket(issueId, policy));
  const from = ticket?.status.name ?? 'its present status';
  const why =
    said === ''
      ? `The workflow has no transition from ${from} to ${to.name} that Account Relay may take.`
      : `Jira keeps the transition from ${from} to ${to.name} shut: ${said}`;
  const remedy =
    said === ''
      ? 'An administrator can add it to the workflow of this project. The request stays open and its clock runs on.'
      : 'Once that is settled, Account Relay tries again within the hour. The request stays open and its clock runs on.';
  const note = { ...mark, effectId: `${mark.effectId}-why` };
  const posted = performing.recovered ? await app.findComment(issueId, note.effectId) : null;
  const { id } =
    posted ??
    (await app.comment(
      issueId,
      [[text(`Account Relay could not move this ticket. ${why} ${remedy}`)]],
      note,
    ));
  return done({
    comments: [id],
    blocked:
      ticket === null
        ? null
        : { to, from: ticket.status.id, tryAgainAt: plusMs(ports.now(), blockedRetryMs) },
    notes: [
      {
        kind: 'failed',
        text: `Not moved to ${to.name}`,
        because: because(item.clause, `${why} ${remedy}`, { from, to: to.name }),
      },
    ],
  });
}
