/** A defect of one line, and the test that has to notice. */
export interface Defect {
  /** What somebody got wrong. */
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** The test file that fails then. */
  readonly test: string;
}
