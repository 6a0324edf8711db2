// KA-08, M10: what is put down of a release, and what of that was signed before and is not so any more.
import { type Because, because } from '../../core/because';
import { canonical } from '../../core/canonical';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { nameOf } from '../../core/people';
import { isSignedOff } from './chain';
import { standing } from './duties';
import type { Release } from './release';
import { count, keep, partOf, wrong } from './say';
import { marksOf } from './signing';
import type { KeyAccountPolicy } from './settings/policy';
import { nextStepOf, stepNames, voided, witnessOf } from './witness';

/** Evidence is a link or a few words; what is longer is attached to the ticket (Forge: 240 KiB a value). */
const longestEvidence = 200;
const mostEvidence = 60_000;
const longestFact = 500;

/** Keeps a changed release; what was signed and is not so any more is voided, visibly (M10). */
export function change(c: Case, changed: Release, by: AccountId): void {
  const wasSignedOff = isSignedOff(changed);
  const { release, steps } = voided(changed, by, c.now);
  keep(c, { release });
  if (steps.length === 0) return;
  c.declinedWorthKeeping(
    c.now,
    by,
    `Attestation void: ${steps.map((one) => stepNames[one]).join(', ')}`,
    because('M10', 'What was signed has been changed since. It has to be witnessed again.', {}),
  );
  if (wasSignedOff) count(c, by, release.cid, { kind: 'sign-off-void' });
}

export function setFacts(
  c: Case,
  policy: KeyAccountPolicy,
  release: Release,
  { facts }: { readonly facts: Partial<Release['facts']> },
  by: string,
): Because | null {
  const { now } = c;
  const next = { ...release.facts, ...facts };
  for (const [field, value] of Object.entries(facts))
    if (typeof value === 'string' && value.length > longestFact)
      return wrong('KA-08', `This has at most ${longestFact} characters.`, field);
  if (next.commit !== null && !/^[0-9a-f]{7,64}$/iu.test(next.commit))
    return wrong(
      'KA-09',
      'A commit is named by its SHA: 7 to 64 digits from 0 to 9 and a to f.',
      'commit',
    );
  if (next.deployedAt !== null && next.deployedAt > now)
    return wrong('KA-09', 'A deployment cannot lie in the future.', 'deployedAt');
  const witnesses = witnessOf(release.chain) === by && nextStepOf(release.chain) !== null;
  const stands = standing(release, next, by);
  if (policy.release.witness.notOwnWork && witnesses && stands.said?.includes(by) === true)
    return wrong(
      'K5',
      'You witness this release, so somebody else says who wrote and deployed it; or hand it over first.',
      'authors' in facts ? 'authors' : 'deployer',
    );
  const commitChanged = next.commit !== release.facts.commit;
  const authorsChanged = next.authors.join() !== release.facts.authors.join();
  const lost =
    commitChanged || authorsChanged
      ? [release.peer, release.senior].filter((one) => one !== null)
      : [];
  change(
    c,
    {
      ...release,
      ...stands,
      facts: next,
      saidAt: { ...release.saidAt, ...whenSaid(release.facts, next, now) },
      ...(lost.length === 0 ? {} : { peer: null, senior: null }),
      // K1: what the client has is the commit before.
      ...(commitChanged ? { clientReview: null } : {}),
    },
    by,
  );
  sayLate(c, release, by);
  const named = Object.entries(facts).map(([field, value]) => [
    field,
    Array.isArray(value)
      ? value.map((one) => nameOf(c.people, String(one))).join(', ')
      : field === 'deployer'
        ? nameOf(c.people, value as string | null)
        : String(value ?? 'none'),
  ]);
  c.done(
    now,
    by,
    'Facts of the release changed',
    because(
      'KA-08',
      lost.length === 0
        ? 'What is released is on record.'
        : 'Another commit needs another review: the reviews of the one before do not count for it.',
      Object.fromEntries(named) as Record<string, string>,
    ),
  );
  return null;
}

/** K1: what was signed after the deployment is late, although nobody had said so when it was signed. */
function sayLate(c: Case, before: Release, by: AccountId): void {
  const { release } = partOf(c);
  if (release === null) return;
  const known = marksOf(before).flatMap(({ name, mark }) => (mark === null ? [] : [name]));
  const late = marksOf(release).flatMap(({ name, mark }) =>
    mark === null || known.includes(name) ? [] : [name],
  );
  if (late.length === 0) return;
  c.done(
    c.now,
    by,
    `Retrospective: ${late.join(', ')}`,
    because('K1', 'The release was deployed before it was signed; that is put down only now.', {
      'deployed at': release.facts.deployedAt ?? '',
    }),
  );
}

/** The facts that are not what they were, each with the time. */
const whenSaid = (
  before: Release['facts'],
  after: Release['facts'],
  now: Instant,
): NonNullable<Release['saidAt']> =>
  Object.fromEntries(
    (Object.keys(after) as (keyof Release['facts'])[]).flatMap((field) =>
      canonical(before[field]) === canonical(after[field]) ? [] : [[field, now]],
    ),
  );

/** An item of the checklist that is done, or to be done again. */
export interface Tick {
  readonly item: string;
  readonly done: boolean;
  readonly evidence: string | null;
}

export function tick(
  c: Case,
  _policy: KeyAccountPolicy,
  release: Release,
  step: Tick,
  by: string,
): Because | null {
  const item = release.items.find(({ id }) => id === step.item);
  if (item === undefined) return wrong('KA-08', 'This checklist has no such item.', 'item');
  if ((item.done !== null) === step.done && (!step.done || item.done?.evidence === step.evidence))
    return null;
  const evidence = step.evidence?.trim() ?? '';
  if (step.done && item.evidence && evidence === '')
    return wrong('KA-08', `"${item.text}" needs its evidence: a link, or a few words.`, 'evidence');
  if (evidence.length > longestEvidence)
    return wrong(
      'KA-08',
      `Evidence has at most ${longestEvidence} characters. Attach what is longer to the ticket and link it.`,
      'evidence',
    );
  const others = release.items.reduce(
    (sum, one) => sum + (one.id === item.id ? 0 : (one.done?.evidence?.length ?? 0)),
    0,
  );
  if (others + evidence.length > mostEvidence)
    return wrong(
      'KA-08',
      'The evidence of this checklist has grown too long. Keep links short, or attach a document.',
      'evidence',
    );
  const done = step.done ? { by, at: c.now, evidence: evidence === '' ? null : evidence } : null;
  change(
    c,
    {
      ...release,
      items: release.items.map((one) => (one.id === item.id ? { ...one, done } : one)),
    },
    by,
  );
  c.done(
    c.now,
    by,
    `${step.done ? 'Ticked' : 'Opened again'}: ${item.text}`,
    because(
      'KA-08',
      step.done ? 'Done, with who, when and what proves it.' : 'To be done again.',
      evidence === '' ? {} : { evidence },
    ),
  );
  return null;
}
