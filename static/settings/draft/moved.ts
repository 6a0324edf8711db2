/** The list with one item moved by one place; as it was where there is no such place. */
export function moved<T>(list: readonly T[], place: number, by: -1 | 1): readonly T[] {
  const [one, other] = [list[place], list[place + by]];
  if (one === undefined || other === undefined) return list;
  return list.with(place, other).with(place + by, one);
}
