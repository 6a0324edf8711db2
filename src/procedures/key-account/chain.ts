// M10: attestations as a chain in which each record carries the hash of the one before: a changed one is found.
import { canonical, sha256 } from '../../core/canonical';
import type { AccountId } from '../../core/ids';
import {
  type ChainRecord,
  type Release,
  sectionOf,
  type WitnessStep,
  witnessSteps,
} from './release';

/** What a witness signs for at that step, as it stands now. */
export function contentOf(
  { facts, items }: Release,
  step: WitnessStep,
): Readonly<Record<string, string | null>> {
  const checklist = sha256(canonical(items.filter(({ section }) => section === sectionOf[step])));
  switch (step) {
    case 'commit':
      return { commit: facts.commit, authors: [...facts.authors].sort().join(','), checklist };
    case 'release':
      return {
        commit: facts.commit,
        build: facts.build,
        environment: facts.environment,
        deployer: facts.deployer,
        deployedAt: facts.deployedAt,
        checklist,
      };
    case 'post-release':
      return { commit: facts.commit, build: facts.build, results: facts.results, checklist };
  }
}

const hashOf = ({ hash: _hash, ...record }: ChainRecord): string => sha256(canonical(record));

/** The chain with one more record at its end. */
export function chained(
  chain: readonly ChainRecord[],
  record: Omit<ChainRecord, 'number' | 'previous' | 'hash'>,
): readonly ChainRecord[] {
  const whole = {
    ...record,
    number: chain.length + 1,
    previous: chain.at(-1)?.hash ?? null,
    hash: '',
  };
  return [...chain, { ...whole, hash: hashOf(whole) }];
}

/** What is wrong with a chain. */
export interface BrokenChain {
  readonly number: number;
  readonly why: string;
}

/** Is what was signed still so? Of what an earlier edition did not sign, nothing is said. */
function stillSo(held: ChainRecord, now: Readonly<Record<string, string | null>>): boolean {
  const of = Object.fromEntries(Object.keys(held.content).map((name) => [name, now[name] ?? null]));
  return canonical(held.content) === canonical(of);
}

/** Null where every record is as it was written, in its place. */
export function brokenChain(chain: readonly ChainRecord[]): BrokenChain | null {
  for (const [place, record] of chain.entries()) {
    const number = place + 1;
    if (record.number !== number)
      return { number, why: `Record ${number} is missing or out of place.` };
    if (record.previous !== (chain[place - 1]?.hash ?? null))
      return { number, why: `Record ${number} does not follow the one before it.` };
    if (hashOf(record) !== record.hash)
      return { number, why: `Record ${number} was changed after it was written.` };
  }
  return null;
}

/** The attestation of a step that holds: the last one, unless it was voided since. */
export function attestationOf(
  chain: readonly ChainRecord[],
  step: WitnessStep,
): ChainRecord | null {
  const last = chain.filter((record) => record.step === step).at(-1);
  return last?.kind === 'attested' ? last : null;
}

/** KA-09: are all three attested, and hold? */
export const isSignedOff = ({ chain }: Release): boolean =>
  witnessSteps.every((step) => attestationOf(chain, step) !== null);

/**
 * The steps whose signed content is not what it was, and those that were attested on top of them.
 * @param own people for whom it is their own work by now: what they attested does not hold (K5)
 */
export function changedSteps(release: Release, own: readonly AccountId[]): readonly WitnessStep[] {
  const first = witnessSteps.findIndex((step) => {
    const held = attestationOf(release.chain, step);
    return held !== null && (own.includes(held.by) || !stillSo(held, contentOf(release, step)));
  });
  return first < 0
    ? []
    : witnessSteps.slice(first).filter((step) => attestationOf(release.chain, step) !== null);
}
