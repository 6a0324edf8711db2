import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beliefs } from '../../../host/forge/beliefs';

/** Names in brackets at the end of the names of tests, and in the comments of the host: those of beliefs. */
const namedIn = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(pattern)])
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));

const ids = new Set(beliefs.map(({ id }) => id));

describe('The beliefs about Forge', () => {
  it('each have a name of their own, a sentence and a source', () => {
    expect(ids.size).toBe(beliefs.length);
    for (const { statement, source } of beliefs) {
      expect(statement).toMatch(/\.$/u);
      expect(source).toMatch(/^https:\/\/(?:developer\.atlassian\.com|www\.npmjs\.com)\//u);
    }
  });

  it('are what tests and comments name', () => {
    const inTests = namedIn(
      __dirname,
      /(?:it|describe)[^\n]*\(((?:[a-z]+(?:-[a-z0-9]+)+)(?:, [a-z]+(?:-[a-z0-9]+)+)*)\)['`"],/gu,
    );
    const inHost = namedIn(join(__dirname, '../../../host/forge'), /[Bb]elief `([a-z0-9-]+)`/gu);
    expect(inTests.length).toBeGreaterThan(20);
    expect(inHost.length).toBeGreaterThan(3);
    expect([...inTests, ...inHost].filter((name) => !ids.has(name))).toEqual([]);
  });

  it('are leant on by a test, where a test can', () => {
    const leantOn = new Set(
      namedIn(__dirname, /\(((?:[a-z]+(?:-[a-z0-9]+)+)(?:, [a-z]+(?:-[a-z0-9]+)+)*)\)/gu),
    );
    const left = beliefs.filter(({ id }) => !leantOn.has(id)).map(({ id }) => id);
    expect(left).toEqual([]);
  });
});
