// Tickets the app raises itself, through their service desk, so that the customer portal and its rules know them.
import { route } from '@forge/api';
import { RelayError } from '../app/errors';
import type { Requests } from '../app/ports';
import { type Api, bodyOf, json } from './http';

/** A request carries its reference in its description: the one place that is written in the same request as the ticket. */
const withReference = (description: string, reference: string): string =>
  `${description}\n\nReference: ${reference}`;

export const requests = (api: Api): Requests => ({
  async raise({
    projectId,
    requestType,
    summary,
    description,
    onBehalfOf,
    participants = [],
    reference,
  }) {
    // JSM: the id of the service desk "can alternatively be a project identifier"
    // (https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-servicedesk/), but not inside the body.
    const found = await api.requestJira(route`/rest/servicedeskapi/servicedesk/${projectId}`, {
      method: 'GET',
    });
    const { id: serviceDeskId } = await bodyOf<{ id: string }>(
      found,
      `show service project ${projectId}`,
    );
    const typed = await api.requestJira(
      route`/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype?limit=100`,
      { method: 'GET' },
    );
    const { values = [] } = await bodyOf<{ values?: { id: string; name: string }[] }>(
      typed,
      `show the request types of service project ${projectId}`,
    );
    const type = values.find(({ name }) => name.toLowerCase() === requestType.toLowerCase());
    if (type === undefined) {
      throw new RelayError(
        'misconfigured',
        `Service project ${projectId} has no request type "${requestType}".`,
        { remedy: 'Create it there, or name another one in the Account Relay settings.' },
      );
    }
    const body = {
      serviceDeskId,
      requestTypeId: type.id,
      requestFieldValues: { summary, description: withReference(description, reference) },
      ...(onBehalfOf === undefined ? {} : { raiseOnBehalfOf: onBehalfOf }),
      ...(participants.length === 0 ? {} : { requestParticipants: participants }),
    };
    const response = await api.requestJira(route`/rest/servicedeskapi/request`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    const { issueId, issueKey } = await bodyOf<{ issueId: string; issueKey: string }>(
      response,
      `raise a request in service project ${projectId}`,
    );
    return { issueId, key: issueKey };
  },

  async find(projectId, reference) {
    const jql = `project = ${projectId} AND description ~ "\\"${reference}\\"" ORDER BY created ASC`;
    const response = await api.requestJira(route`/rest/api/3/search/jql`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ jql, fields: ['key'], maxResults: 1 }),
    });
    const [issue] =
      (await bodyOf<{ issues?: { id: string; key: string }[] }>(response, 'search for a request'))
        .issues ?? [];
    return issue === undefined ? null : { issueId: issue.id, key: issue.key };
  },
});
