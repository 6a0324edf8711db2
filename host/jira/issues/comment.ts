import { type Act } from '../act';
import { type AdfDocument } from '../adf/document';
import { mentionedIn } from '../adf/document';
import { type Comment, type Issue } from '../entities';
import { badRequest, notFound } from '../errors';
import { emitCommentDeleted, emitCommented } from '../events';
import { mailComment } from '../notifications';
import { isAgent, isCustomerOf, may } from '../permissions';
import { followCustomerReply, followTeamReply } from './customer-reply';
import { replaceState, touch } from './change';

/** A comment property under which JSM hides a comment from customers. */
export const publicCommentProperty = 'sd.public.comment';

export interface CommentDraft {
  readonly body: AdfDocument;
  readonly properties: ReadonlyMap<string, unknown>;
}

const asksInternal = (properties: ReadonlyMap<string, unknown>): boolean =>
  (properties.get(publicCommentProperty) as { internal?: unknown } | null | undefined)?.internal ===
  true;

/**
 * Do customers see it? In a service project a comment is public unless it says otherwise, or its author may only
 * comment internally. Elsewhere the property means nothing.
 */
function comesOutPublic(act: Act, issue: Issue, properties: ReadonlyMap<string, unknown>): boolean {
  if (issue.project.serviceDeskId === null) return true;
  const { world, actor } = act;
  if (!isAgent(world, actor, issue.project) && !isCustomerOf(world, actor, issue)) return false;
  if (!asksInternal(properties)) return true;
  return (
    act.viaApp &&
    world.faults.strikes('public-comment', world.faults.current.publicComment.chance) !== null
  );
}

function place(act: Act, issue: Issue, comment: Comment): void {
  const others = issue.state.comments.filter(({ id }) => id !== comment.id);
  const comments = [...others, comment].sort(
    (one, other) => one.created - other.created || Number(one.id) - Number(other.id),
  );
  replaceState(act, issue, { comments, values: { ...issue.state.values, updated: act.now } });
}

/** Adds a comment, tells everyone, and lets JSM's own rule follow a customer's reply. */
export function addComment(act: Act, issue: Issue, draft: CommentDraft): Comment {
  const { accountId } = act.actor;
  const isPublic = comesOutPublic(act, issue, draft.properties);
  const comment: Comment = {
    id: act.world.ids.next('comment'),
    author: accountId,
    updateAuthor: accountId,
    created: act.now,
    updated: act.now,
    body: draft.body,
    isPublic,
    properties:
      issue.project.serviceDeskId === null
        ? draft.properties
        : withVisibility(draft.properties, isPublic),
  };
  place(act, issue, comment);
  emitCommented(act, issue, comment);
  mailComment(act, issue, comment);
  followCustomerReply(act, issue, comment);
  followTeamReply(act, issue, comment);
  return comment;
}

function withVisibility(
  properties: ReadonlyMap<string, unknown>,
  isPublic: boolean,
): ReadonlyMap<string, unknown> {
  return new Map([...properties, [publicCommentProperty, { internal: !isPublic }]]);
}

/** Changes a comment's words or properties. */
export function editComment(
  act: Act,
  issue: Issue,
  comment: Comment,
  draft: Partial<CommentDraft>,
): Comment {
  const properties = new Map([...comment.properties, ...(draft.properties ?? [])]);
  const isPublic = draft.properties?.has(publicCommentProperty)
    ? comesOutPublic(act, issue, properties)
    : comment.isPublic;
  const edited: Comment = {
    ...comment,
    body: draft.body ?? comment.body,
    updateAuthor: act.actor.accountId,
    updated: act.now,
    isPublic,
    properties:
      issue.project.serviceDeskId === null ? properties : withVisibility(properties, isPublic),
  };
  place(act, issue, edited);
  emitCommented(act, issue, edited, mentionedIn(comment.body));
  return edited;
}

/** Sets or, where `value` is undefined, removes a property; nobody is told. */
export function setCommentProperty(
  act: Act,
  issue: Issue,
  comment: Comment,
  { key, value }: { readonly key: string; readonly value: unknown },
): void {
  const properties = new Map(comment.properties);
  if (value === undefined) properties.delete(key);
  else properties.set(key, value);
  const isPublic =
    key === publicCommentProperty && issue.project.serviceDeskId !== null
      ? comesOutPublic(act, issue, properties)
      : comment.isPublic;
  place(act, issue, { ...comment, properties, isPublic });
}

/** Removes a comment. */
export function deleteComment(act: Act, issue: Issue, comment: Comment): void {
  replaceState(act, issue, {
    comments: issue.state.comments.filter(({ id }) => id !== comment.id),
  });
  touch(act, issue);
  emitCommentDeleted(act, issue, comment);
}

/** The comment. @throws JiraError 404 when the issue has none with this id */
export function commentOf(issue: Issue, id: string): Comment {
  const comment = issue.state.comments.find((one) => one.id === id);
  if (!comment) throw notFound(`Can not find a comment for the id: ${id}.`);
  return comment;
}

/** @throws JiraError 400 when the actor may not comment here */
export function checkMayComment(act: Act, issue: Issue): void {
  if (may(act.world, act.actor, 'ADD_COMMENTS', issue.project)) return;
  throw badRequest(
    `${act.actor.displayName}, you do not have the permission to comment on this issue.`,
  );
}
