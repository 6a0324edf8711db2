import type { TicketView } from '../../src/procedures/account-manager/contract/panel';
import { panelContext } from '../shared/panel-of';

export const { Context: PanelContext, usePanel } = panelContext<TicketView>('Account Relay');
