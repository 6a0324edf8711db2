import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import { mention, text } from '../../core/command';
import type { Case } from '../../core/case';
import { nameOf } from '../../core/people';
import { takeUp } from './older-ticket';
import { escalate } from './escalate';
import { type Escalation, mostEscalations, openEscalation } from './escalation';
import type { Aspect } from './happening';
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
  if (part.escalations.length >= mostEscalations)
    return because(
      'KA-13',
      'This ticket has been escalated too often to keep count. Open a new one.',
      { escalations: `${part.escalations.length}` },
    );
  takeUp(c, actor);
  escalate(c, policy.escalation, {
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

/** KA-13: answered. */
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
  const inTime = open.respondBy === null || now <= open.respondBy;
  replace(c, { ...open, answered: { by, at: now, inTime }, person: by, dueAt: null });
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
  replace(c, { ...open, resolved: { by, at: now, how }, dueAt: null });
  c.done(now, by, 'Escalation resolved', because('KA-13', how, { raised: open.at }));
  if (open.by !== null && open.by !== by)
    c.announce(
      [[mention(open.by, nameOf(c.people, open.by)), text(`: the escalation is resolved. ${how}`)]],
      by,
      'KA-13',
      null,
    );
  count(c, by, part.of?.cid ?? null, { kind: 'escalation-resolved' });
  return null;
}
