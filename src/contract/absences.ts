import type { Reply } from './problem';
import type { Instant, PersonView } from './why';

/** Who is away, who stands in, and by whose calendar people work (A14, A8). In force at once; not part of a draft. */
export type AbsencesApi = {
  'absences.list': (input: Record<string, never>) => Reply<AbsencesView>;
  /** Null ends or cancels an absence; a calendar of null is the queue's. */
  'absences.set': (input: {
    person: string;
    absence: AbsenceInput | null;
    calendar: string | null;
  }) => Reply<AbsencesView>;
};

/** The account manager's own absence, from the gadget. The viewer is who Forge says. */
export type OwnAbsenceApi = {
  'absence.get': (input: Record<string, never>) => Reply<OwnAbsenceView>;
  /** Null: I am back, or not going. */
  'absence.set': (input: { absence: AbsenceInput | null }) => Reply<OwnAbsenceView>;
};

export interface AbsenceInput {
  readonly delegate: string;
  readonly from: Instant;
  readonly until: Instant;
}

export interface AbsenceView {
  readonly delegate: PersonView;
  readonly from: Instant;
  readonly until: Instant;
  readonly state: 'to-come' | 'now' | 'over';
  /** What does not work about it, in words; empty when all is well. */
  readonly conflicts: readonly string[];
}

export interface AbsencesView {
  readonly now: Instant;
  /** Everybody an SOP may ask, by name. */
  readonly people: readonly {
    readonly person: PersonView;
    readonly calendar: string | null;
    readonly absence: AbsenceView | null;
  }[];
  /** Calendars in force, by key. */
  readonly calendars: readonly { readonly key: string; readonly name: string }[];
}

export interface OwnAbsenceView {
  readonly now: Instant;
  readonly absence: AbsenceView | null;
  /** Who can stand in: everybody an SOP may ask, by name, without the viewer. */
  readonly delegates: readonly PersonView[];
}
