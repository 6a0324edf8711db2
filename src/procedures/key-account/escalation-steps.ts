import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import { mention, text } from '../../core/command';
import type { Draft } from '../../core/draft';
import { nameOf } from '../../core/people';
import type { Situation } from '../../core/situation';
import { escalate } from './escalate';
import { type Escalation, mostEscalations, openEscalation } from './escalation';
import type { Aspect } from './happening';
import type { KeyAccountPolicy } from './settings/policy';
import { teamOnly, whyNotAnswer, whyNotEscalate } from './may';
import { count, keep, partOf, wrong } from './say';

/** KA-13: raised. */
export function raiseEscalation(
  draft: Draft,
  situation: Situation,
  policy: KeyAccountPolicy,
  step: { readonly aspect: Aspect; readonly what: string },
  actor: Actor,
): Because | null {
  const part = partOf(draft);
  const refused = whyNotEscalate(part, situation, actor);
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
  escalate(draft, situation, policy.escalation, {
    aspect: step.aspect,
    what,
    by: actor.accountId,
  });
  return null;
}

const noneOpen = (): Because => because('KA-13', 'Nothing is escalated here.', {});

function replace(draft: Draft, changed: Escalation): void {
  const { escalations } = partOf(draft);
  keep(draft, {
    escalations: escalations.map((one) => (one.number === changed.number ? changed : one)),
  });
}

/** KA-13: answered. */
export function answerEscalation(
  draft: Draft,
  situation: Situation,
  policy: KeyAccountPolicy,
  _input: object,
  actor: Actor,
): Because | null {
  const part = partOf(draft);
  const by = actor.accountId;
  const { now } = situation;
  const open = openEscalation(part.escalations);
  if (open === null) return noneOpen();
  const refused = whyNotAnswer(part, situation, policy, actor);
  if (refused !== null) return refused;
  const inTime = open.respondBy === null || now <= open.respondBy;
  replace(draft, { ...open, answered: { by, at: now, inTime }, person: by, dueAt: null });
  draft.done(
    now,
    by,
    'Escalation answered',
    because(
      'KA-13',
      inTime ? 'Answered within the response time.' : 'Answered, after the response time.',
      { raised: open.at, by: nameOf(situation.people, by) },
    ),
  );
  count(draft, situation, by, part.of?.cid ?? null, { kind: 'escalation-answered', inTime });
  return null;
}

/** KA-13: resolved. */
export function resolveEscalation(
  draft: Draft,
  situation: Situation,
  _policy: KeyAccountPolicy,
  step: { readonly how: string },
  actor: Actor,
): Because | null {
  const part = partOf(draft);
  const by = actor.accountId;
  const { now } = situation;
  const open = openEscalation(part.escalations);
  if (open === null) return noneOpen();
  const refused = teamOnly(situation, actor);
  if (refused !== null) return refused;
  const how = step.how.trim();
  if (how.length < 5) return wrong('KA-13', 'Say how it was resolved, in a sentence.', 'how');
  if (how.length > 1000) return wrong('KA-13', 'This has at most 1000 characters.', 'how');
  replace(draft, { ...open, resolved: { by, at: now, how }, dueAt: null });
  draft.done(now, by, 'Escalation resolved', because('KA-13', how, { raised: open.at }));
  if (open.by !== null && open.by !== by)
    draft.announce(
      [
        [
          mention(open.by, nameOf(situation.people, open.by)),
          text(`: the escalation is resolved. ${how}`),
        ],
      ],
      by,
      'KA-13',
      null,
    );
  count(draft, situation, by, part.of?.cid ?? null, { kind: 'escalation-resolved' });
  return null;
}
