// AM-13, AM-14, AM-25: the statuses the SOP speaks of, and the ways between them.
import type { StatusId } from '../ids';
import type { Named, QueuePolicy } from '../policy';
import { bad, type Finding, fine, listed, unknown } from './finding';
import type { QueueFacts, Sample } from './queue-facts';

/** Are the mapped statuses still in the project's workflows? */
export function checkStatuses(queue: QueuePolicy, { statuses }: QueueFacts): Finding[] {
  const there = new Set(statuses.map(({ id }) => id));
  const mapped = Object.values(queue.statuses);
  const findings = mapped
    .filter(({ id }) => !there.has(id))
    .map(({ name }) =>
      bad('blocking', {
        code: 'status-there',
        what: `No workflow of project ${queue.key} has the status ${name}.`,
        clause: 'AM-13',
        fix: `Add the status ${name} to the workflow, or name another one in the settings of this queue.`,
      }),
    );
  for (const { name } of queue.customerStatuses.filter(({ id }) => !there.has(id))) {
    findings.push(
      bad('warning', {
        code: 'status-there',
        what: `No workflow of project ${queue.key} has the status ${name}, in which the customer has the ball.`,
        clause: 'AM-30',
        fix: 'Name the statuses that wait for the customer in the settings of this queue; hours held are counted by them.',
      }),
    );
  }
  const unlisted = statuses.filter(
    ({ id, done }) => done !== queue.doneStatuses.some((one) => one.id === id),
  );
  if (unlisted.length > 0) {
    findings.push(
      bad('warning', {
        code: 'done-statuses',
        what: `What counts as done has changed in Jira: ${listed(unlisted.map(({ name }) => name))}.`,
        clause: 'AM-30',
        fix: 'Publish the settings again; hours held are counted until a ticket is done.',
      }),
    );
  }
  return findings.length > 0
    ? findings
    : [
        fine({
          code: 'status-there',
          what: `The statuses ${listed(mapped.map(({ name }) => name))} are there.`,
          clause: 'AM-13',
        }),
      ];
}

/** A way the SOP takes, and what does not work without it. */
interface Way {
  readonly from: Named<StatusId>;
  readonly to: Named<StatusId>;
  readonly clause: string;
  readonly severity: 'blocking' | 'warning';
  readonly without: string;
}

function waysOf(queue: QueuePolicy, { statuses }: QueueFacts): Way[] {
  const {
    'waiting-for-account-manager': asked,
    'waiting-for-management': management,
    'waiting-for-support': support,
  } = queue.statuses;
  const sops = [asked.id, management.id, support.id];
  const others = statuses.filter(({ id, done }) => !done && !sops.includes(id));
  return [
    {
      from: support,
      to: asked,
      clause: 'AM-27',
      severity: 'blocking',
      without:
        'a response cannot be requested from there, and a ticket cannot be put back after a customer’s reply',
    },
    {
      from: support,
      to: management,
      clause: 'AM-27',
      severity: 'blocking',
      without: 'an escalated ticket cannot be put back after a customer’s reply',
    },
    {
      from: asked,
      to: management,
      clause: 'AM-24',
      severity: 'blocking',
      without: 'silence cannot be escalated',
    },
    {
      from: asked,
      to: support,
      clause: 'A5',
      severity: 'blocking',
      without: 'an answered ticket does not come back to support',
    },
    {
      from: management,
      to: support,
      clause: 'A5',
      severity: 'blocking',
      without: 'an answered ticket does not come back to support',
    },
    ...others.map((from): Way => ({
      from,
      to: asked,
      clause: 'AM-13',
      severity: 'warning',
      without: 'a response requested there leaves the status as it is',
    })),
  ];
}

/** Does the workflow offer each way the SOP takes? Read from tickets, as Jira tells an app without more rights. */
export function checkTransitions(queue: QueuePolicy, facts: QueueFacts): Finding[] {
  if (!facts.permissions.has('TRANSITION_ISSUES')) {
    return [
      unknown({
        code: 'transition',
        what: 'The ways through the workflow could not be checked.',
        clause: 'AM-13',
        fix: 'Let Account Relay transition work items in this project first; Jira shows no transitions without that.',
      }),
    ];
  }
  const ways = waysOf(queue, facts).filter(({ from, to }) =>
    [from, to].every(({ id }) => facts.statuses.some((one) => one.id === id)),
  );
  const findings = ways.flatMap((way) =>
    broken(
      way,
      facts.samples.filter(({ status }) => status.id === way.from.id),
    ),
  );
  const unseen = [...new Map(ways.map(({ from }) => [from.id, from])).values()].filter(
    ({ id }) => !facts.samples.some(({ status }) => status.id === id),
  );
  if (unseen.length > 0) {
    findings.push(
      unknown({
        code: 'transition',
        what: `The ways out of ${listed(unseen.map(({ name }) => name))} could not be checked: no ticket stands in that status.`,
        clause: 'AM-13',
        fix: 'Move a test ticket there and check again, or look at the workflow.',
      }),
    );
  }
  if (ways.length > 0 && findings.length === 0)
    findings.push(
      fine({
        code: 'transition',
        what: 'The workflow offers every way that the SOP takes.',
        clause: 'AM-13',
      }),
    );
  return findings;
}

function broken(
  { from, to, clause, severity, without }: Way,
  samples: readonly Sample[],
): Finding[] {
  const stuck = samples.filter(({ leadsTo }) => !leadsTo.includes(to.id));
  if (stuck.length === 0) return [];
  const types = stuck.map(({ type, key }) => `${type}, seen on ${key}`);
  return [
    bad(severity, {
      code: 'transition',
      what: `There is no transition from ${from.name} to ${to.name} (${listed(types)}): ${without}.`,
      clause,
      fix: `Add the transition from ${from.name} to ${to.name} to the workflow, without conditions that keep Account Relay out.`,
    }),
  ];
}

/** AM-28, S9: Jira's preset rule that takes a ticket from whoever is asked. */
export function checkRules(queue: QueuePolicy, { movedByRule }: QueueFacts): Finding[] {
  if (movedByRule.length === 0) return [];
  const { statuses, customerStatuses } = queue;
  const asked = [statuses['waiting-for-account-manager'], statuses['waiting-for-management']];
  return [
    bad('warning', {
      code: 'team-reply-rule',
      what: `A rule of Jira’s automation moves tickets from ${listed(asked.map(({ name }) => name))} to ${listed(customerStatuses.map(({ name }) => name))} when the team comments: ${listed(movedByRule)} in the last two weeks. Account Relay puts each back once.`,
      clause: 'AM-28',
      fix: 'In Project settings, Automation, open the rule that follows comments of the team (preset: "Comment updates reply status", "Transition on comment"), and add the condition relayManager IS EMPTY, so that it leaves alone what somebody is asked about.',
    }),
  ];
}
