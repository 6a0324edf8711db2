/** What an SOP's settings, or a part of them, hold; described by a table, so that no form knows more of it. */
export type Values = Readonly<Record<string, unknown>>;

const inside = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? (value as Values) : {};

/** The value at a path such as `release.cycles.needed`. */
export const valueAt = (values: Values, path: string): unknown =>
  path.split('.').reduce<unknown>((value, step) => inside(value)[step], values);

/** The values with another one at that path; undefined removes it. */
export function withValue(values: Values, path: string, value: unknown): Values {
  const [step = '', ...rest] = path.split('.');
  const changed =
    rest.length === 0 ? value : withValue(inside(values[step]), rest.join('.'), value);
  if (changed !== undefined) return { ...values, [step]: changed };
  const { [step]: _, ...others } = values;
  return others;
}

/** Names and what they mean as rows to edit, in their order. */
export const rowsOf = (
  meanings: unknown,
): readonly { readonly name: string; readonly meaning: string }[] =>
  Object.entries(inside(meanings)).map(([name, meaning]) => ({
    name,
    meaning: typeof meaning === 'string' ? meaning : '',
  }));

/** Back from rows; of two rows of one name the later counts, and one without a name says nothing yet. */
export const meaningsOf = (
  rows: readonly { readonly name: string; readonly meaning: string }[],
): Values =>
  Object.fromEntries(
    rows
      .filter(({ name }) => name !== '')
      .map(({ name, meaning }) => [name, meaning === '' ? null : meaning]),
  );
