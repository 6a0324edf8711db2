// A release as the panel shows it.
import type { AttestationView, CyclesView, ReleaseView } from '../contract/panel';
import { blocksFinish } from '../blocks';
import { sectionNames } from '../contract/settings';
import { attestationOf, brokenChain, isSignedOff } from '../chain';
import { countedCycles, spellRhythm } from '../cycles';
import type { KeyAccountPolicy, ReleaseSection } from '../settings/policy';
import { rhythmOf } from '../record-cycle';
import type { Release, Review } from '../release';
import { type WitnessStep, witnessSteps } from '../release';
import { whyNotReview } from '../review';
import { stepNames, whyNotAttest, whyRetrospective } from '../witness';
import { roleNames } from '../../../core/roles';
import type { Situation } from '../../../core/situation';
import { personView, personViewOrNull, whyView } from '../../../app/views/why';

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

export function releaseView(
  situation: Situation,
  policy: KeyAccountPolicy,
  release: Release,
  viewer: string,
): ReleaseView {
  const {
    people,
    policy: { version },
  } = situation;
  const person = (id: string) => personView(people, id);
  const signed = <T extends { readonly by: string; readonly at: string }>(one: T | null) =>
    one === null ? null : { by: person(one.by), at: one.at };
  const { facts, items, processing, chain } = release;
  const broken = brokenChain(chain);
  const reviews = (
    policy.release.reviews === 'two-people' ? (['peer', 'senior'] as const) : (['senior'] as const)
  ).map((as) => {
    const given: Review | null = as === 'peer' ? release.peer : release.senior;
    const refused =
      given === null ? whyNotReview(situation, policy.release, release, as, viewer) : null;
    return {
      as,
      given: given === null ? null : { by: person(given.by), at: given.at, commit: given.commit },
      whyNot: refused === null ? null : whyView(refused, version, people),
    };
  });
  return {
    started: { by: person(release.startedBy), at: release.startedAt },
    facts: {
      ...facts,
      authors: facts.authors.map(person),
      deployer: personViewOrNull(people, facts.deployer),
    },
    processing: processing?.value ?? null,
    sections: (Object.keys(sectionNames) as ReleaseSection[]).map((section) => ({
      section,
      title: sectionNames[section],
      items: items
        .filter((item) => item.section === section)
        .map(({ id, text, required, evidence, done }) => ({
          id,
          text,
          required,
          evidence,
          done:
            done === null ? null : { by: person(done.by), at: done.at, evidence: done.evidence },
        })),
    })),
    reviews,
    clientReview: signed(release.clientReview),
    witness: witnessSteps.map((step) => attestationView(situation, policy, release, step, viewer)),
    signedOff: isSignedOff(release),
    chain,
    chainBroken: broken?.why ?? null,
    cycles: cyclesView(situation, policy, release),
    blocks:
      release.finished === null
        ? blocksFinish(policy.release, release).map((one) => whyView(one, version, people))
        : [],
    finished: signed(release.finished),
  };
}

function attestationView(
  situation: Situation,
  policy: KeyAccountPolicy,
  release: Release,
  step: WitnessStep,
  viewer: string,
): AttestationView {
  const {
    people,
    now,
    policy: { version },
  } = situation;
  const given = attestationOf(release.chain, step);
  const last = release.chain.filter((record) => record.step === step).at(-1);
  const refused =
    given === null ? whyNotAttest(situation, policy.release, release, step, viewer) : null;
  return {
    step,
    title: capital(stepNames[step]),
    given:
      given === null
        ? null
        : {
            by: personView(people, given.by),
            at: given.at,
            rank: given.rank === null ? '' : roleNames[given.rank],
            hash: given.hash,
            retrospective: given.retrospective,
          },
    void: last?.kind === 'void' ? { at: last.at, why: last.content['why'] ?? '' } : null,
    whyNot: refused === null ? null : whyView(refused, version, people),
    late:
      given === null && refused === null
        ? whyRetrospective(policy.release, release, step, now)
        : null,
  };
}

function cyclesView(
  situation: Situation,
  policy: KeyAccountPolicy,
  { cycles, nextCycle }: Release,
): CyclesView {
  const { needed, onFailure } = policy.release.cycles;
  const failed = cycles.findLastIndex(({ passed }) => !passed);
  return {
    needed,
    counted: countedCycles(cycles, policy.release.cycles),
    rhythm: spellRhythm(rhythmOf(situation)),
    next: nextCycle,
    recorded: cycles.map(({ date, passed, note, by }, place) => ({
      date,
      passed,
      note,
      by: personView(situation.people, by),
      counts: passed && (onFailure === 'go-on' || place > failed),
    })),
  };
}
