import type { ProblemView } from '../../../src/contract/versions';

/** The messages of problems at exactly this place, or inside it when `deep`; undefined for none, as a field wants it. */
export type ProblemAt = (path: string, deep?: boolean) => string | undefined;

const isInside = (path: string, place: string): boolean =>
  path.startsWith(`${place}.`) || path.startsWith(`${place}[`);

/** @param under the path at which the form's own paths begin; empty for none */
export function problemsAt(problems: readonly ProblemView[], under = ''): ProblemAt {
  return (path, deep = false) => {
    const place =
      under === ''
        ? path
        : path === ''
          ? under
          : `${under}${path.startsWith('[') ? '' : '.'}${path}`;
    const here = problems.filter(
      (problem) => problem.path === place || (deep && isInside(problem.path, place)),
    );
    return here.length === 0
      ? undefined
      : [
          ...new Set(
            here.map(({ message, remedy }) =>
              remedy === '' || remedy.startsWith('Correct this value')
                ? message
                : `${message} ${remedy}`,
            ),
          ),
        ].join(' ');
  };
}
