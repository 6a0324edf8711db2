// What a new instance of the app costs: CPU time until its first request leaves, and until the answer of its most usual call.
// Forge bundles each file with handlers for itself, so each has figures of its own.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bundled,
  everythingAtOnce,
  handlerFiles,
  packagesAlone,
  scriptOf,
} from '../cold-start/apps';
import { recordedTapes } from '../cold-start/tapes';
import { type Figure, median } from '../figure';

const root = join(__dirname, '..', '..');
/** In pairs, so that whatever else the machine does meets both. */
const pairs = 15;

/** Of the CPU time that loading the four @forge packages takes, which every app pays. */
const mostUntilFirst = 0.5;
/** Of the CPU time that the same call takes where everything is loaded at once. */
const mostUntilAnswer = 1;

const rare = ['onProjectEvent', 'runBackgroundJob'];

interface Spent {
  readonly first: number;
  readonly answer: number;
}

const play = (...args: string[]): Spent =>
  JSON.parse(
    execFileSync(process.execPath, [join(root, 'bench', 'cold-start', 'play.cjs'), ...args], {
      encoding: 'utf8',
    }),
  ) as Spent;

export async function coldStart(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'account-relay-cold-'));
  const place = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path);
    return path;
  };
  try {
    const theirs = existsSync(join(root, '.forge-tools', 'node_modules', '@forge', 'bundler'));
    const ours = await bundled(root, place('ours'), theirs);
    const atOnce = await bundled(everythingAtOnce(place('copy')), place('at-once'), theirs);
    const alone = scriptOf(
      await bundled(packagesAlone(place('packages')), place('alone'), theirs),
      'alone',
    );
    const tapes = await recordedTapes();
    const by = theirs ? "Atlassian's bundler" : "chunks like those of Atlassian's bundler";
    return handlerFiles().flatMap(({ file, handler }): Figure[] => {
      // A project that is deleted, and a job that is tried again, are no usual calls.
      if (!tapes.has(file) || rare.includes(handler)) return [];
      const tape = join(folder, `${file.replaceAll('/', '-')}.json`);
      writeFileSync(tape, JSON.stringify(tapes.get(file)));
      const measured = Array.from({ length: pairs }, () => ({
        alone: play(alone, 'alone').first,
        ours: play(scriptOf(ours, file), handler, tape),
        atOnce: play(scriptOf(atOnce, file), handler, tape),
      }));
      const ms = (of: (one: (typeof measured)[number]) => number): string =>
        `${median(measured.map(of)).toFixed(1)} ms`;
      const name = file.replace('forge/', '');
      return [
        {
          name: `CPU until the first request, against the packages: ${name}`,
          value: median(measured.map((one) => one.ours.first / one.alone)),
          bound: mostUntilFirst,
          unit: 'times',
          note: `${ms((one) => one.ours.first)} of ${ms((one) => one.alone)}, ${by}`,
        },
        {
          name: `CPU until the answer, against all at once: ${name}`,
          value: median(measured.map((one) => one.ours.answer / one.atOnce.answer)),
          bound: mostUntilAnswer,
          unit: 'times',
          note: `${ms((one) => one.ours.answer)} of ${ms((one) => one.atOnce.answer)}`,
        },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
