import { makeInvoke } from '@forge/bridge';
import type { ChangeRequestApi } from '../../src/contract/change-request';
import type { PortalApi } from '../../src/contract/portal';
import type { FollowUpsApi } from '../../src/contract/follow-ups';
import type { HybridApi } from '../../src/contract/hybrid';
import type { KeyAccountApi } from '../../src/contract/key-account';
import type { KeyAccountsApi } from '../../src/contract/key-accounts';
import type { MyAsksApi } from '../../src/contract/my-asks';
import type { SettingsApi } from '../../src/contract/settings';
import type { TicketPanelApi } from '../../src/contract/ticket-panel';
import { unwrapping } from './unwrapping';

/** The functions each page calls, typed by the contract: a wrong key, payload or field does not compile. */
export const callPanel = unwrapping<TicketPanelApi>(makeInvoke<TicketPanelApi>());
export const callMyAsks = unwrapping<MyAsksApi>(makeInvoke<MyAsksApi>());
export const callFollowUps = unwrapping<FollowUpsApi>(makeInvoke<FollowUpsApi>());
export const callHybrid = unwrapping<HybridApi>(makeInvoke<HybridApi>());
export const callKeyAccount = unwrapping<KeyAccountApi>(makeInvoke<KeyAccountApi>());
export const callKeyAccounts = unwrapping<KeyAccountsApi>(makeInvoke<KeyAccountsApi>());
export const callSettings = unwrapping<SettingsApi>(makeInvoke<SettingsApi>());
export const callChangeRequest = unwrapping<ChangeRequestApi>(makeInvoke<ChangeRequestApi>());
export const callPortal = unwrapping<PortalApi>(makeInvoke<PortalApi>());
