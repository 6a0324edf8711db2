// What somebody owes on a ticket. Procedures say what is owed, derived from their state; the engine keeps the time, tells
// people, reminds them, climbs, and lists it (X10).
import type { AccountId, Cid } from './ids';
import type { Instant } from './instant';
import type { LadderStep } from './ladder';
import type { ProcedureId } from './part';
import type { Role } from './roles';

/** Who owes something: everybody who holds a role, the assignee of the ticket or else the team lead, or people by name. */
export type Party = Role | 'assignee' | { readonly people: readonly AccountId[] };

/** How long somebody has: business minutes, or whole business days. */
export type Allowance = { readonly minutes: number } | { readonly days: number };

/** Who hears of it when nobody has acted. */
export interface WaitStep {
  readonly to: Role;
  /** After the due time for the first step, and after the step before for the others. */
  readonly after: Allowance;
  /** What is asked of them, where it is not the same: "Escalate to the customer contact". */
  readonly title?: string;
}

/** Something that is owed, by whom, since when, and what ends it. */
export interface Wait {
  /** The same as long as the same thing is owed on the ticket, such as `gate:cost:ask`; of one procedure. */
  readonly key: string;
  /** Of the written SOP. */
  readonly clause: string;
  /** As a to-do of whoever owes it: "Approve the cost". */
  readonly title: string;
  readonly of: Party;
  /** People it is never asked of, whoever else is away: the author of what they would sign. */
  readonly not?: readonly AccountId[];
  /** Who can do it at all, where not everybody can: nobody else stands in for anybody, nor is it handed to anybody else. */
  readonly only?: readonly Party[];
  /** The customers whose CSMs are meant, where the ticket follows several; the ticket's own where it is absent. */
  readonly cid?: Cid | readonly Cid[] | undefined;
  /** The moment that made it owed. When it moves forward, the time starts again. */
  readonly since: Instant;
  readonly within: Allowance;
  /** Not due before that: a date that was agreed, such as the day of a meeting. */
  readonly notBefore?: Instant;
  readonly above: readonly WaitStep[];
  /** Those above may do it themselves once they have it. Where it is absent they see that it gets done. */
  readonly aboveMay?: true;
  /**
   * How whoever owes it hears of it when it begins. `tag`: a comment of the engine. `said`: the procedure's own words tag
   * them in the same turn; whom they do not tag, the engine does. `list`: it stands in their list, and they are tagged when it is late.
   */
  readonly tell: 'tag' | 'said' | 'list';
  /** Acts of its procedure that end it or bring it on, such as `approve`; the usual one first. */
  readonly acts: readonly string[];
  /** Who waits for it, beside those above. */
  readonly askers?: readonly AccountId[];
}

/** Which wait is meant. */
export interface WaitNamed {
  readonly procedure: ProcedureId;
  readonly wait: string;
}

/** The steps of a ladder that is set in working days. */
export const stepsOf = (ladder: readonly LadderStep<Role>[]): readonly WaitStep[] =>
  ladder.map(({ to, afterDays }) => ({ to, after: { days: afterDays } }));
