import type { Log } from '../app/ports';

/** Forge shows what the console prints; one JSON object a line, without names, summaries or comment text. */
export const log: Log = {
  info: (event, values = {}) => console.log(JSON.stringify({ event, ...values })),
  error: (event, error, values = {}) =>
    console.error(
      JSON.stringify({
        event,
        ...values,
        error: error instanceof Error ? error.name : 'unknown',
        code:
          typeof error === 'object' && error !== null && 'code' in error
            ? String(error.code)
            : null,
        message: error instanceof Error ? error.message : String(error),
      }),
    ),
};
