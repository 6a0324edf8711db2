// The descriptions of the settings' forms against the settings' own bounds: what a form says is what the functions hold to.
import * as v from 'valibot';
import { mergeFields } from '../../../src/procedures/access-request/contract/settings';
import { lifecycle } from '../../../src/procedures/change-request/lifecycle';
import { products } from '../../../src/procedures/hybrid-account/products';
import { shapeOf } from '../../../src/app/settings/described/shape';
import {
  type Described,
  type SettingsDescription,
  type Values,
  valueAt,
  withValue,
} from '../../../src/contract/settings-description';
import { procedures } from '../../support/procedures';
import { described } from '../../../static/procedures/settings';
import { meaningsOf, rowsOf } from '../../../static/settings/procedures/values';

const shapeFor = ({ id }: SettingsDescription): v.GenericSchema<unknown, Values> => {
  const settings = procedures.find(({ rules }) => rules.id === id)?.settings;
  if (settings?.described === undefined) throw new Error(`${id} is in one list only.`);
  return shapeOf(settings.described, settings.checks);
};
const escalation = {
  priority: 'high',
  record: { project: 'OPS', requestType: 'Escalation', linkType: 'Relates' },
};
/** The usual values, and everything that may be absent. */
const begun: Readonly<Record<string, unknown>> = {
  'access-request': { raise: { project: 'OPS', requestType: 'Access' } },
  'change-request': {
    target: { project: 'CHG', requestType: 'Change request', linkType: 'Relates' },
    statuses: Object.fromEntries(
      ['to-do', 'in-approval', 'in-progress', 'in-testing', 'with-customer', 'done'].map(
        (group) => [group, 'Open'],
      ),
    ),
    ownSteps: [{ key: 'legal', after: 'cost', title: 'Legal', customerTitle: null, owner: 'csm' }],
  },
  'hybrid-account': {},
  'key-account': {
    floor: 'high',
    escalation,
    monthEnd: { requestType: 'Task', dueDays: 3 },
    meeting: { requestType: 'Task', weekday: 'tuesday', by: 'operations', recordDays: 1 },
  },
};
const usual = (procedure: SettingsDescription): Values =>
  v.parse(shapeFor(procedure), begun[procedure.id]);

/** Every described value, with the path of the first item of each list. */
const everyField = (
  fields: readonly Described[],
  under = '',
): { readonly path: string; readonly field: Described }[] =>
  fields.flatMap((field) => {
    const path = `${under}${field.path}`;
    const inner =
      field.kind === 'list'
        ? everyField(field.items, `${path}.0.`)
        : field.kind === 'together'
          ? everyField(field.fields, `${path}.`)
          : [];
    return [{ path, field }, ...inner];
  });
const fieldsOf = ({ groups, values }: SettingsDescription) =>
  everyField(
    groups.flatMap(({ shows }) =>
      shows.flatMap((path) => values.filter((value) => value.path === path)),
    ),
  );

/** With another value at a path that may lead through a list's item. */
function changed(values: Values, path: string, value: unknown): Values {
  const [list, rest] = path.split('.0.') as [string, string | undefined];
  if (rest === undefined) return withValue(values, path, value);
  const items = valueAt(values, list) as Values[];
  return withValue(values, list, items.with(0, withValue(items[0] ?? {}, rest, value)));
}
const at = (values: Values, path: string): unknown => valueAt(values, path);

describe.each(described.map((procedure) => [procedure.title, procedure] as const))(
  '%s',
  (_title, procedure) => {
    const shape = shapeFor(procedure);
    const holds = (path: string, value: unknown): boolean =>
      v.safeParse(shape, changed(usual(procedure), path, value)).success;
    const all = fieldsOf(procedure);

    it('every value of the settings is described, and nothing else is', () => {
      const leaves = (value: unknown, path: string): string[] => {
        if (all.some((one) => one.path === path && !['list', 'together'].includes(one.field.kind)))
          return [];
        if (Array.isArray(value)) return leaves(value[0], `${path}.0`);
        return typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([key, inner]) =>
              leaves(inner, path === '' ? key : `${path}.${key}`),
            )
          : [path];
      };
      // What nobody writes: the key by which an item is known.
      const keys = all.flatMap(({ path, field }) =>
        field.kind === 'list' && field.key !== undefined ? [`${path}.0.${field.key}`] : [],
      );
      expect(leaves(usual(procedure), '').filter((path) => !keys.includes(path))).toEqual([]);
      expect(
        all.map(({ path }) => path).filter((path) => at(usual(procedure), path) === undefined),
      ).toEqual([]);
    });

    it('every value has its place in one section of the form', () => {
      const shown = procedure.groups.flatMap(({ shows }) => shows);
      expect([...shown].sort()).toEqual(procedure.values.map(({ path }) => path).sort());
    });

    it('the bounds that a form names are those that are held to', () => {
      for (const { path, field } of all) {
        if (field.kind === 'number' || field.kind === 'minutes') {
          expect([
            path,
            [field.min - 1, field.min, field.max, field.max + 1].map((number) =>
              holds(path, number),
            ),
          ]).toEqual([path, [false, true, true, false]]);
        }
        if (
          (field.kind === 'text' && !/https|\{cid\}/u.test(field.help ?? '')) ||
          field.kind === 'long-text'
        ) {
          expect([
            path,
            ['x'.repeat(field.longest), 'x'.repeat(field.longest + 1), ' '].map((text) =>
              holds(path, text),
            ),
          ]).toEqual([path, [true, false, false]]);
        }
        if (
          (field.kind === 'text' || field.kind === 'pick') &&
          field.empty !== undefined &&
          !('mayLack' in field)
        )
          expect([path, holds(path, null)]).toEqual([path, true]);
      }
    });

    it('whatever it offers is taken, and what it begins with is usual', () => {
      for (const { path, field } of all) {
        // Which tasks and columns there must be is said of the list as a whole.
        if (field.kind === 'choice' && path !== 'sheet.0.column' && path !== 'tasks.0.kind') {
          expect([path, field.options.filter(({ value }) => !holds(path, value))]).toEqual([
            path,
            [],
          ]);
          expect(holds(path, 'nothing of the kind')).toBe(false);
        }
        if (field.kind === 'several')
          expect(
            holds(
              path,
              field.options.map(({ value }) => value),
            ),
          ).toBe(true);
        if ('usual' in field) {
          const without = v.parse(shape, changed(usual(procedure), path, undefined));
          expect([path, at(without, path)]).toEqual([path, field.usual]);
        }
        if (field.kind === 'list') {
          const items = at(usual(procedure), path) as unknown[];
          expect(
            holds(
              path,
              Array.from({ length: field.most + 1 }, () => items[0]),
            ),
          ).toBe(false);
        }
      }
    });
  },
);

describe('the words of the forms', () => {
  it('name the steps of a change request, the products and the merge fields as the SOPs have them', () => {
    const after = described
      .flatMap(fieldsOf)
      .find(({ path }) => path === 'ownSteps.0.after')?.field;
    expect(after?.kind === 'choice' && after.options).toEqual(
      lifecycle.map(({ key, title }) => ({ value: key, label: title })),
    );
    const help =
      described.flatMap(fieldsOf).find(({ path }) => path === 'letter.body')?.field.help ?? '';
    expect([...help.matchAll(/\{\{([a-z.]+)\}\}/gu)].map(([, name]) => name).sort()).toEqual(
      [...mergeFields].sort(),
    );
    const meanings = described.flatMap(fieldsOf).find(({ path }) => path === 'productNames')?.field;
    expect(
      meanings?.kind === 'meanings' &&
        meanings.meanings.map(({ value }) => value).filter((value) => value !== ''),
    ).toEqual([...products]);
  });

  it('rows of names become meanings and back; a row without a name says nothing yet', () => {
    const rows = rowsOf({ LMS: 'learning', Mugs: null });
    expect(rows).toEqual([
      { name: 'LMS', meaning: 'learning' },
      { name: 'Mugs', meaning: '' },
    ]);
    expect(meaningsOf([...rows, { name: '', meaning: 'learning' }])).toEqual({
      LMS: 'learning',
      Mugs: null,
    });
  });

  it('a value is changed where it stands, and removed with undefined', () => {
    expect(withValue({ a: { b: 1, c: 2 } }, 'a.b', 3)).toEqual({ a: { b: 3, c: 2 } });
    expect(withValue({ a: { b: 1 } }, 'a.b', undefined)).toEqual({ a: {} });
    expect(withValue({}, 'x.y', 1)).toEqual({ x: { y: 1 } });
  });
});
