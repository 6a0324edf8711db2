// AM-04, AM-05, AM-07, AM-16: the manager fields and the priority, and whether they can be set.
import type { QueuePolicy } from '../policy';
import { bad, type Finding, fine, listed, type ManagerField, unknown } from './finding';
import { type QueueFacts, userPickerType } from './queue-facts';

const places: readonly {
  readonly place: ManagerField;
  readonly clause: string;
  readonly role: string;
}[] = [
  { place: 'accountManager', clause: 'AM-04', role: 'account manager' },
  { place: 'regionalManager', clause: 'AM-05', role: 'regional manager' },
];

/** Is each manager field there, and does it hold a person? */
export function checkFields(queue: QueuePolicy, { fields }: QueueFacts): Finding[] {
  const findings = places.flatMap(({ place, clause, role }): Finding[] => {
    const { id, name } = queue.fields[place];
    const found = fields.find((field) => field.id === id);
    if (found?.type === userPickerType) return [];
    const instead = fields.find(
      (field) => field.type === userPickerType && field.name.toLowerCase() === name.toLowerCase(),
    );
    return [
      bad('blocking', {
        code: 'field-there',
        clause,
        what:
          found === undefined
            ? `Jira has no field ${name} any more, which shall show the ${role}.`
            : `The field ${found.name} does not hold one person, so it cannot show the ${role}.`,
        fix:
          instead === undefined
            ? `Create a custom field "${name}" of the type "User picker (single user)", here or in Jira, and put it on the screens of project ${queue.key}.`
            : `There is another field "${instead.name}" that holds a person: use that one.`,
        offer:
          instead === undefined
            ? { kind: 'create-field', projectId: queue.projectId, place, name }
            : {
                kind: 'use-field',
                projectId: queue.projectId,
                place,
                field: { id: instead.id, name: instead.name },
              },
      }),
    ];
  });
  return findings.length > 0
    ? findings
    : [
        fine({
          code: 'field-there',
          what: `The fields ${queue.fields.accountManager.name} and ${queue.fields.regionalManager.name} are there and hold people.`,
          clause: 'AM-04',
        }),
      ];
}

/** Can they be set: are they on the edit screens? Read from tickets; where there is none, that cannot be told. */
export function checkScreens(
  queue: QueuePolicy,
  { fields, samples, permissions }: QueueFacts,
): Finding[] {
  const wanted = [
    ...places.map(({ place }) => ({
      ...queue.fields[place],
      clause: 'AM-07',
      severity: 'blocking' as const,
    })),
    { id: 'priority', name: 'Priority', clause: 'AM-16', severity: 'warning' as const },
  ].filter(({ id }) => id === 'priority' || fields.some((field) => field.id === id));
  if (wanted.length === 0) return [];
  const names = listed(wanted.map(({ name }) => name));
  const readable = samples.filter(({ editable }) => editable.length > 0);
  if (readable.length === 0) {
    const [reason, fix] = permissions.has('EDIT_ISSUES')
      ? ['there is no ticket in this project', 'Create a test ticket and check again.']
      : [
          'Jira shows screens only to those who may edit',
          'Let Account Relay edit work items in this project first.',
        ];
    return [
      unknown({
        code: 'field-on-screens',
        what: `Whether ${names} are on the screens could not be checked: ${reason}.`,
        clause: 'AM-07',
        fix,
      }),
    ];
  }
  const findings = wanted.flatMap(({ id, name, clause, severity }): Finding[] => {
    const without = readable.filter(({ editable }) => !editable.includes(id));
    if (without.length === 0) return [];
    const types = [
      ...new Map(without.map(({ type, key }) => [type, `${type}, seen on ${key}`])).values(),
    ];
    return [
      bad(severity, {
        code: 'field-on-screens',
        clause,
        what: `${name} cannot be set (${listed(types)}): it is not on the edit screen.`,
        fix: `Put ${name} on the edit screen of project ${queue.key}, for every work type and request type of this queue.`,
      }),
    ];
  });
  return findings.length > 0
    ? findings
    : [
        fine({
          code: 'field-on-screens',
          what: `${names} can be set in this project.`,
          clause: 'AM-07',
        }),
      ];
}
