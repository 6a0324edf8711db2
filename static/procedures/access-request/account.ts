import type { AccountPart } from '../../settings/accounts/account-part';

/** Each is guessed by its own name. */
const labels = {
  accessMethod: 'Access method',
  accessTo: 'Access To',
  accessCc: 'Access CC',
  accessCsmEmail: 'Access CSM e-mail',
  accessSmeEmail: 'Access SME e-mail',
  accessTool: 'Access tool',
  accessContact: 'Access contact',
  accessParticipants: 'Access participants',
  accessSubject: 'Access subject',
  accessRequirements: 'Access requirements',
  accessTimeline: 'Access timeline',
  accessFirstResponse: 'Access first response',
  accessNeeds: 'Access needs',
  accessKeeper: 'Access keeper',
} as const;

export const accessRequest: AccountPart = {
  id: 'access-request',
  columns: {
    apart: {
      heading: 'Customer access list',
      columns: Object.entries(labels).map(([key, label]) => ({
        key,
        label,
        needed: false,
        like: [label.toLowerCase().replaceAll('-', ' ')],
      })),
    },
  },
};
