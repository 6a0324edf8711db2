// KA-09, K5, M10: a senior engineer attests that they saw it happen: in order, in time, and not their own work.
import { type Because, because } from '../../core/because';
import type { AccountId } from '../../core/ids';
import { type Instant, minuteMs, msOf } from '../../core/instant';
import { nameOf } from '../../core/people';
import type { Situation } from '../../core/situation';
import { attestationOf, chained, changedSteps, contentOf } from './chain';
import type { ReleasePolicy } from './settings/policy';
import { isSenior, rankOf } from './rank';
import {
  type Release,
  type ReleaseFacts,
  sectionOf,
  type WitnessStep,
  witnessSteps,
} from './release';

export const stepNames: Readonly<Record<WitnessStep, string>> = {
  commit: 'commit',
  release: 'release',
  'post-release': 'post-release checks',
};

const needed: Readonly<
  Record<WitnessStep, readonly { readonly field: keyof ReleaseFacts; readonly what: string }[]>
> = {
  commit: [
    { field: 'commit', what: 'the SHA of the commit' },
    { field: 'authors', what: 'who wrote the code' },
  ],
  release: [
    { field: 'build', what: 'the build' },
    { field: 'environment', what: 'the environment' },
    { field: 'deployer', what: 'who deployed it' },
    { field: 'deployedAt', what: 'when it was deployed' },
  ],
  'post-release': [{ field: 'results', what: 'what the checks showed' }],
};

const isEmpty = (value: ReleaseFacts[keyof ReleaseFacts]): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What a step still needs before anybody can attest it, as one sentence; null when nothing. */
export function missingFor(release: Release, step: WitnessStep): string | null {
  const facts = needed[step]
    .filter(({ field }) => isEmpty(release.facts[field]))
    .map(({ what }) => what);
  const open = release.items.filter(
    ({ section, required, done }) => section === sectionOf[step] && required && done === null,
  ).length;
  const missing = [
    ...facts,
    ...(open === 0
      ? []
      : [
          open === 1
            ? 'one required item of its checklist'
            : `${open} required items of its checklist`,
        ]),
  ];
  return missing.length === 0 ? null : `Still missing: ${missing.join(', ')}.`;
}

/** Why this person may not attest that step now; null when they may. */
export function whyNotAttest(
  situation: Situation,
  policy: ReleasePolicy,
  release: Release,
  step: WitnessStep,
  person: AccountId,
): Because | null {
  const name = stepNames[step];
  if (release.finished !== null) return because('KA-16', 'This release is finished.', {});
  const rank = rankOf(situation.policy, person);
  if (!isSenior(rank))
    return because(
      'KA-09',
      'Only a senior-level engineer or higher witnesses a release. An administrator names them in the settings.',
      { 'your role': rank ?? 'none of the engineers' },
    );
  const { authors, deployer } = release.facts;
  if (policy.witness.notOwnWork) {
    if (authors.includes(person))
      return because('K5', 'You wrote this code, so somebody else has to witness it.', {
        author: nameOf(situation.people, person),
      });
    if (deployer === person)
      return because('K5', 'You deployed this release, so somebody else has to witness it.', {
        deployer: nameOf(situation.people, person),
      });
  }
  if (attestationOf(release.chain, step) !== null)
    return because('KA-09', `The ${name} is attested already.`, {});
  const earlier = witnessSteps
    .slice(0, witnessSteps.indexOf(step))
    .find((one) => attestationOf(release.chain, one) === null);
  if (earlier !== undefined)
    return because(
      'KA-09',
      `The ${stepNames[earlier]} comes first: the three are witnessed in order.`,
      { order: witnessSteps.map((one) => stepNames[one]).join(', ') },
    );
  const before = witnessSteps
    .map((one) => attestationOf(release.chain, one))
    .find((one) => one !== null);
  if (policy.witness.who === 'same-for-all' && before != null && before.by !== person) {
    return because(
      'K5',
      `${nameOf(situation.people, before.by)} witnessed the ${stepNames[before.step]}, and one person witnesses all three.`,
      { setting: 'the same engineer for all three' },
    );
  }
  const missing = missingFor(release, step);
  return missing === null ? null : because('KA-09', missing, { step: name });
}

/** Why an attestation given now is not given in time; null when it is (M10). */
export function whyRetrospective(
  policy: ReleasePolicy,
  release: Release,
  step: WitnessStep,
  now: Instant,
): string | null {
  const { minutesApart, lateAfterMinutes } = policy.witness;
  const { deployedAt } = release.facts;
  const last = witnessSteps
    .map((one) => attestationOf(release.chain, one))
    .filter((one) => one !== null)
    .at(-1);
  if (last != null && msOf(now) - msOf(last.at) < minutesApart * minuteMs)
    return `It follows the attestation before it within ${minutesApart} minutes.`;
  if (step === 'commit' && deployedAt !== null && deployedAt <= now)
    return 'The release was deployed before the commit was attested.';
  if (
    step === 'release' &&
    deployedAt !== null &&
    msOf(now) - msOf(deployedAt) > lateAfterMinutes * minuteMs
  )
    return `The release was deployed more than ${lateAfterMinutes} minutes before.`;
  return null;
}

/** The release with one more attestation, or why it is refused. */
export function attested(
  situation: Situation,
  policy: ReleasePolicy,
  release: Release,
  step: WitnessStep,
  by: AccountId,
  reason: string | null,
): Release | Because {
  const refused = whyNotAttest(situation, policy, release, step, by);
  if (refused !== null) return refused;
  const late = whyRetrospective(policy, release, step, situation.now);
  if (late !== null && (reason ?? '').trim().length < 5) {
    return {
      ...because(
        'M10',
        `This attestation will be marked retrospective: ${late} Say why it was not given when it happened.`,
        {},
      ),
      field: 'reason',
    };
  }
  const record = {
    kind: 'attested' as const,
    step,
    at: situation.now,
    by,
    rank: rankOf(situation.policy, by),
    content: contentOf(release, step),
    retrospective: late === null ? null : { because: late, reason: (reason ?? '').trim() },
  };
  return { ...release, chain: chained(release.chain, record) };
}

/** After a change: attestations of what is no longer so are voided, and with them those that were built on them. */
export function voided(
  release: Release,
  by: AccountId,
  at: Instant,
): { readonly release: Release; readonly steps: readonly WitnessStep[] } {
  const steps = changedSteps(release);
  let { chain } = release;
  for (const step of steps) {
    const why =
      step === steps[0]
        ? `What was signed for the ${stepNames[step]} was changed.`
        : `It rests on the ${stepNames[steps[0] ?? step]}, which was changed.`;
    chain = chained(chain, {
      kind: 'void',
      step,
      at,
      by,
      rank: null,
      content: { why },
      retrospective: null,
    });
  }
  return { release: { ...release, chain }, steps };
}

/** Is any attestation that holds retrospective? */
export const isRetrospective = ({ chain }: Release): boolean =>
  witnessSteps.some((step) => attestationOf(chain, step)?.retrospective != null);
