/** A stored value. The value is kept as its JSON text: what was written is what is read, and nobody shares objects. */
export interface Row {
  readonly entity: string | null;
  readonly key: string;
  readonly json: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt: number | null;
}

/** Keys of different entities, plain values and secrets never meet. */
export const placeOf = (entity: string | null, key: string): string =>
  `${entity ?? ''}\u0000${key}`;

export const valueOf = (row: Row): Record<string, unknown> =>
  JSON.parse(row.json) as Record<string, unknown>;
