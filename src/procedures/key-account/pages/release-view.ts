// A release as the panel shows it.
import type { AttestationView, CyclesView, ReleaseView } from '../contract/panel';
import { blocksFinish } from '../blocks';
import { sectionNames } from '../contract/said';
import { attestationOf, brokenChain, isSignedOff } from '../chain';
import { spellRhythm } from '../cycles';
import { whyNotHandOver } from '../hand-over';
import { isMonitored, whyNotDecideMonitoring } from '../leave-monitoring';
import { monitoring, rhythmOf } from '../monitoring';
import { markOf, under, whyRetrospective } from '../signing';
import type { KeyAccountPolicy, ReleasePolicy, ReleaseSection } from '../settings/policy';
import type { Release, Review } from '../release';
import { type WitnessStep, witnessSteps } from '../release';
import { whyNotReview } from '../review';
import { stepNames, whyNotAttest, witnessOf } from '../witness';
import { roleNames } from '../../../core/roles';
import type { Because } from '../../../core/because';
import type { Situation } from '../../../core/situation';
import { personView, personViewOrNull, whyView } from '../../../app/views/why';

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

export function releaseView(
  situation: Situation,
  { release: set }: KeyAccountPolicy,
  release: Release,
  viewer: string,
): ReleaseView {
  const policy = under(set, release);
  const {
    people,
    now,
    policy: { version },
  } = situation;
  const refusal = (refused: Because | null) =>
    refused === null ? null : whyView(refused, version, people);
  const witness = witnessOf(release.chain);
  const person = (id: string) => personView(people, id);
  const signed = <T extends { readonly by: string; readonly at: string }>(one: T | null) =>
    one === null ? null : { by: person(one.by), at: one.at };
  const { facts, items, processing, chain } = release;
  const broken = brokenChain(chain);
  const reviews = (
    policy.reviews === 'two-people' ? (['peer', 'senior'] as const) : (['senior'] as const)
  ).map((as) => {
    const given: Review | null = as === 'peer' ? release.peer : release.senior;
    const refused = given === null ? whyNotReview(situation, policy, release, as, viewer) : null;
    return {
      as,
      given:
        given === null
          ? null
          : {
              by: person(given.by),
              at: given.at,
              commit: given.commit,
              retrospective: markOf(release, as, given),
            },
      whyNot: refused === null ? null : whyView(refused, version, people),
      late: given === null && refused === null ? whyRetrospective(policy, release, as, now) : null,
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
    clientReview:
      release.clientReview === null
        ? null
        : {
            by: person(release.clientReview.by),
            at: release.clientReview.at,
            retrospective: markOf(release, 'client', release.clientReview),
          },
    clientLate: whyRetrospective(policy, release, 'client', now),
    witnessIs: personViewOrNull(people, witness),
    whyNotHandOver: refusal(whyNotHandOver(situation, policy, release, viewer)),
    monitored: isMonitored(situation, policy, release),
    leaving:
      release.leaving == null
        ? null
        : {
            by: person(release.leaving.by),
            at: release.leaving.at,
            reason: release.leaving.reason,
            whyNot: refusal(whyNotDecideMonitoring(situation, release, viewer)),
          },
    witness: witnessSteps.map((step) => attestationView(situation, policy, release, step, viewer)),
    signedOff: isSignedOff(release),
    chain,
    chainBroken: broken?.why ?? null,
    names: Object.fromEntries(
      chain
        .flatMap(({ content }) => [content['from'], content['to']])
        .flatMap((one) => (one == null ? [] : [[one, person(one).name]])),
    ),
    cycles: cyclesView(situation, policy, release),
    blocks:
      release.finished === null
        ? blocksFinish(situation, policy, release).map((one) => whyView(one, version, people))
        : [],
    finished: signed(release.finished),
  };
}

function attestationView(
  situation: Situation,
  policy: ReleasePolicy,
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
  const refused = given === null ? whyNotAttest(situation, policy, release, step, viewer) : null;
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
            retrospective: markOf(release, step, given),
          },
    void: last?.kind === 'void' ? { at: last.at, why: last.content['why'] ?? '' } : null,
    whyNot: refused === null ? null : whyView(refused, version, people),
    late: given === null && refused === null ? whyRetrospective(policy, release, step, now) : null,
  };
}

function cyclesView(situation: Situation, policy: ReleasePolicy, release: Release): CyclesView {
  const { needed, onFailure, failedIs = 'ask' } = policy.cycles;
  const { cycles, nextCycle } = release;
  const standing = monitoring(situation, policy, release);
  const failed = cycles.findLastIndex(({ passed }) => !passed);
  const gap = standing?.owed[0];
  const rhythm = rhythmOf(situation, release);
  return {
    needed,
    counted: standing?.counted ?? 0,
    rhythm: spellRhythm(rhythm),
    rhythmKnown: rhythm !== null,
    next: nextCycle,
    owed: standing?.owed ?? [],
    failedIs,
    recorded: cycles.map(({ date, passed, note, by }, place) => ({
      date,
      passed,
      note,
      by: personView(situation.people, by),
      counts:
        passed && (gap === undefined || date < gap) && (onFailure === 'go-on' || place > failed),
    })),
  };
}
