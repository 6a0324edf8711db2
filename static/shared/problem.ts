import type { Problem, ProblemCode } from '../../src/contract/problem';

/** What a page shows: a problem of the functions, or that they could not be reached. */
export type PageProblem = Omit<Problem, 'code'> & { readonly code: ProblemCode | 'offline' };

/** A call that was answered with a problem. `fresh` is the state as it is now, when somebody else was faster. */
export class Refusal<T> extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly problem: Problem,
    readonly fresh: T | undefined,
  ) {
    super(problem.message);
  }
}

/** @returns the problem to show for whatever a call has thrown */
export function problemOf(error: unknown, online: boolean = navigator.onLine): PageProblem {
  if (error instanceof Refusal) return error.problem;
  if (!online) {
    return {
      code: 'offline',
      message: 'You are offline.',
      remedy: 'What you have typed is kept. Try again when you are connected.',
    };
  }
  // Forge: a function that throws or times out rejects the bridge call with a plain Error, without a class to go by.
  return {
    code: 'defect',
    message: 'Account Relay could not answer.',
    remedy: `Try again. If it stays so, tell your Jira administrator: ${error instanceof Error ? error.message : String(error)}`,
  };
}

/** Can the same call succeed later without anybody mending anything? */
export function isPassing({ code }: PageProblem): boolean {
  switch (code) {
    case 'offline':
    case 'jira-busy':
    case 'jira-down':
    case 'defect':
      return true;
    case 'input':
    case 'refused':
    case 'permission':
    case 'missing':
    case 'changed-meanwhile':
    case 'too-large':
    case 'misconfigured':
      return false;
  }
}

/** The heading over a problem, a few words. */
export function headingOf({ code }: PageProblem): string {
  switch (code) {
    case 'input':
      return 'Please check';
    case 'refused':
      return 'Not possible now';
    case 'permission':
      return 'No permission';
    case 'missing':
      return 'Not found';
    case 'changed-meanwhile':
      return 'Changed meanwhile';
    case 'jira-busy':
      return 'Jira is busy';
    case 'jira-down':
      return 'Jira did not answer';
    case 'too-large':
      return 'No room left';
    case 'misconfigured':
      return 'A setting is missing';
    case 'defect':
      return 'Something went wrong';
    case 'offline':
      return 'Offline';
  }
}
