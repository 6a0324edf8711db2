// What somebody owes on a ticket. Procedures say what is owed, derived from their state; the engine keeps the time, tells
// people, reminds them, climbs, and lists it (X10).
import type { AccountId, Cid } from './ids';
import type { Instant } from './instant';
import type { LadderStep } from './ladder';
import type { ProcedureId } from './part';
import type { Role } from './roles';

/**
 * Who owes something: everybody who holds a role, the assignee of the ticket or else the team lead, people by name, or one of
 * a list.
 */
export type Party = Role | 'assignee' | Named | OneOf;

/** People by name. */
interface Named {
  readonly people: readonly AccountId[];
  /** Who is asked where none of them is there, before the fallback list of the settings. */
  readonly orElse?: readonly AccountId[];
}

/** The first of a list who is there and was not asked before. */
interface OneOf {
  readonly oneOf: readonly AccountId[];
}

/** The people whom a party names; nobody where it is a role. */
export function namedIn(of: Party): readonly AccountId[] {
  if (typeof of === 'string') return [];
  return 'people' in of ? [...of.people, ...(of.orElse ?? [])] : of.oneOf;
}

/** How long somebody has: business minutes, or whole business days. */
export type Allowance = { readonly minutes: number } | { readonly days: number };

/** Who hears of it when nobody has acted. */
export interface WaitStep {
  readonly to: Party;
  /** After the due time for the first step, and after the step before for the others. */
  readonly after: Allowance;
  /** What is asked of them, where it is not the same: "Escalate to the customer contact". */
  readonly title?: string;
  /** The time that those of this step have to do it themselves; where it is absent, the due time stays what it was. */
  readonly within?: Allowance;
  /** It is theirs alone from then on: whoever was asked before need not do it any more. */
  readonly takesOver?: true;
  /** Business minutes before that at which they are reminded. */
  readonly remindBefore?: readonly number[];
}

/** Where it does not climb by itself: somebody is asked to escalate it, or it is only written down that it would (A7). */
export type ByHand = { readonly how: 'prompt'; readonly of: Party } | { readonly how: 'shadow' };

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
  /** Business minutes before the due time at which whoever owes it is reminded. */
  readonly remindBefore?: readonly number[];
  /** Since when there is less time for it, such as by a higher priority (A18): its times are taken anew when this moves forward. */
  readonly hastened?: Instant;
  /** Not due before that: a date that was agreed, such as the day of a meeting. */
  readonly notBefore?: Instant;
  readonly above: readonly WaitStep[];
  /** Those above may do it themselves once they have it. Where it is absent they see that it gets done. */
  readonly aboveMay?: true;
  /** On which step it begins: 0, where it is absent, is whoever owes it, 1 the first of those above. */
  readonly from?: number;
  /** Absent where it climbs by itself. */
  readonly byHand?: ByHand | undefined;
  /** Whom somebody else than the app has told of it when it began, and when: a comment that tags them. */
  readonly told?: { readonly people: readonly AccountId[]; readonly at: Instant };
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

/** A step that is a role. */
export interface RoleStep extends WaitStep {
  readonly to: Role;
}

/** The steps of a ladder that is set in working days. */
export const stepsOf = (ladder: readonly LadderStep<Role>[]): readonly RoleStep[] =>
  ladder.map(({ to, afterDays }) => ({ to, after: { days: afterDays } }));
