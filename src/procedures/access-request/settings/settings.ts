import type { NeededRole, ProcedureSettings } from '../../../app/settings/procedure-settings';
import { accessSettings as described } from '../contract/settings';
import { accessAbove } from '../contract/waits';
import type { AccessPolicy } from './policy';

type Sheet = AccessPolicy['sheet'];

export const settings: ProcedureSettings = {
  described,
  roles: (part) => rolesOf(part as AccessPolicy),
  checks: {
    sheet: [
      [
        (sheet: Sheet) =>
          (['cid', 'status'] as const).every((needed) =>
            sheet.some(({ column }) => column === needed),
          ),
        'The sheet needs the columns cid and status, or an edited one cannot be read back.',
      ],
      [
        (sheet: Sheet) =>
          new Set(sheet.map(({ title }) => title.toLowerCase())).size === sheet.length,
        'Two columns of the sheet have the same heading.',
      ],
    ],
  },
};

/** X6: team leads start, send and review; Internal IT is ready first (EA-21); the ladders name CSMs (EA-16, EA-17). */
function rolesOf({ ladders, waits }: AccessPolicy): NeededRole[] {
  const steps = Object.values(ladders).flat();
  return [
    { role: 'team-lead', why: 'to send and follow the requests' },
    { role: 'internal-it', why: 'to set up account and e-mail of an engineer' },
    ...(steps.some(({ to }) => to !== 'team-lead')
      ? [{ role: 'csm', why: 'to follow up with the customers' } as const]
      : []),
    ...(waits?.above ?? accessAbove).map(({ to }) => ({
      role: to,
      why: 'to hear of what is late',
    })),
  ];
}
