import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { PageRefused } from '../forge/pages';

/** A request that gets an error answer: what is wrong with it, and what would be right. */
export class Refusal extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** `@forge/resolver`'s words for a key that its definitions lack (proved with 2.0.1). */
const noDefinition = /^Resolver has no definition for/u;

const statusOf = (error: unknown): ContentfulStatusCode => {
  if (error instanceof Refusal || error instanceof PageRefused) return error.status;
  return error instanceof Error && noDefinition.test(error.message) ? 404 : 500;
};

/** What went wrong, in words; of several things at once, all of them. */
export function wordsOf(error: unknown): string {
  if (error instanceof AggregateError)
    return [error.message, ...error.errors.map(wordsOf)].join(' ');
  return error instanceof Error ? error.message : String(error);
}

/** Every error of the control surface is `{ error: { message } }`. */
export const answerError = (error: unknown, c: Context): Response =>
  c.json({ error: { message: wordsOf(error) } }, statusOf(error));
