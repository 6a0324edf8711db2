// HY-17: touching base. Either department asks the other at any time, and hears the answer.
import { type Because, because } from '../../core/because';
import { addBusinessMinutes } from '../../core/calendar/business-time';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import { calendarOf } from '../../core/situation';
import { hybridAccount } from './hybrid-account';
import { beginning, noRoom, sideFor } from './inform';
import { isAsked } from '../../core/asked';
import { id as hybrid, knowledgeOf, saveKnowledge } from './state';
import { asked, other, type Question } from './knowledge';
import { asksEnough, compact, mostQuestions } from './room';
import type { HybridPolicy } from './settings/policy';
import { departmentNames, nobodyIn, toldOf } from './sides';
import { toPeople } from './words';

/** The wait for its answer. */
export const questionKey = ({ id }: Pick<Question, 'id'>): string => `question:${id}`;

/** HY-17: either side may ask the other at any time. It is an ask: somebody has it, and it is due. */
export function askOther(
  c: Case,
  policy: HybridPolicy,
  words: string,
  by: AccountId,
): Because | null {
  const account = hybridAccount(c, policy);
  const knowledge = knowledgeOf(c.ledger);
  if (knowledge === undefined && account === null)
    return because(
      'HY-01',
      'The account of this ticket is not hybrid, or not known, so there is no other department to ask.',
      {},
    );
  if (words.trim() === '')
    return { ...because('HY-17', 'Say what you want to know.', {}), field: 'text' };
  const side = sideFor(c, knowledge, by);
  if (typeof side !== 'string') return side;
  const base =
    knowledge ??
    beginning(undefined, {
      class: 'bug',
      accounts: account === null ? [] : [account.cid],
      forAdmins: null,
    });
  const refused = nobodyIn(c, other(side), base.accounts);
  if (refused !== null) return refused;
  if (asksEnough(base))
    return because(
      'HY-17',
      `${mostQuestions} questions are open here. Answer the open questions first.`,
      {},
    );
  const told = toldOf(c, other(side), base.accounts.slice(0, 1));
  const dueAt = addBusinessMinutes(calendarOf(c, told[0] ?? null), c.now, policy.questionMinutes);
  const after = compact(
    asked(base, {
      from: side,
      by,
      at: c.now,
      text: words,
      dueAt,
      answered: null,
    }),
  );
  const full = noRoom(c, after);
  if (full !== null) return full;
  saveKnowledge(c, after);
  c.done(
    c.now,
    by,
    `${departmentNames[other(side)]} asked`,
    because('HY-17', 'Either department can ask the other at any time.', { 'due at': dueAt }),
  );
  c.announce(toPeople(c, told, words, 'Please answer in the panel.'), by, 'HY-17', null);
  return null;
}

export function answerQuestion(
  c: Case,
  step: { readonly question: number; readonly text: string },
  by: AccountId,
): Because | null {
  const knowledge = knowledgeOf(c.ledger);
  const question = knowledge?.questions.find(({ id }) => id === step.question);
  if (knowledge === undefined || question === undefined)
    return because('HY-17', 'There is no such question.', {});
  // Whoever was asked may answer, whatever their role: they may stand in for somebody.
  const side = isAsked(c.ledger, { procedure: hybrid, wait: questionKey(question) }, by)
    ? other(question.from)
    : sideFor(c, knowledge, by);
  if (typeof side !== 'string') return side;
  if (side === question.from)
    return because('HY-17', `${departmentNames[other(question.from)]} answers this question.`, {});
  if (question.answered !== null)
    return because('HY-17', 'It is answered already.', { at: question.answered.at });
  if (step.text.trim() === '')
    return { ...because('HY-17', 'Write the answer.', {}), field: 'text' };
  const answered = { by, at: c.now, text: step.text };
  saveKnowledge(
    c,
    compact({
      ...knowledge,
      questions: knowledge.questions.map((one) =>
        one.id === question.id ? { ...one, answered } : one,
      ),
    }),
  );
  c.done(
    c.now,
    by,
    `${departmentNames[side]} answered`,
    because('HY-17', 'The question is closed.', { 'asked at': question.at }),
  );
  c.announce(toPeople(c, [question.by], step.text), by, 'HY-17', null);
  return null;
}
