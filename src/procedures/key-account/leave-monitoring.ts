// KA-11, K9: once production cycles are due, "not processing-related" ends monitoring only with a reason and the word of
// another senior engineer.
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import { nameOf } from '../../core/people';
import type { Situation } from '../../core/situation';
import { ownWorkOf, whyOwnWork } from './duties';
import { monitoring } from './monitoring';
import { isSenior, rankOf } from './rank';
import type { Release } from './release';
import { keep, wrong } from './say';
import type { KeyAccountPolicy, ReleasePolicy } from './settings/policy';

/** Is there something to be left: a cycle is recorded, or was due? */
export const isMonitored = (
  situation: Situation,
  policy: ReleasePolicy,
  release: Release,
): boolean =>
  release.processing?.value === true &&
  (release.cycles.length > 0 || (monitoring(situation, policy, release)?.owed.length ?? 0) > 0);

/** Somebody says that it is not processing-related after all. */
export function askToLeave(
  c: Case,
  release: Release,
  reason: string | null | undefined,
  by: AccountId,
): Because | null {
  const said = (reason ?? '').trim();
  if (said.length < 5)
    return wrong(
      'KA-11',
      'Cycles are being monitored. Say why that shall end; another senior engineer decides.',
      'reason',
    );
  if (release.leaving != null)
    return because('KA-11', `${nameOf(c.people, release.leaving.by)} has asked for that already.`, {
      reason: release.leaving.reason,
    });
  keep(c, { release: { ...release, leaving: { by, at: c.now, reason: said } } });
  c.done(
    c.now,
    by,
    'Asked to end monitoring: not processing-related',
    because('KA-11', 'Another senior engineer decides whether cycles are monitored no more.', {
      reason: said,
    }),
  );
  return null;
}

/** Who may not decide it: whoever asked, and whose work it is. */
export const notToDecide = (release: Release): readonly AccountId[] => [
  ...(release.leaving == null ? [] : [release.leaving.by]),
  ...ownWorkOf(release),
];

/** Why this person may not decide whether monitoring ends; null when they may. */
export function whyNotDecideMonitoring(
  situation: Situation,
  release: Release,
  by: AccountId,
): Because | null {
  const { leaving } = release;
  if (leaving == null) return because('KA-11', 'Nobody has asked to end monitoring.', {});
  if (!isSenior(rankOf(situation.policy, by)))
    return because('KA-11', 'A senior-level engineer or higher decides.', {});
  if (leaving.by === by)
    return because('KA-11', 'You asked for it, so another senior engineer decides.', {});
  return whyOwnWork(situation, release, by, { clause: 'KA-11', verb: 'decides about' });
}

export function decideMonitoring(
  c: Case,
  _policy: KeyAccountPolicy,
  release: Release,
  step: { readonly end: boolean; readonly note: string | null },
  by: AccountId,
): Because | null {
  const refused = whyNotDecideMonitoring(c, release, by);
  if (refused !== null) return refused;
  const { leaving } = release;
  const note = step.note?.trim() ?? '';
  if (!step.end && note.length < 5)
    return wrong('KA-11', 'Say why monitoring goes on, in a sentence.', 'note');
  keep(c, {
    release: {
      ...release,
      leaving: null,
      processing: step.end ? { value: false, by, at: c.now } : release.processing,
    },
  });
  c.done(
    c.now,
    by,
    step.end ? 'Monitoring ended: not processing-related' : 'Monitoring goes on',
    because('KA-11', 'Decided by a second senior engineer.', {
      'asked by': nameOf(c.people, leaving?.by ?? null),
      reason: leaving?.reason ?? '',
      ...(note === '' ? {} : { note }),
    }),
  );
  return null;
}
