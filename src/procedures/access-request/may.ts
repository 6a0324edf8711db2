// Who may do what with an access request (EA-19): one table, asked before anything is done and when buttons are shown.
import { type Because, because } from '../../core/because';
import type { AccountId } from '../../core/ids';
import type { RowStep } from './said';

/** In what part somebody looks at an access request; null for nobody it concerns. */
export type AccessSide = 'team-lead' | 'engineer' | 'csm' | 'internal-it';

/** What each side may say about a row. The team lead may say everything. */
const rowSides: Readonly<Record<RowStep, readonly AccessSide[]>> = {
  acknowledged: ['team-lead', 'engineer', 'csm'],
  created: ['team-lead', 'engineer', 'csm'],
  verified: ['team-lead', 'engineer'],
  'not-functional': ['team-lead', 'engineer'],
  done: ['team-lead'],
  'not-needed': ['team-lead'],
  reopened: ['team-lead'],
  'customer-told': ['team-lead', 'csm'],
  'account-closed': ['team-lead', 'csm'],
};

export const mayStep = (side: AccessSide | null, step: RowStep): boolean =>
  side !== null && rowSides[step].includes(side);

/** Why somebody may not; null when they may. */
export const whyNotStep = (side: AccessSide | null, step: RowStep): Because | null =>
  mayStep(side, step)
    ? null
    : because(
        'EA-19',
        side === null
          ? 'Only the team lead, the engineer and the CSM of the customer follow an access request.'
          : `This is for the ${rowSides[step].map(sideName).join(' or the ')}.`,
        { you: side === null ? 'none of them' : sideName(side) },
      );

export const leadsOnly = (side: AccessSide | null): Because | null =>
  side === 'team-lead'
    ? null
    : because(
        'EA-19',
        'Team leads submit and track access requests. Ask yours, or ask an administrator to give you the role.',
        { you: side === null ? 'not a team lead' : sideName(side) },
      );

/** EA-21: Internal IT says that account and e-mail are there; a team lead may say it for them. */
export const readyOnly = (side: AccessSide | null): Because | null =>
  side === 'internal-it' ? null : leadsOnly(side);

export const sideName = (side: AccessSide): string =>
  ({ 'team-lead': 'team lead', engineer: 'engineer', csm: 'CSM', 'internal-it': 'Internal IT' })[
    side
  ];

/** E11: which rows somebody sees. */
export const seesRow = (
  side: AccessSide | null,
  viewer: AccountId,
  csm: AccountId | null,
): boolean => side === 'team-lead' || side === 'engineer' || (side === 'csm' && csm === viewer);
