// Jira as one caller sees it. Each endpoint is written out in full: Atlassian's lint derives the scopes from the text.
import { route } from '@forge/api';
import { CameOutPublic } from '../app/errors';
import type { JiraDoor } from '../app/jira-ports';
import type { Policy } from '../core/policy';
import type { Ticket } from '../core/ticket';
import { documentOf } from './adf';
import { type Api, answerOf, bodyOf, bodyOrNull, json } from './http';
import {
  effectKey,
  effectProperty,
  historyMetadata,
  internalProperty,
  projectionKey,
  projectionProperties,
} from './marks';
import { scarceFor } from './points';
import { changesIn, instant, personOf, reachable, ticketOf } from './ticket';
import { fieldsToRead } from './ticket-fields';
import type {
  WireComment,
  WireComments,
  WireHistory,
  WireIssue,
  WireTransition,
  WireUser,
} from './wire';

/** Comments looked through for an effect id: more than anybody adds while a turn is cut off and tried again. */
const recentComments = 50;
/** Jira's index pages; ids only, so a page is cheap. */
const searchPage = 500;
/** With fields a page has at most 100. */
const ticketPage = 100;

/** @param api `api.asApp()`, or `api.asUser()` inside a resolver */
export const jiraDoor = (api: Api): JiraDoor => ({
  async readTicket(issueId, policy) {
    const fields = fieldsToRead(policy).join(',');
    const response = await api.requestJira(
      route`/rest/api/3/issue/${issueId}?fields=${fields}&expand=transitions,changelog`,
      { method: 'GET' },
    );
    const issue = await bodyOrNull<WireIssue>(response, `show ticket ${issueId}`);
    return issue === null ? null : wholeTicket(api, issue, policy);
  },

  async readTickets(issueIds, policy) {
    const body = {
      issueIdsOrKeys: issueIds,
      fields: fieldsToRead(policy),
      expand: ['transitions', 'changelog'],
    };
    const response = await api.requestJira(route`/rest/api/3/issue/bulkfetch`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    const { issues = [] } = await bodyOf<{ issues?: WireIssue[] }>(response, 'show the tickets');
    return Promise.all(issues.map((issue) => wholeTicket(api, issue, policy)));
  },

  async readChanges(issueId, policy, projectId) {
    const histories: WireHistory[] = [];
    for (let last = false; !last;) {
      const response = await api.requestJira(
        route`/rest/api/3/issue/${issueId}/changelog?startAt=${histories.length}&maxResults=100`,
        { method: 'GET' },
      );
      const page = await bodyOf<{ values?: WireHistory[]; isLast?: boolean }>(
        response,
        `show the history of ticket ${issueId}`,
      );
      histories.push(...(page.values ?? []));
      last = page.isLast !== false || (page.values ?? []).length === 0;
    }
    return changesIn(histories, policy, projectId);
  },

  async readRequest(issueIdOrKey) {
    const response = await api.requestJira(route`/rest/servicedeskapi/request/${issueIdOrKey}`, {
      method: 'GET',
    });
    const request = await bodyOrNull<{ issueId: string; issueKey: string }>(
      response,
      `show request ${issueIdOrKey}`,
    );
    return request === null ? null : { issueId: request.issueId, key: request.issueKey };
  },

  async attachments(issueId) {
    const response = await api.requestJira(route`/rest/api/3/issue/${issueId}?fields=attachment`, {
      method: 'GET',
    });
    const issue = await bodyOrNull<WireIssue>(response, `show the files of ticket ${issueId}`);
    const files = issue?.fields['attachment'] as
      { id: string; filename: string; created: string }[] | undefined;
    return issue === null
      ? null
      : (files ?? []).map(({ id, filename, created }) => ({
          id: String(id),
          name: filename,
          at: instant(created),
        }));
  },

  async say(issueId, text) {
    const response = await api.requestJira(route`/rest/servicedeskapi/request/${issueId}/comment`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ body: text, public: true }),
    });
    return {
      id: Number(
        (await bodyOf<{ id: string }>(response, `take a comment on request ${issueId}`)).id,
      ),
    };
  },

  async readTransitions(issueId) {
    const response = await api.requestJira(route`/rest/api/3/issue/${issueId}/transitions`, {
      method: 'GET',
    });
    const { transitions } = await bodyOf<{ transitions?: WireTransition[] }>(
      response,
      `show the transitions of ticket ${issueId}`,
    );
    return reachable(transitions);
  },

  async comment(issueId, body, mark) {
    const comment = {
      body: documentOf(body),
      properties: [internalProperty, effectProperty(mark)],
    };
    const response = await api.requestJira(route`/rest/api/3/issue/${issueId}/comment`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(comment),
    });
    const posted = await bodyOf<WireComment>(
      response,
      `take an internal note on ticket ${issueId}`,
    );
    if (posted.jsdPublic !== false) {
      // X7: nothing internal stays where a customer can read it, whatever the reason.
      const gone = await api.requestJira(route`/rest/api/3/issue/${issueId}/comment/${posted.id}`, {
        method: 'DELETE',
      });
      await answerOf(gone, `delete the public note ${posted.id} on ticket ${issueId}`);
      throw new CameOutPublic();
    }
    return { id: Number(posted.id) };
  },

  async findComment(issueId, effectId) {
    const ids = (await newestComments(api, issueId)).map(({ id }) => Number(id));
    if (ids.length === 0) return null;
    const response = await api.requestJira(route`/rest/api/3/comment/list?expand=properties`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ ids }),
    });
    const { values = [] } = await bodyOf<{ values?: WireComment[] }>(response, 'show the comments');
    const found = values.find(({ properties }) =>
      properties?.some(({ key, value }) => key === effectKey && value?.id === effectId),
    );
    return found === undefined ? null : { id: Number(found.id) };
  },

  async edit(issueId, change, mark) {
    const {
      people,
      priority,
      dueDate,
      labels = [],
      emptied = [],
      link,
      words,
      projection,
    } = change;
    const fields = {
      ...(words === undefined
        ? {}
        : {
            summary: words.summary,
            description: documentOf([[{ kind: 'text', text: words.description }]]),
          }),
      ...Object.fromEntries(
        people.map(({ field, person }) => [field, person === null ? null : { accountId: person }]),
      ),
      ...(priority === null ? {} : { priority: { id: priority } }),
      ...(dueDate === undefined ? {} : { duedate: dueDate }),
      ...Object.fromEntries(emptied.map((field) => [field, []])),
    };
    const update = {
      ...(labels.length === 0 ? {} : { labels: labels.map((label) => ({ add: label })) }),
      ...(link === undefined
        ? {}
        : { issuelinks: [{ add: { type: { name: link.type }, outwardIssue: { id: link.to } } }] }),
    };
    const body = {
      fields,
      ...(Object.keys(update).length === 0 ? {} : { update }),
      ...projectionProperties(projection),
      historyMetadata: historyMetadata(mark),
    };
    const response = await api.requestJira(route`/rest/api/3/issue/${issueId}`, {
      method: 'PUT',
      headers: json,
      body: JSON.stringify(body),
    });
    await answerOf(response, `set the fields of ticket ${issueId}`);
  },

  async transition(issueId, transition, projection, mark) {
    const body = {
      transition: { id: transition },
      ...projectionProperties(projection),
      historyMetadata: historyMetadata(mark),
    };
    const response = await api.requestJira(route`/rest/api/3/issue/${issueId}/transitions`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    await answerOf(response, `move ticket ${issueId}`);
  },

  async watch(issueId, person) {
    const response = await api.requestJira(route`/rest/api/3/issue/${issueId}/watchers`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(person),
    });
    await answerOf(response, `add a watcher to ticket ${issueId}`);
  },

  async setProjection(issueId, projection) {
    const response = await api.requestJira(
      route`/rest/api/3/issue/${issueId}/properties/${projectionKey}`,
      { method: 'PUT', headers: json, body: JSON.stringify(projection) },
    );
    await answerOf(response, `set the search property of ticket ${issueId}`);
  },

  async searchTickets(jql, policy, after) {
    const body = {
      jql,
      fields: fieldsToRead(policy),
      expand: 'transitions,changelog',
      maxResults: ticketPage,
      ...(after === null ? {} : { nextPageToken: after }),
    };
    const response = await api.requestJira(route`/rest/api/3/search/jql`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    const { issues = [], nextPageToken } = await bodyOf<{
      issues?: WireIssue[];
      nextPageToken?: string | null;
    }>(response, 'search for tickets');
    const tickets = await Promise.all(issues.map((issue) => wholeTicket(api, issue, policy)));
    return { tickets, next: nextPageToken ?? null };
  },

  async search(jql, after) {
    const body = {
      jql,
      fields: ['id'],
      maxResults: searchPage,
      ...(after === null ? {} : { nextPageToken: after }),
    };
    const response = await api.requestJira(route`/rest/api/3/search/jql`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    const { issues = [], nextPageToken } = await bodyOf<{
      issues?: { id: string }[];
      nextPageToken?: string | null;
    }>(response, 'search for tickets');
    return { issueIds: issues.map(({ id }) => id), next: nextPageToken ?? null };
  },

  async count(jql) {
    const response = await api.requestJira(route`/rest/api/3/search/approximate-count`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ jql }),
    });
    return (await bodyOf<{ count: number }>(response, 'count the tickets')).count;
  },

  async people(ids) {
    const query = new URLSearchParams({ maxResults: String(ids.length) });
    for (const person of ids) query.append('accountId', person);
    const response = await api.requestJira(route`/rest/api/3/user/bulk?${query}`, {
      method: 'GET',
    });
    const { values = [] } = await bodyOf<{ values?: WireUser[] }>(response, 'show the people');
    return values.flatMap((user) => personOf(user) ?? []);
  },

  async myself() {
    const response = await api.requestJira(route`/rest/api/3/myself`, { method: 'GET' });
    const { accountId } = await bodyOf<{ accountId: string }>(response, 'say who we are');
    return { accountId };
  },

  scarceFor: () => scarceFor(Date.now()),
});

/** Jira may cut the comments short inside an issue; then the newest are read apart, older ones were considered long ago. */
async function wholeTicket(api: Api, issue: WireIssue, policy: Policy): Promise<Ticket> {
  const shown = issue.fields['comment'] as WireComments | undefined;
  const complete = (shown?.total ?? 0) <= (shown?.comments?.length ?? 0);
  return ticketOf(issue, policy, complete ? undefined : await newestComments(api, issue.id));
}

async function newestComments(api: Api, issueId: string): Promise<readonly WireComment[]> {
  const response = await api.requestJira(
    route`/rest/api/3/issue/${issueId}/comment?orderBy=-created&maxResults=${recentComments}`,
    { method: 'GET' },
  );
  return (
    (await bodyOf<WireComments>(response, `show the comments of ticket ${issueId}`)).comments ?? []
  );
}
