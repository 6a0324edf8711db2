/** One figure beside its bound. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly bound: number;
  /** Such as `requests`, `s` or `times`. */
  readonly unit: string;
  /** True where the bound is the least that the figure must be; else it is the most. */
  readonly least?: true;
  /** What the figure was made of. */
  readonly note?: string;
}

/** Measures a group of figures. */
export type Measure = () => Promise<readonly Figure[]>;

/** A figure on the wrong side of its bound. */
export const isOver = ({ value, bound, least }: Figure): boolean =>
  !(least === true ? value >= bound : value <= bound);

/** The middle one; of an even number the upper middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
