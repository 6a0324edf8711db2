// The parts of the settings: each is edited, checked and merged on its own.
import type * as v from 'valibot';
import type { SettingsForm } from '../../contract/settings-form';
import type { SettingsEdit, SettingsParts } from '../../contract/versions';
import { allRoles, type Role } from '../../core/roles';
import type { Values } from '../../contract/settings-description';
import { partShapes } from '../configuration/shapes';
import { shapeOf } from './described/shape';
import { describedFor, type Settable } from './procedure-settings';

export type PartName = keyof SettingsParts;

export interface Part<Value> {
  /** The bounds of one value; @param key of the value */
  readonly shape: (key: string) => v.GenericSchema<unknown, Value>;
  /** Whether there can be a value of that key. */
  readonly knows: (form: SettingsForm, key: string) => boolean;
  /** All its values, by key. */
  readonly read: (form: SettingsForm) => Readonly<Record<string, Value>>;
  /** The form with another value at the key; null removes it. */
  readonly write: (form: SettingsForm, key: string, value: Value | null) => SettingsForm;
  /** Where in the form the value stands, or would stand. */
  readonly path: (form: SettingsForm, key: string) => string;
}

const isRole = (key: string): key is Role => allRoles.some((role) => role === key);

/** A calendar's key stands in paths and in other settings. */
const calendarKey = /^[a-z0-9-]{1,40}$/u;

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));

const placeOf = ({ queues }: SettingsForm, project: string): number =>
  queues.findIndex((queue) => queue.project === project);

export type Parts = { readonly [Name in PartName]: Part<SettingsParts[Name]> };

export const partNames: readonly PartName[] = [
  'fallback',
  'role',
  'procedure',
  'calendar',
  'queue',
];

export const partsOf = (procedures: readonly Settable[]): Parts => ({
  procedure: procedurePart(procedures),
  fallback: {
    shape: () => partShapes.fallback,
    knows: (_form, key) => key === '',
    read: ({ fallback }) => ({ '': fallback }),
    write: (form, _key, value) => ({ ...form, fallback: value ?? [] }),
    path: () => 'fallback',
  },
  role: {
    shape: (key) => partShapes.role(key as Role),
    knows: (_form, key) => isRole(key),
    read: ({ roles = {} }) =>
      Object.fromEntries(Object.entries(roles).filter(([, people]) => people.length > 0)),
    write: (form, key, value) => ({
      ...form,
      roles:
        value === null || value.length === 0
          ? without({ ...form.roles }, key)
          : { ...form.roles, [key]: value },
    }),
    path: (_form, key) => `roles.${key}`,
  },
  calendar: {
    shape: () => partShapes.calendar,
    knows: (_form, key) => calendarKey.test(key),
    read: ({ calendars }) => calendars,
    write: (form, key, value) => ({
      ...form,
      calendars:
        value === null ? without(form.calendars, key) : { ...form.calendars, [key]: value },
    }),
    path: (_form, key) => `calendars.${key}`,
  },
  queue: {
    shape: () => partShapes.queue(procedures),
    knows: (_form, key) => /^\d{1,18}$/u.test(key),
    read: ({ queues }) => Object.fromEntries(queues.map((queue) => [queue.project, queue])),
    write: (form, key, value) => {
      const place = placeOf(form, key);
      if (value === null)
        return { ...form, queues: form.queues.filter(({ project }) => project !== key) };
      const queue = { ...value, project: key };
      return {
        ...form,
        queues: place < 0 ? [...form.queues, queue] : form.queues.with(place, queue),
      };
    },
    path: (form, key) =>
      `queues[${placeOf(form, key) < 0 ? form.queues.length : placeOf(form, key)}]`,
  },
});

/** What concerns the whole site of a procedure. */
function procedurePart(procedures: readonly Settable[]): Part<Values> {
  const places = describedFor(procedures, 'site');
  const at = (key: string) => places.find(({ described }) => described.file === key);
  return {
    shape: (key) => {
      const place = at(key);
      if (place === undefined) throw new TypeError(`no procedure has its settings at ${key}`);
      return shapeOf(place.described, place.checks);
    },
    knows: (_form, key) => at(key) !== undefined,
    read: (form) =>
      Object.fromEntries(
        places.flatMap(({ described: { file } }) =>
          form[file] === undefined ? [] : [[file, form[file] as Values]],
        ),
      ),
    write: (form, key, value) =>
      value === null ? (without(form, key) as SettingsForm) : { ...form, [key]: value },
    path: (_form, key) => key,
  };
}

/** The part an edit is about; its value fits once the part's shape has read it. */
export const partOfEdit = (procedures: readonly Settable[], edit: SettingsEdit): Part<unknown> =>
  partsOf(procedures)[edit.part] as Part<unknown>;
