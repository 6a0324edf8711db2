import { type Act } from '../act';
import { type History, type Issue, type Stored, type Transition } from '../entities';
import { emitUpdated } from '../events';
import { mailUpdate } from '../notifications';
import { followStatus } from './approval';
import { applyChange, type Change, datesOfStatus } from './change';

/** Takes a transition, with whatever else is written in the same stroke: one history, one event. */
export function moveIssue(act: Act, issue: Issue, transition: Transition, also: Change = {}): History | null {
  const values: Record<string, Stored> = { ...also.values, status: transition.to, ...datesOfStatus(act.world, issue, transition.to, act.now) };
  if (transition.resolution !== undefined) {
    values['resolution'] = transition.resolution;
    values['resolutiondate'] = transition.resolution === null ? null : act.now;
  }
  const history = applyAndTell(act, issue, { ...also, values });
  followStatus(act.world, issue, act.now);
  return history;
}

/** Writes a change and tells everyone about it. */
export function applyAndTell(act: Act, issue: Issue, change: Change, mentionedBefore: readonly string[] = []): History | null {
  const history = applyChange(act, issue, change);
  if (!history) return null;
  emitUpdated(act, issue, history, mentionedBefore);
  mailUpdate(act, issue, history);
  return history;
}
