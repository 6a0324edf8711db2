import { read, send } from '../data/http';
import { type JsmPage } from '../data/wire';

// What of JSM's answers the portal reads.

interface JsmDate {
  readonly epochMillis: number;
}

interface Customer {
  readonly accountId: string;
  readonly displayName: string;
  readonly _links?: { readonly avatarUrls?: Readonly<Record<string, string>> };
}

export interface PortalRequest {
  readonly issueId: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly createdDate: JsmDate;
  readonly reporter?: Customer;
  readonly currentStatus: {
    readonly status: string;
    readonly statusCategory: string;
    readonly statusDate?: JsmDate;
  };
  readonly requestType?: { readonly name: string };
  readonly serviceDesk?: { readonly projectName: string };
  readonly participants?: JsmPage<Customer>;
  readonly requestFieldValues?: readonly {
    readonly fieldId: string;
    readonly label: string;
    readonly value?: unknown;
  }[];
}

export interface PortalComment {
  readonly id: string;
  readonly body: string;
  readonly public: boolean;
  readonly created: JsmDate;
  readonly author: Customer;
}

export interface CustomerTransition {
  readonly id: string;
  readonly name: string;
}

export interface RequestType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface RequestField {
  readonly fieldId: string;
  readonly name: string;
  readonly required: boolean;
  readonly jiraSchema: { readonly type: string; readonly system?: string };
}

export interface ServiceDesk {
  readonly id: string;
  readonly projectName: string;
  readonly projectKey: string;
}

const at = (key: string): string => `/rest/servicedeskapi/request/${encodeURIComponent(key)}`;

/** Mine, those I take part in, and those of my organizations. */
export const readRequests = async (): Promise<readonly PortalRequest[]> =>
  (
    await read<JsmPage<PortalRequest>>(
      '/rest/servicedeskapi/request?requestOwnership=OWNED_REQUESTS&requestOwnership=PARTICIPATED_REQUESTS&requestOwnership=ALL_ORGANIZATIONS&expand=requestType,serviceDesk&limit=100',
    )
  ).values;

export interface RequestPageData {
  readonly request: PortalRequest;
  readonly comments: readonly PortalComment[];
  readonly transitions: readonly CustomerTransition[];
}

/** A request with its public conversation, also for an agent who looks at the portal. */
export async function readRequest(key: string): Promise<RequestPageData> {
  const [request, comments, transitions] = await Promise.all([
    read<PortalRequest>(`${at(key)}?expand=requestType,serviceDesk,participant`),
    read<JsmPage<PortalComment>>(`${at(key)}/comment?public=true&internal=false&limit=100`),
    read<JsmPage<CustomerTransition>>(`${at(key)}/transition`),
  ]);
  return { request, comments: comments.values, transitions: transitions.values };
}

export const reply = (key: string, body: string): Promise<unknown> =>
  send('POST', `${at(key)}/comment`, { body, public: true });
export const takeTransition = (key: string, id: string): Promise<unknown> =>
  send('POST', `${at(key)}/transition`, { id });

export const readDesks = async (): Promise<readonly ServiceDesk[]> =>
  (await read<JsmPage<ServiceDesk>>('/rest/servicedeskapi/servicedesk?limit=50')).values;

const desk = (id: string): string => `/rest/servicedeskapi/servicedesk/${encodeURIComponent(id)}`;
export const readDesk = (id: string): Promise<ServiceDesk> => read(desk(id));
export const readRequestTypes = async (id: string): Promise<readonly RequestType[]> =>
  (await read<JsmPage<RequestType>>(`${desk(id)}/requesttype?limit=50`)).values;
export const readRequestFields = async (
  id: string,
  type: string,
): Promise<readonly RequestField[]> =>
  (
    await read<{ requestTypeFields: readonly RequestField[] }>(
      `${desk(id)}/requesttype/${encodeURIComponent(type)}/field`,
    )
  ).requestTypeFields;

export const raise = (
  deskId: string,
  typeId: string,
  values: Readonly<Record<string, string>>,
): Promise<PortalRequest> =>
  send('POST', '/rest/servicedeskapi/request', {
    serviceDeskId: deskId,
    requestTypeId: typeId,
    requestFieldValues: values,
  });
