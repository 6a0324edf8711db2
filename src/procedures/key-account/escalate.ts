// KA-13, K11: an escalation begins, and what is owed about it until it is resolved.
import { aboveResolution, heldOnly, within } from './allowed-time';
import { because } from '../../core/because';
import { spellTime } from '../../core/calendar/spell-time';
import { after, holdersOf } from '../../core/clock';
import { type Paragraph, strong, text } from '../../core/command';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import { meant, present, type Present } from '../../core/party';
import { nameOf } from '../../core/people';
import { priorityRank } from '../../core/policy';
import { calendarOf, type Situation } from '../../core/situation';
import type { Wait } from '../../core/wait';
import {
  type Escalation,
  escalationKeys,
  mostReported,
  openEscalation,
  recordSummary,
  reportersOf,
} from './escalation';
import { type Aspect, aspectNames } from './happening';
import { id } from './key-part';
import type { EscalationPolicy, EscalationRung, KeyAccountPolicy } from './settings/policy';
import { count, keep, partOf, tags } from './say';

export interface QualityIssue {
  readonly aspect: Aspect;
  readonly what: string;
  /** Null where a rule found it. */
  readonly by: AccountId | null;
}

/** The ladder without the roles that nobody holds who is there; all of it where nobody holds any. */
function rungsOf(
  situation: Situation,
  { ladder }: EscalationPolicy,
): readonly [EscalationRung, ...EscalationRung[]] {
  const [first = { to: 'senior-engineer', respondWithin: 60 } as const, ...more] = heldOnly(
    situation,
    ladder,
  );
  return [first, ...more];
}

/** KA-13: who is asked for an answer first. */
const askedFirst = (situation: Situation, policy: EscalationPolicy): readonly Present[] =>
  present(situation, meant(situation, { of: rungsOf(situation, policy)[0].to }));

/** Starts one: highest priority, the label, the record, and the first person of the ladder is told. One at a time. */
export function escalate(c: Case, settings: KeyAccountPolicy, issue: QualityIssue): void {
  const policy = settings.escalation;
  const { now, ticket, queue } = c;
  const { escalations, of } = partOf(c);
  const open = openEscalation(escalations);
  if (open !== null) return again(c, open, issue);
  const asked = askedFirst(c, policy);
  const number = escalations.length + 1;
  const [{ respondWithin }] = rungsOf(c, policy);
  const opened: Escalation = {
    number,
    ...issue,
    at: now,
    respondBy:
      asked.length === 0 ? null : after(c, { minutes: respondWithin }, now, asked[0]?.person),
    resolveBy: after(c, within(settings, 'resolve'), now, asked[0]?.person),
    answered: null,
    resolved: null,
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
  c.announce(words(c, asked, opened), issue.by, 'KA-13', null);
  c.done(
    now,
    issue.by,
    `Escalation: ${aspectNames[issue.aspect].toLowerCase()}`,
    because('KA-13', 'A quality issue of a key account is escalated for immediate resolution.', {
      'what happened': issue.what,
      priority: `${from} to ${to}`,
      ...(policy.label === null ? {} : { label: policy.label }),
      'answer due': opened.respondBy ?? 'nobody holds a role of the ladder',
      'resolution due': opened.resolveBy ?? '',
      with: asked.map(({ person }) => nameOf(c.people, person)).join(', ') || 'nobody',
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
    what: issue.what,
  });
}

/** Its words are kept, and whoever answers for the escalation has to know that there is more of it. */
function again(c: Case, open: Escalation, { aspect, what, by }: QualityIssue): void {
  const { now, people } = c;
  const { escalations } = partOf(c);
  const more = [...(open.more ?? []), { aspect, what, by, at: now }].slice(-mostReported);
  keep(c, {
    escalations: escalations.map((one) => (one.number === open.number ? { ...one, more } : one)),
  });
  const keys: readonly string[] = Object.values(escalationKeys(open));
  const clock = (c.ledger.clocks ?? []).find(
    ({ procedure, key }) => procedure === id && keys.includes(key),
  );
  const answering =
    clock === undefined ? (open.answered === null ? [] : [open.answered.by]) : holdersOf(clock);
  const holders = answering.filter((person) => person !== by);
  const told: Paragraph[] =
    holders.length === 0
      ? []
      : [
          [
            ...tags(
              c,
              holders.map((person) => ({ person })),
            ),
            text('this is one more for the escalation that is open.'),
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
      escalation: `${open.number}`,
      with: holders.map((person) => nameOf(people, person)).join(', ') || 'nobody',
    }),
  );
}

function words(
  situation: Situation,
  asked: readonly Present[],
  { what, aspect, respondBy }: Escalation,
): Paragraph[] {
  const [first] = asked;
  const turn =
    first === undefined
      ? [
          text(
            'Nobody who is there holds a role of the escalation ladder. An administrator can name people in the settings.',
          ),
        ]
      : [
          ...tags(situation, asked),
          text(
            `please answer this${respondBy === null ? '.' : ` by ${spellTime(respondBy, calendarOf(situation, first.person).timeZone)}.`}`,
          ),
        ];
  return [[strong('Escalation'), text(` (${aspectNames[aspect].toLowerCase()}): ${what}`)], turn];
}

/** KA-13: an answer first, and then the resolution; closing the ticket does not end it, but asks how it was resolved. */
export function escalationWaits(c: Case, settings: KeyAccountPolicy): Wait[] {
  const open = openEscalation(partOf(c).escalations);
  if (open === null) return [];
  const rungs = rungsOf(c, settings.escalation);
  const [first, ...others] = rungs;
  const keys = escalationKeys(open);
  const askers = reportersOf(open);
  const what = short(open.what);
  const resolving = {
    clause: 'K11',
    within: within(settings, 'resolve'),
    above: heldOnly(c, aboveResolution(settings)),
    acts: ['resolve-escalation'],
    askers,
  };
  if (c.ticket.status.done)
    return [
      {
        ...resolving,
        key: keys.say,
        title: `Say how this was resolved, the ticket is closed: ${what}`,
        of: open.answered === null ? first.to : { people: [open.answered.by] },
        since: open.answered?.at ?? open.at,
        tell: 'tag',
      },
    ];
  if (open.answered !== null)
    return [
      {
        ...resolving,
        key: keys.resolve,
        title: `Resolve the escalation: ${what}`,
        of: { people: [open.answered.by] },
        since: open.at,
        tell: 'tag',
      },
    ];
  return [
    {
      key: keys.answer,
      clause: 'KA-13',
      title: `Answer the escalation: ${what}`,
      of: first.to,
      since: open.at,
      within: { minutes: first.respondWithin },
      // The first of them hears of it at the due time, each other when the one before had their time.
      above: others.map(({ to }, place) => ({
        to,
        after: place === 0 ? { days: 0 } : { minutes: rungs[place]?.respondWithin ?? 60 },
      })),
      tell: askedFirst(c, settings.escalation).length > 0 ? 'said' : 'tag',
      acts: ['answer-escalation', 'resolve-escalation'],
      askers,
    },
  ];
}

/** One line of a list. */
const short = (what: string): string => {
  const line = (what.split('\n')[0] ?? '').replace(/[.!\s]+$/u, '');
  return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`;
};
