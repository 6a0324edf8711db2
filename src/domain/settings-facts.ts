// Everything that settings say. Each SOP tells its own part; another one is a line in this table.
import { accessFacts } from './access/facts';
import { accountManagerFacts } from './account-manager/facts';
import { calendarFacts } from './calendar/facts';
import type { FactGroup, FactsOf } from './facts';
import { changeRequestFacts } from './change-request/facts';
import { hybridFacts } from './hybrid/facts';
import { keyAccountFacts } from './key-account/facts';
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
