// A person at work in Jira, over the same REST API as everybody.
import type { PersonClient, RestAnswer } from './host';
import type { Jira } from './jira';

interface Errors {
  readonly errorMessages?: readonly string[];
  readonly errors?: Readonly<Record<string, string>>;
  readonly errorMessage?: string;
}

const wordsOf = (body: unknown): string => {
  const { errorMessages = [], errors = {}, errorMessage } = (body ?? {}) as Errors;
  return [
    ...errorMessages,
    ...Object.entries(errors).map(([field, words]) => `${field}: ${words}`),
    ...(errorMessage === undefined ? [] : [errorMessage]),
  ].join(' ');
};

interface Named {
  readonly id: string;
  readonly name: string;
}

/** @throws Error when nobody has that e-mail address or account id */
export function personClient(jira: Jira, baseUrl: string, who: string): PersonClient {
  const person = jira.person(who);
  if (person === null) throw new Error(`Nobody here is ${who}.`);

  const request = async <T>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<RestAnswer<T>> => {
    const sent =
      body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const { response } = await jira.handle(
      new Request(new URL(path, baseUrl), { method, ...sent }),
      { accountId: person.accountId },
    );
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
  };
  const must = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await request<T>(method, path, body);
    if (answer.status >= 400)
      throw new Error(`${method} ${path}: ${answer.status} ${wordsOf(answer.body)}`);
    return answer.body;
  };
  const accountIdOf = (one: string): string => jira.person(one)?.accountId ?? one;
  const documentOf = (text: string, mention: readonly string[]): object => ({
    type: 'doc',
    version: 1,
    content: [
      {
        type: 'paragraph',
        content: [
          ...mention.flatMap((one) => [
            {
              type: 'mention',
              attrs: { id: accountIdOf(one), text: `@${jira.person(one)?.displayName ?? one}` },
            },
            { type: 'text', text: ' ' },
          ]),
          { type: 'text', text },
        ],
      },
    ],
  });

  return {
    accountId: person.accountId,
    request,
    comment: (issue, text, options = {}) =>
      must('POST', `/rest/api/3/issue/${issue}/comment`, {
        body: documentOf(text, options.mention ?? []),
        ...(options.public === true
          ? {}
          : { properties: [{ key: 'sd.public.comment', value: { internal: true } }] }),
      }),
    async reply(issue, text) {
      await must('POST', `/rest/servicedeskapi/request/${issue}/comment`, {
        body: text,
        public: true,
      });
    },
    async attach(issue, filename, content, mimeType = 'text/plain') {
      const form = new FormData();
      form.append('file', new Blob([content], { type: mimeType }), filename);
      const sent = new Request(new URL(`/rest/api/3/issue/${issue}/attachments`, baseUrl), {
        method: 'POST',
        body: form,
        headers: { 'X-Atlassian-Token': 'no-check' },
      });
      const { response } = await jira.handle(sent, { accountId: person.accountId });
      const answered: unknown = await response.json();
      const [file] = response.ok ? (answered as { id: string }[]) : [];
      if (file === undefined)
        throw new Error(`${filename} on ${issue}: ${response.status} ${wordsOf(answered)}`);
      return file.id;
    },
    async transition(issue, status) {
      const { transitions } = await must<{ transitions: { id: string; to: Named }[] }>(
        'GET',
        `/rest/api/3/issue/${issue}/transitions`,
      );
      const way = transitions.find(({ to }) => to.name === status);
      if (way === undefined)
        throw new Error(
          `${issue} has no transition to ${status}; it has ${transitions.map(({ to }) => to.name).join(', ') || 'none'}.`,
        );
      await must('POST', `/rest/api/3/issue/${issue}/transitions`, { transition: { id: way.id } });
    },
    async edit(issue, fields) {
      const known = await must<Named[]>('GET', '/rest/api/3/field');
      const named = Object.entries(fields).map(([name, value]) => {
        const id = known.find((field) => field.id === name || field.name === name)?.id ?? name;
        const someone = typeof value === 'string' ? jira.person(value) : null;
        return [id, someone === null ? value : { accountId: someone.accountId }] as const;
      });
      await must('PUT', `/rest/api/3/issue/${issue}`, { fields: Object.fromEntries(named) });
    },
    async raise({ project, requestType, summary, description, onBehalfOf, organizations }) {
      const desk = jira.projects().find(({ key }) => key === project)?.serviceDeskId;
      const { values } = await must<{ values: Named[] }>(
        'GET',
        `/rest/servicedeskapi/servicedesk/${desk ?? project}/requesttype`,
      );
      const type = values.find(({ name }) => name === requestType);
      if (type === undefined)
        throw new Error(
          `${project} has no request type ${requestType}; it has ${values.map(({ name }) => name).join(', ')}.`,
        );
      const raised = await must<{ issueId: string; issueKey: string }>(
        'POST',
        '/rest/servicedeskapi/request',
        {
          serviceDeskId: desk,
          requestTypeId: type.id,
          requestFieldValues: { summary, ...(description === undefined ? {} : { description }) },
          ...(onBehalfOf === undefined ? {} : { raiseOnBehalfOf: accountIdOf(onBehalfOf) }),
        },
      );
      if (organizations !== undefined) {
        const known = await must<Named[]>('GET', '/rest/api/3/field');
        const field = known.find(({ name }) => name === 'Organizations')?.id ?? 'organizations';
        await must('PUT', `/rest/api/3/issue/${raised.issueKey}`, {
          fields: { [field]: organizations.map(Number) },
        });
      }
      return { id: raised.issueId, key: raised.issueKey };
    },
    get: (issue, query = '') =>
      must('GET', `/rest/api/3/issue/${issue}${query === '' ? '' : `?${query}`}`),
    async search(jql, fields = ['summary', 'status']) {
      const { issues } = await must<{
        issues: { id: string; key: string; fields: Record<string, unknown> }[];
      }>('POST', '/rest/api/3/search/jql', { jql, fields: [...fields], maxResults: 1000 });
      return issues;
    },
  };
}
