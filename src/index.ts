// Every function the manifest names, by kind. Nothing else lives here.

// Resolvers: what pages call
export { answerPanel, answerGadget, answerFollowUps, answerKeyAccount, answerKeyAccounts, answerHybrid, answerChangeRequest, answerPortal, answerSettings, panelStatus } from './forge/functions';

// Events, queue and schedules
export { onIssueEvent, reconcileTickets, runDirectoryJob, takeTicketTurns, wakeDueTickets } from './forge/functions';

// Calls from outside
export { onAccountFeed } from './forge/functions';
