// CR-37: what goes to Integration is the build QA passed, what goes to Production is the build UAT was signed on.
import { saveChange } from './state';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import { type ChangeRequest, gateOf, type Untested } from './change-request';
import type { ChangeRequestPolicy } from './settings/policy';
import { holds } from './depends';
import { type Environment, type GateKey, gateStep, lifecycle, type StepKey } from './lifecycle';
import { type Decider, needsReason, whyNotDo } from './may';

/** Where a build was tested before it goes to an environment; any build may go to QA. */
const before: Readonly<
  Partial<Record<Environment, { readonly gate: GateKey; readonly environment: Environment }>>
> = {
  Integration: { gate: 'qa', environment: 'QA' },
  Production: { gate: 'uat', environment: 'Integration' },
};

/** A build's name as people mean it, whatever way it was typed; empty where nothing of it can be seen. */
export const buildName = (written: string): string =>
  written
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** The build that goes to an environment next, because it was tested; null where none was. */
export function testedFor(change: ChangeRequest, environment: Environment): string | null {
  const key = before[environment]?.gate;
  if (key === undefined) return null;
  const passed = gateOf(change, key).approvals.filter((one) => holds(key, one, change.content));
  const build = passed.at(-1)?.covers.build ?? null;
  return build === null ? null : buildName(build);
}

/** Who lets a build go to an environment although it is not the one that was tested, and why; null where nobody does. */
export function letGo(
  change: ChangeRequest,
  environment: Environment,
  build: string,
): Pick<Untested, 'by' | 'reason'> | null {
  const from = before[environment];
  if (from === undefined || testedFor(change, environment) === build) return null;
  const named = change.untested?.[environment];
  if (named?.build === build) return { by: named.by, reason: named.reason };
  // A test that was skipped was skipped for the build that was there.
  const { skipped } = gateOf(change, from.gate);
  return skipped !== null && buildName(change.content.builds[from.environment] ?? '') === build
    ? { by: skipped.by, reason: skipped.reason }
    : null;
}

/** Why that build may not go to that environment. */
export function whyNotThere(
  change: ChangeRequest,
  environment: Environment,
  build: string,
): Because | null {
  const from = before[environment];
  const tested = testedFor(change, environment);
  if (from === undefined || tested === build || letGo(change, environment, build) !== null)
    return null;
  const { title } = gateStep(from.gate);
  const there = change.content.builds[from.environment] ?? '';
  const said =
    tested === null
      ? `${title} was skipped with build ${there}`
      : `${title} was passed on build ${tested}`;
  return {
    ...because(
      'CR-37',
      `${said}, not ${build}. Deploy build ${tested ?? there}, or have the approver let ${build} go on with a reason.`,
      { build, tested: tested ?? 'none' },
    ),
    field: 'build',
  };
}

/** Another build on an environment is carried on from there: what is further on takes it, too. */
export const deploymentsAfter = (environment: Environment): readonly StepKey[] => {
  const deployments = lifecycle.filter((step) => step.environment !== undefined);
  const place = deployments.findIndex((step) => step.environment === environment);
  return deployments.slice(place + 1).map(({ key }) => key);
};

/** An exception of the approver's, with a reason. */
export interface LetGo {
  readonly environment: 'Integration' | 'Production';
  readonly build: string;
  readonly reason: string;
}

export function letUntestedGo(
  c: Case,
  _policy: ChangeRequestPolicy,
  change: ChangeRequest,
  { environment, build: written, reason }: LetGo,
  { accountId }: Decider,
): Because | null {
  const build = buildName(written);
  const refused =
    whyNotDo(c, accountId, 'untested') ??
    (build === ''
      ? { ...because('CR-37', 'Name the build that shall go on.', {}), field: 'build' }
      : needsReason(reason));
  if (refused !== null) return refused;
  if (testedFor(change, environment) === build)
    return {
      ...because('CR-37', `Build ${build} was tested; it needs no exception.`, {}),
      field: 'build',
    };
  saveChange(c, {
    ...change,
    untested: {
      ...change.untested,
      [environment]: { build, by: accountId, at: c.now, reason },
    },
  });
  c.done(
    c.now,
    accountId,
    `Build ${build} may go to ${environment} untested`,
    because('CR-37', reason, { build, environment }),
  );
  return null;
}
