// Steps without a form of their own: development, deployments, own steps, progress, and the issue of its own.
import { createIssue as issueCreated } from './effects';
import { saveChange, changeNow } from './state';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import {
  type ChangeRequest,
  type Finished as Done,
  gateOf,
  withGate,
  withoutDone,
} from './change-request';
import { buildName, deploymentsAfter, letGo, whyNotThere } from './builds';
import { gateAfter } from './depends';
import type { ChangeRequestPolicy } from './settings/policy';
import { putContent } from './lapse';
import type { Step, StepKey } from './lifecycle';
import { type Decider, formOfStep, whyNotDo, whyNotFinish } from './may';
import { outOfOrder, presentSteps, reached, stepsIn } from './standing';

/** Words on progress that are kept; the customer reads the last. */
const progressKept = 20;

/** A step that is done, with the build where something was deployed. */
export interface Finished {
  readonly step: StepKey;
  readonly build: string | null;
  readonly note: string | null;
}

/** CR-21, CR-22, CR-24, CR-27, V3. */
export function finish(
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  { step: key, build, note }: Finished,
  { accountId }: Decider,
): Because | null {
  const step = stepsIn(change, policy).find((one) => one.key === key);
  if (step === undefined)
    return { ...because('CR-33', 'This change request has no such step.', {}), field: 'step' };
  if (step.gate !== undefined)
    return because(step.clause, `${step.title} is a decision: approve or decline it.`, {});
  if (formOfStep[key] !== undefined || key === 'classified')
    return because(step.clause, `${step.title} is done by filling in its form.`, {});
  const refused = whyNotFinish(c, accountId, step);
  if (refused !== null) return refused;
  if (!reached(change, policy, key)) return outOfOrder(change, policy, key);
  const present = presentSteps(change, policy).some((one) => one.key === key);
  // A second deployment to where something was deployed already replaces it; what was tested on the first is tested again.
  if (!present && step.environment === undefined)
    return because(step.clause, `${step.title} is done already.`, {});
  if (step.environment !== undefined) return deploy(c, policy, step, build, note, accountId);
  markFinished(c, step, { by: accountId, at: c.now, ...(note === null ? {} : { note }) });
  c.done(
    c.now,
    accountId,
    `${step.title} done`,
    because(step.clause, note ?? 'The next step can begin.', {}),
  );
  return null;
}

function deploy(
  c: Case,
  policy: ChangeRequestPolicy,
  step: Step,
  build: string | null,
  note: string | null,
  by: string,
): Because | null {
  const { environment } = step;
  if (environment === undefined) return null;
  const name = buildName(build ?? '');
  if (name === '')
    return {
      ...because(step.clause, `Name the build that was deployed to ${environment}.`, {}),
      field: 'build',
    };
  const change = changeNow(c);
  const wrong = whyNotThere(change, environment, name);
  if (wrong !== null) return wrong;
  const untested = letGo(change, environment, name);
  const { content } = change;
  if (content.builds[environment] !== name) {
    putContent(
      c,
      policy,
      {
        ...content,
        version: content.version + 1,
        builds: { ...content.builds, [environment]: name },
      },
      by,
    );
    saveChange(c, withoutDone(changeNow(c), deploymentsAfter(environment)));
    // A test that was skipped was skipped for the build that was there.
    const gate = gateAfter(environment);
    if (gateOf(changeNow(c), gate).skipped !== null)
      saveChange(c, withGate(changeNow(c), gate, { skipped: null }));
  }
  markFinished(c, step, {
    by,
    at: c.now,
    build: name,
    ...(note === null ? {} : { note }),
    ...(untested === null ? {} : { untested }),
  });
  c.done(
    c.now,
    by,
    `Build ${name} deployed to ${environment}${untested === null ? '' : ', not tested'}`,
    because(
      untested === null ? step.clause : 'CR-37',
      untested === null ? 'QA, then Integration, then Production (CR-31).' : untested.reason,
      { environment, build: name },
    ),
  );
  return null;
}

function markFinished(c: Case, step: Step, finished: Done): void {
  const change = changeNow(c);
  saveChange(c, { ...change, done: { ...change.done, [step.key]: finished } });
}

/** CR-21: the customer knows the progress. */
export function noteProgress(
  c: Case,
  _policy: ChangeRequestPolicy,
  change: ChangeRequest,
  { text }: { readonly text: string },
  { accountId }: Decider,
): Because | null {
  const refused = whyNotDo(c, accountId, 'progress');
  if (refused !== null) return refused;
  if (text.trim() === '')
    return { ...because('CR-21', 'Say how it goes, in a sentence.', {}), field: 'text' };
  saveChange(c, {
    ...change,
    progress: [...change.progress, { at: c.now, by: accountId, text: text.trim() }].slice(
      -progressKept,
    ),
  });
  c.done(c.now, accountId, 'Progress noted', because('CR-21', text.trim(), {}));
  return null;
}

/** CR-12 … CR-14: the change request's own issue. Its state moves there once Jira has created it. */
export function createIssue(
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  _input: object,
  { accountId }: Decider,
): Because | null {
  const { target } = policy;
  if (target === null && change.separate)
    return because(
      'C5',
      'The settings name no project for change requests any more. Take over the new settings, or ask an administrator to name one.',
      {},
    );
  if (target === null || !change.separate)
    return because(
      'C5',
      'Here the ticket itself is the change request, so no other issue is created.',
      {},
    );
  const refused = whyNotDo(c, accountId, 'issue');
  if (refused !== null) return refused;
  if (!presentSteps(change, policy).some(({ key }) => key === 'issue'))
    return reached(change, policy, 'issue')
      ? because('CR-12', 'The change request has its issue already.', {})
      : outOfOrder(change, policy, 'issue');
  const { customerRep, documentUrl, requirement } = change.content;
  if (customerRep === null)
    return {
      ...because('CR-13', 'Name the customer on whose behalf it is created.', {}),
      field: 'customerRep',
    };
  const { ticket } = c;
  c.want({
    command: issueCreated.command({
      projectId: target.project.id,
      requestType: target.requestType,
      onBehalfOf: customerRep,
      summary: ticket.summary,
      description: [
        ...(requirement === '' ? [] : [requirement]),
        ...(documentUrl === null ? [] : [`CR document: ${documentUrl}`]),
        `Came from ${ticket.key}.`,
      ].join('\n\n'),
      linkType: target.linkType,
      by: accountId,
      account: c.account.kind === 'known' ? c.account.account.cid : null,
    }),
    actor: null,
    clause: 'CR-12',
  });
  c.done(
    c.now,
    accountId,
    `Change request to be created in ${target.project.key}`,
    because(
      'CR-12',
      'It is created on behalf of the customer, with a link to the CR document, and goes on there.',
      { project: target.project.key },
    ),
  );
  return null;
}
