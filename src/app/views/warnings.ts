// What somebody should know about this ticket now, and what to do about it.
import type { WarningView } from '../../contract/ticket-panel';
import type { Ledger } from '../../domain/ledger';
import { nameOf } from '../../domain/people';
import { standsIn, type Situation } from '../../domain/situation';
import { whyView } from './why';

/** Leaks older than this many journal entries have scrolled away with the history. */
const recentEntries = 20;

/** Everything that needs attention, the most urgent first. */
export function warnings(situation: Situation, ledger: Ledger): WarningView[] {
  const found: WarningView[] = [];
  const { ask, blocked, waiting } = ledger;
  const { people, policy, queue, ticket } = situation;
  const recent = ledger.journal.slice(-recentEntries);
  const leak = recent.findLast(({ because }) => because?.clause === 'X7');
  if (leak?.because) {
    found.push({ code: 'leak', text: leak.text, remedy: 'Edit or delete the comment, and tag in an internal note instead.', why: whyView(leak.because, leak.policyVersion) });
  }
  if (blocked !== null) {
    const failed = recent.findLast(({ kind }) => kind === 'failed');
    found.push({
      code: 'status-blocked',
      text: `The workflow does not let this ticket into ${blocked.to.name}.`,
      remedy: 'An administrator can add the transition to the workflow; the clock runs on meanwhile.',
      why: failed?.because ? whyView(failed.because, failed.policyVersion) : null,
    });
  }
  if (waiting !== null) {
    found.push({ code: 'account-needed', text: 'Somebody looped the account manager in, but the account is not known.', remedy: 'Choose the account below; the request goes out then.', why: null });
  }
  if (ask === null && waiting === null && (standsIn(situation, 'waiting-for-account-manager') || standsIn(situation, 'waiting-for-management'))) {
    found.push({ code: 'waits-for-nobody', text: `The ticket is in ${ticket.status.name}, but nobody is asked.`, remedy: 'Request a response, or move the ticket on.', why: null });
  }
  if (ask !== null && ask.customerReply !== null && !ask.customerReply.stays && !ask.customerReply.answered) {
    found.push({ code: 'customer-unanswered', text: `The customer replied at ${ask.customerReply.at} and has not been answered.`, remedy: 'Reply to the customer.', why: null });
  }
  const lastAsked = ledger.closed.at(-1)?.accountManager;
  const shown = ticket.accountManager?.accountId;
  if (ask === null && waiting === null && shown !== undefined && shown !== lastAsked) {
    found.push({
      code: 'manager-without-request',
      text: `${nameOf(people, shown)} stands in ${queue.fields.accountManager.name}, but no response was requested.`,
      remedy: 'Request a response, or clear the field for somebody who only watches.',
      why: whyView({ clause: 'AM-11', text: 'The field is for account managers who are asked, not for watchers.', values: {} }, policy.version),
    });
  }
  return found;
}
