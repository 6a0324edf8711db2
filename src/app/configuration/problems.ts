import type * as v from 'valibot';

/** Something that is wrong, where, and what to do. */
export interface SettingsProblem {
  /** Such as `queues[0].entries[1].name`. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

/** Everything that does not fit the shape. @param under the path of the value itself; @param remedy what to do about each */
export function shapeProblems(
  issues: readonly v.BaseIssue<unknown>[],
  under: string,
  remedy: string,
): SettingsProblem[] {
  return issues.map((issue) => {
    const within = (issue.path ?? [])
      .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
      .join('');
    const path = `${under}${within}`.replace(/^\./u, '');
    return {
      path,
      message: issue.received === 'undefined' ? `${path} is missing.` : issue.message,
      remedy,
    };
  });
}
