// The sheets of what a month tells: escalations, weekly meetings, changes and actions.
import type { MonthTold } from '../../../../src/procedures/key-account/contract/overview';
import { actionStateOf, affected, endOf, howHeld, whoAttended } from './told-words';

export type Cell = string | number;

/** A sheet of the workbook, headings first. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

export const toldSheets = (told: MonthTold): readonly Sheet[] => [
  {
    name: 'Escalations',
    rows: [
      ['Ticket', 'CID', 'Day', 'About', 'What', 'Raised by', 'How it ended'],
      ...told.quality.map((one): Cell[] => [
        one.key,
        one.cid ?? '',
        one.day,
        affected([one.aspect]),
        one.what ?? '',
        one.by?.name ?? 'By rule',
        endOf(one),
      ]),
    ],
  },
  {
    name: 'Meetings',
    rows: [
      ['Day', 'State', 'Held on', 'Attended', 'Reason', 'Open actions looked at', 'Ticket'],
      ...told.meetings.map((one): Cell[] => [
        one.day,
        howHeld[one.state].title,
        one.heldOn ?? '',
        whoAttended(one),
        one.reason ?? '',
        one.lookedAt,
        one.key,
      ]),
    ],
  },
  {
    name: 'Changes',
    rows: [
      ['Day', 'Change', 'May affect', 'CID', 'Noted by', 'Ticket'],
      ...told.changes.map((one): Cell[] => [
        one.day,
        one.text,
        affected(one.affects),
        one.cid ?? 'all',
        one.by?.name ?? '',
        one.key,
      ]),
    ],
  },
  {
    name: 'Actions',
    rows: [
      ['Agreed on', 'Action', 'CID', 'Owner', 'Due', 'Moved', 'State', 'Ticket'],
      ...told.actions.map((one): Cell[] => [
        one.addedOn,
        one.text,
        one.cid ?? 'all',
        one.owner.name,
        one.due,
        one.moved,
        actionStateOf(one),
        one.key,
      ]),
    ],
  },
];
