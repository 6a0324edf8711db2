import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import type { Draft } from '../../core/draft';
import type { Situation } from '../../core/situation';
import { type KeyAccountPolicy, keyAccountSettingsOf } from './settings/policy';
import { belongs } from './on-time';

/** A rule about key accounts as an act: refused where the queue knows none, and told first whose ticket it is. */
export const aboutKeyAccounts =
  <Input>(
    rule: (
      draft: Draft,
      situation: Situation,
      policy: KeyAccountPolicy,
      input: Input,
      actor: Actor,
    ) => Because | null,
  ) =>
  (draft: Draft, situation: Situation, actor: Actor, input: Input): Because | null => {
    const policy = keyAccountSettingsOf(situation.queue);
    if (policy === undefined)
      return because(
        'KA-01',
        'This queue knows no key accounts. An administrator can turn them on in its settings.',
        { queue: situation.queue.key },
      );
    belongs(draft, situation);
    return rule(draft, situation, policy, input, actor);
  };
