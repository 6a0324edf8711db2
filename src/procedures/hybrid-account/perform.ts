import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import { type HybridPolicy, hybridSettingsOf } from './settings/policy';

/** A rule about hybrid accounts as an act: refused where the settings know none. */
export const aboutHybrid =
  <Input>(rule: (c: Case, policy: HybridPolicy, input: Input, by: AccountId) => Because | null) =>
  (c: Case, { accountId }: Actor, input: Input): Because | null => {
    const policy = hybridSettingsOf(c.policy);
    return policy === undefined
      ? because(
          'HY-01',
          'Hybrid accounts are not set up here. An administrator can add them to the settings.',
          {},
        )
      : rule(c, policy, input, accountId);
  };
