// What Jira's own events and time do to a change request: silence is nudged, and the status follows the step.
import { statusIsTaken } from '../../core/settle-status';
import { changeOf, movedOf, saveChange, id } from './state';
import { type Because, because } from '../../core/because';
import { dueAfterDays } from '../../core/calendar/business-days';
import type { Case } from '../../core/case';
import type { Instant } from '../../core/instant';
import { calendarOf, localDay, type Situation } from '../../core/situation';
import type { Change, Comment } from '../../core/ticket';
import type { ChangeRequest } from './change-request';
import { type ChangeRequestPolicy, changeRequestSettingsOf } from './settings/policy';
import { type StatusGroup } from './lifecycle';
import { holdersOf, holdersOfStep } from './may';
import { gateBefore, groupNow, isOver, presentSteps } from './standing';
import { isBuilding } from './settle';
import { putBackWords, staleWords } from './words';

const rulesOf = ({ queue }: Situation): ChangeRequestPolicy | null =>
  changeRequestSettingsOf(queue) ?? null;

const running = (c: Case): ChangeRequest | null => {
  const change = changeOf(c.ledger) ?? null;
  return change === null || change.withdrawn !== null || change.hold !== null ? null : change;
};

/** C9: a public word or a move by those who build it is progress. */
export function onProgressComment(c: Case, comment: Comment): void {
  if (comment.public) moved(c, comment.author.accountId, comment.at);
}

function moved(c: Case, by: string | null, at: Instant): void {
  const policy = rulesOf(c);
  const change = running(c);
  if (policy === null || change === null || change.staleAt === null) return;
  const [present] = presentSteps(change, policy);
  if (present === undefined || by === null || !holdersOfStep(c, present).includes(by)) return;
  saveChange(c, {
    ...change,
    staleAt: dueAfterDays(calendarOf(c, null), at, policy.staleDays),
  });
}

/** CR-33: a status beyond an open gate is put back; anybody may edit the property that the workflow's rule looks at. */
export function onStatus(c: Case, change: Change): void {
  if (change.field !== 'status' || change.ours || change.by?.accountId === c.self) return;
  moved(c, change.by?.accountId ?? null, change.at);
  const policy = rulesOf(c);
  const request = running(c);
  if (policy === null || request === null || c.ticket.status.id !== change.to) return;
  const group = groupOf(policy, change.to);
  const gate = group === null ? null : gateBefore(request, policy, group);
  if (gate === null) return;
  const back = policy.statuses[groupNow(request, policy) ?? 'to-do'];
  const by = change.by?.accountId ?? null;
  const why = because(
    'CR-33',
    `${c.ticket.status.name} comes after ${gate.title}, which is still open.`,
    { gate: gate.gate?.number ?? '', status: c.ticket.status.name },
  );
  if (back === undefined || back.id === change.to)
    return c.declinedWorthKeeping(change.at, by, 'The status is ahead of an open gate', why);
  c.declinedWorthKeeping(change.at, by, `Put back to ${back.name}`, why);
  // Somebody may have written the property by hand to get past the rule: it is written anew with the move.
  saveChange(c, { ...request, shown: null });
  c.change({ projected: null });
  c.announce(
    putBackWords(c, by, c.ticket.status.name, gate, back.name, group === 'done'),
    null,
    'CR-33',
    null,
  );
}

/** The group of steps a status stands for; the first where it stands for several. */
function groupOf(policy: ChangeRequestPolicy, status: string | null): StatusGroup | null {
  const groups = (Object.keys(policy.statuses) as StatusGroup[]).filter(
    (group) => policy.statuses[group]?.id === status,
  );
  // A status that also stands for something earlier is never ahead of a gate.
  return (
    groups.find((group) => !['in-progress', 'in-testing', 'done'].includes(group)) ??
    groups[0] ??
    null
  );
}

export function changeOnTime(c: Case): void {
  const policy = rulesOf(c);
  if (policy === null) return;
  linkUp(c);
  nudge(c, policy);
  show(c, policy);
}

/** CR-14, C4: what a change request's own issue needs once it is there: the link back, and its watchers. */
function linkUp(c: Case): void {
  const change = changeOf(c.ledger) ?? null;
  if (change === null || change.linked || change.from === null) return;
  saveChange(c, { ...change, linked: true });
  c.want({
    command: { kind: 'link', to: change.from.issueId, linkType: change.from.linkType },
    actor: null,
    clause: 'CR-12',
  });
  for (const person of holdersOf(c, 'cr-watchers'))
    c.want({ command: { kind: 'watch', person }, actor: null, clause: 'CR-14' });
}

/** C9: once after the days of the settings, then daily at most. */
function nudge(c: Case, policy: ChangeRequestPolicy): void {
  const change = running(c);
  const { now, ticket } = c;
  if (change === null) return;
  const [present] = presentSteps(change, policy);
  const counts = isBuilding(present) && !ticket.status.done;
  // A ticket that was closed by hand and is opened again is counted anew.
  if (counts !== (change.staleAt !== null))
    return saveChange(c, {
      ...change,
      staleAt: counts ? dueAfterDays(calendarOf(c, null), now, policy.staleDays) : null,
    });
  if (!isBuilding(present) || change.staleAt === null || now < change.staleAt) return;
  const since = change.progress.at(-1)?.at ?? change.stepSince;
  const holders = holdersOfStep(c, present).slice(0, 3);
  saveChange(c, { ...change, staleAt: dueAfterDays(calendarOf(c, null), now, 1) });
  c.done(
    now,
    null,
    `Nudged about ${present.title}`,
    because('C9', `Nothing was said for ${policy.staleDays} working days.`, {
      since: localDay(c, since),
      days: `${policy.staleDays}`,
    }),
  );
  c.announce(staleWords(c, present, holders, since), null, 'C9', null);
}

/** The status follows the step, unless somebody is asked: an open ask's status goes before (X5). */
function show(c: Case, policy: ChangeRequestPolicy): void {
  const change = changeOf(c.ledger) ?? null;
  if (change === null || statusIsTaken(c, id)) return;
  const group = groupNow(change, policy);
  const to = group === null ? undefined : policy.statuses[group];
  if (group === null || to === undefined) return;
  const { ticket, queue, self } = c;
  // The customer's own receipt moves the ticket as any reply of theirs does; that is not a question to support.
  const lastWord = ticket.comments
    .filter((comment) => comment.public && comment.author.accountId !== self)
    .at(-1);
  const byReceipt =
    lastWord !== undefined &&
    c.ledger.ourComments.includes(lastWord.id) &&
    ticket.status.id === queue.statuses['waiting-for-support'].id &&
    to.id !== ticket.status.id;
  if (change.shown === group && c.status === null && !byReceipt) return;
  saveChange(c, { ...change, shown: group });
  c.status = { to, actor: null, clause: presentSteps(change, policy)[0]?.clause ?? 'CR-29' };
}

/** X14: all steps are done, or it was withdrawn, or it goes on in an issue of its own. */
export function changeFinished(c: Case): Because | 'not-yet' | null {
  const change = changeOf(c.ledger);
  const gone = movedOf(c.ledger);
  if (change === undefined)
    return gone === undefined
      ? null
      : because('C5', `The change request goes on in ${gone.key}.`, { issue: gone.key });
  const policy = rulesOf(c);
  if (policy === null || change.hold !== null || !isOver(change, policy)) return 'not-yet';
  return change.withdrawn === null
    ? because('CR-29', 'Every step of the change request is done.')
    : because('CR-29', 'The change request was withdrawn.', { reason: change.withdrawn.reason });
}

export const changeWakeAt = (change: ChangeRequest | undefined): Instant | null =>
  change === undefined || change.hold !== null || change.withdrawn !== null ? null : change.staleAt;
