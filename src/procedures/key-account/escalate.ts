// KA-13, K11: the start of an escalation and its way up the ladder.
import { because } from '../../core/because';
import { addBusinessMinutes, nextWorkingDay } from '../../core/calendar/business-time';
import { spellTime } from '../../core/calendar/spell-time';
import { mention, type Paragraph, strong, text } from '../../core/command';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { isActive, nameOf } from '../../core/people';
import { priorityRank } from '../../core/policy';
import { peopleIn, roleNames } from '../../core/roles';
import { calendarOf, type Situation } from '../../core/situation';
import { type Escalation, openEscalation, recordSummary } from './escalation';
import { type Aspect, aspectNames } from './happening';
import type { EscalationPolicy } from './settings/policy';
import { count, keep, partOf } from './say';

export interface QualityIssue {
  readonly aspect: Aspect;
  readonly what: string;
  /** Null where a rule found it. */
  readonly by: AccountId | null;
}

/** The first rung from `rung` on whose role somebody holds who is there. */
function rungFrom(
  situation: Situation,
  policy: EscalationPolicy,
  rung: number,
): { readonly rung: number; readonly person: AccountId } | null {
  for (let place = rung; place < policy.ladder.length; place += 1) {
    const role = policy.ladder[place]?.to;
    const person =
      role === undefined
        ? undefined
        : peopleIn(situation.policy, role).find((one) => isActive(situation.people, one));
    if (person !== undefined) return { rung: place, person };
  }
  return null;
}

const due = (
  situation: Situation,
  policy: EscalationPolicy,
  rung: number,
  person: AccountId,
): Instant =>
  addBusinessMinutes(
    calendarOf(situation, person),
    situation.now,
    policy.ladder[rung]?.respondWithin ?? 60,
  );

/** Starts one: highest priority, the label, the record, and the first person of the ladder is told. One at a time. */
export function escalate(c: Case, policy: EscalationPolicy, issue: QualityIssue): void {
  const { now, ticket, queue } = c;
  const { escalations, of } = partOf(c);
  const open = openEscalation(escalations);
  if (open !== null) return again(c, open, issue);
  const first = rungFrom(c, policy, 0);
  const number = escalations.length + 1;
  const respondBy = first === null ? null : due(c, policy, first.rung, first.person);
  const opened: Escalation = {
    number,
    ...issue,
    at: now,
    rung: first?.rung ?? 0,
    person: first?.person ?? null,
    answered: null,
    resolved: null,
    respondBy,
    dueAt: respondBy,
  };
  keep(c, { escalations: [...escalations, opened] });
  const from = ticket.priority?.name ?? 'none';
  const to = queue.priorities.find(({ id }) => id === policy.priority)?.name ?? policy.priority;
  if (
    priorityRank(queue, c.priority ?? ticket.priority?.id ?? null) >
    priorityRank(queue, policy.priority)
  )
    c.raise(policy.priority, 'KA-13');
  if (policy.label !== null) c.labels.push(policy.label);
  c.announce(words(c, policy, opened), issue.by, 'KA-13', null);
  c.done(
    now,
    issue.by,
    `Escalation: ${aspectNames[issue.aspect].toLowerCase()}`,
    because('KA-13', 'A quality issue of a key account is escalated for immediate resolution.', {
      'what happened': issue.what,
      priority: `${from} to ${to}`,
      ...(policy.label === null ? {} : { label: policy.label }),
      'answer due': opened.dueAt ?? 'nobody holds a role of the ladder',
      with: nameOf(c.people, opened.person),
    }),
  );
  if (policy.record !== null) {
    c.want({
      command: {
        kind: 'raise-request',
        projectId: policy.record.project.id,
        requestType: policy.record.requestType,
        summary: recordSummary(ticket.key, opened),
        description: `A quality issue (${aspectNames[issue.aspect].toLowerCase()}) of a key account was escalated on ${ticket.key}.\n\n${issue.what}`,
        standing: {
          priority: { id: policy.priority, name: to },
          labels: policy.label === null ? [] : [policy.label],
          linkType: policy.record.linkType,
        },
      },
      actor: null,
      clause: 'K11',
    });
  }
  count(c, issue.by, of?.cid ?? null, {
    kind: 'escalated',
    aspect: issue.aspect,
    byRule: issue.by === null,
  });
}

/** Whoever answers for the escalation has to know that there is more of it. */
function again(c: Case, { number, person }: Escalation, { aspect, what, by }: QualityIssue): void {
  const { now, people } = c;
  const told: Paragraph[] =
    person === null
      ? []
      : [
          [
            mention(person, nameOf(people, person)),
            text(': this is one more for the escalation that is open.'),
          ],
        ];
  c.announce(
    [[strong('Escalation'), text(` (${aspectNames[aspect].toLowerCase()}): ${what}`)], ...told],
    by,
    'KA-13',
    null,
  );
  c.done(
    now,
    by,
    `One more quality issue: ${aspectNames[aspect].toLowerCase()}`,
    because('KA-13', 'An escalation is open already, so this one counts to it.', {
      'what happened': what,
      escalation: `${number}`,
      with: nameOf(people, person),
    }),
  );
}

function words(
  situation: Situation,
  policy: EscalationPolicy,
  { person, what, aspect, dueAt, rung }: Escalation,
): Paragraph[] {
  const asked =
    person === null
      ? [
          text(
            'Nobody holds a role of the escalation ladder. An administrator can name people in the settings.',
          ),
        ]
      : [
          mention(person, nameOf(situation.people, person)),
          text(
            `: please answer this as ${roleOn(policy, rung)}${dueAt === null ? '.' : ` by ${spellTime(dueAt, calendarOf(situation, person).timeZone)}.`}`,
          ),
        ];
  return [[strong('Escalation'), text(` (${aspectNames[aspect].toLowerCase()}): ${what}`)], asked];
}

const roleOn = (policy: EscalationPolicy, rung: number): string => {
  const role = policy.ladder[rung]?.to;
  return role === undefined ? 'the one in charge' : roleNames[role];
};

/** Silence goes one rung up; at the top the last one is asked again on every working day. */
export function climb(c: Case, policy: EscalationPolicy): void {
  const { now, people } = c;
  const { escalations } = partOf(c);
  const open = openEscalation(escalations);
  if (
    open === null ||
    open.answered !== null ||
    open.dueAt === null ||
    open.dueAt > now ||
    c.ticket.status.done
  )
    return;
  const up = rungFrom(c, policy, open.rung + 1);
  const again = up === null;
  const person = up?.person ?? open.person;
  if (person === null) return;
  const moved: Escalation = {
    ...open,
    rung: up?.rung ?? open.rung,
    person,
    dueAt:
      up === null ? nextWorkingDay(calendarOf(c, person), now) : due(c, policy, up.rung, person),
  };
  keep(c, {
    escalations: escalations.map((one) => (one.number === open.number ? moved : one)),
  });
  c.announce(
    [
      [
        mention(person, nameOf(people, person)),
        text(
          again
            ? `: this escalation of ${open.at.slice(0, 10)} is still unanswered at ${spellTime(now, calendarOf(c, person).timeZone)}. Please answer it.`
            : `: ${nameOf(people, open.person)} has not answered this escalation in time. Please answer it as ${roleOn(policy, moved.rung)} by ${spellTime(moved.dueAt ?? now, calendarOf(c, person).timeZone)}.`,
        ),
      ],
    ],
    null,
    'KA-13',
    null,
  );
  c.done(
    now,
    null,
    again
      ? `${nameOf(people, person)} asked again`
      : `Escalation goes to ${nameOf(people, person)}`,
    because('KA-13', 'Nobody has answered within the response time.', {
      'was due': open.dueAt,
      with: nameOf(people, open.person),
    }),
  );
}
