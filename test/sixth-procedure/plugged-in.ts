// The app with one procedure more: a copy of it, the folder put beside the others, and two lines that name it.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const repository = resolve(__dirname, '..', '..');
const folder = 'regular-updates';
/** What Forge needs to run the functions of an app. */
const parts = ['manifest.yml', 'package.json', 'tsconfig.json', 'src', 'demo'];
const list = 'src/procedures/index.ts';

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** In its place among the others a file reaches `src` from within. */
const moved = (text: string): string => text.replaceAll('../src/', '');

/** Plugs the procedure in. @returns the folder of that app */
export function pluggedIn(): string {
  const app = mkdtempSync(join(tmpdir(), 'sixth-procedure-'));
  for (const part of parts) cpSync(join(repository, part), join(app, part), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(app, 'node_modules'), 'dir');
  const from = join(__dirname, folder);
  for (const file of filesIn(from)) {
    const to = join(app, 'src', 'procedures', folder, relative(from, file));
    mkdirSync(join(to, '..'), { recursive: true });
    writeFileSync(to, moved(readFileSync(file, 'utf8')));
  }
  const before = readFileSync(join(app, list), 'utf8');
  writeFileSync(
    join(app, list),
    before
      .replace(
        /(?<=from '\.\/key-account\/procedure';\n)/u,
        "import { regularUpdates } from './regular-updates/procedure';\n",
      )
      .replace(/(?<=^ {2}keyAccount,\n)/mu, '  regularUpdates,\n'),
  );
  return app;
}

/** The lines by which an app differs from this one outside the folder, as `file: +line`. */
export function linesOutside(app: string): string[] {
  const own = join(app, 'src', 'procedures', folder);
  const names = (dir: string): string[] =>
    parts
      .flatMap((part) => (/\./u.test(part) ? [join(dir, part)] : filesIn(join(dir, part))))
      .filter((file) => !file.startsWith(own))
      .map((file) => relative(dir, file));
  const linesOf = (dir: string, file: string): string[] => {
    try {
      return readFileSync(join(dir, file), 'utf8').split('\n');
    } catch {
      return [];
    }
  };
  return [...new Set([...names(repository), ...names(app)])].flatMap((file) => {
    const before = linesOf(repository, file);
    const after = linesOf(app, file);
    return [
      ...without(before, after).map((line) => `${file}: -${line}`),
      ...without(after, before).map((line) => `${file}: +${line}`),
    ];
  });
}

/** The lines of one that another has not, as often as they are missing there. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const place = left.indexOf(line);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}
