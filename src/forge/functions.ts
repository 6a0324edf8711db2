// The functions as Forge calls them. The code of each is evaluated when it is first called, so that a cold start costs
// an event what an event needs, and not the settings page as well.

/** `webpackMode: "eager"` below: Atlassian's bundler must keep everything in the one file that is deployed. */
const lazily =
  <Given extends unknown[], Answer>(load: () => Promise<(...given: Given) => Answer>) =>
  async (...given: Given): Promise<Awaited<Answer>> =>
    await (await load())(...given);

export const answerPanel = lazily(async () => (await import(/* webpackMode: "eager" */ './resolvers/panel')).answerPanel);
export const answerGadget = lazily(async () => (await import(/* webpackMode: "eager" */ './resolvers/gadget')).answerGadget);
export const answerFollowUps = lazily(async () => (await import(/* webpackMode: "eager" */ './resolvers/follow-ups')).answerFollowUps);
export const answerHybrid = lazily(async () => (await import(/* webpackMode: "eager" */ './resolvers/hybrid')).answerHybrid);
export const answerKeyAccount = lazily(async () => (await import(/* webpackMode: "eager" */ './resolvers/key-account')).answerKeyAccount);
export const answerChangeRequest = lazily(async () => (await import(/* webpackMode: "eager" */ './resolvers/change-request')).answerChangeRequest);
export const answerPortal = lazily(async () => (await import(/* webpackMode: "eager" */ './resolvers/portal')).answerPortal);
export const answerKeyAccounts = lazily(async () => (await import(/* webpackMode: "eager" */ './resolvers/key-accounts')).answerKeyAccounts);
export const answerSettings = lazily(async () => (await import(/* webpackMode: "eager" */ './resolvers/settings/settings')).answerSettings);
export const panelStatus = lazily(async () => (await import(/* webpackMode: "eager" */ './panel-status')).panelStatus);
export const onIssueEvent = lazily(async () => (await import(/* webpackMode: "eager" */ './issue-events')).onIssueEvent);
export const takeTicketTurns = lazily(async () => (await import(/* webpackMode: "eager" */ './background')).takeTicketTurns);
export const wakeDueTickets = lazily(async () => (await import(/* webpackMode: "eager" */ './background')).wakeDueTickets);
export const reconcileTickets = lazily(async () => (await import(/* webpackMode: "eager" */ './background')).reconcileTickets);
export const runDirectoryJob = lazily(async () => (await import(/* webpackMode: "eager" */ './directory-jobs')).runDirectoryJob);
export const onAccountFeed = lazily(async () => (await import(/* webpackMode: "eager" */ './account-feed')).onAccountFeed);
