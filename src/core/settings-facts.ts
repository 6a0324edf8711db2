// Everything that settings say. Each SOP tells its own part; another one is a line in this table.
import { accessFacts } from '../procedures/access-request/settings/facts';
import { accountManagerFacts } from '../procedures/account-manager/settings/facts';
import { calendarFacts } from './calendar/facts';
import type { FactGroup, FactsOf } from './facts';
import { changeRequestFacts } from '../procedures/change-request/settings/facts';
import { hybridFacts } from '../procedures/hybrid-account/settings/facts';
import { keyAccountFacts } from '../procedures/key-account/settings/facts';
import type { Settings } from './policy';
import type { Names } from './prose';
import { roleFacts } from './role-facts';

const parts: readonly FactsOf[] = [
  roleFacts,
  calendarFacts,
  hybridFacts,
  accountManagerFacts,
  accessFacts,
  keyAccountFacts,
  changeRequestFacts,
];

/** Group by group, in order of reading. */
export const factsOf = (settings: Settings, names: Names): readonly FactGroup[] =>
  parts.flatMap((facts) => facts(settings, names));
