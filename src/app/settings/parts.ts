// The parts of the settings: each is edited, checked and merged on its own. Another SOP's part is a line in this table.
import type * as v from 'valibot';
import type { SettingsForm } from '../../contract/settings-form';
import type { SettingsEdit, SettingsParts } from '../../contract/versions';
import { allRoles, type Role } from '../../core/roles';
import { partShapes } from '../configuration/shapes';

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

export const parts: { readonly [Name in PartName]: Part<SettingsParts[Name]> } = {
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
  hybrid: {
    shape: () => partShapes.hybrid,
    knows: (_form, key) => key === '',
    read: ({ hybrid }) => (hybrid === undefined ? {} : { '': hybrid }),
    write: ({ hybrid: _, ...form }, _key, value) =>
      value === null ? form : { ...form, hybrid: value },
    path: () => 'hybrid',
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
    shape: () => partShapes.queue,
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
};

export const partNames = Object.keys(parts) as PartName[];

/** The part an edit is about; its value fits once the part's shape has read it. */
export const partOf = (edit: SettingsEdit): Part<unknown> => parts[edit.part] as Part<unknown>;
