import type { TicketPanelApi } from '../../src/procedures/account-manager/contract/panel';
import { callsOf } from '../shared/call';

export const callPanel = callsOf<TicketPanelApi>();
