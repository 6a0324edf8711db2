import { useLoad } from './use-load';
import { read } from './http';

interface Field {
  readonly id: string;
  readonly name: string;
  readonly schema?: { readonly custom?: string };
}

let known: Promise<readonly Field[]> | null = null;

/** Forgets the fields, when the site is another. */
export const forgetFields = (): void => {
  known = null;
};

/** The ids of the site's fields, by name; empty until they are read. */
export function useFieldIds(): ReadonlyMap<string, string> {
  const { value } = useLoad('fields', () => (known ??= read<readonly Field[]>('/rest/api/3/field')));
  return new Map((value ?? []).map(({ name, id }) => [name, id]));
}
