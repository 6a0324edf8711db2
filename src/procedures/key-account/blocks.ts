// KA-10, KA-16: what still keeps a release from the client, and from being finished, as sentences.
import { type Because, because } from '../../core/because';
import { attestationOf } from './chain';
import { sectionNames } from './contract/said';
import { monitoring } from './monitoring';
import { under } from './signing';
import type { Situation } from '../../core/situation';
import type { ReleasePolicy, ReleaseSection } from './settings/policy';
import { type Release, witnessSteps } from './release';
import { stepNames } from './witness';

/** KA-10: reviewed and double-checked before the client sees it. */
export function blocksClientReview(policy: ReleasePolicy, release: Release): readonly Because[] {
  const { peer, senior } = release;
  const { reviews } = under(policy, release);
  return [
    ...(reviews === 'two-people' && peer === null
      ? [
          because('KA-10', 'No peer has reviewed the commit.', {
            reviews: 'a peer and a senior engineer',
          }),
        ]
      : []),
    ...(senior === null
      ? [because('KA-10', 'No senior engineer has double-checked the commit.', {})]
      : []),
  ];
}

/** KA-16: everything that is still open, in the order in which it is usually done. */
export function blocksFinish(
  situation: Situation,
  policy: ReleasePolicy,
  release: Release,
): readonly Because[] {
  const { items, processing, chain } = release;
  const terms = under(policy, release);
  const sections = (Object.keys(sectionNames) as ReleaseSection[]).flatMap((section) => {
    const open = items.filter(
      (item) => item.section === section && item.required && item.done === null,
    ).length;
    return open === 0
      ? []
      : [
          because(
            'KA-08',
            `${open === 1 ? 'One required item' : `${open} required items`} of "${sectionNames[section]}" ${open === 1 ? 'is' : 'are'} not ticked.`,
            {},
          ),
        ];
  });
  const witnessed = witnessSteps
    .filter((step) => attestationOf(chain, step) === null)
    .map((step) =>
      because(
        'KA-09',
        `The ${stepNames[step]} ${step === 'post-release' ? 'are' : 'is'} not attested by a witness.`,
        {},
      ),
    );
  const cycles = monitoring(situation, terms, release);
  const counted = cycles?.counted ?? 0;
  const { needed } = terms.cycles;
  const monitored =
    processing === null
      ? [because('K9', 'Nobody has said whether this release is processing-related.', {})]
      : processing.value && counted < needed
        ? [
            because(
              'KA-11',
              `${counted} of ${needed} production cycles have passed.${missed(cycles?.owed ?? [])}`,
              { counted: `${counted}`, needed: `${needed}` },
            ),
          ]
        : [];
  return [...blocksClientReview(policy, release), ...sections, ...witnessed, ...monitored];
}

/** Why a ticket of a release is not to be closed yet, as one sentence; of a release that is not finished. */
export function whyOpen(
  situation: Situation,
  policy: ReleasePolicy,
  release: Release | null,
): Because {
  if (release === null)
    return because('KA-08', 'Nothing of this release is documented.', {
      remedy: 'Start its documentation, or say that it is for no key account.',
    });
  const open = blocksFinish(situation, policy, release);
  return because(
    'KA-16',
    open.length === 0
      ? 'Its release is not marked as finished.'
      : open.map(({ text }) => text).join(' '),
    {},
  );
}

/** K10: a missed day stays owed. */
const missed = (owed: readonly string[]): string =>
  owed.length === 0
    ? ''
    : ` Not recorded: ${owed.slice(0, 5).join(', ')}${owed.length > 5 ? ' and more' : ''}.`;
