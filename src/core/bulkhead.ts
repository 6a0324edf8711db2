// A procedure that throws is stopped alone. Meanwhile its gates answer "closed": nobody knows what it would have said.
import { type Because, because } from './because';
import type { ProcedureId } from './part';
import type { Procedure } from './procedure';

/** One procedure threw. */
export class Failure extends Error {
  constructor(
    readonly procedure: ProcedureId,
    readonly error: unknown,
  ) {
    super(`The procedure ${procedure} failed.`);
  }
}

/** Runs what is a procedure's own. @throws Failure when it throws */
export function behindBulkhead<T>({ id }: Pick<Procedure, 'id'>, rules: () => T): T {
  try {
    return rules();
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(id, error);
  }
}

/** Why a gate stays closed while the procedure that keeps it has stopped. */
export const closedWhileStopped = ({ id }: Procedure): Because =>
  because(
    'X8',
    'A part of Account Relay has stopped on this ticket, so what it guards stays closed until it runs again.',
    { procedure: id },
  );
