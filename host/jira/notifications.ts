import { type Act } from './act';
import { mentionedIn } from './adf/document';
import { textOf } from './adf/text';
import { type Comment, type History, type Issue, type User } from './entities';
import { valueOf } from './fields/of-issue';
import { asList } from './fields/rules';
import { jiraDate } from './dates';
import { canBrowse, isCustomerOf } from './permissions';

/** The outbox keeps this many mails; older ones are forgotten. */
export const mailsKept = 5_000;

interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly isPublic: boolean;
}

/** Puts a mail to each of them in the outbox; never to the actor, to apps, or to anyone who may not read it. */
function mail(
  act: Act,
  issue: Issue,
  recipients: ReadonlyMap<string, string>,
  { subject, text, isPublic }: Mail,
): void {
  if (!act.notify) return;
  for (const [accountId, reason] of recipients) {
    const user = act.world.users.get(accountId);
    if (!user || accountId === act.actor.accountId || user.accountType === 'app') continue;
    const mayRead =
      canBrowse(act.world, user, issue) || (isPublic && isCustomerOf(act.world, user, issue));
    if (!mayRead || !act.world.isActive(user)) continue;
    act.effects.mails.push({
      at: jiraDate(act.now),
      to: user.email,
      issueKey: issue.key,
      subject: `[${issue.key}] ${subject}`,
      text,
      reason,
    });
  }
}

function listeners(issue: Issue): Map<string, string> {
  const found = new Map<string, string>();
  for (const accountId of issue.state.watchers) found.set(accountId, 'watcher');
  const assignee = valueOf(issue, 'assignee');
  if (typeof assignee === 'string') found.set(assignee, 'assignee');
  return found;
}

/** Reporter, participants and members of the request's organizations who share it. */
function customers(act: Act, issue: Issue): Map<string, string> {
  const found = new Map<string, string>();
  if (issue.project.serviceDeskId === null) return found;
  for (const id of asList(valueOf(issue, act.world.jsmField('participants').id)))
    found.set(id, 'participant');
  const reporter = valueOf(issue, 'reporter');
  if (typeof reporter === 'string') found.set(reporter, 'reporter');
  return found;
}

/** Who Jira mails about a comment: mentioned, assignee, watchers, and for a public one the customers of the request. */
export function mailComment(act: Act, issue: Issue, comment: Comment): void {
  const recipients = comment.isPublic
    ? new Map([...customers(act, issue), ...listeners(issue)])
    : listeners(issue);
  for (const accountId of mentionedIn(comment.body)) recipients.set(accountId, 'mentioned');
  const reporter = valueOf(issue, 'reporter');
  if (issue.project.serviceDeskId === null && typeof reporter === 'string')
    recipients.set(reporter, 'reporter');
  mail(act, issue, recipients, {
    subject: String(valueOf(issue, 'summary')),
    text: `${act.actor.displayName} commented: ${textOf(comment.body)}`,
    isPublic: comment.isPublic,
  });
}

/** Who Jira mails about changed fields; customers hear of the status only, by its name. */
export function mailUpdate(act: Act, issue: Issue, history: History): void {
  const summary = String(valueOf(issue, 'summary'));
  const changes = history.items
    .map((item) => `${item.field}: ${item.fromString ?? 'None'} → ${item.toString ?? 'None'}`)
    .join('; ');
  const recipients = listeners(issue);
  const assigned = history.items.find((item) => item.fieldId === 'assignee')?.to;
  if (typeof assigned === 'string') recipients.set(assigned, 'assigned');
  mail(act, issue, recipients, {
    subject: summary,
    text: `${act.actor.displayName} changed ${changes}`,
    isPublic: false,
  });
  const status = history.items.find((item) => item.fieldId === 'status');
  if (!status) return;
  const audience = new Map(
    [...customers(act, issue)].filter(([accountId]) => !recipients.has(accountId)),
  );
  mail(act, issue, audience, {
    subject: summary,
    text: `The status of your request is now ${status.toString ?? ''}.`,
    isPublic: true,
  });
}

/** Who Jira mails about a new issue: its assignee, and the customer that it was received. */
export function mailCreated(act: Act, issue: Issue): void {
  const recipients = new Map([...customers(act, issue), ...listeners(issue)]);
  mail(act, issue, recipients, {
    subject: String(valueOf(issue, 'summary')),
    text: `${act.actor.displayName} raised this request.`,
    isPublic: true,
  });
}

/** `POST /issue/{key}/notify`: to exactly these people. */
export function mailNotify(
  act: Act,
  issue: Issue,
  to: readonly User[],
  said: Pick<Mail, 'subject' | 'text'>,
): void {
  const recipients = new Map(to.map((user) => [user.accountId, 'notify']));
  mail(act, issue, recipients, { ...said, isPublic: false });
}
