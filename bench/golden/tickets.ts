// Tickets as somebody who may see everything reads them in Jira, in order of time.
import type { Host, PersonClient } from '../../host/host';
import { type Node, plainText } from './plain-text';
import { isoOf, sorted } from './same-text';

/** A ticket and what happened to it. */
export interface Ticket {
  readonly key: string;
  readonly created: string;
  /** In order of time; of one instant: changes first, then comments. */
  readonly happenings: readonly Happening[];
  /** What the fields hold at the end, by name; empty ones are left out. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly watchers: readonly string[];
  readonly properties: readonly (readonly [name: string, value: unknown])[];
}

interface Happening {
  readonly at: string;
  readonly lines: readonly string[];
}

interface Named {
  readonly displayName?: string;
  readonly name?: string;
  readonly value?: string;
  readonly key?: string;
}

interface Issue {
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>> & {
    readonly created: string;
    readonly updated: string;
  };
  readonly properties?: object;
}

interface History {
  readonly created: string;
  readonly author?: Named;
  readonly items: readonly {
    readonly field: string;
    readonly fromString: string | null;
    readonly toString: string | null;
  }[];
}

interface Comment {
  readonly created: string;
  readonly updated: string;
  readonly author: Named;
  readonly jsdPublic: boolean;
  readonly visibility?: unknown;
  readonly body: Node;
}

const admin = 'alex.kim@relay.example';
/** Said elsewhere in the record, or follows from the rest. */
const unsaid = new Set([
  ...['comment', 'created', 'updated', 'statuscategorychangedate', 'statusCategory', 'watches'],
  ...['votes', 'worklog', 'workratio', 'lastViewed', 'project', 'progress', 'aggregateprogress'],
]);

/** Every ticket that was raised or touched since then, or that the app has marked, by its key. */
export async function ticketsSince(host: Host, since: number): Promise<Ticket[]> {
  const person = host.as(admin);
  const names = await fieldNames(person);
  const tickets: Ticket[] = [];
  for (const issue of await issues(person)) {
    const touched = Date.parse(isoOf(issue.fields.updated)) >= since;
    if (touched || Object.keys(issue.properties ?? {}).length > 0)
      tickets.push(await ticketOf(person, issue.key, names, since));
  }
  return tickets;
}

async function fieldNames(person: PersonClient): Promise<ReadonlyMap<string, string>> {
  const { body } = await person.request<{ id: string; name: string }[]>('GET', '/rest/api/3/field');
  return new Map(body.map(({ id, name }) => [id, name]));
}

async function issues(person: PersonClient): Promise<Issue[]> {
  const found: Issue[] = [];
  for (let nextPageToken: string | undefined; ;) {
    const { body } = await person.request<{
      issues: Issue[];
      isLast: boolean;
      nextPageToken?: string;
    }>('POST', '/rest/api/3/search/jql', {
      jql: 'project is not EMPTY order by key',
      fields: ['created', 'updated'],
      properties: ['account-relay'],
      maxResults: 100,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    found.push(...body.issues);
    nextPageToken = body.nextPageToken;
    if (body.isLast || nextPageToken === undefined) break;
  }
  const numbered = ({ key }: Issue): [string, number] => [
    key.replace(/\d+$/u, ''),
    Number(/\d+$/u.exec(key)?.[0]),
  ];
  return found.sort((one, other) => {
    const [project, number] = numbered(one);
    const [otherProject, otherNumber] = numbered(other);
    return project.localeCompare(otherProject) || number - otherNumber;
  });
}

async function ticketOf(
  person: PersonClient,
  key: string,
  names: ReadonlyMap<string, string>,
  since: number,
): Promise<Ticket> {
  const issue = await person.get<Issue>(key, 'fields=*all');
  const path = `/rest/api/3/issue/${key}`;
  const histories = await every<History>(person, `${path}/changelog`, 'values');
  const comments = await every<Comment>(person, `${path}/comment`, 'comments');
  const watching = await person.request<{ watchers?: Named[] }>('GET', `${path}/watchers`);
  const recent = ({ created }: { created: string }): boolean => Date.parse(isoOf(created)) >= since;
  const happenings = [
    ...histories.filter(recent).map(changeOf),
    ...comments.filter(recent).map(commentOf),
  ];
  return {
    key,
    created: isoOf(issue.fields.created),
    happenings: happenings.sort((one, other) =>
      one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
    ),
    fields: Object.entries(issue.fields)
      .filter(([id]) => !unsaid.has(id))
      .map(([id, value]) => [names.get(id) ?? id, valueText(value)] as const)
      .filter(([, value]) => value !== '')
      .sort(([one], [other]) => (one < other ? -1 : 1)),
    watchers: (watching.body.watchers ?? []).map(({ displayName = '' }) => displayName).sort(),
    properties: await propertiesOf(person, path),
  };
}

/** Everything a list has, page by page. */
async function every<Item>(person: PersonClient, path: string, items: string): Promise<Item[]> {
  const all: Item[] = [];
  for (;;) {
    const { body } = await person.request<Record<string, unknown>>(
      'GET',
      `${path}?startAt=${all.length}&maxResults=100`,
    );
    const page = body[items] as Item[];
    all.push(...page);
    if (page.length === 0 || all.length >= Number(body['total'])) return all;
  }
}

const changeOf = ({ created, author, items }: History): Happening => ({
  at: isoOf(created),
  lines: [
    `${author?.displayName ?? 'nobody'} changed:`,
    ...items
      .map((item) => `${item.field}: ${item.fromString ?? ''} -> ${said(item, 'toString')}`)
      .sort(),
  ],
});

/** Of an object that says its own `toString`. */
const said = (item: object, name: string): string =>
  Object.hasOwn(item, name) ? String((item as Record<string, unknown>)[name] ?? '') : '';

const commentOf = ({
  created,
  updated,
  author,
  jsdPublic,
  visibility,
  body,
}: Comment): Happening => ({
  at: isoOf(created),
  lines: [
    [
      `${author.displayName ?? 'nobody'} commented, ${jsdPublic ? 'public' : 'internal'}`,
      ...(visibility === undefined ? [] : [`seen by ${sorted(visibility)}`]),
      ...(updated === created ? [] : [`edited ${isoOf(updated)}`]),
    ].join(', '),
    ...plainText(body).split('\n'),
  ],
});

/** A field's value as a page shows it; empty when there is none. */
function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value !== 'object') return String(value);
  const { type, inwardIssue, outwardIssue, requestType, filename } = value as {
    type?: unknown;
    inwardIssue?: Named;
    outwardIssue?: Named;
    requestType?: Named;
    filename?: string;
  };
  if (type === 'doc') return plainText(value).replaceAll('\n', ' | ');
  if (requestType !== undefined) return requestType.name ?? '';
  if (filename !== undefined) return filename;
  const { inward, outward } = (type ?? {}) as { inward?: string; outward?: string };
  if (inwardIssue !== undefined) return `${inward} ${inwardIssue.key}`;
  if (outwardIssue !== undefined) return `${outward} ${outwardIssue.key}`;
  const { displayName, name, value: chosen, key } = value as Named;
  return displayName ?? name ?? chosen ?? key ?? sorted(value);
}

async function propertiesOf(
  person: PersonClient,
  path: string,
): Promise<(readonly [string, unknown])[]> {
  const { body } = await person.request<{ keys: { key: string }[] }>('GET', `${path}/properties`);
  const names = body.keys.map(({ key }) => key).sort();
  return Promise.all(
    names.map(async (name) => {
      const answer = await person.request<{ value: unknown }>('GET', `${path}/properties/${name}`);
      return [name, answer.body.value] as const;
    }),
  );
}
