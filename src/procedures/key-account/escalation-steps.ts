import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import { isOf } from '../../core/clock';
import { mention, text } from '../../core/command';
import type { Case } from '../../core/case';
import { nameOf } from '../../core/people';
import { takeUp } from './older-ticket';
import { escalate } from './escalate';
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import {
  type Escalation,
  escalationKeys,
  mostEscalations,
  mostReported,
  openEscalation,
  reportersOf,
} from './escalation';
import type { Aspect } from './happening';
import { id } from './key-part';
import type { KeyAccountPolicy } from './settings/policy';
import { teamOnly, whyNotAnswer, whyNotEscalate } from './may';
import { count, keep, partOf, wrong } from './say';

/** KA-13: raised. */
export function raiseEscalation(
  c: Case,
  policy: KeyAccountPolicy,
  step: { readonly aspect: Aspect; readonly what: string },
  actor: Actor,
): Because | null {
  const part = partOf(c);
  const refused = whyNotEscalate(part, c, actor);
  if (refused !== null) return refused;
  const what = step.what.trim();
  if (what.length < 10)
    return wrong(
      'KA-13',
      'Say what is wrong, in a sentence that somebody who was not there understands.',
      'what',
    );
  if (what.length > 1000) return wrong('KA-13', 'This has at most 1000 characters.', 'what');
  const open = openEscalation(part.escalations);
  if (open?.more !== undefined && open.more.length >= mostReported)
    return because(
      'KA-13',
      'Too much was reported to this escalation already. Comment on the ticket, or open a new one.',
      { since: open.at },
    );
  if (open === null && part.escalations.length >= mostEscalations)
    return because(
      'KA-13',
      'This ticket has been escalated too often to keep count. Open a new one.',
      { escalations: `${part.escalations.length}` },
    );
  takeUp(c, actor);
  escalate(c, policy, {
    aspect: step.aspect,
    what,
    by: actor.accountId,
  });
  return null;
}

const noneOpen = (): Because => because('KA-13', 'Nothing is escalated here.', {});

function replace(c: Case, changed: Escalation): void {
  const { escalations } = partOf(c);
  keep(c, {
    escalations: escalations.map((one) => (one.number === changed.number ? changed : one)),
  });
}

const answer = (
  { respondBy }: Escalation,
  by: AccountId,
  now: Instant,
): NonNullable<Escalation['answered']> => ({
  by,
  at: now,
  inTime: respondBy === null || now <= respondBy,
});

/** KA-13: answered; what is left is the resolution. */
export function answerEscalation(
  c: Case,
  policy: KeyAccountPolicy,
  _input: object,
  actor: Actor,
): Because | null {
  const part = partOf(c);
  const by = actor.accountId;
  const { now } = c;
  const open = openEscalation(part.escalations);
  if (open === null) return noneOpen();
  const refused = whyNotAnswer(part, c, policy, actor);
  if (refused !== null) return refused;
  const answered = answer(open, by, now);
  const { inTime } = answered;
  replace(c, { ...open, answered });
  c.done(
    now,
    by,
    'Escalation answered',
    because(
      'KA-13',
      inTime ? 'Answered within the response time.' : 'Answered, after the response time.',
      { raised: open.at, by: nameOf(c.people, by) },
    ),
  );
  count(c, by, part.of?.cid ?? null, { kind: 'escalation-answered', inTime });
  return null;
}

/** Until when whoever resolves it has time, as their list says: from when they knew that it is theirs, or by the date they gave. */
function resolutionDue(c: Case, open: Escalation): Instant | null {
  const { resolve, say } = escalationKeys(open);
  const clock = c.ledger.clocks?.find((one) => [resolve, say].some((key) => isOf(id, key)(one)));
  return clock?.dueAt ?? open.resolveBy ?? null;
}

/** KA-13: resolved. */
export function resolveEscalation(
  c: Case,
  _policy: KeyAccountPolicy,
  step: { readonly how: string },
  actor: Actor,
): Because | null {
  const part = partOf(c);
  const by = actor.accountId;
  const { now } = c;
  const open = openEscalation(part.escalations);
  if (open === null) return noneOpen();
  const refused = teamOnly(c, actor);
  if (refused !== null) return refused;
  const how = step.how.trim();
  if (how.length < 5) return wrong('KA-13', 'Say how it was resolved, in a sentence.', 'how');
  if (how.length > 1000) return wrong('KA-13', 'This has at most 1000 characters.', 'how');
  // Who resolves it without a word before has answered it, too.
  const answered = open.answered ?? answer(open, by, now);
  const due = resolutionDue(c, open);
  const inTime = due === null || now <= due;
  replace(c, { ...open, answered, resolved: { by, at: now, how, inTime } });
  if (open.answered === null)
    count(c, by, part.of?.cid ?? null, { kind: 'escalation-answered', inTime: answered.inTime });
  c.done(now, by, 'Escalation resolved', because('KA-13', how, { raised: open.at }));
  const reporters = reportersOf(open).filter((person) => person !== by);
  if (reporters.length > 0)
    c.announce(
      [
        [
          ...reporters.flatMap((person, place) => [
            ...(place === 0 ? [] : [text(' ')]),
            mention(person, nameOf(c.people, person)),
          ]),
          text(`: the escalation is resolved. ${how}`),
        ],
      ],
      by,
      'KA-13',
      null,
    );
  count(c, by, part.of?.cid ?? null, { kind: 'escalation-resolved', inTime, how });
  return null;
}
