// KA-10, KA-16: what still keeps a release from the client, and from being finished, as sentences.
import { type Because, because } from '../../core/because';
import { attestationOf } from './chain';
import { sectionNames } from './contract/settings';
import { countedCycles } from './cycles';
import type { ReleasePolicy, ReleaseSection } from './settings/policy';
import { type Release, witnessSteps } from './release';
import { stepNames } from './witness';

/** KA-10: reviewed and double-checked before the client sees it. */
export function blocksClientReview(
  policy: ReleasePolicy,
  { peer, senior }: Release,
): readonly Because[] {
  return [
    ...(policy.reviews === 'two-people' && peer === null
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
export function blocksFinish(policy: ReleasePolicy, release: Release): readonly Because[] {
  const { items, processing, chain, cycles } = release;
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
  const counted = countedCycles(cycles, policy.cycles);
  const monitored =
    processing === null
      ? [because('K9', 'Nobody has said whether this release is processing-related.', {})]
      : processing.value && counted < policy.cycles.needed
        ? [
            because(
              'KA-11',
              `${counted} of ${policy.cycles.needed} production cycles have passed.`,
              { counted: `${counted}`, needed: `${policy.cycles.needed}` },
            ),
          ]
        : [];
  return [...blocksClientReview(policy, release), ...sections, ...witnessed, ...monitored];
}
