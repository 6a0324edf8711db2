import type { SettingsDescription } from '../../src/contract/settings-description';
import { accessSettings } from '../../src/procedures/access-request/contract/settings';
import { boundValues, readingValues } from '../../src/procedures/account-manager/contract/settings';
import { changeRequestSettings } from '../../src/procedures/change-request/contract/settings';
import { hybridSettings } from '../../src/procedures/hybrid-account/contract/settings';
import { keyAccountSettings } from '../../src/procedures/key-account/contract/settings';

/** What stands in a queue itself: how its SOP is read, and its numbers and words. */
export { boundValues, readingValues };

/** The procedures that can be run or not, in the order of the page. */
export const described: readonly SettingsDescription[] = [
  changeRequestSettings,
  keyAccountSettings,
  accessSettings,
  hybridSettings,
];
