// K1, M10: one rule for everything that is signed: reviews, the word that it is with the client, and what a witness attests. It
// says when, and on what; what is not signed when it happened is marked, and needs a reason.
import { type Because, because } from '../../core/because';
import { type Instant, minuteMs, msOf } from '../../core/instant';
import { attestationOf } from './chain';
import { type Release, type Retrospective, type WitnessStep, witnessSteps } from './release';
import type { ReleasePolicy } from './settings/policy';

/** What somebody signs. */
export type Signed = WitnessStep | 'peer' | 'senior' | 'client';

/** Why something signed now is not signed in time; null when it is. */
export function whyRetrospective(
  policy: ReleasePolicy,
  release: Release,
  what: Signed,
  now: Instant,
): string | null {
  const { deployedAt } = release.facts;
  const deployed = deployedAt !== null && deployedAt <= now;
  switch (what) {
    case 'peer':
    case 'senior':
      if (deployed) return beforeDeployment[what];
      return release.clientReview === null ? null : 'It went to the client before this review.';
    case 'client':
      return deployed ? beforeDeployment[what] : null;
    case 'commit':
      if (tooNear(policy, release, now)) return near(policy);
      return deployed ? beforeDeployment[what] : null;
    case 'release':
      if (tooNear(policy, release, now)) return near(policy);
      return deployedAt !== null && isPast(policy, deployedAt, now)
        ? `The release was deployed more than ${policy.witness.lateAfterMinutes} minutes before.`
        : null;
    case 'post-release': {
      if (tooNear(policy, release, now)) return near(policy);
      const checked = release.saidAt?.results;
      return checked !== undefined && isPast(policy, checked, now)
        ? `The checks were put down more than ${policy.witness.lateAfterMinutes} minutes before.`
        : null;
    }
  }
}

/** Why a signature is late that belongs before the deployment. */
const beforeDeployment = {
  peer: 'The release was deployed before this review.',
  senior: 'The release was deployed before this review.',
  client: 'The release was deployed before it went to the client.',
  commit: 'The release was deployed before the commit was attested.',
} as const satisfies Partial<Record<Signed, string>>;

const belongsBefore = (what: Signed): what is keyof typeof beforeDeployment =>
  what in beforeDeployment;

/** Something that was signed, with the mark that it got then. */
interface SignedThen {
  readonly at: Instant;
  readonly retrospective?: Retrospective | null;
}

/**
 * The mark of what was signed, whenever it was said when the release was deployed: to say that last does not make a late
 * signature look in time. What was marked stays marked. Times are put down by the minute, so the same one is in time.
 */
export function markOf(
  { facts: { deployedAt } }: Release,
  what: Signed,
  signed: SignedThen | null,
): Retrospective | null {
  if (signed === null) return null;
  if (signed.retrospective != null) return signed.retrospective;
  return belongsBefore(what) &&
    deployedAt !== null &&
    msOf(signed.at) - msOf(deployedAt) >= minuteMs
    ? { because: beforeDeployment[what], reason: 'When it was deployed was put down afterwards.' }
    : null;
}

const signedNames = {
  peer: 'peer review',
  senior: 'double-check',
  client: 'client review',
  commit: 'commit',
  release: 'release',
  'post-release': 'post-release checks',
} as const satisfies Record<Signed, string>;

/** Everything that was signed and holds, with its mark. */
export const marksOf = (
  release: Release,
): readonly { readonly name: string; readonly mark: Retrospective | null }[] =>
  [
    ['peer', release.peer] as const,
    ['senior', release.senior] as const,
    ['client', release.clientReview] as const,
    ...witnessSteps.map((step) => [step, attestationOf(release.chain, step)] as const),
  ].map(([what, signed]) => ({ name: signedNames[what], mark: markOf(release, what, signed) }));

const isPast = ({ witness }: ReleasePolicy, at: Instant, now: Instant): boolean =>
  msOf(now) - msOf(at) > witness.lateAfterMinutes * minuteMs;

const near = ({ witness }: ReleasePolicy): string =>
  `It follows the attestation before it within ${witness.minutesApart} minutes.`;

function tooNear({ witness }: ReleasePolicy, release: Release, now: Instant): boolean {
  const last = witnessSteps
    .map((one) => attestationOf(release.chain, one))
    .filter((one) => one !== null)
    .at(-1);
  return last != null && msOf(now) - msOf(last.at) < witness.minutesApart * minuteMs;
}

/** The mark of what is signed late, null where it is in time, or why it needs a reason. */
export function markedLate(
  late: string | null,
  reason: string | null | undefined,
  what: string,
): { readonly retrospective: Retrospective | null } | Because {
  if (late === null) return { retrospective: null };
  const said = (reason ?? '').trim();
  if (said.length >= 5) return { retrospective: { because: late, reason: said } };
  return {
    ...because(
      'M10',
      `${what} will be marked retrospective: ${late} Say why it was not given when it happened.`,
      {},
    ),
    field: 'reason',
  };
}

/** What a release was begun under, over what the settings say now (X11). */
export const under = (policy: ReleasePolicy, { terms }: Release): ReleasePolicy => ({
  ...policy,
  ...terms,
});
