import { useLoad } from './use-load';
import { read } from './http';

interface Field {
  readonly id: string;
  readonly name: string;
  readonly schema?: { readonly custom?: string };
}

/** Read once: another site loads the page anew. */
let known: Promise<readonly Field[]> | null = null;

/** The ids of the site's fields, by name; empty until they are read. */
export function useFieldIds(): ReadonlyMap<string, string> {
  const { value } = useLoad(
    'fields',
    () => (known ??= read<readonly Field[]>('/rest/api/3/field')),
  );
  return new Map((value ?? []).map(({ name, id }) => [name, id]));
}
