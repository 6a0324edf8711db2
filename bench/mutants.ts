// npm run mutants [-- NAME PART]: breaks the app one line at a time, in a copy, and sees whether the named test notices.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Defect } from './mutants/defect';
import { defects } from './mutants/defects';

const root = join(__dirname, '..');
const copied = [
  'src',
  'test',
  'host',
  'bench',
  'demo',
  'manifest.yml',
  'package.json',
  'tsconfig.json',
  'jest.config.cjs',
];
const linked = ['node_modules', 'static'];

function copyOfTheProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'account-relay-mutants-'));
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of linked) symlinkSync(join(root, name), join(folder, name));
  return folder;
}

/** The code without its layout (white space, trailing commas), with where each character stands. */
function withoutLayout(source: string): {
  readonly code: string;
  readonly places: readonly number[];
} {
  const layout = /\s+|,(?=\s*[)\]}])/gy;
  let code = '';
  const places: number[] = [];
  for (let place = 0; place < source.length;) {
    layout.lastIndex = place;
    const skipped = layout.exec(source)?.[0].length ?? 0;
    if (skipped === 0) {
      code += source.charAt(place);
      places.push(place);
    }
    place += Math.max(1, skipped);
  }
  return { code, places };
}

/** @throws Error when the line is not there exactly once: the list has to follow the code */
export function broken(source: string, { find, replace, file }: Defect): string {
  const { code, places } = withoutLayout(source);
  const wanted = withoutLayout(find).code;
  const at = code.indexOf(wanted);
  const from = places[at];
  const last = places[at + wanted.length - 1];
  if (from === undefined || last === undefined || code.includes(wanted, at + 1))
    throw new Error(`${file} does not have "${find}" exactly once.`);
  return source.slice(0, from) + replace + source.slice(last + 1);
}

const passes = (folder: string, test: string): boolean =>
  spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', '--rootDir', folder, test], {
    cwd: folder,
    stdio: 'ignore',
    // A golden notices everything; what is asked here is whether the test's own words do.
    env: { ...process.env, GOLDEN: 'off' },
  }).status === 0;

/** Does the named test fail with the defect in place? */
function noticed(folder: string, defect: Defect): boolean {
  const path = join(folder, defect.file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, broken(source, defect));
  try {
    return !passes(folder, defect.test);
  } finally {
    writeFileSync(path, source);
  }
}

function main(): void {
  const part = process.argv.slice(2).join(' ');
  const chosen = defects.filter(({ name }) => name.includes(part));
  const folder = copyOfTheProject();
  const survived: Defect[] = [];
  try {
    // A test that fails anyway notices nothing.
    const failing = [...new Set(chosen.map(({ test }) => test))].filter(
      (test) => !passes(folder, test),
    );
    if (failing.length > 0) throw new Error(`Fails without any defect: ${failing.join(', ')}`);
    for (const [place, defect] of chosen.entries()) {
      const killed = noticed(folder, defect);
      if (!killed) survived.push(defect);
      console.log(
        `${place + 1} of ${chosen.length}: ${killed ? 'noticed ' : 'SURVIVED'}  ${defect.name}  (${defect.test})`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(
    survived.length === 0
      ? `Every one of ${chosen.length} defects was noticed.`
      : `${survived.length} of ${chosen.length} defects survived.`,
  );
  process.exitCode = survived.length === 0 ? 0 : 1;
}

if (require.main === module) main();
