// What people do with a release (KA-08 … KA-11), each as one step from where it stands.
import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId, Cid } from '../../core/ids';
import { localDay } from '../../core/situation';
import { aboutKeyAccounts } from './about';
import { blocksClientReview, blocksFinish } from './blocks';
import { isSignedOff } from './chain';
import { takeUp } from './older-ticket';
import { askToLeave, isMonitored } from './leave-monitoring';
import { markedLate, under, whyRetrospective } from './signing';
import type { KeyAccountPolicy, ReleasePolicy } from './settings/policy';
import { teamOnly } from './may';
import { expectCycles } from './monitoring';
import { change } from './release-facts';
import { noFacts, type Release, type WitnessStep } from './release';
import { reviewBy, whyNotReview } from './review';
import { count, keep, partOf, wrong } from './say';
import { attested, isRetrospective, stepNames } from './witness';

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
        'finished on': localDay(c, release.finished.at),
      });
    const terms = { ...policy, release: under(policy.release, release) };
    const declined = rule(c, terms, release, input, actor.accountId);
    if (declined === null) expectCycles(c, policy);
    return declined;
  });

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
    saidAt: authors.length === 0 ? {} : { authors: now },
    stood: [...new Set(authors)],
    said: authors.length === 0 ? [] : [accountId],
    terms: { reviews: policy.reviews, witness: policy.witness, cycles: policy.cycles },
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
  keep(c, { release, undocumented: false });
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

/** KA-08: nothing was released here, or not to a key account. */
export function noRelease(
  c: Case,
  _policy: KeyAccountPolicy,
  { reason: said }: { readonly reason: string },
  actor: Actor,
): Because | null {
  const refused = teamOnly(c, actor);
  if (refused !== null) return refused;
  const { release, undocumented = false } = partOf(c);
  if (release !== null || !undocumented)
    return because('KA-08', 'No documentation of a release is owed here.', {});
  const reason = said.trim();
  if (reason.length < 5) return wrong('KA-08', 'Say why, in a sentence.', 'reason');
  keep(c, { undocumented: false, noRelease: { by: actor.accountId, at: c.now, reason } });
  c.done(
    c.now,
    actor.accountId,
    'Nothing was released here to a key account',
    because('KA-08', 'Each release to a key account is documented; this is none.', { reason }),
  );
  return null;
}

/** K9: whether production cycles are monitored after it. */
export function setProcessing(
  c: Case,
  policy: KeyAccountPolicy,
  release: Release,
  { value, reason }: { readonly value: boolean; readonly reason?: string | null | undefined },
  by: AccountId,
): Because | null {
  const { now } = c;
  if (!value && isMonitored(c, policy.release, release)) return askToLeave(c, release, reason, by);
  change(c, { ...release, leaving: null, processing: { value, by, at: now } }, by);
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
  { reason }: { readonly reason?: string | null | undefined },
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
      on: localDay(c, release.clientReview.at),
    });
  const late = whyRetrospective(policy.release, release, 'client', now);
  const marked = markedLate(late, reason, 'This');
  if ('clause' in marked) return marked;
  const { commit } = release.facts;
  keep(c, {
    release: { ...release, clientReview: { by, at: now, commit: commit ?? '', ...marked } },
  });
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
  const blocks = blocksFinish(c, policy.release, release);
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

export function review(
  c: Case,
  { release: policy }: KeyAccountPolicy,
  release: Release,
  { as, reason }: { readonly as: 'peer' | 'senior'; readonly reason?: string | null | undefined },
  by: string,
): Because | null {
  const refused = whyNotReview(c, policy, release, as, by);
  if (refused !== null) return refused;
  const late = whyRetrospective(policy, release, as, c.now);
  const marked = markedLate(late, reason, 'This review');
  if ('clause' in marked) return marked;
  const given = reviewBy(c, release, by, marked.retrospective);
  keep(c, { release: { ...release, [as]: given } });
  c.done(
    c.now,
    by,
    `${as === 'peer' ? 'Commit reviewed by a peer' : 'Commit double-checked by a senior engineer'}${late === null ? '' : ' (retrospective)'}`,
    because(
      'KA-10',
      late === null
        ? 'Reviewed and double-checked before the client sees it.'
        : `Marked retrospective: ${late}`,
      {
        commit: given.commit,
        ...(late === null ? {} : { reason: given.retrospective?.reason ?? '' }),
      },
    ),
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
