// HY-17, HY-18: what time brings to what one department knows and the other has not seen.
import { knowledgeOf, saveKnowledge, knowledgeNow } from './state';
import { because } from '../../core/because';
import { nextWorkingDay } from '../../core/calendar/business-time';
import type { Case } from '../../core/case';
import { earliest, type Instant } from '../../core/instant';
import { nextStep } from '../../core/ladder';
import { calendarOf } from '../../core/situation';
import { type Department, type HybridPolicy, hybridSettingsOf } from './settings/policy';
import { both, gapOf, type Knowledge, other } from './knowledge';
import { departmentNames, speakerOf, speakers } from './sides';
import { toPeople } from './words';

/** HY-18: what is not acknowledged goes up the ladder; an open question is said again daily. */
export function informOnTime(c: Case): void {
  const policy = hybridSettingsOf(c.policy);
  const knowledge = knowledgeOf(c.ledger);
  if (policy === undefined || knowledge === undefined || c.ticket.status.done) return;
  for (const side of both) climbGap(c, policy, side);
  for (const { id } of knowledge.questions) remindQuestion(c, id);
}

function climbGap(c: Case, policy: HybridPolicy, side: Department): void {
  const knowledge = knowledgeNow(c);
  const gap = knowledge.gaps[side];
  if (gap === null) return;
  const speaker = speakerOf(c, side, knowledge.accounts[0] ?? '');
  const up = nextStep(policy.gapLadder, calendarOf(c, speaker), gap, c.now);
  if (up === null) return;
  saveKnowledge(c, {
    ...knowledge,
    gaps: { ...knowledge.gaps, [side]: { ...up, since: gap.since } },
  });
  const count = gapOf(knowledge, side).length;
  const fallback = policy.gapLadder[up.step]?.to === 'fallback';
  const people = fallback
    ? [...speakers(c, side, knowledge.accounts), c.policy.fallback[0] ?? null]
    : speakers(c, side, knowledge.accounts);
  c.done(
    c.now,
    null,
    `${departmentNames[side]} reminded of ${count === 1 ? 'an update' : `${count} updates`}`,
    because('HY-18', 'Kept informed means that the other side has seen it.', { since: gap.since }),
  );
  c.announce(
    toPeople(
      c,
      people,
      `a reminder: ${count === 1 ? 'an update is' : `${count} updates are`} not acknowledged by ${departmentNames[side]} yet.`,
    ),
    null,
    'HY-18',
    null,
  );
}

function remindQuestion(c: Case, id: number): void {
  const knowledge = knowledgeNow(c);
  const question = knowledge.questions.find((one) => one.id === id);
  if (question?.remindAt == null || question.answered !== null || question.remindAt > c.now) return;
  const asked = speakerOf(c, other(question.from), knowledge.accounts[0] ?? '');
  const remindAt = nextWorkingDay(calendarOf(c, asked), c.now);
  saveKnowledge(c, {
    ...knowledge,
    questions: knowledge.questions.map((one) => (one.id === id ? { ...one, remindAt } : one)),
  });
  c.done(
    c.now,
    null,
    `${departmentNames[other(question.from)]} reminded of a question`,
    because('HY-17', 'The question is due and not answered.', { 'due at': question.dueAt }),
  );
  c.announce(toPeople(c, [asked], `a reminder: ${question.text}`), null, 'HY-17', null);
}

export const informWakeAt = (knowledge: Knowledge | undefined): Instant | null =>
  knowledge === undefined
    ? null
    : earliest(
        ...both.map((side) => knowledge.gaps[side]?.nextAt),
        ...knowledge.questions.map(({ remindAt, answered }) =>
          answered === null ? remindAt : null,
        ),
      );
