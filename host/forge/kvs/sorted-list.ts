/** Things in order, found by halving: insertion and removal move memory, not comparisons. */
export class SortedList<T> {
  readonly #items: T[] = [];

  constructor(private readonly compare: (a: T, b: T) => number) {}

  get items(): readonly T[] {
    return this.#items;
  }

  add(item: T): void {
    this.#items.splice(this.firstAtOrAfter(item), 0, item);
  }

  remove(item: T): void {
    const place = this.firstAtOrAfter(item);
    if (place < this.#items.length && this.compare(this.#items[place] as T, item) === 0) this.#items.splice(place, 1);
  }

  /** Place of the first item that does not come before `item`. */
  firstAtOrAfter(item: T): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compare(this.#items[middle] as T, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
