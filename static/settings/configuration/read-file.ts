/** A file's content as JSON, or the sentence to show at the field. */
export type ReadFile =
  | { readonly ok: true; readonly configuration: unknown }
  | { readonly ok: false; readonly error: string };

// Forge: the payload of an invocation may have 500 KB (https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/).
export const bytesAtMost = 450_000;

/** @param name of the file; @param size in bytes; @param text its content */
export function readConfigurationFile(name: string, size: number, text: string): ReadFile {
  if (size > bytesAtMost) {
    return {
      ok: false,
      error: `${name} has ${Math.ceil(size / 1000)} kB; at most ${bytesAtMost / 1000} kB can be imported at once. Split the accounts into several files.`,
    };
  }
  try {
    const configuration: unknown = JSON.parse(text);
    if (
      typeof configuration === 'object' &&
      configuration !== null &&
      !Array.isArray(configuration)
    )
      return { ok: true, configuration };
    return {
      ok: false,
      error: `${name} does not hold a JSON object. Start from the example in the documentation.`,
    };
  } catch (error) {
    return {
      ok: false,
      error: `${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
