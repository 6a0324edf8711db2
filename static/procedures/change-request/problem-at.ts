import type { PageProblem } from '../../shared/problem';

interface ProblemAt {
  /** What is wrong with a field of the form. */
  readonly at: (field: string) => string | undefined;
  /** The problem, where no field of the form is to blame. */
  readonly rest: PageProblem | null;
}

/** Puts a problem beside the field it is about. @param fields of the form, as the functions name them */
export function problemAt(problem: PageProblem | null, fields: readonly string[]): ProblemAt {
  const named = problem?.field?.replace(/^(?:edit|evidence)\./u, '').replace(/^headings\./u, '');
  const field = fields.find((one) => named === one || named?.startsWith(`${one}.`) === true);
  return {
    at: (one) => (one === field ? problem?.message : undefined),
    rest: field === undefined ? problem : null,
  };
}
