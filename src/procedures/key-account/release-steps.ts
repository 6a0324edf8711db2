// What people do with a release (KA-08 … KA-11), each as one step from where it stands.
import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId, Cid } from '../../core/ids';
import { nameOf } from '../../core/people';
import { aboutKeyAccounts } from './about';
import { blocksClientReview, blocksFinish } from './blocks';
import { isSignedOff } from './chain';
import { takeUp } from './older-ticket';
import type { KeyAccountPolicy, ReleasePolicy } from './settings/policy';
import { teamOnly } from './may';
import { expected } from './record-cycle';
import { noFacts, type Release, type WitnessStep } from './release';
import { reviewBy, whyNotReview } from './review';
import { count, keep, partOf, wrong } from './say';
import { attested, isRetrospective, stepNames, voided } from './witness';

/** Evidence is a link or a few words; what is longer is attached to the ticket (Forge: 240 KiB a value). */
const longestEvidence = 200;
const mostEvidence = 60_000;
const longestFact = 500;

/** A rule about a release that is open, as an act. */
export const onRelease = <Input>(
  rule: (
    c: Case,
    policy: KeyAccountPolicy,
    release: Release,
    input: Input,
    by: AccountId,
  ) => Because | null,
) =>
  aboutKeyAccounts<Input>((c, policy, input, actor) => {
    const refused = teamOnly(c, actor);
    if (refused !== null) return refused;
    const { release } = partOf(c);
    if (release === null)
      return because('KA-08', 'The documentation of a release was not started here.', {});
    if (release.finished !== null)
      return because('KA-16', 'This release is finished; its documentation is closed.', {
        'finished on': release.finished.at.slice(0, 10),
      });
    const declined = rule(c, policy, release, input, actor.accountId);
    if (declined === null) expectCycles(c, policy);
    return declined;
  });

/** Monitoring follows from what the release is now. */
function expectCycles(c: Case, policy: KeyAccountPolicy): void {
  const { release } = partOf(c);
  if (release !== null)
    keep(c, {
      release: { ...release, ...expected(c, policy.release.cycles, release) },
    });
}

/** KA-08: a release is documented from here on. @param step the account, where the ticket's organizations do not say it */
export function startRelease(
  c: Case,
  policy: KeyAccountPolicy,
  step: { readonly cid: Cid | null; readonly authors: readonly AccountId[] },
  actor: Actor,
): Because | null {
  const refused = teamOnly(c, actor);
  if (refused !== null) return refused;
  const { release } = partOf(c);
  if (release !== null)
    return because(
      'KA-08',
      'This ticket documents a release already: one ticket, one release.',
      {},
    );
  const { account } = c;
  if (step.cid !== null && account.kind === 'known' && account.account.cid !== step.cid)
    return wrong(
      'A12',
      `The organization of this ticket belongs to ${account.account.name}.`,
      'cid',
    );
  const of = takeUp(c, actor);
  if (of === null)
    return wrong(
      'KA-08',
      account.kind === 'known'
        ? `${account.account.name} is no key account, so no release documentation is asked for.`
        : 'Choose the key account that this release is for.',
      'cid',
    );
  if (step.cid !== null) c.change({ chosen: step.cid });
  start(c, policy.release, of.cid, step.authors, actor);
  expectCycles(c, policy);
  return null;
}

function start(
  c: Case,
  policy: ReleasePolicy,
  cid: string,
  authors: readonly string[],
  { accountId }: Actor,
): Because | null {
  const { now } = c;
  const release: Release = {
    cid,
    startedBy: accountId,
    startedAt: now,
    facts: { ...noFacts, authors: [...new Set(authors)] },
    processing: null,
    items: policy.checklist.map((item) => ({ ...item, done: null })),
    peer: null,
    senior: null,
    clientReview: null,
    chain: [],
    cycles: [],
    nextCycle: null,
    askAt: null,
    finished: null,
  };
  keep(c, { release });
  c.done(
    now,
    accountId,
    'Release documentation started',
    because(
      'KA-08',
      'Every release for a key account is documented. The checklist is a copy: a later edit of the template leaves it alone.',
      { items: `${release.items.length}` },
    ),
  );
  count(c, accountId, cid, { kind: 'release-started' });
  return null;
}

/** K9: whether production cycles are monitored after it. */
export function setProcessing(
  c: Case,
  _policy: KeyAccountPolicy,
  release: Release,
  { value }: { readonly value: boolean },
  by: AccountId,
): null {
  const { now } = c;
  change(c, { ...release, processing: { value, by, at: now } }, by);
  c.done(
    now,
    by,
    value
      ? 'Processing-related: production cycles are monitored'
      : 'Not processing-related: no production cycles to monitor',
    because('K9', 'This is asked for every release, with no answer taken for granted.', {}),
  );
  return null;
}

/** KA-10: it goes to the client. */
export function toClient(
  c: Case,
  policy: KeyAccountPolicy,
  release: Release,
  _input: object,
  by: AccountId,
): Because | null {
  const { now } = c;
  const [first] = blocksClientReview(policy.release, release);
  if (first !== undefined)
    return because(
      first.clause,
      `It cannot go to the client for review yet. ${first.text}`,
      first.values,
    );
  if (release.clientReview !== null)
    return because('KA-10', 'It went to the client already.', {
      on: release.clientReview.at.slice(0, 10),
    });
  keep(c, { release: { ...release, clientReview: { by, at: now } } });
  c.done(
    now,
    by,
    'With the client for review',
    because('KA-10', 'Reviewed and double-checked before the client sees it.', {}),
  );
  return null;
}

/** KA-16. */
export function finishRelease(
  c: Case,
  policy: KeyAccountPolicy,
  release: Release,
  _input: object,
  by: AccountId,
): Because | null {
  const { now } = c;
  const blocks = blocksFinish(policy.release, release);
  if (blocks.length > 0)
    return because(
      'KA-16',
      `The release cannot be finished: ${blocks.map(({ text }) => text).join(' ')}`,
      { open: `${blocks.length}` },
    );
  keep(c, {
    release: { ...release, finished: { by, at: now }, nextCycle: null, askAt: null },
  });
  c.done(
    now,
    by,
    'Release finished',
    because('KA-16', 'Signed off, and monitored as far as it must be.', {}),
  );
  count(c, by, release.cid, { kind: 'release-finished' });
  return null;
}

/** Keeps a changed release; what was signed and is not so any more is voided, visibly (M10). */
function change(c: Case, changed: Release, by: string): void {
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
  _policy: KeyAccountPolicy,
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
  const commitChanged = next.commit !== release.facts.commit;
  const authorsChanged = next.authors.join() !== release.facts.authors.join();
  const lost =
    commitChanged || authorsChanged
      ? [release.peer, release.senior].filter((one) => one !== null)
      : [];
  change(
    c,
    { ...release, facts: next, ...(lost.length === 0 ? {} : { peer: null, senior: null }) },
    by,
  );
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

export function review(
  c: Case,
  { release: policy }: KeyAccountPolicy,
  release: Release,
  { as }: { readonly as: 'peer' | 'senior' },
  by: string,
): Because | null {
  const refused = whyNotReview(c, policy, release, as, by);
  if (refused !== null) return refused;
  const given = reviewBy(c, release, by);
  keep(c, { release: { ...release, [as]: given } });
  c.done(
    c.now,
    by,
    as === 'peer' ? 'Commit reviewed by a peer' : 'Commit double-checked by a senior engineer',
    because('KA-10', 'Reviewed and double-checked before the client sees it.', {
      commit: given.commit,
    }),
  );
  return null;
}

export function attest(
  c: Case,
  { release: policy }: KeyAccountPolicy,
  release: Release,
  step: { readonly step: WitnessStep; readonly reason: string | null },
  by: string,
): Because | null {
  const signed = attested(c, policy, release, step.step, by, step.reason);
  if ('clause' in signed) return signed;
  keep(c, { release: signed });
  const last = signed.chain.at(-1);
  c.done(
    c.now,
    by,
    `Witnessed: ${stepNames[step.step]}${last?.retrospective == null ? '' : ' (retrospective)'}`,
    because(
      'KA-09',
      last?.retrospective == null
        ? 'Attested when it happened, by somebody who saw it.'
        : `Marked retrospective: ${last.retrospective.because}`,
      {
        hash: last?.hash ?? '',
        ...(last?.retrospective == null ? {} : { reason: last.retrospective.reason }),
      },
    ),
  );
  if (isSignedOff(signed))
    count(c, by, release.cid, {
      kind: 'release-signed-off',
      retrospective: isRetrospective(signed),
    });
  return null;
}
