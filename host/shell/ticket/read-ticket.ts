import { read, send } from '../data/http';
import { type Comment, type Ticket } from '../data/wire';

export interface TicketPageData {
  readonly ticket: Ticket;
  /** Newest first. */
  readonly comments: readonly Comment[];
}

const pathOf = (key: string): string => `/rest/api/3/issue/${encodeURIComponent(key)}`;

/** Everything a ticket's page shows of it, as this person sees it. */
export async function readTicket(key: string): Promise<TicketPageData> {
  const [ticket, { comments }] = await Promise.all([
    read<Ticket>(
      `${pathOf(key)}?fields=*all,-comment&expand=names,editmeta,transitions,transitions.fields,changelog`,
    ),
    read<{ comments: readonly Comment[] }>(
      `${pathOf(key)}/comment?orderBy=-created&maxResults=200`,
    ),
  ]);
  return { ticket, comments };
}

export const editTicket = (
  key: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<unknown> => send('PUT', pathOf(key), { fields });

export const moveTicket = (
  key: string,
  transition: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<unknown> =>
  send('POST', `${pathOf(key)}/transitions`, {
    transition: { id: transition },
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
  });

/** JSM: the comment property sd.public.comment keeps a comment from customers. */
export const addComment = (key: string, body: unknown, internal: boolean): Promise<Comment> =>
  send('POST', `${pathOf(key)}/comment`, {
    body,
    ...(internal ? { properties: [{ key: 'sd.public.comment', value: { internal: true } }] } : {}),
  });
