// CR-38: what a change request was agreed under is its own. Settings that are published later alter neither a running nor
// a finished one; a running one takes them over when a person says so.
import type { ChangeRequestPolicy } from './settings/policy';
import { type Agreed, type ChangeRequest, gateOf } from './change-request';
import { holds } from './depends';
import { type GateKey, type Step, stepsOf, stepTitle, type WorkKey } from './lifecycle';

/** What of the settings a change request is agreed under. */
export type Rules = Pick<ChangeRequestPolicy, 'ownSteps' | 'clientApprovals'>;

/** What one that starts now is agreed under. */
export const agreedUnder = ({ ownSteps, clientApprovals }: Rules): Agreed => ({
  ownSteps,
  clientApprovals,
});

/** What it runs under: its copy, or for one from before there were copies, what leaves it where it stands. */
export const agreedOf = (change: ChangeRequest, rules: Rules): Agreed =>
  change.agreed ?? asItStands(change, rules);

/** The change request with its copy. */
export const withAgreed = (change: ChangeRequest, rules: Rules): ChangeRequest =>
  change.agreed === undefined ? { ...change, agreed: asItStands(change, rules) } : change;

const isDecision = (step: Step): step is Step & { readonly key: GateKey } =>
  step.gate !== undefined;

/** Steps that came later than it passed their place are not its own, and what was enough people then is enough. */
function asItStands(change: ChangeRequest, rules: Rules): Agreed {
  const steps = stepsOf(rules.ownSteps, change.separate);
  const place = change.at === null ? steps.length : steps.findIndex(({ key }) => key === change.at);
  const behind = steps.slice(0, Math.max(0, place));
  const missed = new Set<string>(
    behind
      .filter((step) => !isDecision(step) && change.done[step.key as WorkKey] === undefined)
      .map(({ key }) => key),
  );
  const given = behind.filter(isDecision).flatMap(({ key, owner }) => {
    const { approvals, skipped } = gateOf(change, key);
    const counting = approvals.filter((verdict) => holds(key, verdict, change.content)).length;
    return owner !== 'customer' || skipped !== null || counting === 0 ? [] : [counting];
  });
  const without = [...missed].filter((key): key is WorkKey => !key.startsWith('own:'));
  return {
    ownSteps: rules.ownSteps.filter(({ key }) => !missed.has(`own:${key}`)),
    clientApprovals: Math.min(rules.clientApprovals, ...given),
    ...(without.length === 0 ? {} : { without }),
  };
}

/** How the settings differ from what it was agreed under, in words; empty where they do not. */
export function newTerms(
  change: ChangeRequest,
  policy: Rules & Pick<ChangeRequestPolicy, 'target'>,
): string[] {
  const now = agreedOf(change, policy);
  const step = ({ title, after, owner }: Agreed['ownSteps'][number]): string =>
    `${title} after ${stepTitle(after)}, by the ${owner}`;
  const before = new Map(now.ownSteps.map((one) => [one.key, one]));
  const after = new Map(policy.ownSteps.map((one) => [one.key, one]));
  return [
    ...policy.ownSteps.filter(({ key }) => !before.has(key)).map((one) => `New step: ${step(one)}`),
    ...policy.ownSteps.flatMap((one) => {
      const own = before.get(one.key);
      return own === undefined || JSON.stringify(own) === JSON.stringify(one)
        ? []
        : [`Changed step: ${step(own)}; now ${step(one)}`];
    }),
    ...now.ownSteps.filter(({ key }) => !after.has(key)).map((one) => `No longer: ${step(one)}`),
    ...(now.without ?? []).map((key) => `New step: ${stepTitle(key)}`),
    ...(now.clientApprovals === policy.clientApprovals
      ? []
      : [
          `People of the customer who have to agree: ${now.clientApprovals}; now ${policy.clientApprovals}`,
        ]),
    ...(separateUnder(change, policy) === change.separate
      ? []
      : [
          change.separate
            ? 'No issue of its own is created any more'
            : 'The change request gets an issue of its own',
        ]),
  ];
}

/** C5: whether it gets an issue of its own; one that has it keeps it. */
const separateUnder = (
  change: ChangeRequest,
  { target }: Pick<ChangeRequestPolicy, 'target'>,
): boolean => (change.from === null ? target !== null : change.separate);

/** The change request under the settings as they are now. */
export const underNewTerms = (
  change: ChangeRequest,
  policy: Rules & Pick<ChangeRequestPolicy, 'target'>,
): ChangeRequest => ({
  ...change,
  agreed: agreedUnder(policy),
  separate: separateUnder(change, policy),
});
