/**
 * What Forge would say against the app's manifest, as `manifest.yml:line:column level: message`; empty when nothing.
 * Loaded only when asked for: Forge's validation alone takes half a second.
 * @param appDir folder of the manifest; Forge's validation finds files by the working directory, which is set meanwhile
 */
export async function manifestProblems(appDir: string): Promise<readonly string[]> {
  const { FullValidationProcessor } = await import('@forge/manifest');
  const before = process.cwd();
  process.chdir(appDir);
  try {
    const { errors = [] } = await new FullValidationProcessor({}).process('manifest.yml');
    return errors.map(
      ({ line = 1, column = 0, level, message }) =>
        `manifest.yml:${line}:${column} ${level}: ${message}`,
    );
  } finally {
    process.chdir(before);
  }
}
