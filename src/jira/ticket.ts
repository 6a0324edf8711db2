// A ticket read from Jira's answer, reduced to what rules look at.
import type { Person } from '../core/people';
import type { Policy } from '../core/policy';
import type { Change, Comment, Ticket } from '../core/ticket';
import { mentionsIn, saidIn, textOf } from './adf';
import { historyType } from './marks';
import { fieldsOf } from './ticket-fields';
import type {
  WireComment,
  WireComments,
  WireHistory,
  WireIssue,
  WireTransition,
  WireUser,
} from './wire';

/** Jira prints offsets without a colon (`2026-03-02T14:30:00.000+0000`). */
export const instant = (printed: string): string =>
  new Date(printed.replace(/([+-]\d{2})(\d{2})$/u, '$1:$2')).toISOString();

export const personOf = (user: WireUser | null | undefined): Person | null =>
  user?.accountId === undefined
    ? null
    : {
        accountId: user.accountId,
        name: user.displayName ?? user.accountId,
        active: user.active ?? true,
        kind:
          user.accountType === 'customer'
            ? 'customer'
            : user.accountType === 'app'
              ? 'app'
              : 'person',
        ...(user.avatarUrls?.['48x48'] === undefined
          ? {}
          : { avatarUrl: user.avatarUrls['48x48'] }),
      };

/** Somebody whose account Jira no longer shows. */
const nobody: Person = { accountId: 'unknown', name: 'Former user', active: false, kind: 'person' };

/** An administrator may edit what others wrote. */
function editedBy({ author, updateAuthor }: WireComment): Pick<Comment, 'editedBy'> {
  const editor = updateAuthor?.accountId;
  return editor === undefined || editor === author?.accountId ? {} : { editedBy: editor };
}

const comment = (wire: WireComment): Comment => ({
  id: Number(wire.id),
  author: personOf(wire.author) ?? nobody,
  at: instant(wire.created),
  ...(wire.updated === undefined || instant(wire.updated) <= instant(wire.created)
    ? {}
    : { updated: instant(wire.updated), ...editedBy(wire) }),
  public: wire.jsdPublic !== false,
  mentions: mentionsIn(wire.body),
  text: textOf(wire.body),
  said: saidIn(wire.body),
});

type Watched = ReadonlyMap<string, Change['field']>;

function watched(policy: Policy, projectId: string): Watched {
  const places = fieldsOf(policy, projectId);
  return new Map<string, Change['field']>([
    ['status', 'status'],
    ['priority', 'priority'],
    ...(places === null
      ? []
      : ([
          [places.accountManager, 'account-manager'],
          [places.regionalManager, 'regional-manager'],
        ] as [string, Change['field']][])),
  ]);
}

function changes(history: WireHistory, fields: Watched): Change[] {
  return (history.items ?? []).flatMap((item): Change[] => {
    const field = fields.get(item.fieldId ?? '');
    if (field === undefined) return [];
    return [
      {
        id: Number(history.id),
        at: instant(history.created),
        by: personOf(history.author),
        field,
        from: item.from ?? null,
        fromName: typeof item.fromString === 'string' ? item.fromString : null,
        to: item.to ?? null,
        ours: history.historyMetadata?.type === historyType,
      },
    ];
  });
}

/** What rules look at of a history, oldest first. */
export const changesIn = (
  histories: readonly WireHistory[],
  policy: Policy,
  projectId: string,
): Change[] =>
  histories
    .flatMap((history) => changes(history, watched(policy, projectId)))
    .sort((a, b) => a.id - b.id);

/** The status each available transition leads to. */
export const reachable = (
  transitions: readonly WireTransition[] | undefined,
): Ticket['reachable'] =>
  (transitions ?? []).flatMap(({ id, to, isAvailable }) =>
    to?.id === undefined || isAvailable === false ? [] : [{ status: to.id, transition: id }],
  );

const named = (value: unknown): { id: string; name: string } | null => {
  const { id, name } = (value ?? {}) as { id?: string | number; name?: string };
  return id === undefined ? null : { id: String(id), name: name ?? String(id) };
};

/** @param comments all comments, when the issue's own answer did not hold them */
export function ticketOf(
  wire: WireIssue,
  policy: Policy,
  comments?: readonly WireComment[],
): Ticket {
  const { fields } = wire;
  const projectId = named(fields['project'])?.id ?? '';
  const places = fieldsOf(policy, projectId);
  const at = (place: string | null | undefined): unknown =>
    place == null ? undefined : fields[place];
  const status = fields['status'] as {
    id: string;
    name: string;
    statusCategory?: { key?: string };
  };
  const resolution = named(fields['resolution'])?.name;
  const organizations = at(places?.organizations);
  const requestType = at(places?.requestType) as
    { requestType?: { name?: string } } | null | undefined;
  return {
    issueId: wire.id,
    key: wire.key,
    projectId,
    summary: String(fields['summary'] ?? ''),
    createdAt: instant(String(fields['created'])),
    complete: (wire.changelog?.total ?? 0) <= (wire.changelog?.histories?.length ?? 0),
    status: { id: status.id, name: status.name, done: status.statusCategory?.key === 'done' },
    ...(resolution === undefined ? {} : { resolution }),
    priority: named(fields['priority']),
    assignee: personOf(fields['assignee'] as WireUser | null),
    reporter: personOf(fields['reporter'] as WireUser | null),
    requestType: requestType?.requestType?.name ?? null,
    organizations: Array.isArray(organizations)
      ? organizations.flatMap((one) => named(one) ?? [])
      : [],
    accountManager: personOf(at(places?.accountManager) as WireUser | null),
    regionalManager: personOf(at(places?.regionalManager) as WireUser | null),
    comments: (comments ?? (fields['comment'] as WireComments | undefined)?.comments ?? [])
      .map(comment)
      .sort((a, b) => a.id - b.id),
    changes: changesIn(wire.changelog?.histories ?? [], policy, projectId),
    effects: (wire.changelog?.histories ?? []).flatMap(({ historyMetadata }) =>
      historyMetadata?.type === historyType ? (historyMetadata.extraData?.effect ?? []) : [],
    ),
    reachable: reachable(wire.transitions),
  };
}
