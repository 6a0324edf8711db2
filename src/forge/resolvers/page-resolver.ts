// The one way in which a page's resolver is made: from its reads, and from the acts that it offers.
import type * as v from 'valibot';
import Resolver, { type ResolverFunction } from '@forge/resolver';
import { actOnTicket, type TicketPage } from '../../app/act-on-ticket';
import type { Acts, ElsewhereAct } from '../../app/acts';
import { parse } from '../../app/input';
import type { ProcedureId } from '../../core/part';
import { answering, type Asked } from './answering';

/** What a page reads, by the names of its contract. */
type Reads<Calls, Place = void> = {
  readonly [Call in keyof Calls]: (
    asked: Asked,
    place: Place,
  ) => Promise<Calls[Call] extends (input: never) => infer Answer ? Value<Answer> : never>;
};
type Value<Answer> = Answer extends { readonly ok: true; readonly value: infer View }
  ? View
  : never;

type Methods = Readonly<Record<string, ResolverFunction>>;

/** A resolver, and the names of everything that it answers. */
export type PageResolver = ReturnType<Resolver['getDefinitions']> & {
  readonly calls: readonly string[];
};

export function resolverOf(methods: object): PageResolver {
  const resolver = new Resolver();
  for (const [name, method] of Object.entries(methods as Methods)) resolver.define(name, method);
  return Object.assign(resolver.getDefinitions(), { calls: Object.keys(methods) });
}

const answered = <Place>(reads: object, place: (asked: Asked) => Promise<Place>): Methods =>
  Object.fromEntries(
    Object.entries(
      reads as Readonly<Record<string, (asked: Asked, at: Place) => Promise<unknown>>>,
    ).map(([name, read]) => [name, answering(async (asked) => read(asked, await place(asked)))]),
  );

/** Outside, an act is called `<procedure>.<act>`. */
const named = <Act>(
  procedures: Readonly<Record<string, Readonly<Record<string, Act>>>>,
  method: (act: Act, procedure: ProcedureId) => ResolverFunction,
): Methods =>
  Object.assign(
    {},
    ...Object.entries(procedures).map(([procedure, acts]) =>
      Object.fromEntries(
        Object.entries(acts).map(([name, act]) => [`${procedure}.${name}`, method(act, procedure)]),
      ),
    ),
  ) as Methods;

/**
 * A page through which people act on a ticket; every act answers with the page as it stands then, also when it was stale.
 * @param place which ticket it is, as the platform says it or the call names it
 */
export const ticketResolver = <Calls, View>(
  page: TicketPage<View>,
  place: (asked: Asked) => string,
  { reads, acts }: { readonly reads: Reads<Calls>; readonly acts: Readonly<Record<string, Acts>> },
): PageResolver =>
  resolverOf({
    ...answered(reads, async () => undefined),
    ...named(acts, (act, procedure) =>
      'elsewhere' in act
        ? answering((asked) =>
            act.elsewhere(asked.ports, place(asked), parse(act.input, asked.payload)),
          )
        : answering(
            (asked) =>
              actOnTicket(asked.ports, page, place(asked), {
                procedure,
                act,
                payload: asked.payload,
              }),
            (asked) => page.show(asked.ports, place(asked)),
          ),
    ),
  });

/** A page that stands in no ticket: what is done on it is done elsewhere. @param place where it stands, for that viewer */
export const pageResolver = <Calls, Place>(
  place: (asked: Asked) => Promise<Place>,
  {
    reads,
    acts,
  }: {
    readonly reads: Reads<Calls, Place>;
    readonly acts: Readonly<
      Record<string, Readonly<Record<string, ElsewhereAct<v.GenericSchema, unknown, Place>>>>
    >;
  },
): PageResolver =>
  resolverOf({
    ...answered(reads, place),
    ...named(acts, (act) =>
      answering(async (asked) => {
        const at = await place(asked);
        return act.elsewhere(asked.ports, at, parse(act.input, asked.payload));
      }),
    ),
  });
