import type { ChecklistItem, KeyAccountPolicy } from './policy';

const item = (
  id: string,
  section: ChecklistItem['section'],
  text: string,
  evidence = false,
): ChecklistItem => ({ id, section, text, required: true, evidence });

/** What the SOP says where it says something, and the defaults of its ambiguities (K1 … K14) elsewhere. */
export const defaultKeyAccountPolicy = {
  mark: '{cid} $$ - {name}',
  listing: { requestTypes: [], decision: 'accept' },
  release: {
    requestTypes: [],
    checklist: [
      item('diff-read', 'commit-review', 'The whole change was read', true),
      item('tests', 'commit-review', 'The automatic tests passed for this commit', true),
      item('change-named', 'commit-review', 'The change is described for the client'),
      item('roll-back', 'release', 'The way back is written down'),
      item('window', 'release', 'The release window was kept'),
      item(
        'build-deployed',
        'release',
        'The build that was tested is the one that was deployed',
        true,
      ),
      item('smoke', 'post-release', 'The smoke test passed', true),
      item('logs', 'post-release', 'The logs show no new errors', true),
      item('client-told', 'post-release', 'The client was told'),
    ],
    reviews: 'two-people',
    witness: { who: 'same-for-all', notOwnWork: true, minutesApart: 2, lateAfterMinutes: 60 },
    cycles: { needed: 3, onFailure: 'restart' },
    beforeGates: ['interface-approval', 'uat'],
    closedEarly: 'say-so',
  },
  escalation: {
    requestTypes: [],
    label: 'Escalation',
    ladder: [
      { to: 'senior-engineer', respondWithin: 60 },
      { to: 'lead-engineer', respondWithin: 60 },
      { to: 'engineering-manager', respondWithin: 60 },
    ],
  },
} as const satisfies Partial<Omit<KeyAccountPolicy, 'escalation'>> & {
  readonly escalation: Partial<KeyAccountPolicy['escalation']>;
};
