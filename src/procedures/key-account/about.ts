import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import { type KeyAccountPolicy, keyAccountSettingsOf } from './settings/policy';
import { belongs } from './belongs';

/** A rule about key accounts as an act: refused where the queue knows none, and told first whose ticket it is. */
export const aboutKeyAccounts =
  <Input>(
    rule: (c: Case, policy: KeyAccountPolicy, input: Input, actor: Actor) => Because | null,
  ) =>
  (c: Case, actor: Actor, input: Input): Because | null => {
    const policy = keyAccountSettingsOf(c.queue);
    if (policy === undefined)
      return because(
        'KA-01',
        'This queue knows no key accounts. An administrator can turn them on in its settings.',
        { queue: c.queue.key },
      );
    belongs(c);
    return rule(c, policy, input, actor);
  };
