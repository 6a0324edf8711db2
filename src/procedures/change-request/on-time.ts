// What Jira's own events and time do to a change request: words and moves count as progress, the status follows the step.
import { statusIsTaken } from '../../core/settle-status';
import { changeOf, movedOf, saveChange, id } from './state';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { Instant } from '../../core/instant';
import type { Situation } from '../../core/situation';
import type { Change, Comment } from '../../core/ticket';
import type { ChangeRequest } from './change-request';
import { type ChangeRequestPolicy, changeRequestSettingsOf } from './settings/policy';
import type { GateKey, StatusGroup, Step } from './lifecycle';
import { setDueDate } from './effects';
import { isCustomers } from './evidence';
import { withAgreed } from './agreed';
import type { Ledger } from '../../core/ledger';
import { counterpartsOf, holdersOf, rolesHere } from './may';
import { gateBefore, groupNow, isOver, owedSince, presentSteps, stateOfGate } from './standing';
import { isBuilding, settle } from './settle';
import { customerWords, putBackWords } from './words';

const rulesOf = ({ queue }: Situation): ChangeRequestPolicy | null =>
  changeRequestSettingsOf(queue) ?? null;

const running = (c: Case): ChangeRequest | null => {
  const change = changeOf(c.ledger) ?? null;
  return change === null || change.withdrawn !== null || change.hold !== null ? null : change;
};

/** C9: a public word or a move by those who build it is progress. */
export function onComment(c: Case, comment: Comment): void {
  if (!comment.public) return;
  moved(c, comment.author.accountId, comment.at);
  customerSpoke(c, comment);
}

/** C7: a word of the customer's on a gate that waits for them reaches whoever talks to them. */
function customerSpoke(c: Case, { author, at, text }: Comment): void {
  const policy = rulesOf(c);
  const change = running(c);
  if (policy === null || change === null || !isCustomers(c, change, author)) return;
  const open = presentSteps(change, policy).find(
    ({ key, owner }) =>
      owner === 'customer' && stateOfGate(change, policy, key as GateKey) === 'open',
  );
  if (open === undefined || at < owedSince(change, open.key)) return;
  const gate = open.key as GateKey;
  const people = counterpartsOf(c, change, gate);
  const waits = (ledger: Ledger): boolean => {
    const now = changeOf(ledger);
    return now !== undefined && stateOfGate(now, policy, gate) === 'open';
  };
  if (people.length > 0) c.announce(customerWords(c, gate, people, text), null, 'CR-15', waits);
}

/** Whoever holds the step, or was asked in their place. */
const builds = (c: Case, { owner }: Step, by: string): boolean =>
  owner !== 'customer' && rolesHere(c, c.ledger, by).includes(owner);

function moved(c: Case, by: string | null, at: Instant): void {
  const policy = rulesOf(c);
  const change = running(c);
  if (policy === null || change === null) return;
  const [present] = presentSteps(change, policy);
  if (!isBuilding(present) || by === null || !builds(c, present, by)) return;
  if (at > (change.spokeAt ?? change.stepSince)) saveChange(c, { ...change, spokeAt: at });
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
  const taken = statusIsTaken(c, id);
  const what = taken ? 'The status is ahead of an open gate' : `Put back to ${back.name}`;
  c.declinedWorthKeeping(change.at, by, what, why);
  // Somebody may have written the property by hand to get past the rule: it is written anew with the move.
  saveChange(c, { ...request, shown: null });
  c.change({ projected: null });
  if (!taken) c.status = { to: back, actor: null, clause: 'CR-33' };
  c.announce(
    () => putBackWords(c, { by, gate, back, over: group === 'done' }),
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
  keepAgreed(c, policy);
  if (changeOf(c.ledger) !== undefined) settle(c, policy);
  linkUp(c);
  show(c, policy);
}

/** CR-38: one from before it was kept gets its copy, which leaves it where it stands. */
function keepAgreed(c: Case, policy: ChangeRequestPolicy): void {
  const change = changeOf(c.ledger);
  if (change === undefined) return;
  const kept = withAgreed(change, policy);
  if (kept !== change) saveChange(c, kept);
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
  const { dueDate } = change.content;
  if (dueDate !== null)
    c.want({ command: setDueDate.command({ day: dueDate }), actor: null, clause: 'CR-16' });
  for (const person of holdersOf(c, 'cr-watchers'))
    c.want({ command: { kind: 'watch', person }, actor: null, clause: 'CR-14' });
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
