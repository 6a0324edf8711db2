import type { ActionView } from '../../contract/action';
import type { ActOf, Actor } from '../../core/act';
import { Case } from '../../core/case';
import type { Ledger } from '../../core/ledger';
import type { Situation } from '../../core/situation';
import { whyView } from './why';

/**
 * The button of an act: what its rules say before anything was typed. A refusal that is about a value is none: the value
 * is still to come.
 * @param blank what it is tried with, where the act's own blank does not fit
 */
export function actionView<Given>(
  act: ActOf<Given>,
  { ledger, situation, actor }: { ledger: Ledger; situation: Situation; actor: Actor },
  blank: Given | undefined = act.blank,
): ActionView {
  const { policy, people } = situation;
  const refused =
    act.whyNot?.(ledger, situation, actor) ??
    (blank === undefined ? null : act.perform(new Case(ledger, situation), actor, blank));
  return refused === null || refused.field !== undefined
    ? { title: act.title, allowed: true }
    : { title: act.title, allowed: false, why: whyView(refused, policy.version, people) };
}
