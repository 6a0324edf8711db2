import type { NeededRole, ProcedureSettings } from '../../../app/settings/procedure-settings';
import { keyAccountSettings as described } from '../contract/settings';
import { engineerRanks, isSenior } from '../rank';
import { isKeyOn } from '../listed';
import type { ChecklistItem, KeyAccountPolicy } from './policy';
import { keyAccountProse } from './prose';

/** With who, when and what proves each item, this many characters fit into the ticket's row (Forge: 240 KiB a value). */
const mostCharacters = 40_000;

export const settings: ProcedureSettings = {
  described,
  checks: {
    'release.checklist': [
      [
        (items: readonly ChecklistItem[]) =>
          items.reduce((sum, { text }) => sum + text.length, 0) <= mostCharacters,
        `A checklist has at most ${mostCharacters} characters in all.`,
      ],
    ],
  },
  roles: (part) => rolesOf(part as KeyAccountPolicy),
  prose: keyAccountProse,
  leavesOut: {
    clause: 'KA-12',
    concerns: isKeyOn,
    lacking: 'they get no mark and no priority, and nothing is reviewed before the client sees it',
  },
};

/** X6: who has to be there for what is switched on. */
function rolesOf({
  listing,
  monthEnd,
  meeting,
  release,
  escalation,
}: KeyAccountPolicy): NeededRole[] {
  const [first, ...others] = escalation.ladder;
  return [
    ...(listing.requestTypes.length > 0 && listing.decision === 'accept'
      ? [{ role: 'key-account-keeper', why: 'to accept changes of the list' } as const]
      : []),
    ...(monthEnd === null
      ? []
      : [{ role: 'operations', why: 'to confirm the end of the month' } as const]),
    ...(meeting == null
      ? []
      : [{ role: meeting.by, why: 'to hold the weekly meeting about key accounts' }]),
    ...(release.requestTypes.length === 0
      ? []
      : [
          {
            role: 'senior-engineer',
            or: engineerRanks.filter(isSenior),
            why: 'to witness releases',
          } as const,
        ]),
    ...(first === undefined
      ? []
      : [{ role: first.to, or: others.map(({ to }) => to), why: 'to answer escalations' }]),
  ];
}
