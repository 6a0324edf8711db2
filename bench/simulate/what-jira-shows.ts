// What a person with every right can read of a ticket: the only witness of the judge.
import type { Host } from '../../host/host';

export interface SeenComment {
  readonly at: number;
  readonly author: string;
  readonly byApp: boolean;
  readonly public: boolean;
  readonly text: string;
  readonly mentions: readonly string[];
  /** The same, one by one; what is said beside the names of those it tags. */
  readonly paragraphs: readonly { readonly mentions: readonly string[]; readonly said: string }[];
}

export interface SeenTicket {
  readonly key: string;
  readonly createdAt: number;
  readonly status: string;
  readonly priority: string;
  readonly accountManager: string | null;
  readonly regionalManager: string | null;
  /** Oldest first. */
  readonly comments: readonly SeenComment[];
  /** Changes of status, oldest first. */
  readonly moves: readonly { readonly at: number; readonly to: string }[];
}

interface Node {
  readonly type?: string;
  readonly text?: string;
  readonly attrs?: { readonly id?: string; readonly text?: string };
  readonly content?: readonly Node[];
}

interface Issue {
  readonly fields: Readonly<Record<string, unknown>> & {
    readonly created: string;
    readonly status: { readonly name: string };
    readonly priority: { readonly name: string };
  };
}

interface History {
  readonly created: string;
  readonly items: readonly { readonly fieldId?: string; readonly toString: unknown }[];
}

const mentionsIn = (node: Node): string[] =>
  flat(node).flatMap(({ type, attrs }) =>
    type === 'mention' && attrs?.id !== undefined ? [attrs.id] : [],
  );
const admin = 'alex.kim@relay.example';
const time = (text: string): number => Date.parse(text.replace(/(\d{2})(\d{2})$/u, '$1:$2'));
const flat = (node: Node): Node[] => [node, ...(node.content ?? []).flatMap(flat)];

export async function seen(host: Host, key: string): Promise<SeenTicket> {
  const person = host.as(admin);
  const { body: fields } = await person.request<{ id: string; name: string }[]>(
    'GET',
    '/rest/api/3/field',
  );
  const issue = await person.get<Issue>(key, 'fields=*all');
  const { body } = await person.request<{
    comments: { author: { accountId: string }; jsdPublic: boolean; body: Node; created: string }[];
  }>('GET', `/rest/api/3/issue/${key}/comment?maxResults=1000`);
  const inField = (name: string): string | null => {
    const id = fields.find((field) => field.name === name)?.id ?? name;
    return (issue.fields[id] as { accountId?: string } | null | undefined)?.accountId ?? null;
  };
  return {
    key,
    createdAt: time(issue.fields.created),
    status: issue.fields.status.name,
    priority: issue.fields.priority.name,
    accountManager: inField('Account Manager'),
    regionalManager: inField('Regional Manager'),
    comments: body.comments.map((comment) => ({
      at: time(comment.created),
      author: comment.author.accountId,
      byApp: comment.author.accountId === host.app.accountId,
      public: comment.jsdPublic,
      text: flat(comment.body)
        .map(({ text, attrs }) => text ?? attrs?.text ?? '')
        .join(''),
      mentions: mentionsIn(comment.body),
      paragraphs: (comment.body.content ?? []).map((paragraph) => ({
        mentions: mentionsIn(paragraph),
        said: flat(paragraph)
          .map(({ text }) => text ?? '')
          .join('')
          .replace(/^(?: \(for [^)]+\)|\s)+/u, ''),
      })),
    })),
    moves: await movesOf(host, key),
  };
}

async function movesOf(host: Host, key: string): Promise<{ at: number; to: string }[]> {
  const moves: { at: number; to: string }[] = [];
  for (let startAt = 0, last = false; !last;) {
    const { body } = await host
      .as(admin)
      .request<{ values: History[]; isLast: boolean }>(
        'GET',
        `/rest/api/3/issue/${key}/changelog?startAt=${startAt}&maxResults=100`,
      );
    for (const { created, items } of body.values) {
      for (const item of items)
        if (item.fieldId === 'status') moves.push({ at: time(created), to: String(item.toString) });
    }
    startAt += body.values.length;
    last = body.isLast || body.values.length === 0;
  }
  return moves;
}
