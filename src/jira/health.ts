// How a queue's project stands in Jira, with no more rights than the app has anyway.
import { route } from '@forge/api';
import type { Health } from '../app/settings-ports';
import type { NeededPermission, Sample } from '../core/doctor/queue-facts';
import { type Api, bodyOf, json } from './http';
import type { WireTransition } from './wire';

/** Tickets looked through for one of each work type and status. */
const recent = 100;

/** Atlassian's own app, as which the rules of Jira act where their author chose nobody else; the same on every site. */
const automation = '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077';

interface WireNamed {
  readonly id: string;
  readonly name: string;
}

interface WireSample {
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly transitions?: readonly WireTransition[];
  readonly editmeta?: { readonly fields?: Readonly<Record<string, unknown>> };
}

interface WireFound {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface WireGrants {
  readonly projectPermissions?: readonly {
    readonly permission: string;
    readonly projects?: readonly number[];
  }[];
}

/**
 * @param app `api.asApp()`; @param asking who asks what other people may do: `api.asUser()` of an administrator, or the
 *   app where nobody looks. Jira tells it to administrators and to apps (REST reference, "Get bulk permissions").
 */
export const jiraHealth = (app: Api, asking: Api): Health => ({
  async ownPermissions(projectId, wanted) {
    const body = { projectPermissions: [{ permissions: wanted, projects: [Number(projectId)] }] };
    const response = await app.requestJira(route`/rest/api/3/permissions/check`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    const { projectPermissions = [] } = await bodyOf<WireGrants>(
      response,
      'say what Account Relay may do',
    );
    return new Set(
      projectPermissions.flatMap(({ permission, projects }) =>
        (projects ?? []).length > 0 ? [permission as NeededPermission] : [],
      ),
    );
  },

  async permissionsOf(person, projectIds) {
    const body = {
      accountId: person,
      projectPermissions: [
        { permissions: ['BROWSE_PROJECTS', 'ADD_COMMENTS'], projects: projectIds.map(Number) },
      ],
    };
    const response = await asking.requestJira(route`/rest/api/3/permissions/check`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    const { projectPermissions = [] } = await bodyOf<WireGrants>(
      response,
      'say what somebody may do',
    );
    const where = (wanted: string) =>
      projectPermissions
        .filter(({ permission }) => permission === wanted)
        .flatMap(({ projects }) => (projects ?? []).map(String));
    return { browse: where('BROWSE_PROJECTS'), comment: where('ADD_COMMENTS') };
  },

  async recentTickets(projectId, status, organizations) {
    const where = status === null ? '' : ` AND status = ${status}`;
    const body = {
      jql: `project = ${projectId}${where} ORDER BY updated DESC`,
      fields: ['status', 'issuetype', organizations],
      maxResults: status === null ? recent : 1,
    };
    const response = await app.requestJira(route`/rest/api/3/search/jql`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    const { issues = [] } = await bodyOf<{ issues?: WireFound[] }>(response, 'search for tickets');
    return issues.map(({ id, fields }) => {
      const shown = fields[organizations];
      return {
        issueId: id,
        type: (fields['issuetype'] as WireNamed).id,
        status: (fields['status'] as WireNamed).id,
        organizations: Array.isArray(shown)
          ? (shown as WireNamed[]).map((one) => ({ id: String(one.id), name: one.name }))
          : [],
      };
    });
  },

  async movedByRule(projectId, from, to) {
    if (to.length === 0) return [];
    const moved = `status CHANGED FROM (${from.join(', ')}) TO (${to.join(', ')})`;
    const body = {
      jql: `project = ${projectId} AND ${moved} BY "${automation}" AFTER -14d ORDER BY updated DESC`,
      fields: ['status'],
      maxResults: recent,
    };
    const response = await app.requestJira(route`/rest/api/3/search/jql`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    // Jira refuses to look for what somebody has done whom the site does not have.
    if (response.status === 400) return [];
    const { issues = [] } = await bodyOf<{ issues?: { readonly key: string }[] }>(
      response,
      'search for tickets',
    );
    return issues.map(({ key }) => key);
  },

  async samples(issueIds) {
    const body = {
      issueIdsOrKeys: issueIds,
      fields: ['status', 'issuetype'],
      expand: ['transitions', 'editmeta'],
    };
    const response = await app.requestJira(route`/rest/api/3/issue/bulkfetch`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    const { issues = [] } = await bodyOf<{ issues?: WireSample[] }>(response, 'show the tickets');
    return issues.map(({ key, fields, transitions = [], editmeta }): Sample => {
      const status = fields['status'] as WireNamed;
      return {
        key,
        type: (fields['issuetype'] as WireNamed).name,
        status: { id: status.id, name: status.name },
        editable: Object.keys(editmeta?.fields ?? {}),
        leadsTo: transitions.flatMap(({ to, isAvailable }) =>
          to?.id === undefined || isAvailable === false ? [] : [to.id],
        ),
      };
    });
  },
});
