import { badRequest } from './errors';

/** The query parameters of a request, read as Jira reads them. */
export class Query {
  readonly #params: URLSearchParams;

  constructor(params: URLSearchParams) {
    this.#params = params;
  }

  text(name: string): string | undefined {
    return this.#params.get(name) ?? undefined;
  }

  /** Repeated, comma separated, or both. */
  list(name: string): string[] {
    return this.#params
      .getAll(name)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .filter((value) => value !== '');
  }

  /** Repeated only, for values that may contain commas. */
  all(name: string): string[] {
    return this.#params.getAll(name);
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.text(name);
    return value === undefined ? otherwise : value === 'true';
  }

  /** A whole number of at least 0, cut to `most`. @throws JiraError 400 */
  count(name: string, otherwise: number, most = Number.MAX_SAFE_INTEGER): number {
    const value = this.text(name);
    if (value === undefined || value === '') return otherwise;
    const number = Number(value);
    if (!Number.isInteger(number) || number < 0)
      throw badRequest(
        `The value '${value}' of the parameter '${name}' is not a whole number of at least 0.`,
      );
    return Math.min(number, most);
  }
}
