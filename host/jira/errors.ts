/** An answer that is not a success, in Jira's own words. */
export class JiraError extends Error {
  override readonly name = 'JiraError';

  constructor(
    readonly status: number,
    readonly errorMessages: readonly string[],
    readonly errors: Readonly<Record<string, string>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super([...errorMessages, ...Object.values(errors)].join(' ') || `HTTP ${status}`);
  }
}

/** Something Jira can do and this Jira cannot: answered 501, with its name. */
export class NotModelled extends Error {
  override readonly name = 'NotModelled';

  /** @param what such as `JQL operator CHANGED` */
  constructor(readonly what: string) {
    super(`This local Jira does not model: ${what}.`);
  }
}

export const badRequest = (message: string): JiraError => new JiraError(400, [message]);
export const forbidden = (message: string): JiraError => new JiraError(403, [message]);
export const notFound = (message: string): JiraError => new JiraError(404, [message]);

/** 400 that names fields, as for issues. */
export const invalidFields = (errors: Readonly<Record<string, string>>): JiraError =>
  new JiraError(400, [], errors);

/** Jira's answer for what is not there and for what one may not see alike. */
export const noSuchIssue = (): JiraError =>
  notFound('Issue does not exist or you do not have permission to see it.');
