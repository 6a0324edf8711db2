// What one procedure knows of a ticket: a part of the ticket's ledger that nobody else reads.
import type { Case } from './case';
import type { Ledger } from './ledger';

/** Such as `change-request`: the name of the procedure's folder, in rows, settings and acts. */
export type ProcedureId = string;

/** A part as it is stored: what a procedure knows, and by which version of its code it was written. */
export interface Part {
  readonly v: number;
  readonly state: unknown;
}

/** The one door of a procedure to its part of the ledger. */
export interface PartOf<State> {
  readonly id: ProcedureId;
  /** What it knows of the ticket; undefined where the ticket is none of its business. */
  readonly of: (ledger: Pick<Ledger, 'parts'> | null | undefined) => State | undefined;
  /** The ledger with that part; without it where the state is undefined. */
  readonly put: (ledger: Ledger, state: State | undefined) => Ledger;
  /** Keeps a new state in a decision that is being made. */
  readonly set: (c: Case, state: State | undefined) => void;
}

/** From the shape of one version of a procedure's state to that of the next. */
export type PartUpgrade = (state: Readonly<Record<string, unknown>>) => unknown;

/**
 * @param v the version of the state's shape; raised with an upgrade when the shape changes
 * @param upgrades the first leads from version 1 to 2, and so on
 */
export function partOf<State>(
  id: ProcedureId,
  v: number,
  upgrades: readonly PartUpgrade[] = [],
): PartOf<State> {
  const asOfNow = (part: Part): State =>
    upgrades
      .slice(part.v - 1)
      .reduce<unknown>(
        (older, upgrade) => upgrade(older as Readonly<Record<string, unknown>>),
        part.state,
      ) as State;
  const put = (ledger: Ledger, state: State | undefined): Ledger => {
    const { [id]: _before, ...others } = ledger.parts;
    return { ...ledger, parts: state === undefined ? others : { ...others, [id]: { v, state } } };
  };
  return {
    id,
    of: (ledger) => {
      const part = ledger?.parts[id];
      return part === undefined ? undefined : asOfNow(part);
    },
    put,
    set: (c, state) => c.change({ parts: put(c.ledger, state).parts }),
  };
}
