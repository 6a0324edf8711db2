/** One figure beside its bound. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly bound: number;
  /** Such as `requests`, `s` or `times`. */
  readonly unit: string;
  /** What the figure was made of. */
  readonly note?: string;
}

/** Measures a group of figures. */
export type Measure = () => Promise<readonly Figure[]>;

/** At most: a figure that is above its bound is over it. */
export const isOver = ({ value, bound }: Figure): boolean => !(value <= bound);

/** The middle one; of an even number the upper middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
