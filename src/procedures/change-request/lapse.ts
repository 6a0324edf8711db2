// C11: other content ends the approvals that depend on it, and the questions that were asked on the old one.
import { saveChange, changeNow } from './state';
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import { type ChangeRequest, gateOf, withGate } from './change-request';
import type { ChangeRequestPolicy } from './settings/policy';
import type { Content } from './content';
import { type Changed, changesSince, coveredBy } from './depends';
import { type GateKey, gates, gateStep, stepTitle } from './lifecycle';
import { counterpartsOf, taggedFor, taggedForStep } from './may';
import { passed } from './standing';
import { lapsedWords, withdrawnWords } from './words';

export interface Lapse {
  readonly gate: GateKey;
  readonly changes: readonly Changed[];
}

/** Gates that are passed now and would not be on that content. */
export const lapses = (
  change: ChangeRequest,
  policy: ChangeRequestPolicy,
  next: Content,
): Lapse[] =>
  gates.flatMap(({ key }) => {
    if (!passed(change, policy, key) || passed(change, policy, key, next)) return [];
    const last = gateOf(change, key).approvals.at(-1);
    return [{ gate: key, changes: last === undefined ? [] : changesSince(key, last, next) }];
  });

/** C2: gates that are being decided on what would be changed, so that they are asked again. */
export const withdrawn = (
  change: ChangeRequest,
  policy: ChangeRequestPolicy,
  next: Content,
): GateKey[] =>
  gates
    .map(({ key }) => key)
    .filter(
      (key) =>
        gateOf(change, key).asked !== null &&
        !passed(change, policy, key) &&
        !passed(change, policy, key, next) &&
        JSON.stringify(coveredBy(key, change.content)) !== JSON.stringify(coveredBy(key, next)),
    );

/** Puts other content in place: approvals that depend on it lapse, and what was asked on the old one is asked again. */
export function putContent(
  c: Case,
  policy: ChangeRequestPolicy,
  next: Content,
  by: AccountId,
): void {
  const change = changeNow(c);
  const lapsed = lapses(change, policy, next);
  const questions = withdrawn(change, policy, next);
  const again = [...questions, ...lapsed.map(({ gate }) => gate)];
  saveChange(
    c,
    again.reduce((one, key) => withGate(one, key, { asked: null, againAt: c.now }), {
      ...change,
      content: next,
    }),
  );
  tellOfQuestions(c, change, questions, by);
  if (lapsed.length === 0) return;
  const people = [
    ...new Set(
      lapsed.flatMap(({ gate }) => [
        ...taggedFor(c, 'csm'),
        gateOf(change, gate).asked?.by,
        ...gateOf(change, gate)
          .approvals.filter(({ via }) => via === 'panel')
          .map((verdict) => verdict.by),
      ]),
    ),
  ].filter((person): person is AccountId => person != null && person !== by);
  for (const { gate, changes } of lapsed) {
    c.done(
      c.now,
      null,
      `${stepTitle(gate)} has to be asked again`,
      because('C11', `Since it was approved: ${changes.map(({ text }) => text).join(', ')}.`, {
        gate: stepTitle(gate),
      }),
    );
  }
  c.announce(lapsedWords(c, lapsed, people), null, 'C11', null);
}

/** C2: whoever asked and whoever was to decide hear that what they talk about is not what stands there any more. */
function tellOfQuestions(
  c: Case,
  change: ChangeRequest,
  questions: readonly GateKey[],
  by: AccountId,
): void {
  if (questions.length === 0) return;
  const people = questions
    .flatMap((gate) => [
      ...taggedFor(c, 'csm'),
      ...counterpartsOf(c, change, gate),
      ...taggedForStep(c, gateStep(gate)),
    ])
    .filter((person) => person !== by);
  for (const gate of questions)
    c.done(
      c.now,
      by,
      `${stepTitle(gate)}: the question is withdrawn`,
      because('C11', 'What it is about was changed before it was decided. The CSM asks again.', {}),
    );
  c.announce(
    withdrawnWords(c, questions, changeNow(c).content.version, [...new Set(people)]),
    null,
    'C11',
    null,
  );
}
