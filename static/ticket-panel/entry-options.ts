import type { EntryView } from '../../src/procedures/account-manager/contract/panel';

export interface EntryOption {
  readonly value: string;
  readonly label: string;
  readonly respondWithin: string;
}

/** SOP entries that ask for a response: those for this ticket first, the rest below "Other". */
export function entryOptions(
  entries: readonly EntryView[],
): { readonly label: string; readonly options: EntryOption[] }[] {
  const asking = entries.filter(({ mode }) => mode === 'tag');
  const group = (label: string, applies: boolean) => ({
    label,
    options: asking
      .filter((entry) => entry.applies === applies)
      .map(({ id, name, respondWithin }) => ({ value: id, label: name, respondWithin })),
  });
  return [group('For this ticket', true), group('Other', false)].filter(
    ({ options }) => options.length > 0,
  );
}

/** The entry to begin with: the first that applies, unless there is only another one. */
export function firstEntry(entries: readonly EntryView[]): EntryView | null {
  const asking = entries.filter(({ mode }) => mode === 'tag');
  return (
    asking.find(({ applies }) => applies) ?? (asking.length === 1 ? (asking[0] ?? null) : null)
  );
}
