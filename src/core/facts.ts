// Settings as facts, each with a subject and a value in words: what a difference is told in.
import type { Settings } from './policy';
import type { Names } from './prose';

/** One thing that is set. */
export interface Fact {
  /** The same for the same thing in two versions, whatever it is called in either. */
  readonly id: string;
  /** Such as `response time of "Payroll export is blocked" at High`. */
  readonly subject: string;
  /** A single value, or the members of a list whose order does not matter. */
  readonly value: string | readonly string[];
  /** Said when the other version has no value for this. */
  readonly absent?: string;
  /** The ids behind the value: two things of Jira's may bear one name. */
  readonly exactly?: string;
}

/** A thing with facts of its own, which can be new or gone as a whole. */
export interface FactGroup {
  readonly id: string;
  /** Such as `the SOP entry "Payroll export is blocked"`. */
  readonly label: string;
  /** The queue's key, or null for what concerns all. */
  readonly where: string | null;
  /** The group it is part of: gone or new with it. */
  readonly within: string | null;
  readonly facts: readonly Fact[];
}

/** What one part of the settings says. */
export type FactsOf = (settings: Settings, names: Names) => readonly FactGroup[];
