// HY-12 … HY-18, M15: what one department knows of a ticket, and whoever has to know it has not acknowledged.
import type { AccountId, Cid } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Department } from './settings/policy';

/** The three classes of the SOP (HY-12, HY-13, HY-16), and a question of one department to the other (HY-17). */
export type UpdateClass = 'bug' | 'integration' | 'maintenance' | 'question';

/** What happens in a ticket without anybody writing an update (HY-21). */
export type Happened = 'status' | 'public-comment' | 'resolution' | 'integration-ticket';

/** Something there is to know. */
export interface Update {
  readonly id: number;
  /** The department that knows it, so that it is news for the other; null where it is news for both. */
  readonly from: Department | null;
  /** Null where nobody of ours did it. */
  readonly by: AccountId | null;
  /** Of what happened several times, the first that is not acknowledged. */
  readonly at: Instant;
  readonly class: UpdateClass;
  readonly text: string;
  /** The comment that said it, where one did; an internal one. */
  readonly comment: number | null;
  /** HY-21: it happened in the ticket; what happened, and how often since it was acknowledged last. */
  readonly happened?: Happened;
  readonly times?: number;
  /** HY-16: news for both departments, whichever of them announces it. */
  readonly everybody?: true;
  /** Seats whose people said it themselves. */
  readonly known?: readonly Seat[];
}

/** A question of a touching base: an ask with a due time, as any other. */
export interface Question {
  readonly id: number;
  readonly from: Department;
  readonly by: AccountId;
  readonly at: Instant;
  readonly text: string;
  readonly dueAt: Instant;
  readonly answered: { readonly by: AccountId; readonly at: Instant; readonly text: string } | null;
}

/**
 * Whose acknowledgement counts (HY-18): `fmc` is the team lead of the other department, `cs:` and a CID the CSM of that
 * account. What was acknowledged stays so when another person takes the seat.
 */
export type Seat = string;

/** What a ticket of a hybrid account makes known to both departments. */
export interface Knowledge {
  readonly class: Exclude<UpdateClass, 'question'>;
  /** The accounts it is about: one, or all that a maintenance affects (HY-16). */
  readonly accounts: readonly Cid[];
  /** HY-16: a text fit for the customer's admin; null where there is none. */
  readonly forAdmins: string | null;
  readonly updates: readonly Update[];
  /** How far each seat has acknowledged: the id of the last update it has seen. `cs` is of before seats were persons. */
  readonly seen: Readonly<Record<Seat, number>>;
  readonly questions: readonly Question[];
  /** What everybody has acknowledged or answered and is no longer kept here; it stands among the ticket's comments. */
  readonly older?: { readonly updates: number; readonly questions: number };
  /** The id of the last update, question and group, so that none is given twice. */
  readonly last?: { readonly update: number; readonly question: number; readonly group?: number };
  /** Seats of one person that have news, asked as one. */
  readonly groups?: readonly SeatGroup[];
}

/** Seats whose person is asked once for all of them, under a number that no change of people touches. */
export interface SeatGroup {
  readonly id: number;
  readonly seats: readonly Seat[];
  /** Whose they were when it was looked last. */
  readonly person: AccountId | null;
}

export const both = ['cs', 'fmc'] as const satisfies readonly Department[];

export const other = (department: Department): Department => (department === 'cs' ? 'fmc' : 'cs');

export const nothingKnown = (
  of: Pick<Knowledge, 'class' | 'accounts' | 'forAdmins'>,
): Knowledge => ({
  ...of,
  updates: [],
  seen: {},
  questions: [],
});

export const csSeat = (cid: Cid): Seat => `cs:${cid}`;
export const departmentOfSeat = (seat: Seat): Department => (seat === 'fmc' ? 'fmc' : 'cs');

/** The seats of a department: one for each account that it looks after. */
export const seatsOf = ({ accounts }: Pick<Knowledge, 'accounts'>, side: Department): Seat[] =>
  side === 'fmc' ? ['fmc'] : accounts.map(csSeat);

const seenBy = ({ seen }: Knowledge, seat: Seat): number =>
  Math.max(seen[seat] ?? 0, seen[departmentOfSeat(seat)] ?? 0);

const isNews = (knowledge: Knowledge, update: Update, seat: Seat): boolean =>
  (update.everybody === true || update.from !== departmentOfSeat(seat)) &&
  update.known?.includes(seat) !== true &&
  update.id > seenBy(knowledge, seat);

/** What is news for that seat. */
export const newsOf = (knowledge: Knowledge, seat: Seat): readonly Update[] =>
  knowledge.updates.filter((update) => isNews(knowledge, update, seat));

/** Whose acknowledgement of it is missing. */
export const lackedBy = (knowledge: Knowledge, update: Update): Seat[] =>
  both
    .flatMap((side) => seatsOf(knowledge, side))
    .filter((seat) => isNews(knowledge, update, seat));

/** What somebody in the department has not acknowledged who has to. */
export const gapOf = (knowledge: Knowledge, department: Department): readonly Update[] => {
  const seats = seatsOf(knowledge, department);
  return knowledge.updates.filter((update) =>
    seats.some((seat) => isNews(knowledge, update, seat)),
  );
};

const lastUpdate = ({ updates, last }: Knowledge): number =>
  Math.max(last?.update ?? 0, updates.at(-1)?.id ?? 0);
const lastQuestion = ({ questions, last }: Knowledge): number =>
  Math.max(last?.question ?? 0, ...questions.map(({ id }) => id));

/** One more question. */
export function asked(knowledge: Knowledge, question: Omit<Question, 'id'>): Knowledge {
  const id = lastQuestion(knowledge) + 1;
  return {
    ...knowledge,
    questions: [...knowledge.questions, { ...question, id }],
    last: { ...knowledge.last, update: lastUpdate(knowledge), question: id },
  };
}

/** One more thing to know. */
export function told(knowledge: Knowledge, update: Omit<Update, 'id'>): Knowledge {
  const id = lastUpdate(knowledge) + 1;
  return {
    ...knowledge,
    updates: [...knowledge.updates, { ...update, id }],
    last: { ...knowledge.last, update: id, question: lastQuestion(knowledge) },
  };
}

/**
 * HY-21: something happened in the ticket. News of one kind is one line until somebody has acknowledged it: what comes next
 * takes its place, with a number of its own, so that the acknowledgement of the older does not stand for it.
 */
export function happenedAgain(
  knowledge: Knowledge,
  update: Omit<Update, 'id' | 'times'> & { readonly happened: Happened },
): Knowledge {
  const before = knowledge.updates.find(
    (one) =>
      one.happened === update.happened &&
      one.from === update.from &&
      both
        .flatMap((side) => seatsOf(knowledge, side))
        .every((seat) => one.from === departmentOfSeat(seat) || isNews(knowledge, one, seat)),
  );
  return before === undefined
    ? told(knowledge, update)
    : told(
        { ...knowledge, updates: knowledge.updates.filter((one) => one !== before) },
        { ...update, at: before.at, times: (before.times ?? 1) + 1 },
      );
}

/** These seats have seen everything up to and with that update; none ever goes back. */
export function acknowledged(
  knowledge: Knowledge,
  seats: readonly Seat[],
  upTo: number,
): Knowledge {
  const known = Math.min(upTo, lastUpdate(knowledge));
  return {
    ...knowledge,
    seen: {
      ...knowledge.seen,
      ...Object.fromEntries(seats.map((seat) => [seat, Math.max(seenBy(knowledge, seat), known)])),
    },
  };
}
