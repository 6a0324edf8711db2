// KA-06: the weekly meeting, as an organization decides on it.
import type { Described } from '../../../contract/settings-description';

/** Monday first, as a week of meetings begins. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof weekdays)[number];

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

export const meetingSetting: Described = {
  path: 'meeting',
  label: 'A ticket each week for the meeting about key accounts',
  subject: 'the weekly meeting',
  help: 'It is opened on Monday and asks who attended for ISD. A meeting on a holiday moves to the next working day.',
  clause: 'KA-06',
  kind: 'together',
  usual: null,
  blank: { requestType: '', weekday: 'tuesday', by: 'key-account-keeper', recordDays: 1 },
  said: '{requestType}, every {weekday}, recorded by {by} within {recordDays}',
  fields: [
    {
      path: 'requestType',
      label: 'Request type',
      subject: 'the request type of the weekly meeting',
      kind: 'pick',
      from: 'request-types',
    },
    {
      path: 'weekday',
      label: 'Day of the meeting',
      subject: 'the day of the weekly meeting',
      kind: 'choice',
      usual: 'tuesday',
      options: weekdays.map((value) => ({ value, label: weekdayNames[value] })),
    },
    {
      path: 'by',
      label: 'Who attends for ISD and records it',
      subject: 'who records the weekly meeting',
      kind: 'role',
    },
    {
      path: 'recordDays',
      label: 'Recorded within',
      subject: 'the days for recording the weekly meeting',
      kind: 'number',
      unit: 'working days after the meeting',
      min: 0,
      max: 4,
      usual: 1,
    },
  ],
};
