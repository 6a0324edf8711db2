/** Place of the first item for which `late` holds, where it holds for every item after that one too. */
export function firstWhere<T>(items: readonly T[], late: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (late(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Place of the first item that does not come before `item`. */
export const firstAtOrAfter = <T>(
  items: readonly T[],
  item: T,
  compare: (a: T, b: T) => number,
): number => firstWhere(items, (other) => compare(other, item) >= 0);

/** Things in order, found by halving: insertion and removal move memory, not comparisons. */
export class SortedList<T> {
  readonly #items: T[] = [];

  constructor(private readonly compare: (a: T, b: T) => number) {}

  get items(): readonly T[] {
    return this.#items;
  }

  add(item: T): void {
    this.#items.splice(firstAtOrAfter(this.#items, item, this.compare), 0, item);
  }

  remove(item: T): void {
    const place = firstAtOrAfter(this.#items, item, this.compare);
    if (place < this.#items.length && this.compare(this.#items[place] as T, item) === 0)
      this.#items.splice(place, 1);
  }

  /** Takes the first item away. */
  shift(): T | undefined {
    return this.#items.shift();
  }
}
