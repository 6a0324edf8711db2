// The browser of the browser tests and figures: one that is installed, or the one that comes with npm. Nothing to install by hand.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Never the package's own flags: they switch off web security and site isolation, and the tests would prove nothing. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

interface Installed {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/** @throws Error with the remedy, where there is no browser: browser tests are never skipped in silence */
export function findChromium(): Installed {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and nothing is there.`);
    return { executablePath: named, env: {} };
  }
  const found =
    process.env['CHROMIUM_FROM_NPM'] === undefined
      ? usualPlaces.find((place) => existsSync(place))
      : undefined;
  if (found !== undefined) return { executablePath: found, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The browser tests need Chrome or Chromium: install one, or set CHROMIUM_PATH to its program.',
    );
  }
  return fromNpm();
}

/** Unpacks once per machine, into a folder that appears whole or not at all. */
function fromNpm(): Installed {
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(
    readFileSync(join(dirname(entry), '..', '..', 'package.json'), 'utf8'),
  ) as { version: string };
  const folder = join(tmpdir(), `account-relay-chromium-${version}`);
  if (!existsSync(folder)) {
    const making = `${folder}-${process.pid}`;
    mkdirSync(making, { recursive: true });
    execFileSync(process.execPath, [join(__dirname, 'unpack-chromium.cjs')], {
      env: { ...process.env, TMPDIR: making },
    });
    // The package's own font configuration names folders of AWS: with it no text would be drawn.
    writeFileSync(join(making, 'fonts.conf'), fontConfiguration(folder));
    try {
      renameSync(making, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error; // somebody else was faster
    }
  }
  const libraries = join(folder, 'al2023', 'lib');
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

const fontConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;

/** Starts the browser. Close it when done. */
export async function startBrowser(): Promise<Browser> {
  const { executablePath, env } = findChromium();
  return chromium.launch({
    executablePath,
    headless: true,
    args: flags,
    env: { ...(process.env as Record<string, string>), ...env },
  });
}
