/** Every write says which state it was made for; a stale one is answered with the fresh view. */
export interface Expecting {
  readonly expectedRevision: number;
}
