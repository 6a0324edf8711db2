// How a procedure declares what people may do: with the shape of what they send, and what is done before its rule is asked.
import type * as v from 'valibot';
import type { ActOf, ActWords } from '../core/act';
import type { IssueId } from '../core/ids';
import type { Ports } from './ports';

/** Where an act is about to be done, and for which state of the ticket. */
export interface ActingOn {
  readonly issueId: IssueId;
  readonly expectedRevision: number | null;
}

/** An act in a ticket. What a page sends has the shape `input`; what the rule takes is that, or what `prepare` makes of it. */
export interface TicketAct<
  Shape extends v.GenericSchema = v.GenericSchema,
  Given = unknown,
> extends ActOf<Given> {
  readonly input: Shape;
  /** Looks up, or puts away, what the rule must not do itself. What it throws is the answer of the act. */
  prepare?(ports: Ports, on: ActingOn, input: v.InferOutput<Shape>): Promise<Given>;
  /** Takes back what `prepare` has put away, where the act came to nothing: nothing of a refused act stays. */
  takeBack?(ports: Ports, on: ActingOn): Promise<void>;
  /** It never collides with what somebody else did: the page need not say which state it was made for. */
  readonly anyRevision?: boolean;
}

/** Something done elsewhere than in the ticket a page stands in; it answers with what has become of it. */
export interface ElsewhereAct<
  Shape extends v.GenericSchema = v.GenericSchema,
  Answer = unknown,
  Place = IssueId,
> extends ActWords {
  readonly input: Shape;
  elsewhere(ports: Ports, place: Place, input: v.InferOutput<Shape>): Promise<Answer>;
}

/** The acts of a procedure, by their names in kebab-case. */
export type Acts<Place = IssueId> = Readonly<
  Record<string, TicketAct | ElsewhereAct<v.GenericSchema, unknown, Place>>
>;

/** An act whose rule takes what the page sends. */
export const act = <Shape extends v.GenericSchema>(
  declared: TicketAct<Shape, v.InferOutput<Shape>> & { readonly prepare?: never },
): TicketAct<Shape, v.InferOutput<Shape>> => declared;

/** The same, where two people may do it at once. */
export const actAtOnce = <Shape extends v.GenericSchema>(
  declared: TicketAct<Shape, v.InferOutput<Shape>> & { readonly prepare?: never },
): TicketAct<Shape, v.InferOutput<Shape>> & { readonly anyRevision: true } => ({
  ...declared,
  anyRevision: true,
});

/** An act whose rule takes what `prepare` makes of what the page sends. */
export const preparedAct = <Shape extends v.GenericSchema, Given>(
  declared: TicketAct<Shape, Given> & {
    prepare(ports: Ports, on: ActingOn, input: v.InferOutput<Shape>): Promise<Given>;
  },
): TicketAct<Shape, Given> => declared;

/** An act that is done elsewhere. */
export const elsewhereAct = <Shape extends v.GenericSchema, Answer, Place = IssueId>(
  declared: ElsewhereAct<Shape, Answer, Place>,
): ElsewhereAct<Shape, Answer, Place> => declared;
