// KA-08 … KA-11, KA-16: what somebody owes about a release, from its documentation to its last production cycle.
import { aboveAll, heldOnly, within } from './allowed-time';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import { type Instant, later } from '../../core/instant';
import { nameOf } from '../../core/people';
import { peopleIn, type Role } from '../../core/roles';
import { isThere, type Situation } from '../../core/situation';
import type { Party, Wait } from '../../core/wait';
import { blocksFinish } from './blocks';
import { ownWorkOf } from './duties';
import { cannotGoOn } from './hand-over';
import { notToDecide } from './leave-monitoring';
import { dueDays, monitoring, rhythmOf } from './monitoring';
import { engineerRanks } from './rank';
import { type Release, sectionOf, type WitnessStep } from './release';
import { partOf } from './say';
import type { KeyAccountPolicy } from './settings/policy';
import { under } from './signing';
import { releaseKeys, rhythmKey } from './wait-keys';
import { missingFor, needed, nextStepOf, stepNames, witnessOf } from './witness';

/** The first of these roles that somebody holds who is there and may; the first of them where nobody does. */
function roleFor(situation: Situation, roles: readonly Role[], not: readonly AccountId[]): Role {
  const held = roles.find((role) =>
    peopleIn(situation.policy, role).some((one) => isThere(situation, one) && !not.includes(one)),
  );
  return held ?? roles[0] ?? 'senior-engineer';
}

const senior = engineerRanks.filter((rank) => rank !== 'engineer');

/** KA-08: a release of which nothing is documented, open or closed. */
export function documentWaits(c: Case, settings: KeyAccountPolicy): Wait[] {
  const { undocumented = false } = partOf(c);
  if (!undocumented) return [];
  const closed = c.ticket.status.done;
  return [
    {
      key: closed ? releaseKeys.startClosed : releaseKeys.start,
      clause: 'KA-08',
      title: closed
        ? 'Document this release although its ticket is closed, or say that nothing was released to a key account'
        : 'Start the documentation of this release, or say that it is for no key account',
      of: c.ticket.assignee === null ? roleFor(c, engineerRanks, []) : 'assignee',
      since: c.ticket.createdAt,
      within: within(settings, 'start'),
      above: heldOnly(c, aboveAll(settings)),
      tell: 'tag',
      acts: ['start-release', 'no-release'],
    },
  ];
}

/** Everything that is left to be done, each by whoever may do it. */
export function releaseWaits(c: Case, settings: KeyAccountPolicy): Wait[] {
  const { release } = partOf(c);
  if (release === null || release.finished !== null) return [];
  const starter = { people: [release.startedBy] };
  const open: Open = { c, settings, release, starter };
  const waits = [
    ...toPutDown(open),
    ...reviews(open),
    ...witnessing(open),
    ...ending(open),
    ...cycles(open),
  ];
  return waits.length > 0 || blocksFinish(c, settings.release, release).length > 0
    ? waits
    : [
        owed(open, {
          key: releaseKeys.finish,
          clause: 'KA-16',
          title: 'Finish the release',
          of: starter,
          since: lastSigned(release),
          within: within(settings, 'finish'),
          acts: ['finish-release'],
        }),
      ];
}

/** A release under way, and who began its documentation. */
interface Open {
  readonly c: Case;
  readonly settings: KeyAccountPolicy;
  readonly release: Release;
  readonly starter: Party;
}

const owed = ({ c, settings }: Open, wait: Omit<Wait, 'above' | 'tell'>): Wait => ({
  ...wait,
  above: heldOnly(c, aboveAll(settings)),
  tell: 'tag',
});

/** The commit, its authors, and whether production depends on it: asked from the beginning (K9). */
function toPutDown(open: Open): Wait[] {
  const { settings, release, starter } = open;
  const { commit, authors } = release.facts;
  const putDown = (key: string, title: string, act: string, clause: string): Wait =>
    owed(open, {
      ...{ key, title, clause, of: starter, acts: [act] },
      since: release.startedAt,
      within: within(settings, 'facts'),
    });
  return [
    ...(commit === null || authors.length === 0
      ? [
          putDown(
            releaseKeys.facts,
            'Say which commit is released, and who wrote it',
            'set-facts',
            'KA-08',
          ),
        ]
      : []),
    ...(release.processing === null
      ? [
          putDown(
            releaseKeys.processing,
            'Say whether the release is processing-related',
            'set-processing',
            'K9',
          ),
        ]
      : []),
  ];
}

/** KA-10, K6. */
function reviews(open: Open): Wait[] {
  const { c, settings, release } = open;
  const { facts, peer, senior: second } = release;
  if (facts.commit === null || facts.authors.length === 0) return [];
  const { reviews: by } = under(settings.release, release);
  const own = ownWorkOf(release);
  const review = (as: 'peer' | 'senior', title: string, roles: readonly Role[]): Wait => {
    const other = as === 'peer' ? second : peer;
    const not = [...own, ...(other === null || by === 'one-senior' ? [] : [other.by])];
    return owed(open, {
      ...{ key: releaseKeys.review(as), title, clause: 'KA-10', not, acts: ['review'] },
      // K7: who stands in for an engineer without being one signs nothing in their place.
      only: roles,
      of: roleFor(c, roles, not),
      since: release.saidAt?.commit ?? release.startedAt,
      within: within(settings, 'review'),
    });
  };
  return [
    ...(by === 'two-people' && peer === null
      ? [review('peer', 'Review the commit', engineerRanks)]
      : []),
    ...(second === null ? [review('senior', 'Double-check the commit', senior)] : []),
  ];
}

/** KA-09, K5: the next of the three steps, once it can be attested; until then, what it lacks. */
function witnessing(open: Open): Wait[] {
  const { c, settings, release, starter } = open;
  const step = nextStepOf(release.chain);
  const { commit, authors } = release.facts;
  if (step === null || commit === null || authors.length === 0) return [];
  const missing = missingFor(release, step);
  const since = readySince(release, step);
  if (missing !== null) {
    // K5: whoever witnesses it says neither who wrote nor who deployed it.
    const attests = under(settings.release, release).witness.notOwnWork
      ? witnessOf(release.chain)
      : null;
    const not = attests !== null && release.facts.deployer === null ? [attests] : [];
    return [
      owed(open, {
        ...(not.includes(release.startedBy)
          ? { of: roleFor(c, engineerRanks, not), not }
          : { of: starter }),
        key: releaseKeys.ready(step),
        clause: 'KA-08',
        title: `Put down what the ${stepNames[step]} ${step === 'post-release' ? 'need' : 'needs'} before it can be witnessed. ${missing.replace(/\.$/u, '')}`,
        since,
        within: within(settings, 'facts'),
        acts: ['set-facts', 'tick'],
      }),
    ];
  }
  const { who, notOwnWork } = under(settings.release, release).witness;
  const witness = who === 'same-for-all' ? witnessOf(release.chain) : null;
  const own = notOwnWork ? ownWorkOf(release) : [];
  // One wait, whoever witnesses it: what was promised or asked of it stays when somebody goes, or comes back.
  const wait = {
    key: releaseKeys.witness(step),
    clause: 'KA-09',
    since,
    within: within(settings, 'witness'),
  };
  if (witness !== null && (cannotGoOn(c, witness) || own.includes(witness))) {
    const not = [...own, witness];
    return [
      owed(open, {
        ...wait,
        title: `Take over from ${nameOf(c.people, witness)} as witness, with the reason, and witness the ${stepNames[step]}`,
        of: roleFor(c, senior, not),
        not,
        only: senior,
        acts: ['hand-over-witness'],
      }),
    ];
  }
  return [
    owed(open, {
      ...wait,
      title: `Witness the ${stepNames[step]}`,
      of: witness === null ? roleFor(c, senior, own) : { people: [witness] },
      not: own,
      only: witness === null ? senior : [{ people: [witness] }],
      acts: ['witness'],
    }),
  ];
}

/** Somebody wants monitoring to end. */
function ending(open: Open): Wait[] {
  const { c, settings, release } = open;
  if (release.leaving == null) return [];
  const not = notToDecide(release);
  return [
    owed(open, {
      key: releaseKeys.monitoring,
      clause: 'KA-11',
      title: `Decide whether monitoring ends: ${release.leaving.reason}`,
      of: roleFor(c, senior, not),
      not,
      only: senior,
      since: release.leaving.at,
      within: within(settings, 'monitoring'),
      acts: ['decide-monitoring'],
      askers: [release.leaving.by],
    }),
  ];
}

/** KA-11, K10: every production day that was due and is not recorded, the next to come, and the rhythm itself. */
function cycles(open: Open): Wait[] {
  const { c, settings, release, starter } = open;
  const policy = under(settings.release, release);
  const standing = monitoring(c, policy, release);
  const unknown =
    release.processing?.value !== false &&
    (rhythmOf(c, release) === null ||
      (standing !== null && standing.next === null && standing.counted < policy.cycles.needed));
  const { asked, coming } = standing === null ? { asked: [], coming: null } : dueDays(c, standing);
  const record = {
    clause: 'KA-11',
    of: starter,
    since: release.facts.deployedAt ?? release.startedAt,
    acts: ['record-cycle'],
  };
  return [
    ...(unknown
      ? [
          owed(open, {
            key: rhythmKey,
            clause: 'K10',
            title: `Say when ${accountName(c, release.cid)} runs production next, for the cycles after this release`,
            of: 'key-account-keeper',
            since: release.startedAt,
            within: within(settings, 'rhythm'),
            acts: ['set-rhythm'],
          }),
        ]
      : []),
    ...asked.map((date) =>
      owed(open, {
        ...record,
        key: releaseKeys.cycle(date),
        title: `Record how the production cycle of ${date} went`,
        within: within(settings, 'cycle'),
      }),
    ),
    ...(coming === null
      ? []
      : [
          {
            ...owed(open, {
              ...record,
              key: releaseKeys.cycleAhead(coming),
              title: `Watch the production cycle of ${coming}, and record how it went`,
              within: within(settings, 'cycle'),
            }),
            ...(release.askAt === null ? {} : { notBefore: release.askAt }),
            tell: 'list' as const,
          },
        ]),
  ];
}

const accountName = ({ account, named }: Case, cid: string): string =>
  (account.kind === 'known' && account.account.cid === cid
    ? account.account
    : named.find((one) => one.cid === cid)
  )?.name ?? cid;

const latest = (first: Instant, ...others: readonly (Instant | null | undefined)[]): Instant =>
  others.reduce<Instant>((last, one) => (one == null ? last : later(last, one)), first);

/** When the step became what it is: its facts, its checklist, and the step before it. */
const readySince = (
  { startedAt, saidAt = {}, items, chain }: Release,
  step: WitnessStep,
): Instant =>
  latest(
    startedAt,
    chain.at(-1)?.at,
    ...needed[step].map(({ field }) => saidAt[field]),
    ...items.map(({ section, done }) => (section === sectionOf[step] ? done?.at : null)),
  );

const lastSigned = ({ startedAt, chain, peer, senior: second, cycles: all }: Release): Instant =>
  latest(startedAt, chain.at(-1)?.at, peer?.at, second?.at, ...all.map(({ at }) => at));
