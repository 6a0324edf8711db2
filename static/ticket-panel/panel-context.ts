import type { TicketView } from '../../src/contract/ticket-panel';
import { panelContext } from '../shared/panel-of';

export const { Context: PanelContext, usePanel } = panelContext<TicketView>('Account Relay');
