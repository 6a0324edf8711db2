// Every function the manifest names, by kind. Nothing else lives here.

// Resolvers: what pages call
export { answerPanel } from './forge/resolvers/panel';
export { answerGadget } from './forge/resolvers/gadget';
export { answerSettings } from './forge/resolvers/settings/settings';
export { panelStatus } from './forge/panel-status';

// Events, queue and schedules
export { onIssueEvent } from './forge/issue-events';
export { reconcileTickets, takeTicketTurns, wakeDueTickets } from './forge/background';
