// AM-03 … AM-05, AM-13, AM-14: can the SOP run in this queue?
import type { Policy, QueuePolicy } from '../policy';
import { checkFields, checkScreens } from './check-fields';
import { checkPermissions, lacking } from './check-permissions';
import { checkRequestTypes } from './check-request-types';
import { checkRules, checkStatuses, checkTransitions } from './check-statuses';
import { bad, byUrgency, type Finding, fine, listed } from './finding';
import type { QueueFacts } from './queue-facts';

/** Everything about one queue, the most urgent first. A queue that cannot be seen says that and nothing else. */
export function checkQueue(policy: Policy, queue: QueuePolicy, facts: QueueFacts): Finding[] {
  if (!facts.permissions.has('BROWSE_PROJECTS')) return [lacking(queue, 'BROWSE_PROJECTS')];
  return byUrgency([
    ...checkPermissions(queue, facts),
    ...checkFields(queue, facts),
    ...checkScreens(queue, facts),
    ...checkStatuses(queue, facts),
    ...checkTransitions(queue, facts),
    ...checkRules(queue, facts),
    ...checkEntries(policy, queue, facts),
    ...checkRequestTypes(queue, facts),
    ...checkOrganizations(facts),
    fine({
      code: 'internal-notes',
      what: 'Whether notes stay internal is checked on every note: one that came out public is deleted at once and reported here in the ticket.',
      clause: 'X7',
    }),
  ]);
}

/** AM-12, AM-16, A8: what the SOP entries lean on. */
function checkEntries(policy: Policy, queue: QueuePolicy, { priorities }: QueueFacts): Finding[] {
  const findings: Finding[] = [];
  if (policy.calendars[queue.calendar] === undefined) {
    findings.push(
      bad('blocking', {
        code: 'calendar',
        what: `The settings have no calendar "${queue.calendar}", by which due times run here.`,
        clause: 'A8',
        fix: 'Add the calendar, or name another one for this queue.',
      }),
    );
  }
  const gone = queue.entries.filter(
    ({ priority }) => priority !== null && !priorities.some(({ id }) => id === priority),
  );
  if (gone.length > 0) {
    findings.push(
      bad('warning', {
        code: 'priority',
        what: `The priority of ${listed(gone.map(({ name }) => `"${name}"`))} is gone from Jira.`,
        clause: 'AM-16',
        fix: 'Choose another priority for these SOP entries.',
      }),
    );
  }
  const nobody = queue.entries.filter(
    ({ mode, ladder }) => mode === 'tag' && ladder.every(({ to }) => to === 'account-manager'),
  );
  if (nobody.length > 0) {
    findings.push(
      bad('warning', {
        code: 'ladder',
        what: `Nobody stands above the account manager in ${listed(nobody.map(({ name }) => `"${name}"`))}.`,
        clause: 'AM-21',
        fix: 'Add the regional manager to the ladder, so that silence is escalated.',
      }),
    );
  }
  return findings;
}

/** A12: customers who write tickets here and whose account nobody knows. */
function checkOrganizations({ organizations }: QueueFacts): Finding[] {
  const without = organizations.filter(({ hasAccount }) => !hasAccount);
  if (without.length === 0)
    return organizations.length === 0
      ? []
      : [
          fine({
            code: 'organizations',
            what: 'Every organization with a recent ticket here has an account.',
            clause: 'A12',
          }),
        ];
  return [
    bad('warning', {
      code: 'organizations',
      clause: 'A12',
      what: `${listed(without.map(({ name }) => name))} ${without.length === 1 ? 'has' : 'have'} recent tickets here, but no account: agents are asked for it each time.`,
      fix: 'Name the organization in its account, or add the account.',
    }),
  ];
}
