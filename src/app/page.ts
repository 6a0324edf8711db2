// A page as its procedure defines it: what it reads, and how it acts on a ticket.
import type * as v from 'valibot';
import type { TicketPage } from './act-on-ticket';
import type { Acts, ElsewhereAct } from './acts';
import type { Ports } from './ports';
import type { Catalogue } from './settings-ports';

/** What a page reads, by the names of its contract. @template Calls the contract's reads */
export type Reads<Calls, Place = string> = {
  readonly [Call in keyof Calls]: (
    ports: Ports,
    place: Place,
    payload: unknown,
  ) => Promise<Calls[Call] extends (input: never) => infer Answer ? Value<Answer> : never>;
};
type Value<Answer> = Answer extends { readonly ok: true; readonly value: infer View }
  ? View
  : never;

/** A page through which people look at a ticket and act on it. */
export interface Page<View = unknown> extends TicketPage<View> {
  readonly reads: Readonly<
    Record<string, (ports: Ports, place: string, payload: unknown) => Promise<unknown>>
  >;
  /** What people do through it, where that is not what their procedures declare for every page. */
  readonly acts?: Acts;
  /** It stands in no ticket: only its acts name one. */
  readonly anywhere?: true;
}

/** A page in a project, for that viewer; what is done on it is done elsewhere. */
export interface ProjectPage<Place = never> {
  readonly place: (ports: Ports, asViewer: Catalogue, projectId: string | null) => Promise<Place>;
  readonly reads: Readonly<
    Record<string, (ports: Ports, place: Place, payload: unknown) => Promise<unknown>>
  >;
  readonly acts: Readonly<Record<string, ElsewhereAct<v.GenericSchema, unknown, Place>>>;
}

/** A page with its reads held to their contract. */
export const page = <Calls, View>(
  definition: Omit<Page<View>, 'reads'> & { readonly reads: Reads<Calls> },
): Page<View> => definition;

/** A page in a project with its reads held to their contract. */
export const projectPage = <Calls, Place>(
  definition: Omit<ProjectPage<Place>, 'reads'> & { readonly reads: Reads<Calls, Place> },
): ProjectPage => definition as unknown as ProjectPage;
