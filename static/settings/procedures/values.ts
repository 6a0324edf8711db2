import type { Values } from '../../../src/contract/settings-description';

/** Names and what they mean as rows to edit, in their order. */
export const rowsOf = (
  meanings: unknown,
): readonly { readonly name: string; readonly meaning: string }[] =>
  Object.entries((meanings ?? {}) as Values).map(([name, meaning]) => ({
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
