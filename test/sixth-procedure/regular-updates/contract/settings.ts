// Everything an organization may decide about regular updates.
import type { SettingsDescription } from '../../../../src/contract/settings-description';

export const updateSettings: SettingsDescription = {
  id: 'regular-updates',
  of: 'queue',
  file: 'updates',
  title: 'Regular updates',
  intro: 'How often a customer hears from us while a ticket that matters is open.',
  subject: 'how often customers hear from us',
  values: [
    {
      path: 'priorities',
      label: 'Priorities',
      subject: 'the priorities with regular updates',
      clause: 'RU-01',
      kind: 'pick-some',
      from: 'priorities',
      nothing: 'None',
    },
    {
      path: 'everyHours',
      label: 'A public word every',
      subject: 'the time between two updates',
      clause: 'RU-02',
      kind: 'number',
      unit: 'business hours',
      min: 1,
      max: 80,
      usual: 8,
    },
    {
      path: 'thenHours',
      label: 'The lead is told after another',
      subject: 'the time until the lead is told',
      clause: 'RU-04',
      kind: 'number',
      unit: 'business hours',
      min: 1,
      max: 80,
      usual: 4,
    },
    {
      path: 'lead',
      label: 'Who is told then',
      subject: 'who is told of a late update',
      clause: 'RU-04',
      kind: 'role',
    },
  ],
  groups: [
    {
      title: 'Regular updates',
      about: 'priorities and times',
      shows: ['priorities', 'everyHours', 'thenHours', 'lead'],
    },
  ],
};
