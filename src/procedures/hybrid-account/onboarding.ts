// HY-06 … HY-11: a net new hybrid account comes aboard in two departments at once.
import type { AccountId, Cid } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { HybridPolicy, TaskTemplate } from './settings/policy';

export interface OnboardingTask extends TaskTemplate {
  /** HY-07: what is posted, ready to copy. */
  readonly message: string | null;
  /** Who did it when; for tasks of both, each department once. */
  readonly done: readonly {
    readonly by: AccountId;
    readonly side: 'cs' | 'fmc';
    readonly at: Instant;
    readonly note: string | null;
    /** When it took place, where that was said. */
    readonly on?: Instant;
  }[];
}

export interface Onboarding {
  readonly cid: Cid;
  /** The opportunity in the system of record: one onboarding each (H6). */
  readonly opportunity: string;
  readonly type: 'net-new' | 'became-hybrid';
  /** When it began; absent where it began before that was kept. */
  readonly openedAt?: Instant;
  /** Copied from the template at the start: a template edited later leaves this onboarding alone. */
  readonly tasks: readonly OnboardingTask[];
  /** HY-19: the hand-over to the other department. */
  readonly notifiedAt: Instant | null;
  readonly acknowledgeBy: Instant | null;
  readonly acknowledged: { readonly by: AccountId; readonly at: Instant } | null;
  /** H7: where the Onboarding Object is, and when it was updated last; its notes stay there. */
  readonly object: {
    readonly url: string;
    readonly at: Instant;
    readonly updatedAt?: Instant;
  } | null;
  /** HY-11: the channel that was created for issues of this account. */
  readonly channel: string | null;
  /** When both calls were done: the join fires once (HY-10). */
  readonly joinedAt: Instant | null;
  /** When the sync meeting is (HY-05). */
  readonly meetingAt: Instant | null;
  /** HY-20: the time that each department has set last; absent where it was set before that was kept. */
  readonly meetingSet?: Readonly<Partial<Record<'cs' | 'fmc', Instant>>>;
  /** The last time that both have set. */
  readonly meetingAgreed?: Instant;
  /** HY-22: what both departments have to decide, and have decided; the latest last. */
  readonly crossroads?: readonly Crossroads[];
  /** HY-22: it was ended before it was done. */
  readonly ended?: { readonly at: Instant; readonly why: string } | null;
}

/** What may become of an onboarding: `join` lets it cover the other opportunity as well. */
export type Choice = 'go-on' | 'end' | 'join';

/** The {@link Crossroads} of an account that is no longer hybrid. */
export const notHybrid = 'not-hybrid';

/** HY-22: the account is no longer hybrid, or another opportunity of it is won. */
export interface Crossroads {
  /** {@link notHybrid}, or `opportunity:` and the id of the other. */
  readonly id: string;
  readonly at: Instant;
  /** The onboarding of the other opportunity. */
  readonly other: {
    readonly opportunity: string;
    readonly issueId: string;
    readonly key: string;
  } | null;
  readonly votes: Readonly<Partial<Record<'cs' | 'fmc', Vote>>>;
  readonly decided: { readonly choice: Choice; readonly at: Instant } | null;
}

/** What one department wants. */
export interface Vote {
  readonly choice: Choice;
  readonly by: AccountId;
  readonly at: Instant;
}

/** A task is done when everybody it needs has done it: both departments, or whoever owns it. */
export const isDone = (task: OnboardingTask): boolean =>
  task.owner === 'both'
    ? task.done.some(({ side }) => side === 'cs') && task.done.some(({ side }) => side === 'fmc')
    : task.done.length > 0;

/** May it be begun? What the SOP does not show is nobody's duty: an empty slot never holds anything up. */
export const isOpen = (onboarding: Onboarding, task: OnboardingTask): boolean => {
  if (isDone(task)) return false;
  if (task.opens === 'at-once') return true;
  return task.opens === 'when-acknowledged'
    ? onboarding.acknowledged !== null
    : onboarding.joinedAt !== null;
};

/** HY-10: both calls are over, in whichever order. */
export const bothCalled = (onboarding: Onboarding): boolean => {
  const calls = onboarding.tasks.filter(({ kind }) => kind === 'call');
  return calls.length > 0 && calls.every(isDone);
};

/** It goes on: it is neither done nor ended. */
export const isRunning = (onboarding: Onboarding | undefined): onboarding is Onboarding =>
  onboarding !== undefined && onboarding.ended == null && !isAboard(onboarding);

/** Everything that is no empty slot is done. */
export const isAboard = (onboarding: Onboarding): boolean =>
  onboarding.joinedAt !== null &&
  onboarding.tasks.every((task) => task.kind === 'slot' || isDone(task));

const mergeField = /\{\{\s*([a-z]+)\s*\}\}/gu;

/** A text of the settings with what is known filled in; what is not a merge field stays as it is written. */
export const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(mergeField, (whole, key: string) => values[key] ?? whole);

/** A new onboarding from the template. */
export function newOnboarding(
  policy: HybridPolicy,
  of: Pick<Onboarding, 'cid' | 'opportunity' | 'type' | 'openedAt'> & {
    readonly account: string;
    readonly ticket: string;
  },
): Onboarding {
  const { account, ticket, ...facts } = of;
  const values = { account, opportunity: of.opportunity, ticket };
  return {
    ...facts,
    tasks: policy.tasks.map((task) => ({
      ...task,
      message: task.kind === 'inform' ? filled(policy.message, values) : null,
      done: [],
    })),
    notifiedAt: null,
    acknowledgeBy: null,
    acknowledged: null,
    object: null,
    channel: null,
    joinedAt: null,
    meetingAt: null,
  };
}
