// Acts in one page of the app are known to its other pages in the ticket: an act is written by several requests, Jira tells of
// each, and nothing of that is news.
import { events } from '@forge/bridge';

/** Begun, and ended, whatever came of it. */
export const ownActs = {
  begun: 'account-relay.act-begun',
  ended: 'account-relay.act-ended',
} as const;

/** Tells all pages of the app around this one (Forge: `events.emit` reaches them, and this one as well). */
export const tellOwnAct = (which: keyof typeof ownActs): void => void events.emit(ownActs[which]);
