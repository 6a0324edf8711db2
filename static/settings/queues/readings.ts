import type { ReadingsForm } from '../../../src/contract/settings-form';

type Tree = { readonly [key: string]: unknown };

/** The choice at a path such as `answer.from`. */
export const readingAt = (readings: ReadingsForm, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Tree)[key], readings);

/** Those readings with another choice at the path. */
export const withReading = (readings: ReadingsForm, path: string, value: unknown): ReadingsForm =>
  put(readings as unknown as Tree, path.split('.'), value) as unknown as ReadingsForm;

function put(tree: Tree, [key = '', ...rest]: readonly string[], value: unknown): Tree {
  return { ...tree, [key]: rest.length === 0 ? value : put(tree[key] as Tree, rest, value) };
}
