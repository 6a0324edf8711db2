import { type Act } from '../act';
import { type History, type Issue, type Stored, type Transition } from '../entities';
import { emitUpdated } from '../events';
import { mailUpdate } from '../notifications';
import { followStatus } from './approval';
import { applyChange, type Change, datesOfStatus } from './change';

/** Takes a transition, with whatever else is written in the same stroke: one history, one event. */
export function moveIssue(
  act: Act,
  issue: Issue,
  transition: Transition,
  also: Change = {},
): History | null {
  // What the screen says goes before what the transition would set.
  const resolution = also.values?.['resolution'] ?? transition.resolution;
  const values: Record<string, Stored> = {
    ...also.values,
    status: transition.to,
    ...datesOfStatus(act.world, issue, transition.to, act.now),
    ...(resolution === undefined
      ? {}
      : { resolution, resolutiondate: resolution === null ? null : act.now }),
  };
  const history = applyAndTell(act, issue, { ...also, values });
  followStatus(act.world, issue, act.now);
  return history;
}

/** Writes a change and tells everyone about it. */
export function applyAndTell(
  act: Act,
  issue: Issue,
  change: Change,
  mentionedBefore: readonly string[] = [],
): History | null {
  const history = applyChange(act, issue, change);
  if (!history) return null;
  emitUpdated(act, issue, history, mentionedBefore);
  mailUpdate(act, issue, history);
  return history;
}
