import type { ProcedureSettings } from '../../../app/settings/procedure-settings';
import { accessSettings as described } from '../contract/settings';
import type { AccessPolicy } from './policy';

type Sheet = AccessPolicy['sheet'];

export const settings: ProcedureSettings = {
  described,
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
