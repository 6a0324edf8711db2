import { type Act } from '../act';
import { mentionedIn } from '../adf/document';
import { isDocument } from '../adf/schema';
import { type Field, type Issue } from '../entities';
import { badRequest, forbidden, invalidFields, JiraError, NotModelled } from '../errors';
import { type Edits, readEdits, type SentEdits } from '../fields/edits';
import { isEditable, valueOf } from '../fields/of-issue';
import { isStoredDocument } from '../fields/plain';
import { may } from '../permissions';
import { transitionsFor } from '../workflow';
import { type Change } from './change';
import {
  addComment,
  checkMayComment,
  commentOf,
  type CommentDraft,
  deleteComment,
  editComment,
} from './comment';
import { readProperties } from './entity-property';
import { linkFrom } from './link';
import { applyAndTell, moveIssue } from './move';
import { checkRules } from './validate';

/** Body of `PUT /issue/{key}` and `POST /issue/{key}/transitions` (IssueUpdateDetails). */
export interface SentUpdate extends SentEdits {
  readonly properties?: readonly { readonly key: string; readonly value?: unknown }[] | undefined;
  readonly historyMetadata?: Readonly<Record<string, unknown>> | undefined;
}

/** A comment as `update.comment[].add` brings it. @throws JiraError 400 */
export function readComment(sent: Readonly<Record<string, unknown>>): CommentDraft {
  if (sent['visibility'] != null) throw new NotModelled('comments restricted to a role or group');
  if (!isDocument(sent['body']))
    throw new JiraError(400, ['Comment body is not valid!'], {
      comment: 'Comment body is not valid!',
    });
  const properties = sent['properties'];
  if (properties !== undefined && !Array.isArray(properties))
    throw invalidFields({ comment: 'properties must be an array' });
  return {
    body: sent['body'],
    properties: readProperties(properties as { key: string; value?: unknown }[] | undefined),
  };
}

type Step = () => void;

/** Checks the comments and links of an update first; the returned steps then cannot fail. */
function prepare(act: Act, issue: Issue, edits: Edits): Step[] {
  const steps: Step[] = edits.comments.map((operation) => {
    checkMayComment(act, issue);
    const [verb] = Object.keys(operation);
    const sent = (verb === undefined ? {} : operation[verb]) as Record<string, unknown>;
    switch (verb) {
      case 'add': {
        const draft = readComment(sent);
        return () => void addComment(act, issue, draft);
      }
      case 'edit': {
        const comment = commentOf(issue, String(sent['id']));
        const draft = readComment(sent);
        return () => void editComment(act, issue, comment, draft);
      }
      case 'remove': {
        const comment = commentOf(issue, String(sent['id']));
        return () => deleteComment(act, issue, comment);
      }
      default:
        throw invalidFields({
          comment: `Operation '${verb ?? ''}' is not supported for this field.`,
        });
    }
  });
  return [...steps, ...edits.links.map((operation) => linkFrom(act, issue, operation))];
}

function changeOf(sent: SentUpdate, edits: Edits): Change {
  return {
    values: edits.values,
    properties: readProperties(sent.properties),
    metadata: sent.historyMetadata ?? null,
  };
}

const mayNotEdit = 'You do not have permission to edit issues in this project.';

/** For writing properties alone. @throws JiraError 403 */
export function checkMayEdit(act: Act, issue: Issue): void {
  if (!may(act.world, act.actor, 'EDIT_ISSUES', issue.project)) throw forbidden(mayNotEdit);
}

/** `PUT /issue/{key}`: everything or nothing. @throws JiraError 400, also for who may not edit (OpenAPI: editIssue) */
export function editIssue(act: Act, issue: Issue, sent: SentUpdate): void {
  if (!may(act.world, act.actor, 'EDIT_ISSUES', issue.project)) throw badRequest(mayNotEdit);
  const { world } = act;
  const { project } = issue;
  const edits = readEdits(sent, {
    world,
    project,
    before: issue,
    isAllowed: (field) => isEditable(world, project, field),
  });
  checkAssignee(act, issue, edits);
  const steps = prepare(act, issue, edits);
  const before = valueOf(issue, 'description');
  applyAndTell(
    act,
    issue,
    changeOf(sent, edits),
    isStoredDocument(before) ? mentionedIn(before) : [],
  );
  for (const step of steps) step();
}

/** @throws JiraError 400 when somebody is to be assigned who cannot be */
export function checkAssignee(
  act: Act,
  issue: Pick<Issue, 'project'>,
  edits: Pick<Edits, 'values'>,
): void {
  const assignee = edits.values['assignee'];
  if (typeof assignee !== 'string') return;
  const user = act.world.users.get(assignee);
  if (!user || !may(act.world, user, 'ASSIGNABLE_USER', issue.project)) {
    throw invalidFields({
      assignee: `User '${user?.displayName ?? assignee}' cannot be assigned issues.`,
    });
  }
}

/** `POST /issue/{key}/transitions`. @throws JiraError 400 when it is not available, a field not on its screen, or a rule stops it */
export function transitionIssue(
  act: Act,
  issue: Issue,
  sent: SentUpdate & { readonly transition?: { readonly id?: string | undefined } | undefined },
): void {
  const id = sent.transition?.id;
  if (id === undefined) throw badRequest("Missing 'transition' identifier");
  if (!/^\d+$/.test(id)) throw badRequest("'transition' identifier must be an integer");
  const known = issue.project.workflow.transitions.find((transition) => transition.id === id);
  if (!known) throw badRequest(`Transition id '${id}' is not valid for this issue.`);
  const transition = transitionsFor(act.world, act.actor, issue).find((one) => one.id === id);
  if (!transition) {
    throw badRequest(
      `It seems that you have tried to perform a workflow operation (${known.name}) that is not valid for the current state of this issue (${issue.key}). ` +
        'The likely cause is that somebody has changed the issue recently, please look at the issue history for details.',
    );
  }
  const isOnScreen = (field: Field): boolean =>
    (transition.screen?.includes(field.id) ?? false) && isEditableOnTransition(act, issue, field);
  const edits = readEdits(sent, {
    world: act.world,
    project: issue.project,
    before: issue,
    isAllowed: isOnScreen,
    isCommentAllowed: transition.screen !== null,
  });
  checkAssignee(act, issue, edits);
  const steps = prepare(act, issue, edits);
  checkRules(act, issue, transition, edits.values);
  moveIssue(act, issue, transition, changeOf(sent, edits));
  for (const step of steps) step();
}

const isEditableOnTransition = (act: Act, issue: Issue, field: Field): boolean =>
  field.id === 'resolution' || isEditable(act.world, issue.project, field);
