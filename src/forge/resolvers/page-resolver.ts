// The one way in which a page's resolver is made: from its reads, and from the acts that it offers. What a call needs is
// loaded when it is called, and nothing else.
import Resolver, { type Request } from '@forge/resolver';
import { actOnTicket } from '../../app/act-on-ticket';
import { stillHolds } from '../../app/edition';
import type { Acts } from '../../app/acts';
import { parse } from '../../app/input';
import type { Page } from '../../app/page';
import type { ProcedureId } from '../../core/part';
import { procedures } from '../../procedures';
import { cataloguesForViewer } from '../ports';
import { answering, type Asked, issueOf } from './answering';
import type { FirstLook } from '../first-look';
import type { Called, PageResolver, Runtime } from './thin';

/** What the calls of acts begin with that every wait has, whichever procedure it is of. */
const waitCalls = 'wait';

/** The call with which a page in a ticket looks whether it is still true. */
const lookCall = 'look';

type Method = (request: Request, look: FirstLook | null) => Promise<unknown>;
type Methods = Readonly<Record<string, Method>>;

/** @param methods those of one procedure, by the name before the dot of a call, and the reads beside them */
function resolverOf(methods: (procedure: string) => Promise<Methods>): PageResolver {
  const answer = async (called: Called, runtime: Runtime, look: FirstLook | null = null) => {
    const procedure = called.call.functionKey.split('.')[0] ?? '';
    const resolver = new Resolver();
    for (const [name, method] of Object.entries(await methods(procedure)))
      resolver.define(name, (request) => method(request, look));
    return resolver.getDefinitions()(called, runtime);
  };
  return Object.assign(answer, {
    calls: async () => {
      const all = await Promise.all(
        [...procedures.map(({ id }) => id), waitCalls, lookCall].map((name) => methods(name)),
      );
      return [...new Set(all.flatMap((some) => Object.keys(some)))];
    },
  });
}

/** Outside, an act is called `<procedure>.<act>`. */
const named = (
  procedure: ProcedureId,
  acts: Acts,
  method: (act: Acts[string]) => Method,
): Methods =>
  Object.fromEntries(
    Object.entries(acts).map(([name, act]) => [`${procedure}.${name}`, method(act)]),
  );

/** The page of a procedure, as its module in the manifest names it. @throws TypeError where it has none of that name */
function pageOf(procedure: ProcedureId, name: string): Promise<Page> {
  const load = procedures.find(({ id }) => id === procedure)?.pages?.[name];
  if (load === undefined) throw new TypeError(`The procedure ${procedure} has no page "${name}".`);
  return load();
}

/** Where a page of a procedure stands, and which acts it answers. */
interface At {
  /** Which ticket it is, as the platform says it or the call names it. */
  readonly place: (asked: Asked) => string;
  /** The procedure whose acts it answers; those of all where it is absent. */
  readonly offers?: ProcedureId;
}

/** The methods of a page through which people act on a ticket. */
const ticketMethods =
  (
    procedure: ProcedureId,
    name: string,
    { place, offers }: At,
  ): ((called: string) => Promise<Methods>) =>
  async (called) => {
    const page = await pageOf(procedure, name);
    const reads = Object.fromEntries(
      Object.entries(page.reads).map(([call, read]) => [
        call,
        answering((asked) => read(asked.ports, page.anywhere ? '' : place(asked), asked.payload)),
      ]),
    );
    const module =
      offers !== undefined && offers !== called
        ? undefined
        : procedures.find(({ id }) => id === called);
    const acts =
      called === waitCalls
        ? (await import('../../app/waits/acts')).waitActs
        : module === undefined
          ? {}
          : (page.acts ?? (await module.load.acts?.()) ?? {});
    return {
      ...reads,
      ...named(called, acts, (act) =>
        'elsewhere' in act
          ? answering((asked) =>
              act.elsewhere(asked.ports, place(asked), parse(act.input, asked.payload)),
            )
          : answering<unknown>(
              (asked) =>
                actOnTicket(asked.ports, page, place(asked), {
                  procedure: called,
                  act,
                  payload: asked.payload,
                }),
              (asked) => page.show(asked.ports, place(asked), asked.payload),
            ),
      ),
    };
  };

/** A page through which people act on a ticket; every act answers with the page as it stands then, also when it was stale. */
export const ticketResolver = (procedure: ProcedureId, name: string, at: At): PageResolver =>
  resolverOf(ticketMethods(procedure, name, at));

/**
 * The panel of a procedure in a ticket, which the platform names. It can also be asked whether what it shows is still true.
 * @param offers the procedure whose acts it answers and whose state it shows; those of all where it is absent
 */
export function panelResolver(procedure: ProcedureId, offers?: ProcedureId): PageResolver {
  const place = ({ context }: Asked): string => issueOf(context);
  const methods = ticketMethods(procedure, 'panel', {
    place,
    ...(offers === undefined ? {} : { offers }),
  });
  const look = answering((asked) => stillHolds(asked.ports, place(asked), asked.payload, offers));
  return resolverOf(async (called) => (called === lookCall ? { look } : methods(called)));
}

/** A page in a project; who may not browse that gets nothing. */
export const projectResolver = (procedure: ProcedureId, name: string): PageResolver =>
  resolverOf(async () => {
    const load = procedures.find(({ id }) => id === procedure)?.projectPages?.[name];
    if (load === undefined)
      throw new TypeError(`The procedure ${procedure} has no page "${name}" in projects.`);
    const { place, reads, acts } = await load();
    const at = ({ ports, context }: Asked) => {
      const project = context.extension?.project?.id;
      return place(
        ports,
        cataloguesForViewer().viewer,
        project === undefined ? null : String(project),
      );
    };
    return {
      ...Object.fromEntries(
        Object.entries(reads).map(([call, read]) => [
          call,
          answering(async (asked) => read(asked.ports, await at(asked), asked.payload)),
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(acts).map(([act, { elsewhere, input }]) => [
          `${procedure}.${act}`,
          answering(async (asked) =>
            elsewhere(asked.ports, await at(asked), parse(input, asked.payload) as never),
          ),
        ]),
      ),
    };
  });

/** A resolver whose methods are all at hand. */
export const methodsResolver = (methods: object): PageResolver =>
  resolverOf(() => Promise.resolve(methods as Methods));
