import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import type { Draft } from '../../core/draft';
import type { AccountId } from '../../core/ids';
import type { Situation } from '../../core/situation';
import { type HybridPolicy, hybridSettingsOf } from './settings/policy';

/** A rule about hybrid accounts as an act: refused where the settings know none. */
export const aboutHybrid =
  <Input>(
    rule: (
      draft: Draft,
      situation: Situation,
      policy: HybridPolicy,
      input: Input,
      by: AccountId,
    ) => Because | null,
  ) =>
  (draft: Draft, situation: Situation, { accountId }: Actor, input: Input): Because | null => {
    const policy = hybridSettingsOf(situation.policy);
    return policy === undefined
      ? because(
          'HY-01',
          'Hybrid accounts are not set up here. An administrator can add them to the settings.',
          {},
        )
      : rule(draft, situation, policy, input, accountId);
  };
