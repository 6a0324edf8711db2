// KA-09, K5, M10: a senior engineer attests that they saw it happen: in order, in time, and not their own work.
import { type Because, because } from '../../core/because';
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { nameOf } from '../../core/people';
import type { Situation } from '../../core/situation';
import { attestationOf, chained, changedSteps, contentOf } from './chain';
import { whyOwnWork } from './duties';
import type { ReleasePolicy } from './settings/policy';
import { markedLate, marksOf, whyRetrospective } from './signing';
import { isSenior, rankOf } from './rank';
import {
  type ChainRecord,
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

/** What a step needs to be put down. */
export const needed: Readonly<
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

/** K5: whose release it is to witness: who attested last, or took it over since; null while nobody has. */
export function witnessOf(chain: readonly ChainRecord[]): AccountId | null {
  const held = chain.filter(
    (record) =>
      record.kind === 'handed-over' ||
      (record.kind === 'attested' && attestationOf(chain, record.step) === record),
  );
  if (!held.some(({ kind }) => kind === 'attested')) return null;
  const last = held.at(-1);
  return last?.kind === 'handed-over' ? (last.content['to'] ?? null) : (last?.by ?? null);
}

/** The step that is to be witnessed next; null once all are. */
export const nextStepOf = (chain: readonly ChainRecord[]): WitnessStep | null =>
  witnessSteps.find((step) => attestationOf(chain, step) === null) ?? null;

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
  const own = policy.witness.notOwnWork
    ? whyOwnWork(situation, release, person, { clause: 'K5', verb: 'has to witness' })
    : null;
  if (own !== null) return own;
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
  const witness = witnessOf(release.chain);
  if (policy.witness.who === 'same-for-all' && witness !== null && witness !== person) {
    const name = nameOf(situation.people, witness);
    return because(
      'K5',
      `${name} witnesses this release, and one person witnesses all three. If ${name} cannot go on, it is handed over with a reason.`,
      { setting: 'the same engineer for all three', witness: name },
    );
  }
  const missing = missingFor(release, step);
  return missing === null ? null : because('KA-09', missing, { step: name });
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
  const marked = markedLate(
    whyRetrospective(policy, release, step, situation.now),
    reason,
    'This attestation',
  );
  if ('clause' in marked) return marked;
  const record = {
    kind: 'attested' as const,
    step,
    at: situation.now,
    by,
    rank: rankOf(situation.policy, by),
    content: contentOf(release, step),
    ...marked,
  };
  return { ...release, chain: chained(release.chain, record) };
}

/** After a change: attestations of what is no longer so are voided, and with them those that were built on them. */
export function voided(
  release: Release,
  by: AccountId,
  at: Instant,
): { readonly release: Release; readonly steps: readonly WitnessStep[] } {
  const { terms, stood = [] } = release;
  const steps = changedSteps(release, terms?.witness.notOwnWork === false ? [] : stood);
  let { chain } = release;
  for (const step of steps) {
    const why =
      step === steps[0]
        ? `What was signed for the ${stepNames[step]} was changed, or whoever signed stands as author or deployer now.`
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

/** Is anything that was signed for it, and holds, retrospective? */
export const isRetrospective = (release: Release): boolean =>
  marksOf(release).some(({ mark }) => mark !== null);
