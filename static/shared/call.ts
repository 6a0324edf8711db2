import { makeInvoke } from '@forge/bridge';
import type { ChangeRequestApi } from '../../src/procedures/change-request/contract/panel';
import type { PortalApi } from '../../src/procedures/change-request/contract/portal';
import type { FollowUpsApi } from '../../src/procedures/access-request/contract/panel';
import type { HybridApi } from '../../src/procedures/hybrid-account/contract/panel';
import type { KeyAccountApi } from '../../src/procedures/key-account/contract/panel';
import type { KeyAccountsApi } from '../../src/procedures/key-account/contract/overview-calls';
import type { MyAsksApi } from '../../src/procedures/account-manager/contract/gadget';
import type { SettingsApi } from '../../src/contract/settings';
import type { TicketPanelApi } from '../../src/procedures/account-manager/contract/panel';
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
