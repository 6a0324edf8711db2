// "What will happen": the decision of a request, shown before it is made.
import { asksOf } from '../asks';
import type { PlannedStep, ResponsePlan } from '../contract/panel';
import type { Decision } from '../../../core/decide';
import { managersOf } from '../managers';
import { nextSteps } from '../../../core/next-steps';
import { wouldAsk } from '../would-ask';
import { because } from '../../../core/because';
import type { CustomerAccount } from '../../../core/account';
import { nameOf } from '../../../core/people';
import type { SopEntry } from '../../../core/policy';
import type { Situation } from '../../../core/situation';
import { ticketAfter } from '../../../core/ticket-after';
import { nextStepView } from './ticket-view';
import { personView, whyView } from '../../../app/views/why';

/** Each step of AM-23 with its values, also those that change nothing. */
export function planView(
  situation: Situation,
  account: CustomerAccount,
  entry: SopEntry,
  decision: Decision,
): ResponsePlan {
  const { policy, people, queue, ticket } = situation;
  const after = ticketAfter(ticket, decision.effects, queue, people);
  const managers = managersOf(situation, account);
  const { ask } = asksOf(decision.ledger);
  const asked = wouldAsk(situation, managers.accountManager);
  const why = (clause: string, text: string) => whyView(because(clause, text, {}), policy.version);
  const field = (
    name: string,
    from: string | null,
    to: string,
    reason: ReturnType<typeof why>,
  ): PlannedStep => ({
    kind: 'field',
    name,
    from,
    to,
    changes: from !== to,
    why: reason,
  });
  const steps: PlannedStep[] =
    entry.mode === 'watch'
      ? [
          {
            kind: 'watcher',
            name: 'Watchers',
            from: null,
            to: nameOf(people, managers.accountManager),
            changes: true,
            why: why(
              'AM-11',
              'Watching is for information only; no field, status or due time changes.',
            ),
          },
        ]
      : [
          {
            kind: 'comment',
            name: 'Internal comment',
            from: null,
            to: `tags ${nameOf(people, asked)} with your note`,
            changes: true,
            why: why(
              'AM-23',
              'The account manager is tagged with specific notes; customers never see it.',
            ),
          },
          field(
            queue.fields.accountManager.name,
            ticket.accountManager?.name ?? null,
            nameOf(people, managers.accountManager),
            why('AM-06', `The account manager of ${account.name}.`),
          ),
          ...(managers.regionalManager === null
            ? []
            : [
                field(
                  queue.fields.regionalManager.name,
                  ticket.regionalManager?.name ?? null,
                  nameOf(people, managers.regionalManager),
                  whyView(managers.because, policy.version),
                ),
              ]),
          {
            kind: 'priority',
            name: 'Priority',
            from: ticket.priority?.name ?? null,
            to: after.priority?.name ?? 'None',
            changes: ticket.priority?.id !== after.priority?.id,
            why: why('AM-16', 'The agent assigns the priority; the SOP suggests one.'),
          },
          {
            kind: 'status',
            name: 'Status',
            from: ticket.status.name,
            to: queue.statuses['waiting-for-account-manager'].name,
            changes: ticket.status.id !== queue.statuses['waiting-for-account-manager'].id,
            why: why('AM-13', 'A response is required from the account manager.'),
          },
        ];
  const suggested = queue.priorities.find(({ id }) => id === entry.priority);
  const differs =
    suggested !== undefined && after.priority !== null && after.priority.id !== suggested.id;
  return {
    entryId: entry.id,
    mode: entry.mode,
    askedPerson: personView(people, asked),
    steps,
    dueAt: ask?.dueAt ?? null,
    next:
      entry.mode === 'watch'
        ? []
        : nextSteps(decision.ledger, { ...situation, ticket: after }).map((step) =>
            nextStepView(step, policy.version),
          ),
    warnings: differs
      ? [
          {
            code: 'priority-differs',
            text: `The SOP states priority ${suggested.name}.`,
            remedy: null,
            why: why(
              'A13',
              `"${entry.name}" states ${suggested.name}; you chose ${after.priority?.name ?? 'none'}.`,
            ),
          },
        ]
      : [],
  };
}
