import type { OwnAbsenceApi } from '../../../contract/absences';
import type { Mark } from '../../../contract/badge';
import type { waitActs } from '../../../app/waits/acts';
import type { GoneTicket, Memory, WaitingReads, WaitingRow } from '../../../contract/waiting';
import type { NewsRow } from '../../../contract/news';
import type { ActCalls } from '../../../contract/acts';
import type { accountManagerActs } from '../pages/acts';
import type { Reply } from '../../../contract/problem';
import type { Instant, PersonView, WhyView } from '../../../contract/why';

/** Reads of the gadget of an account manager, and the viewer's own absence. The viewer is who Forge says. */
export type MyAsksReads = OwnAbsenceApi &
  WaitingReads & {
    'asks.mine': (input: MyAsksFilter) => Reply<MyAsksView>;
  };

/** What the gadget may call; the ticket of an act is named, and re-checked as that person. */
export type MyAsksApi = MyAsksReads &
  ActCalls<'account-manager', typeof accountManagerActs, MyAsksView, InGadget> &
  ActCalls<'wait', typeof waitActs, MyAsksView, InGadget>;

/** Set in the gadget's own configuration. */
export interface MyAsksFilter {
  /** Keys of the queues to show; none means all. */
  readonly queues?: readonly string[] | undefined;
  /** Rows in each list, 1 to 50. */
  readonly rows?: number | undefined;
  /** Also show what waits on the account managers of my region. */
  readonly includeTeam?: boolean | undefined;
  /** What an answer has given before. */
  readonly memory?: Memory | undefined;
}

/** What goes with every act: its ticket, and what the gadget shows, because the act's answer is what it shows then. */
interface InGadget {
  readonly issueId: string;
  readonly shown?: MyAsksFilter | undefined;
}

export interface MyAsksView {
  readonly now: Instant;
  readonly viewer: PersonView;
  /** While the viewer is away and somebody stands in. */
  readonly awayUntil: Instant | null;
  readonly counts: { readonly overdue: number; readonly waiting: number };
  /** Asked of me as account manager: overdue in front, then by priority, then by due time (AM-18). */
  readonly mine: readonly AskRow[];
  /** Escalated to me as regional manager or fallback. */
  readonly escalatedToMe: readonly AskRow[];
  /** Waiting on the account managers of my region. */
  readonly myTeam: readonly AskRow[];
  /** What other procedures wait for from me, in order of due time; and how much of it there is. */
  readonly toDo: readonly WaitingRow[];
  readonly toDoTotal: number;
  /** What others owe to me, who asked for it. */
  readonly askedFor: readonly WaitingRow[];
  /** Updates of another department about accounts the viewer shares with it, not acknowledged yet; the oldest first. */
  readonly news: readonly NewsRow[];
  /** What has ended because its ticket is gone, the latest first. */
  readonly gone: readonly GoneTicket[];
  /** To be handed back with the next call. */
  readonly memory: Memory;
  /** True when there is more than the rows asked for. */
  readonly more: boolean;
  /** Queues the viewer could choose in the configuration. */
  readonly queues: readonly { readonly key: string; readonly name: string }[];
}

export interface AskRow {
  readonly issueId: string;
  readonly revision: number;
  /** The wait for its answer, as the acts of every wait name it. */
  readonly wait: string;
  readonly key: string;
  readonly summary: string;
  readonly account: {
    readonly cid: string;
    readonly name: string;
    readonly marks: readonly Mark[];
  };
  readonly priority: { readonly id: string; readonly name: string };
  readonly status: string;
  readonly holder: PersonView;
  /** Who has it by now, where the viewer has missed it or somebody stands in: the viewer may still answer (A4). */
  readonly nowWith?: PersonView | null;
  readonly askedBy: PersonView | null;
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  readonly overdue: boolean;
  readonly note: string | null;
  readonly promisedBy: Instant | null;
  readonly customerReplied: boolean;
  /** May the viewer promise a date for it (once, and not when overdue at the last level)? */
  readonly mayPromise: boolean;
  /** Why it would not show as an action item by the SOP's own rule (AM-17), when it would not. */
  readonly hiddenBySop: WhyView | null;
}
